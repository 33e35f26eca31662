//! The figures at the top of an account, and the way to its neighbours.

use super::super::grid::row::ChangeOf;
use super::Card;
use crate::parts::{Icon, IconName, LevelBadge};
use crate::text::use_text;
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
                <LevelBadge level={account.level} />
                <span class="account-change">
                    if change.is_some() {
                        <ChangeOf {change} />
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

/// Properties of [`Steps`].
#[derive(PartialEq, Properties)]
pub struct StepsProps {
    /// The place of the open account in the list, when known.
    pub place: Option<u32>,
    /// Length of the list.
    pub of: u32,
    /// Open the account at this place.
    pub on_step: Callback<u32>,
}

/// To the account before and the one after, in the order of the table.
#[component]
pub fn Steps(props: &StepsProps) -> Html {
    let text = use_text();
    let before = props.place.and_then(|p| p.checked_sub(1));
    let after = props.place.map(|p| p + 1).filter(|p| *p < props.of);
    let step = |to: Option<u32>, label: &str, icon| {
        let on_step = props.on_step.clone();
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
