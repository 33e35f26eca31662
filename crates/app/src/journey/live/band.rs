//! The band over the map: how many accounts stand where, as shares of a bar and in figures.

use super::findings::findings_button;
use super::go_to::count;
use super::success::review_button;
use super::told::{moved, progress};
use super::why::Why;
use super::{Live, again, stage_names, stopped};
use crate::markup::html;
use crate::parts::{Icon, IconName, ProblemLine, explained, problem_mark, type_words};
use crate::strategy::{Runner, StandAction};
use crate::text::Text;
use engine::message::{JourneyPart, JourneyPlace, JourneyProblem};
use plan::{Document, ElementId};
use score::journey::JourneyFigures;
use yew::prelude::*;

/// The id of the band.
const BAND: &str = "journey-live";

/// The band; before there is a condition, what it takes.
pub fn band(text: &Text, document: &Document, runner: &Runner, live: &Live) -> Html {
    let journey = runner.canvas;
    let stages = document.stages(journey);
    let names = stage_names(text, document, journey);
    let findings = html! {
        <>
            { findings_button(text, document, runner, live) }
            { review_button(text, document, runner) }
        </>
    };
    if live.context.is_none() || live.view.question.is_none() && live.view.problem.is_none() {
        let id = if live.context.is_none() { "journey-live-no-data" } else { "journey-live-empty" };
        let waiting = live.view.waiting.then_some("true");
        return html! {
            <section
                id={BAND} class="journey-live" tabindex="-1" aria-label={text.t("journey-live-title")}
                data-testid="journey-live" aria-busy={waiting}
            >
                <p class="small quiet">{ text.t(id) }{ " " }{ findings }</p>
            </section>
        };
    }
    let why = Why { text, document, live, names: &names, place: "band" };
    let problems = live.view().map(|v| v.problems.as_slice()).unwrap_or_default();
    html! {
        <section
            id={BAND} class="journey-live" tabindex="-1" aria-label={text.t("journey-live-title")}
            data-testid="journey-live" aria-busy={live.view.waiting.then_some("true")}
        >
            if let Some(problem) = &live.view.problem {
                <div class="small">
                    <ProblemLine problem={problem.clone()} />
                    { again(text, &live.view, BAND) }
                </div>
            }
            if let Some(now) = live.now() {
                <p class="journey-days small">{ live.days(text) }</p>
                { bar(now) }
                <ol class="journey-places" style={format!("--stages:{}", stages.len())}>
                    for (at, id) in stages.iter().enumerate() {
                        { place(&why, runner, at, *id, now) }
                    }
                    { rest(&why, now.none, JourneyPlace::None, names.len()) }
                    { rest(&why, now.unknown, JourneyPlace::Unknown, names.len() + 1) }
                </ol>
            }
            <div class="journey-live-foot small">
                { live.now().map(|now| all(text, live, now)) }
                { findings }
                { stopped(text, live, BAND) }
                for problem in problems.iter().filter(|p| is_wrong(p)) {
                    { wrong(&why, runner, &stages, problem) }
                }
            </div>
        </section>
    }
}

/// The shares of the accounts at each place, for the eye.
fn bar(now: &JourneyFigures) -> Html {
    let stages = now.stages.len();
    let tone = |at: usize| format!("--tone:{}%", 30 + 70 * at / stages.saturating_sub(1).max(1));
    html! {
        <div class="journey-band" aria-hidden="true">
            for (at, stage) in now.stages.iter().enumerate().filter(|(_, s)| s.standing > 0) {
                <span key={at} style={format!("flex-grow:{};{}", stage.standing, tone(at))} />
            }
            for (key, n) in [("none", now.none), ("unknown", now.unknown)] {
                if n > 0 {
                    <span {key} data-place={key} style={format!("flex-grow:{n}")} />
                }
            }
        </div>
    }
}

fn share(text: &Text, n: u32, now: &JourneyFigures) -> String {
    text.percent(f64::from(n) / f64::from(now.accounts), 1)
}

