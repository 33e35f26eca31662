//! Calibration: what became of each tenth of the scores.

use super::outcome::axis_end;
use crate::markup::html;
use crate::parts::{explained, use_width};
use crate::scoring::explain;
use crate::scoring::picture::ChartCanvas;
use crate::text::{Text, use_text};
use chart::{Calibration, Chart, GroupShare, Tick, nice_ticks};
use engine::message::OutcomeView;
use std::rc::Rc;
use yew::prelude::*;

const HEIGHT_PX: f64 = 200.0;

/// Properties of [`CalibrationPicture`].
#[derive(PartialEq, Properties)]
pub struct CalibrationPictureProps {
    /// The outcome; `None` until all of it is known.
    pub outcome: Option<Rc<OutcomeView>>,
}

/// Churn per tenth of the scores, as a picture and, folded away, as a table.
#[component]
pub fn CalibrationPicture(props: &CalibrationPictureProps) -> Html {
    let text = use_text();
    let node = use_node_ref();
    let width_px = use_width(node.clone());
    let content = match props.outcome.as_deref() {
        None => html! { <p class="small quiet">{ text.t("score-loading") }</p> },
        // The score of nobody can be held against an outcome.
        Some(o) if o.deciles.iter().all(|d| d.outcome.known == 0) => {
            html! { <p class="small quiet">{ text.t("score-calibration-none") }</p> }
        }
        Some(o) => html! {
            <>
                <p class="small quiet">{ text.t("score-calibration-note") }</p>
                <ChartCanvas
                    chart={Rc::new(Chart::Calibration(picture(&text, o)))} {width_px} height_px={HEIGHT_PX}
                    label={text.t("score-calibration-summary")}
                />
                { table(&text, o) }
            </>
        },
    };
    // One element for good, whose width is followed.
    html! {
        <div ref={node} class="calibration">
            <h3>{ text.t("score-calibration") }</h3>
            { content }
        </div>
    }
}

fn picture(text: &Text, outcome: &OutcomeView) -> Calibration {
    let high = outcome.deciles.iter().map(|d| d.outcome.high).filter(|h| h.is_finite());
    let highest = axis_end(high.fold(0.0, f64::max));
    let all = f64::from(outcome.churned) / f64::from(outcome.churned + outcome.retained);
    let group = |d: &engine::message::DecileOutcome| GroupShare {
        label: text.decimal(d.mean_score, 0),
        share: d.outcome.rate,
        low: d.outcome.low,
        high: d.outcome.high,
    };
    Calibration {
        groups: outcome.deciles.iter().map(group).collect(),
        overall: all,
        overall_label: text
            .with("score-calibration-all", &[("share", text.percent(all, 1).into())])
            .to_string(),
        highest,
        ticks: nice_ticks(0.0, highest, 4)
            .into_iter()
            .map(|at| Tick { at, label: text.percent(at, if highest < 0.05 { 1 } else { 0 }) })
            .collect(),
        axis: text.t("score-calibration-axis").to_string(),
    }
}

fn table(text: &Text, outcome: &OutcomeView) -> Html {
    html! {
        <details class="rates small">
            <summary>{ text.t("score-calibration-table") }</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ text.t("score-calibration-tenth") }</th>
                        <th scope="col" class="number">{ text.t("score-mean") }</th>
                        <th scope="col" class="number">{ text.t("score-churned") }</th>
                        <th scope="col" class="number">{ text.t("score-churned-of") }</th>
                    </tr>
                </thead>
                <tbody>
                    for (i, d) in outcome.deciles.iter().enumerate().filter(|(_, d)| d.outcome.known > 0) {
                        <tr key={i}>
                            <th scope="row">{ i + 1 }</th>
                            <td class="number">{ text.decimal(d.mean_score, 1) }</td>
                            <td class="number">
                                { explained(text, text.percent(d.outcome.rate, 1), explain::rate(
                                    text, format!("why-tenth-{i}"),
                                    format!("{} {}", text.t("score-calibration-tenth"), i + 1), d.outcome, None,
                                )) }
                            </td>
                            <td class="number quiet">
                                { text.with("score-churned-count", &[
                                    ("churned", d.outcome.churned.into()), ("known", d.outcome.known.into()),
                                ]) }
                            </td>
                        </tr>
                    }
                </tbody>
            </table>
        </details>
    }
}
