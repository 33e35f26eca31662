//! What the screen says where there is nothing to list.

use crate::markup::html;
use crate::parts::{EmptyState, IconName};
use crate::route::Route;
use crate::state::use_actions;
use crate::text::{Language, Text, use_text};
use yew::prelude::*;

/// How many accounts the sample has.
const SAMPLE: u32 = 20_000;

/// There is no snapshot.
#[component]
pub fn NoData() -> Html {
    let text = use_text();
    let actions = use_actions();
    let japanese = text.language() == Language::Ja;
    let sample = Callback::from(move |_: MouseEvent| actions.sample(SAMPLE, japanese));
    html! {
        <EmptyState line={text.t("accounts-no-data")} icon={IconName::Accounts}>
            <a class="button primary" href={Route::Data.hash()}>{ text.t("accounts-to-data") }</a>
            <button type="button" class="button" onclick={sample}>{ text.t("accounts-sample") }</button>
        </EmptyState>
    }
}

/// There is no scorecard: said above the table, which still lists the accounts.
pub fn no_scorecard(text: &Text) -> Html {
    html! {
        <p class="accounts-note">
            <span>{ text.t("accounts-no-scorecard") }</span>
            <a href={Route::Score.hash()}>{ text.t("accounts-to-score") }</a>
        </p>
    }
}

/// No account fits the filters: `on_clear` shows all accounts again.
pub fn no_match(text: &Text, on_clear: Callback<MouseEvent>) -> Html {
    html! {
        <EmptyState line={text.t("accounts-no-match")} icon={IconName::Filter}>
            <button type="button" class="button" onclick={on_clear}>
                { text.t("accounts-clear") }
            </button>
        </EmptyState>
    }
}
