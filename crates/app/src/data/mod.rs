//! Snapshots, columns, quality, and the wizard that imports files.

use crate::state::use_session;
use crate::text::use_text;
use yew::prelude::*;

/// The data screen; the wizard when files came in.
#[component]
pub fn DataScreen() -> Html {
    let text = use_text();
    let session = use_session();
    html! {
        <section>
            <h1>{ text.t("area-data") }</h1>
            <ul>
                for s in session.snapshots.iter() {
                    <li key={s.id.0}>{ format!("{} {}", text.date(s.date), text.integer(s.rows)) }</li>
                }
            </ul>
        </section>
    }
}
