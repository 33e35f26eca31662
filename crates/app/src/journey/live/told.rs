//! One stage in figures: on the band, and in more detail where the stage is looked at.

use super::go_to::{count, counted};
use super::why::{Why, points};
use super::{Live, stage_names};
use crate::markup::html;
use crate::parts::{Icon, IconName, explained, level_badge};
use crate::text::Text;
use engine::message::JourneyPlace;
use plan::{Document, ElementId};
use score::journey::StageFigures;
use yew::prelude::*;

/// Against the target: what came there, and how much is missing.
pub fn gap(text: &Text, gap: f64) -> Html {
    let met = gap >= 0.0;
    let icon = if met { IconName::Check } else { IconName::Warning };
    let missing = [("points", points(text, gap.abs()).trim_start_matches('+').into())];
    let words =
        if met { text.t("journey-live-met") } else { text.with("journey-live-missing", &missing) };
    html! {
        <span class="journey-gap" data-met={met.to_string()}><Icon name={icon} />{ words }</span>
    }
}

/// The change of a count since the compared snapshot, which tells who came and who went.
pub fn moved(why: &Why<'_>, place: usize, name: AttrValue, now: u32, before: u32) -> Html {
    let text = why.text;
    let difference = i64::from(now) - i64::from(before);
    let icon = match difference {
        0 => None,
        1.. => Some(IconName::Up),
        _ => Some(IconName::Down),
    };
    let figure = html! {
        <span class="journey-change">
            if let Some(name) = icon {
                <Icon {name} />
            }
            { text.signed(difference as f64, 0) }
        </span>
    };
    explained(text, figure, why.moved(place, name, now, before))
}

/// The share that came to a stage with what is missing, the share that went on, and how long that takes.
pub fn progress(why: &Why<'_>, at: usize, stage: &StageFigures, target: Option<f64>) -> Html {
    let text = why.text;
    let share = |n: u32, of: u32| text.percent(f64::from(n) / f64::from(of), 0);
    let accounts = why.live.now().map_or(0, |now| now.accounts);
    let came = [("share", share(stage.reached, accounts).into())];
    let pace = why.live.course().and_then(|c| c.stages.get(at).copied().flatten());
    let pace = pace.filter(|p| p.days.longest.is_some());
    html! {
        <>
            <p class="small">
                { explained(text, text.with("journey-live-came", &came), why.reached(at, stage, target)) }
                { " " }
                { stage.gap.map(|missing| gap(text, missing)) }
            </p>
            <p class="small quiet">
                if let Some(passed) = stage.passed.filter(|_| stage.reached > 0) {
                    { explained(text, text.with("journey-live-went-on", &[("share", share(passed, stage.reached).into())]), why.passed(at, stage, passed)) }
                    { " " }
                }
                if let Some(pace) = pace {
                    { explained(text, days_words(text, pace.days), why.pace(at, &pace)) }
                } else if let Some(days) = stage.accounts.days_since_start {
                    { text.with("journey-live-since-start", &[("n", days.into())]) }
                }
            </p>
        </>
    }
}

/// Median days; how long it is at least when not half of them have passed.
pub fn days_words(text: &Text, days: score::journey::DaysToPass) -> AttrValue {
    match (days.median, days.longest) {
        (Some(median), _) => text.with("journey-live-days", &[("n", median.into())]),
        (None, longest) => {
            text.with("journey-live-days-more", &[("n", longest.unwrap_or(0).into())])
        }
    }
}

/// How many meet the condition of a stage itself, where others came to a later one without it.
fn meets(text: &Text, n: u32, of: u32) -> AttrValue {
    let share = text.percent(f64::from(n) / f64::from(of), 0);
    text.with("journey-live-meets", &[("n", n.into()), ("share", share.into())])
}

/// The figures of a stage where it is looked at.
pub fn stage_live(
    text: &Text,
    document: &Document,
    journey: ElementId,
    stage: ElementId,
    live: &Live,
) -> Html {
    let at = document.stages(journey).iter().position(|s| *s == stage);
    let Some((at, figures)) = at.and_then(|at| Some((at, live.stage(at)?))) else {
        return html! {};
    };
    if !figures.measured {
        return html! {};
    }
    let names = stage_names(text, document, journey);
    let why = Why { text, document, live, names: &names, place: "side" };
    let target = document.stage(stage).and_then(|s| s.target);
    let before = live.before().and_then(|b| b.stages.get(at)).filter(|b| b.measured);
    let scored = figures.by_level.len().saturating_sub(1);
    html! {
        <section class="form-part journey-stage-live" data-testid="journey-stage-live">
            <h3>{ text.t("journey-live-title") }</h3>
            <p class="journey-figure">
                { count(text, live, JourneyPlace::At(at), figures.standing, &names[at]) }
                { " " }
                { explained(text, text.t("journey-live-here"), why.standing(at, figures)) }
                if let Some(before) = before {
                    { " " }
                    { moved(&why, at, names[at].clone(), figures.standing, before.standing) }
                }
            </p>
            { progress(&why, at, figures, target) }
            if let Some(now) = live.now().filter(|_| figures.meets < figures.reached) {
                <p class="small">{ meets(text, figures.meets, now.accounts) }</p>
            }
            <ul class="journey-levels" aria-label={text.t("journey-live-by-level")}>
                for (level, n) in figures.by_level.iter().take(scored).enumerate() {
                    <li key={level}>
                        { level_badge(text, Some(level as u8)) }
                        { counted(text, live, JourneyPlace::At(at), vec![level as u8], *n, &names[at]) }
                    </li>
                }
                if let Some(n) = figures.by_level.last().filter(|n| **n > 0) {
                    <li key="none">{ level_badge(text, None) }<span class="number">{ text.integer(*n) }</span></li>
                }
            </ul>
        </section>
    }
}
