//! The score over the snapshots: a line, and the same as a table.

use super::Card;
use crate::markup::html;
use crate::parts::level_badge;
use crate::text::use_text;
use engine::message::{HistoryPoint, ScoringContext};
use std::fmt::Write;
use std::rc::Rc;
use yew::prelude::*;

/// The drawing's size in its own units.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 112.0;
/// Room at the left for the scale, at the right for the last label.
const LEFT: f64 = 28.0;
const RIGHT: f64 = 36.0;
const MARGIN: f64 = 10.0;

/// Properties of [`History`].
#[derive(PartialEq, Properties)]
pub struct HistoryProps {
    /// The account.
    pub card: Option<Card>,
    /// Whose levels are drawn behind the line.
    pub context: Rc<ScoringContext>,
}

/// Where a point lies in the drawing: by date and by score.
fn place(history: &[HistoryPoint], at: &HistoryPoint, score: f64) -> (f64, f64) {
    let day = |p: Option<&HistoryPoint>| p.map_or(0.0, |p| f64::from(p.date.0));
    let (first, last) = (day(history.first()), day(history.last()));
    let along = if last > first { (f64::from(at.date.0) - first) / (last - first) } else { 0.5 };
    (LEFT + along * (WIDTH - LEFT - RIGHT), height(score))
}

fn height(score: f64) -> f64 {
    HEIGHT - MARGIN - score.clamp(0.0, 100.0) / 100.0 * (HEIGHT - 2.0 * MARGIN)
}

/// The line with its gaps, and a dot on every point, as two paths.
fn paths(history: &[HistoryPoint]) -> (String, String) {
    let (mut line, mut dots, mut joined) = (String::new(), String::new(), false);
    for point in history {
        if let Some(score) = point.score {
            let (x, y) = place(history, point, score);
            // Writing to a string cannot fail.
            let _ = write!(line, "{}{x:.1} {y:.1}", if joined { 'L' } else { 'M' });
            let _ = write!(dots, "M{:.1} {y:.1}a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0", x - 2.5);
        }
        joined = point.score.is_some();
    }
    (line, dots)
}

/// The course of the score.
#[component]
pub fn History(props: &HistoryProps) -> Html {
    let text = use_text();
    let Some(account) = props.card.as_ref().and_then(Card::get) else { return Html::default() };
    let history = &account.history;
    let scored: Vec<(&HistoryPoint, f64)> =
        history.iter().filter_map(|p| p.score.map(|s| (p, s))).collect();
    let (Some(first), Some(last)) = (scored.first(), scored.last()) else {
        return html! { <section /> };
    };
    let (line, dots) = paths(history);
    let label = text.with(
        "accounts-history-label",
        &[
            ("first", text.decimal(first.1, 1).into()),
            ("first_date", text.date(first.0.date).into()),
            ("last", text.decimal(last.1, 1).into()),
            ("last_date", text.date(last.0.date).into()),
        ],
    );
    let scale = |value: f64| {
        let y = height(value);
        html! {
            <g key={value.to_string()}>
                <path class="grid-line" d={format!("M{LEFT} {y:.1}H{}", WIDTH - RIGHT)} />
                <text class="scale" x={(LEFT - 6.0).to_string()} y={format!("{:.1}", y + 3.5)} text-anchor="end">
                    { text.short(value, 1) }
                </text>
            </g>
        }
    };
    let cuts = &props.context.model.levels.cuts;
    let marks = [0.0].iter().chain(cuts).chain(&[100.0]).map(|v| scale(*v));
    let end = place(history, last.0, last.1);
    let start = place(history, first.0, first.1);
    let several = scored.len() > 1;
    html! {
        <section class="history">
            <h3>{ text.t("accounts-history") }</h3>
            <svg viewBox={format!("0 0 {WIDTH} {HEIGHT}")} role="img" aria-label={label}>
                <g>{ marks.collect::<Html>() }</g>
                <path class="line" d={line} />
                <path class="dots" d={dots} />
                <text class="point" x={format!("{:.1}", end.0 + 6.0)} y={format!("{:.1}", end.1 + 4.0)}>
                    { text.decimal(last.1, 1) }
                </text>
                <g>
                    if several {
                        <text class="point first" x={format!("{:.1}", start.0 + 2.0)} y={format!("{:.1}", (start.1 - 7.0).max(9.0))}>
                            { text.decimal(first.1, 1) }
                        </text>
                    }
                </g>
            </svg>
            <p class="history-dates quiet small">
                <span>{ text.date(first.0.date) }</span>
                <span>{ several.then(|| text.date(last.0.date)) }</span>
            </p>
            <details>
                <summary>{ text.t("accounts-as-table") }</summary>
                <table class="small">
                    <thead><tr>
                        <th scope="col">{ text.t("accounts-date") }</th>
                        <th scope="col" class="number">{ text.t("accounts-score") }</th>
                        <th scope="col">{ text.t("accounts-level") }</th>
                    </tr></thead>
                    <tbody>
                        for point in history.iter().rev() {
                            <tr key={point.date.0}>
                                <td>{ text.date(point.date) }</td>
                                <td class="number">{ text.decimal(point.score.unwrap_or(f64::NAN), 1) }</td>
                                <td>{ level_badge(&text, point.level) }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            </details>
        </section>
    }
}