/// One stage.
fn place(why: &Why<'_>, runner: &Runner, at: usize, id: ElementId, now: &JourneyFigures) -> Html {
    let (text, live) = (why.text, why.live);
    let (Some(stage), Some(body)) = (now.stages.get(at), why.document.stage(id)) else {
        return html! {};
    };
    let tone = 30 + 70 * at / now.stages.len().saturating_sub(1).max(1);
    let look = {
        let hand = runner.hand.clone();
        Callback::from(move |_: MouseEvent| hand.go(StandAction::Look(Some(id))))
    };
    let name = why.names[at].clone();
    let before = live.before().and_then(|b| b.stages.get(at)).filter(|b| b.measured);
    html! {
        <li key={id.0} class="journey-place" style={format!("--column:{}", at + 2)} data-testid="journey-place">
            <p class="journey-place-name">
                <span class="journey-swatch" aria-hidden="true" style={format!("--tone:{tone}%")} />
                { &name }
            </p>
            if stage.measured {
                <p class="journey-figure">
                    { count(text, live, JourneyPlace::At(at), stage.standing, &name) }
                    { explained(text, share(text, stage.standing, now), why.standing(at, stage)) }
                    if let Some(before) = before {
                        { moved(why, at, name, stage.standing, before.standing) }
                    }
                </p>
                { progress(why, at, stage, body.target) }
            } else {
                <button type="button" class="button plain small" onclick={look}>
                    <Icon name={IconName::Plus} />{ text.t("journey-live-unmeasured") }
                </button>
            }
        </li>
    }
}

/// Those at no stage, or of whom it cannot be told; nothing when there are none.
fn rest(why: &Why<'_>, n: u32, place: JourneyPlace, number: usize) -> Html {
    let (text, live) = (why.text, why.live);
    let key = if place == JourneyPlace::None { "none" } else { "unknown" };
    let before =
        live.before().map(|b| if place == JourneyPlace::None { b.none } else { b.unknown });
    let (Some(now), true) = (live.now(), n > 0 || before.is_some_and(|b| b > 0)) else {
        return html! {};
    };
    let name = text.t(&format!("journey-live-{key}"));
    html! {
        <li {key} class="journey-place" data-rest="" data-testid={format!("journey-place-{key}")}>
            <p class="journey-place-name">
                <span class="journey-swatch" aria-hidden="true" data-place={key} />{ &name }
            </p>
            <p class="journey-figure">
                { count(text, live, place, n, &name) }
                <span class="number">{ share(text, n, now) }</span>
                if let Some(before) = before {
                    { moved(why, number, name, n, before) }
                }
            </p>
            <p class="small quiet">{ text.t(&format!("journey-live-{key}-line")) }</p>
        </li>
    }
}

/// Of how many accounts all this is.
fn all(text: &Text, live: &Live, now: &JourneyFigures) -> Html {
    let kind = text.t("journey-live-accounts");
    let others = now.all - now.accounts;
    html! {
        <span>
            { &kind }{ " " }
            { count(text, live, JourneyPlace::Kind, now.accounts, &kind) }
            if others > 0 {
                { " " }
                <span class="quiet">
                    { text.with("journey-live-others", &[("n", others.into()), ("unsure", now.unsure.into())]) }
                </span>
            }
        </span>
    }
}

/// Whether figures are left out because of it.
fn is_wrong(problem: &JourneyProblem) -> bool {
    let error = |p: &formula::Problem| p.severity() == formula::Severity::Error;
    problem.gives.is_some() || problem.problems.iter().any(error)
}

/// A condition that cannot be used: where, what, and the way there.
fn wrong(why: &Why<'_>, runner: &Runner, stages: &[ElementId], problem: &JourneyProblem) -> Html {
    let text = why.text;
    let stage = |at: u32| why.names.get(at as usize).cloned().unwrap_or_default();
    let (place, id) = match problem.at {
        JourneyPart::Kind => (text.t("journey-part-kind"), None),
        JourneyPart::Success => (text.t("journey-part-success"), None),
        JourneyPart::Entry(at) => (
            text.with("journey-part-entry", &[("stage", stage(at).into())]),
            stages.get(at as usize),
        ),
        JourneyPart::Checkpoint(at, n) => {
            let args = [("stage", stage(at).into()), ("n", (n + 1).into())];
            (text.with("journey-part-checkpoint", &args), stages.get(at as usize))
        }
    };
    let error = problem.problems.iter().find(|p| p.severity() == formula::Severity::Error);
    let what = match (error, problem.gives) {
        (Some(error), _) => problem_mark(text, error).words,
        (None, Some(gives)) => {
            text.with("formula-wants-condition", &[("found", text.t(type_words(gives)).into())])
        }
        (None, None) => AttrValue::default(),
    };
    let (hand, id) = (runner.hand.clone(), id.copied());
    let onclick = Callback::from(move |_: MouseEvent| hand.go(StandAction::Look(id)));
    html! {
        <button type="button" class="journey-wrong" {onclick} data-testid="journey-wrong">
            <Icon name={IconName::Warning} />
            <span>
                <b>{ place }</b>{ " " }{ what }
                if problem.only_compared {
                    { " " }{ text.t("journey-live-only-compared") }
                }
            </span>
        </button>
    }
}
