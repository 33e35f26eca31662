//! Snapshots, columns, quality, and the wizard that imports files.

mod model;
mod parts;
mod screen;
mod wizard;
mod words;

pub use parts::DateField;

use crate::markup::html;
use crate::state::{use_actions, use_document, use_session};
use crate::text::use_text;
use screen::{Empty, Snapshots};
use wizard::Wizard;
use yew::prelude::*;

/// The data screen; the wizard while files wait for it.
#[component]
pub fn DataScreen() -> Html {
    let text = use_text();
    let actions = use_actions();
    let session = use_session();
    let writable = use_document().writable;
    let what = if !session.incoming.is_empty() {
        html! { <Wizard key="wizard" files={session.incoming.clone()} replacing={session.replacing} /> }
    } else if session.snapshots.is_empty() {
        html! { <Empty key="empty" /> }
    } else {
        html! { <Snapshots key="snapshots" /> }
    };
    let damaged =
        session.incoming.is_empty().then(|| screen::damaged(&text, &actions, &session, writable));
    html! { <div class="data"><div key="damaged">{ damaged }</div>{ what }</div> }
}
