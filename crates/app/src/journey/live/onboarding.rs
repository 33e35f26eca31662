//! The few checks that onboarding is complete with: how many accounts passed them all, and how long that takes.

use super::super::words::name_of;
use super::go_to::count;
use super::told::days_words;
use super::why::Why;
use super::{Live, stopped};
use crate::markup::html;
use crate::parts::explained;
use crate::text::Text;
use engine::message::JourneyPlace;
use plan::{Document, ElementId, Kind};
use score::journey::TimeToValue;
use yew::prelude::*;

/// The id of the heading.
const TITLE: &str = "journey-onboarding-title";

/// Completion rate and time to value, with the checks that they are about.
pub fn onboarding(text: &Text, document: &Document, journey: ElementId, live: &Live) -> Html {
    let stages = document.stages(journey);
    let checkpoints =
        stages.iter().flat_map(|stage| document.children_of_kind(Some(*stage), Kind::Checkpoint));
    let chosen = |id: ElementId| document.checkpoint(id).is_some_and(|c| c.onboarding);
    let checks: Vec<AttrValue> =
        checkpoints.filter(|e| chosen(e.id)).map(|e| name_of(text, document, e.id)).collect();
    let why = Why { text, document, live, names: &[], place: "side" };
    html! {
        <section class="form-part" data-testid="journey-onboarding">
            <h3 id={TITLE} tabindex="-1">{ text.t("journey-onboarding") }</h3>
            if checks.is_empty() {
                <p class="small quiet">{ text.t("journey-onboarding-none") }</p>
            } else {
                <ul class="small">
                    for (at, name) in checks.into_iter().enumerate() {
                        <li key={at}>{ name }</li>
                    }
                </ul>
                { completion(&why) }
                { value(&why) }
            }
        </section>
    }
}

fn completion(why: &Why<'_>) -> Html {
    let (text, live) = (why.text, why.live);
    let Some(of) = live.now().and_then(|now| now.onboarding) else {
        return html! { <p class="small quiet">{ text.t("journey-onboarding-no-figure") }</p> };
    };
    let share = [("share", text.percent(of.share(), 1).into())];
    let title = text.t("journey-onboarding");
    let before = live.before().and_then(|b| b.onboarding);
    let told =
        why.passing("onboarding".to_owned(), title, "journey-why-onboarding", &of, before, &[]);
    let missing = text.t("journey-onboarding-not");
    html! {
        <p>
            { explained(text, text.with("journey-onboarding-rate", &share), told) }
            { " " }
            <span class="small quiet">
                { count(text, live, JourneyPlace::NotOnboarded, of.failed, &missing) }{ " " }{ text.t("journey-onboarding-missing") }
            </span>
        </p>
    }
}

fn value(why: &Why<'_>) -> Html {
    let text = why.text;
    let course = &why.live.course;
    let Some(value) = why.live.course().and_then(|c| c.value) else {
        if course.waiting {
            return html! { <p class="small quiet">{ text.t("journey-value-waiting") }</p> };
        }
        if course.problem.is_some() {
            return html! { <p class="small">{ stopped(text, why.live, TITLE) }</p> };
        }
        return html! { <p class="small quiet">{ text.t("journey-value-one") }</p> };
    };
    let TimeToValue { days, before, no_start } = value;
    if days.longest.is_none() {
        let args = [("before", before.into()), ("none", no_start.into())];
        return html! { <p class="small quiet">{ text.with("journey-value-nobody", &args) }</p> };
    }
    let told = why.time_to_value(&value);
    html! {
        <p>
            { text.t("journey-value") }{ " " }{ explained(text, days_words(text, days), told) }
            { " " }
            <span class="small quiet">{ text.with("journey-value-of", &[("n", (days.passed + days.waiting).into()), ("waiting", days.waiting.into())]) }</span>
        </p>
    }
}
