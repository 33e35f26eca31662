//! One checkpoint in figures: who passed, and whether those stay more often.

use super::go_to::count;
use super::told::gap;
use super::why::{Why, interval};
use super::{Live, stage_names};
use crate::markup::html;
use crate::parts::{Icon, IconName, explained};
use crate::text::Text;
use engine::message::JourneyPlace;
use plan::{Document, ElementId, Kind};
use score::Interval;
use score::journey::{CheckpointFigures, Verdict};
use yew::prelude::*;

/// The figures of a checkpoint; nothing while there are none.
pub fn checkpoint_live(
    text: &Text,
    document: &Document,
    journey: ElementId,
    checkpoint: ElementId,
    live: &Live,
) -> Html {
    let Some((stage, at)) = place_of(document, journey, checkpoint) else { return html! {} };
    let found = live.stage(stage).and_then(|s| s.checkpoints.get(at)?.as_ref());
    let Some(figures) = found else { return html! {} };
    let names = stage_names(text, document, journey);
    let why = Why { text, document, live, names: &names, place: "side" };
    let name: AttrValue =
        document.element(checkpoint).map(|e| e.name.clone()).unwrap_or_default().into();
    let measured = live.stage(stage).is_some_and(|s| s.measured);
    let formula = if measured { "journey-why-check" } else { "journey-why-check-all" };
    let of = &figures.passing;
    let list = |place, n, words: &str| {
        let words = text.t(words);
        let of = format!("{name}: {words}");
        html! { <span>{ count(text, live, place, n, &of) }{ " " }{ words }</span> }
    };
    let id = |what: &str| format!("{what}-{}", checkpoint.0);
    let share = text.with("journey-live-pass", &[("share", text.percent(of.share(), 1).into())]);
    html! {
        <div class="journey-check" data-testid="journey-check-live">
            <p>
                { explained(text, share, why.passing(id("check"), name.clone(), formula, of, live.passing_before(stage, at), &figures.by_level)) }
                { " " }
                { figures.gap.map(|missing| gap(text, missing)) }
            </p>
            <p class="small quiet journey-check-counts">
                { list(JourneyPlace::Passed(stage, at), of.passed, "journey-live-check-passed") }
                { list(JourneyPlace::Failed(stage, at), of.failed, "journey-live-check-failed") }
                if of.unknown > 0 {
                    { list(JourneyPlace::Untold(stage, at), of.unknown, "journey-live-check-unknown") }
                }
            </p>
            { lift_words(&why, id("lift"), &name, figures) }
            { figures.verdict.map(|v| verdict_words(text, v)) }
        </div>
    }
}

/// The place of a checkpoint's stage, and its own in that.
fn place_of(document: &Document, journey: ElementId, id: ElementId) -> Option<(usize, usize)> {
    let stage = document.element(id)?.parent?;
    let checkpoints = document.children_of_kind(Some(stage), Kind::Checkpoint);
    let at = checkpoints.iter().position(|e| e.id == id)?;
    Some((document.stages(journey).iter().position(|s| *s == stage)?, at))
}

/// How much more often those stay that passed, and whether that can be relied on.
fn lift_words(why: &Why<'_>, id: String, name: &AttrValue, figures: &CheckpointFigures) -> Html {
    let text = why.text;
    let Some(lift) = &figures.lift else {
        return html! { <p class="small quiet">{ text.t("journey-live-no-outcome") }</p> };
    };
    let Some(of) = lift.lift else {
        return html! { <p class="small quiet">{ text.t("journey-live-no-lift") }</p> };
    };
    let args =
        [("lift", text.decimal(of.estimate, 2).into()), ("interval", interval(text, of).into())];
    let later = why.live.view().and_then(|v| v.outcome_is_later) == Some(true);
    html! {
        <p class="small">
            { explained(text, text.with("journey-live-lift-n", &args), why.lift(id, name.clone(), lift, of)) }
            { " " }
            <span class="quiet">
                { text.t(direction(of)) }{ " " }
                if !later {
                    { text.t("journey-live-association") }
                }
            </span>
        </p>
    }
}

/// What an interval about 1 says.
fn direction(of: Interval) -> &'static str {
    if of.holds(1.0) {
        "journey-live-lift-none"
    } else if of.low > 1.0 {
        "journey-live-lift-more"
    } else {
        "journey-live-lift-less"
    }
}

fn verdict_words(text: &Text, verdict: Verdict) -> Html {
    let id = match verdict {
        Verdict::AllPass => "journey-verdict-all-pass",
        Verdict::SuccessfulDoNotPass => "journey-verdict-not-passed",
    };
    html! { <p class="journey-verdict small"><Icon name={IconName::Warning} />{ text.t(id) }</p> }
}
