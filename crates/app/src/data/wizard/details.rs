//! One file in detail: how it is read, over its first rows.

use super::preview::Preview;
use super::settings::Settings;
use super::state::{Entry, WizardAction};
use crate::markup::html;
use crate::text::use_text;
use yew::prelude::*;

/// Properties of [`Details`].
#[derive(Properties, PartialEq)]
pub struct DetailsProps {
    /// The file.
    pub entry: Entry,
    /// How many other files have the same columns.
    pub same: usize,
    /// Changes the wizard.
    pub on: Callback<WizardAction>,
}

/// The settings and the preview of one file.
#[component]
pub fn Details(props: &DetailsProps) -> Html {
    let text = use_text();
    let entry = &props.entry;
    let Some(draft) = &entry.draft else { return html! { <div /> } };
    let heading = text.with("data-details", &[("file", entry.name().into())]);
    html! {
        <section class="wizard-details" aria-labelledby="wizard-details">
            <h2 id="wizard-details">{ heading }</h2>
            <p class="quiet small">
                if props.same > 0 {
                    { text.with("data-same-columns", &[("count", props.same.into())]) }
                }
            </p>
            <Settings entry={entry.clone()} on={props.on.clone()} />
            <Preview file_key={entry.key} draft={draft.clone()} on={props.on.clone()} />
        </section>
    }
}
