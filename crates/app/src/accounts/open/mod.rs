//! One account, explained: why this score, how it moved, what the files say.

mod bars;
mod head;
mod history;
mod names;
mod raw;
mod since;
mod why;

use crate::markup::html;
use crate::parts::{EmptyState, IconName, Inspector, ProblemLine};
use crate::query::use_view;
use crate::state::use_session;
use crate::text::use_text;
use engine::message::{AccountCard, Answer, Call, ScoringContext};
use head::{Head, steps};
use history::History;
use raw::RawValues;
use since::Since;
use std::rc::Rc;
use why::Why;
use yew::prelude::*;

/// Properties of [`OpenAccount`].
#[derive(PartialEq, Properties)]
pub struct OpenAccountProps {
    /// The account's id.
    pub id: AttrValue,
    /// Model and snapshots.
    pub context: Rc<ScoringContext>,
    /// Its place in the list, when known.
    pub place: Option<u32>,
    /// Length of the list.
    pub of: u32,
    /// Open the account at this place instead.
    pub on_step: Callback<u32>,
    /// Close it.
    pub on_close: Callback<()>,
}

/// The card of an account, cheap to clone and equal only to itself.
#[derive(Clone)]
pub struct Card(Rc<Answer>);

impl PartialEq for Card {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Card {
    /// What the engine said, when the account is there.
    pub fn get(&self) -> Option<&AccountCard> {
        match &*self.0 {
            Answer::Account(card) => card.as_ref(),
            _ => None,
        }
    }
}

/// The account beside the table.
#[component]
pub fn OpenAccount(props: &OpenAccountProps) -> Html {
    let text = use_text();
    let compared = use_session().compared().map(|s| s.date);
    let call = Call::Account { context: (*props.context).clone(), id: props.id.to_string() };
    let view = use_view(Some(call));
    let card = view.answer.clone().map(Card);
    // While the next account is on its way, or cannot be had, the last one's figures must not stand
    // under its id.
    let shown = card.as_ref().and_then(Card::get).filter(|account| account.id == *props.id);
    let gone = view.answer.is_some() && card.as_ref().and_then(Card::get).is_none();
    let (title, body) = match shown {
        Some(account) => {
            let card = card.clone();
            let body = html! {
                <>
                    <Head card={card.clone()} />
                    <Why card={card.clone()} context={props.context.clone()} />
                    <Since card={card.clone()} context={props.context.clone()} date={compared} />
                    <History card={card.clone()} context={props.context.clone()} />
                    <RawValues {card} {compared} />
                </>
            };
            (AttrValue::from(account.name.clone()), body)
        }
        None if view.problem.is_some() => (props.id.clone(), Html::default()),
        None if view.waiting || !gone => (
            props.id.clone(),
            html! { <p class="quiet" role="status">{ text.t("accounts-loading") }</p> },
        ),
        None => {
            let line = text.with("accounts-not-there", &[("id", (&props.id).into())]);
            (props.id.clone(), html! { <EmptyState {line} icon={IconName::Info} /> })
        }
    };
    let steps = steps(&text, props.place, props.of, &props.on_step);
    html! {
        <Inspector {title} on_close={props.on_close.clone()} aside={steps}>
            <div class={classes!("account", view.waiting.then_some("old"))} data-testid="account">
                <div>
                    if let Some(problem) = view.problem.clone() {
                        <ProblemLine {problem} />
                    }
                </div>
                { body }
            </div>
        </Inspector>
    }
}
