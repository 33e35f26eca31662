//! Churn per level with its interval, whether it falls from level to level, and what to mind.

use super::calibration::CalibrationPicture;
use crate::markup::html;
use crate::parts::{explained, level_name};
use crate::scoring::explain;
use crate::scoring::view::Scored;
use crate::scoring::warnings::Warnings;
use crate::text::{Text, use_text};
use chart::nice_ticks;
use engine::message::{LevelOutcome, ScoreView};
use score::{Levels, Model};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`OutcomePanel`].
#[derive(PartialEq, Properties)]
pub struct OutcomePanelProps {
    /// What the engine says.
    pub scored: Scored,
    /// Cards and levels, for names.
    pub model: Rc<Model>,
}

/// Outcome per level.
#[component]
pub fn OutcomePanel(props: &OutcomePanelProps) -> Html {
    let text = use_text();
    let body = match props.scored.now.as_deref() {
        Some(now) if now.outcome.is_some() => known(&text, now, props),
        _ => html! {
            <p class="quiet">
                { text.t("score-no-outcome") }{ " " }<a href="#/data">{ text.t("score-no-outcome-action") }</a>
            </p>
        },
    };
    html! {
        <section class="score-block" aria-labelledby="score-outcome-title">
            <h2 id="score-outcome-title">{ text.t("score-outcome") }</h2>
            { body }
        </section>
    }
}

fn known(text: &Text, now: &ScoreView, props: &OutcomePanelProps) -> Html {
    let levels = &props.model.levels;
    let rows: Vec<(usize, LevelOutcome)> =
        now.levels.iter().enumerate().rev().filter_map(|(i, l)| Some((i, l.outcome?))).collect();
    let highest = rows.iter().map(|(_, o)| o.high).filter(|h| h.is_finite()).fold(0.0, f64::max);
    // The axis ends on a round number over the longest whisker.
    let top = axis_end(highest);
    let full = props.scored.full.as_deref().and_then(|f| f.outcome.as_ref());
    let lift = full.filter(|o| o.lowest_decile_lift.is_finite());
    let warnings = full.map(|o| o.warnings.clone()).unwrap_or_default();
    html! {
        <>
            <p class="score-verdict">{ verdict(text, now, levels) }</p>
            <table class="outcome-table">
                <caption class="hidden-visually">{ text.t("score-outcome-table") }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ text.t("score-level") }</th>
                        <th scope="col" class="outcome-axis">
                            <span>{ "0%" }</span><span>{ text.percent(top, 0) }</span>
                        </th>
                        <th scope="col" class="number">{ text.t("score-churned") }</th>
                        <th scope="col" class="number">{ text.t("score-churned-of") }</th>
                    </tr>
                </thead>
                <tbody>
                    for (level, outcome) in rows {
                        <tr key={level}>{ row(text, levels, level, outcome, now.levels[level].accounts, top) }</tr>
                    }
                </tbody>
            </table>
            <div class="small quiet">
                { text.t("score-interval-note") }
                { " " }
                { lift.map(|o| {
                    let words = text.with("score-lift", &[("lift", text.decimal(o.lowest_decile_lift, 1).into())]);
                    explained(text, words, explain::lift(text, o))
                }) }
            </div>
            <CalibrationPicture outcome={full.cloned().map(Rc::new)} />
            <Warnings {warnings} model={props.model.clone()} />
        </>
    }
}

/// A round share at or over the greatest one; at least 1 %.
pub(super) fn axis_end(highest: f64) -> f64 {
    let highest = highest.clamp(0.01, 1.0);
    let step = nice_ticks(0.0, highest, 4).get(1).copied().unwrap_or(1.0);
    ((highest / step - 1e-9).ceil() * step).min(1.0)
}

fn row(
    text: &Text,
    levels: &Levels,
    level: usize,
    outcome: LevelOutcome,
    accounts: u32,
    top: f64,
) -> Html {
    let at = |share: f64| (share / top * 100.0).clamp(0.0, 100.0);
    let is_known = outcome.known > 0 && outcome.rate.is_finite();
    let interval = if is_known {
        format!("{}–{}", text.decimal(outcome.low * 100.0, 1), text.percent(outcome.high, 1))
    } else {
        String::new()
    };
    let figure = if is_known {
        let title = explain::level_title(levels, level);
        let why = explain::rate(text, format!("why-rate-{level}"), title, outcome, Some(accounts));
        explained(text, text.percent(outcome.rate, 1), why)
    } else {
        html! { "–" }
    };
    let counts = text.with(
        "score-churned-count",
        &[("churned", outcome.churned.into()), ("known", outcome.known.into())],
    );
    html! {
        <>
            <th scope="row">
                <span class="level-badge" data-level={level.to_string()} title={level_name(levels, level)}>
                    { format!("Lv{}", level + 1) }
                </span>
            </th>
            <td>
                <span class="whisker-bar" aria-hidden="true" hidden={!is_known}>
                    <span
                        class="whisker-fill" data-level={level.to_string()}
                        style={format!("width:{:.2}%", at(outcome.rate))}
                    />
                    <span
                        class="whisker"
                        style={format!("left:{:.2}%;right:{:.2}%", at(outcome.low), 100.0 - at(outcome.high))}
                    />
                </span>
            </td>
            <td class="number">
                <b>{ figure }</b>
                <span class="small quiet interval">{ interval }</span>
                <span class="small quiet only-narrow">{ counts.clone() }</span>
            </td>
            <td class="number small quiet">{ counts }</td>
        </>
    }
}

/// Whether churn falls from level to level, and where it does not.
fn verdict(text: &Text, now: &ScoreView, levels: &Levels) -> AttrValue {
    let rates: Vec<(usize, f64)> = now
        .levels
        .iter()
        .enumerate()
        .filter_map(|(i, l)| Some((i, l.outcome?.rate)).filter(|(_, rate)| rate.is_finite()))
        .collect();
    if rates.len() < 2 {
        return text.t("score-verdict-too-few");
    }
    match rates.windows(2).find(|pair| pair[1].1 > pair[0].1) {
        None => text.t("score-verdict-falls"),
        Some(pair) => text.with(
            "score-verdict-rises",
            &[
                ("above", level_name(levels, pair[1].0).into()),
                ("below", level_name(levels, pair[0].0).into()),
            ],
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::axis_end;

    #[test]
    fn the_axis_ends_on_a_round_share() {
        assert_eq!(axis_end(0.173), 0.2);
        assert_eq!(axis_end(0.0), 0.01);
        assert_eq!(axis_end(2.0), 1.0);
    }
}
