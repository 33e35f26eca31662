//! First visit: one sentence, three ways in.

use crate::state::use_actions;
use crate::text::{Language, use_text};
use yew::prelude::*;

/// The start screen.
#[component]
pub fn StartScreen() -> Html {
    let text = use_text();
    let actions = use_actions();
    let japanese = text.language() == Language::Ja;
    let sample = Callback::from(move |_: MouseEvent| actions.sample(20_000, japanese));
    html! {
        <div class="start">
            <h1>{ text.t("start-line") }</h1>
            <button class="button primary" onclick={sample}>{ text.t("start-sample") }</button>
        </div>
    }
}
