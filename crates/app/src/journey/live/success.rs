//! What success is for this kind of customer: in words and as a condition, what leads there, and when to look at it
//! again.

use super::Live;
use super::findings::findings;
use super::go_to::count;
use super::onboarding::onboarding;
use super::way::way;
use super::why::Why;
use crate::markup::html;
use crate::parts::{Choice, Icon, IconName, Select, explained, focus_soon};
use crate::scoring::{LiveFormula, NameField, Wanted};
use crate::state::today;
use crate::strategy::{Runner, StandAction};
use crate::text::Text;
use engine::message::JourneyPlace;
use plan::{Document, Journey};
use std::rc::Rc;
use yew::prelude::*;

/// The heading of the review, which has the focus when one comes to it.
const REVIEW: &str = "journey-review-title";

/// The rhythms to choose from, in days: a month, a quarter, half a year, a year.
const RHYTHMS: [u16; 4] = [30, 91, 182, 365];

/// What a journey itself says, with its figures and findings.
pub fn success(text: &Text, document: &Document, runner: &Runner, live: &Live) -> Html {
    let Some(journey) = document.journey(runner.canvas) else { return html! {} };
    html! {
        <div class="form journey-form" key={runner.canvas.0}>
            { findings(text, document, runner, live) }
            <section class="form-part">
                <h3>{ text.t("journey-kind") }</h3>
                { words(text, runner, "journey-customers", &journey.customers, |j, v| j.customers = v) }
                { condition(text, runner, "journey-accounts", &journey.accounts, |j, v| j.accounts = v) }
                if let Some(now) = live.now() {
                    <p class="small quiet">
                        { count(text, live, JourneyPlace::Kind, now.accounts, &text.t("journey-live-accounts")) }
                        { " " }{ text.with("journey-live-of", &[("n", now.all.into())]) }
                    </p>
                }
            </section>
            <section class="form-part" data-testid="journey-success">
                <h3>{ text.t("journey-success") }</h3>
                { words(text, runner, "journey-success-words", &journey.success, |j, v| j.success = v) }
                { condition(text, runner, "journey-succeeds", &journey.succeeds, |j, v| j.succeeds = v) }
                { succeeding(text, document, live) }
            </section>
            { way(text, document, runner, live) }
            { onboarding(text, document, runner.canvas, live) }
            { review(text, runner, journey) }
        </div>
    }
}

/// Changes the journey with what is handed to the callback.
fn change(runner: &Runner, set: fn(&mut Journey, String)) -> Callback<AttrValue> {
    let (hand, id) = (runner.hand.clone(), runner.canvas);
    Callback::from(move |value: AttrValue| {
        hand.edit(|d| d.change_journey(id, |journey| set(journey, value.to_string())));
    })
}

fn words(
    text: &Text,
    runner: &Runner,
    id: &str,
    value: &str,
    set: fn(&mut Journey, String),
) -> Html {
    html! {
        <div class="labelled">
            <span class="labelled-name">{ text.t(id) }</span>
            <NameField
                label={text.t(id)} value={value.to_owned()} disabled={!runner.hand.writable}
                placeholder={text.t(&format!("{id}-hint"))} on_commit={change(runner, set)}
            />
        </div>
    }
}

fn condition(
    text: &Text,
    runner: &Runner,
    id: &str,
    value: &str,
    set: fn(&mut Journey, String),
) -> Html {
    html! {
        <div class="labelled">
            <span class="labelled-name">{ text.t(id) }</span>
            <LiveFormula
                label={text.t(id)} value={value.to_owned()} wanted={Wanted::Condition}
                placeholder={text.t(&format!("{id}-hint"))} on_commit={change(runner, set)}
            />
        </div>
    }
}

/// The share of the accounts that have success.
fn succeeding(text: &Text, document: &Document, live: &Live) -> Html {
    let Some(of) = live.now().and_then(|now| now.success) else { return html! {} };
    let why = Why { text, document, live, names: &[], place: "side" };
    let share = [("share", text.percent(of.share(), 1).into())];
    let title = text.t("journey-success");
    let before = live.before().and_then(|b| b.success);
    let told = why.passing("success".to_owned(), title, "journey-why-success", &of, before, &[]);
    html! { <p>{ explained(text, text.with("journey-success-share", &share), told) }</p> }
}

/// Whether it is time to look at a journey again.
pub fn asks_for_review(journey: &Journey) -> bool {
    journey.review_from().is_some_and(|day| day <= today())
}

/// A button that leads to the review, once it is time.
pub fn review_button(text: &Text, document: &Document, runner: &Runner) -> Html {
    if !document.journey(runner.canvas).is_some_and(asks_for_review) {
        return html! {};
    }
    let hand = runner.hand.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        hand.go(StandAction::Look(None));
        focus_soon(REVIEW.to_owned());
    });
    html! {
        <button type="button" class="button plain small" {onclick} data-testid="journey-review-due">
            <Icon name={IconName::Calendar} />{ text.t("journey-review-due") }
        </button>
    }
}

/// How often it is to be looked at, when it was, and whether it is time.
fn review(text: &Text, runner: &Runner, journey: &Journey) -> Html {
    let disabled = !runner.hand.writable;
    let now = today();
    let due = asks_for_review(journey);
    let never = Choice::new("", text.t("journey-review-never"));
    let known = journey.review_days.filter(|days| !RHYTHMS.contains(days));
    let days = RHYTHMS.into_iter().chain(known);
    let choices: Rc<[Choice]> = [never]
        .into_iter()
        .chain(days.map(|days| {
            let label = text.with("journey-review-days", &[("n", i64::from(days).into())]);
            Choice::new(days.to_string(), label)
        }))
        .collect();
    let (hand, id) = (runner.hand.clone(), runner.canvas);
    let looked = Callback::from(move |_: MouseEvent| {
        hand.edit(|d| d.change_journey(id, |journey| journey.reviewed = Some(now)));
    });
    let last = match journey.reviewed {
        Some(day) => text.with("journey-reviewed", &[("date", text.date(day).into())]),
        None => text.t("journey-reviewed-never"),
    };
    html! {
        <section class="form-part" data-testid="journey-review">
            <h3 id={REVIEW} tabindex="-1">{ text.t("journey-review") }</h3>
            <Select
                label={text.t("journey-review-rhythm")} {choices} {disabled}
                value={journey.review_days.map(|days| days.to_string()).unwrap_or_default()}
                on_change={change(runner, |journey, days| journey.review_days = days.parse().ok())}
            />
            <p class="small quiet">{ last }</p>
            if due {
                <p class="journey-verdict"><Icon name={IconName::Warning} />{ text.t("journey-review-due") }</p>
            }
            <button type="button" class="button" {disabled} onclick={looked}>{ text.t("journey-review-done") }</button>
        </section>
    }
}
