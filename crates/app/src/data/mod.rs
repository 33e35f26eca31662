//! Snapshots, columns, quality, and the wizard that imports files.

mod model;
mod parts;
mod screen;
mod wizard;
mod words;

use crate::state::use_session;
use screen::{Empty, Snapshots};
use wizard::Wizard;
use yew::prelude::*;

/// The data screen; the wizard while files wait for it.
#[component]
pub fn DataScreen() -> Html {
    let session = use_session();
    let what = if !session.incoming.is_empty() {
        html! { <Wizard key="wizard" files={session.incoming.clone()} replacing={session.replacing} /> }
    } else if session.snapshots.is_empty() {
        html! { <Empty key="empty" /> }
    } else {
        html! { <Snapshots key="snapshots" /> }
    };
    html! { <div class="data">{ what }</div> }
}
