//! The figures at the top of an account, and the way to its neighbours.

use super::super::grid::row::change_of;
use super::Card;
use crate::markup::html;
use crate::parts::{Icon, IconName, level_badge};
use crate::text::{Text, use_text};
use yew::prelude::*;

/// Properties of [`Head`].
#[derive(PartialEq, Properties)]
pub struct HeadProps {
    /// The account.
    pub card: Option<Card>,
}

/// Score, level, change, coverage.
#[component]
pub fn Head(props: &HeadProps) -> Html {
    let text = use_text();
    let Some(account) = props.card.as_ref().and_then(Card::get) else { return Html::default() };
    let change = account.change.as_ref().map(|c| c.iter().map(|(_, share)| share).sum::<f64>());
    let coverage = [
        ("coverage", text.percent(account.coverage, 0).into()),
        ("minimum", text.percent(account.minimum_coverage, 0).into()),
    ];
    let enough = account.score.is_some();
    html! {
        <div class="account-head">
            <p class="quiet small">{ text.with("accounts-id", &[("id", account.id.as_str().into())]) }</p>
            <p class="account-score">
                <strong data-testid="account-score">
                    { account.score.map_or_else(|| text.t("level-none"), |s| text.decimal(s, 1).into()) }
                </strong>
                { level_badge(&text, account.level) }
                <span class="account-change">
                    if change.is_some() {
                        { change_of(&text, change) }
                    }
                </span>
            </p>
            <p class="quiet small">
                { text.t("accounts-higher-is-healthier") }{ " " }
                { text.with(if enough { "accounts-coverage" } else { "accounts-coverage-low" }, &coverage) }
            </p>
        </div>
    }
}

/// To the account before and the one after, in the order of the table of so many: the place of the
/// open account, when known, and what opens the account at a place.
pub fn steps(text: &Text, place: Option<u32>, of: u32, on_step: &Callback<u32>) -> Html {
    let before = place.and_then(|p| p.checked_sub(1));
    let after = place.map(|p| p + 1).filter(|p| *p < of);
    let step = |to: Option<u32>, label: &str, icon| {
        let on_step = on_step.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(to) = to {
                on_step.emit(to);
            }
        });
        html! {
            <button
                type="button" class="button plain icon" aria-label={text.t(label)} title={text.t(label)}
                disabled={to.is_none()} {onclick}
            ><Icon name={icon} /></button>
        }
    };
    html! {
        <span class="account-steps">
            { step(before, "accounts-previous", IconName::Up) }
            { step(after, "accounts-next", IconName::Down) }
        </span>
    }
}
