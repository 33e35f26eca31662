//! Raw values with the curve of points, worst and best as handles, and the points that come out.

use super::curve::{curve, handle_step, points_of_bins, range};
use super::rates::rates_table;
use crate::hooks::{use_memo, use_mut_ref};
use crate::markup::html;
use crate::parts::use_width;
use crate::scoring::edits::change_measure;
use crate::scoring::grip::use_grip;
use crate::scoring::picture::{ChartCanvas, Handle};
use crate::scoring::words::input_words;
use crate::text::{Text, use_text};
use chart::{Bins, Chart, Frame, MeasureChart, Mini, Tick, decimals_of_step, nice_ticks};
use engine::message::MeasureDetail;
use plan::ElementId;
use score::{Measure, Normaliser};
use std::rc::Rc;
use yew::prelude::*;

const HEIGHT_PX: f64 = 220.0;
const POINTS_HEIGHT_PX: f64 = 56.0;
/// A tick this near to a handle would lie under it, as a share of the range.
const CLEAR: f64 = 0.14;
/// The churn rate of a bin with fewer known outcomes is left out: it would be noise.
pub(super) const LEAST_ACCOUNTS: u32 = 20;
/// About the width of a handle with its words, in CSS pixels.
const HANDLE_PX: f64 = 72.0;

/// Properties of [`MeasurePicture`].
#[derive(PartialEq, Properties)]
pub struct MeasurePictureProps {
    /// The measure as it is now.
    pub measure: Rc<Measure>,
    /// Its values; `None` until they are known.
    pub detail: Option<Rc<MeasureDetail>>,
    /// Whether something is being dragged: then the measure is newer than its detail.
    pub live: bool,
}

/// Values, curve, handles, points.
#[component]
pub fn MeasurePicture(props: &MeasurePictureProps) -> Html {
    let text = use_text();
    let node = use_node_ref();
    let width = use_width(node.clone());
    // While a handle is dragged the axis must not move under it.
    let held = use_mut_ref(|| None::<(f64, f64)>);
    let content = match (&props.detail, &props.measure.input) {
        (_, None) => words(&text, "score-no-input"),
        (None, _) => words(&text, "score-loading"),
        (Some(detail), _) if detail.present == 0 => words(&text, "score-no-values"),
        (Some(detail), Some(input)) => {
            let ends = match props.measure.normaliser {
                Normaliser::Linear { worst, best } => vec![worst, best],
                _ => Vec::new(),
            };
            let across = held.borrow().unwrap_or_else(|| range(detail, &ends));
            let axis = input_words(&text, input);
            let counts = Some(&props.measure.normaliser)
                .filter(|_| props.live)
                .and_then(|normaliser| points_of_bins(normaliser, &detail.values))
                .unwrap_or_else(|| detail.points.counts.clone());
            let picture = picture(&text, &props.measure, detail, &axis, across, &ends);
            html! {
                <>
                    <ValuesPicture
                        measure={props.measure.clone()} picture={Rc::new(Chart::Measure(picture))}
                        label={summary(&text, detail)} {across} {width}
                        on_hold={Callback::from(move |holds: bool| {
                            held.replace(holds.then_some(across));
                        })}
                    />
                    <PointsPicture {counts} {width} />
                    { rates_table(&text, detail) }
                </>
            }
        }
    };
    // One element for good, whose width is followed.
    html! { <div ref={node} class="measure-picture">{ content }</div> }
}

fn words(text: &Text, id: &str) -> Html {
    html! { <p class="quiet small">{ text.t(id) }</p> }
}

fn summary(text: &Text, detail: &MeasureDetail) -> AttrValue {
    text.with(
        "score-measure-summary",
        &[
            ("present", detail.present.into()),
            ("min", text.short(detail.min, 2).into()),
            ("max", text.short(detail.max, 2).into()),
        ],
    )
}

#[derive(PartialEq, Properties)]
struct ValuesPictureProps {
    measure: Rc<Measure>,
    picture: Rc<Chart>,
    label: AttrValue,
    across: (f64, f64),
    width: f64,
    on_hold: Callback<bool>,
}

/// The histogram of values with its handles.
#[component]
fn ValuesPicture(props: &ValuesPictureProps) -> Html {
    let frame = Frame { width_px: props.width, height_px: HEIGHT_PX, pixel_ratio: 1.0 };
    let plot = props.picture.plot(frame);
    html! {
        <div class="chart" style={format!("height:{HEIGHT_PX}px")}>
            <ChartCanvas
                chart={props.picture.clone()} width_px={props.width} height_px={HEIGHT_PX}
                label={props.label.clone()}
            />
            <div class="chart-handles">
                if props.width > 0.0 && let Normaliser::Linear { worst, best } = props.measure.normaliser {
                    <EndHandles
                        id={ElementId(props.measure.id.0)} {worst} {best} scale={plot.x()}
                        across={props.across} top_px={plot.bottom + 12.0} on_hold={props.on_hold.clone()}
                    />
                }
            </div>
        </div>
    }
}

fn picture(
    text: &Text,
    measure: &Measure,
    detail: &MeasureDetail,
    axis: &str,
    across: (f64, f64),
    ends: &[f64],
) -> MeasureChart {
    let span = across.1 - across.0;
    let ticks = nice_ticks(across.0, across.1, 4);
    let step = ticks.windows(2).map(|t| t[1] - t[0]).next().unwrap_or(span);
    let decimals = decimals_of_step(step);
    let is_clear = |at: &f64| ends.iter().all(|e| (e - at).abs() >= span * CLEAR);
    MeasureChart {
        bins: Bins {
            start: detail.values.start,
            step: detail.values.step,
            counts: detail.values.counts.clone(),
        },
        range: across,
        curve: curve(&measure.normaliser, &detail.values, across),
        churn_rate: reliable_rates(detail),
        handles: ends.to_vec(),
        value_ticks: ticks
            .into_iter()
            .filter(is_clear)
            .map(|at| Tick { at, label: text.short(at, decimals) })
            .collect(),
        point_ticks: [0.0, 50.0, 100.0].map(|at| Tick { at, label: text.short(at, 0) }).to_vec(),
        axis: axis.to_owned(),
        curve_label: text.t("score-curve-points").to_string(),
        churn_label: text.t("score-curve-churn").to_string(),
    }
}

/// The churn rates of bins with enough accounts to speak of a rate; empty without an outcome.
fn reliable_rates(detail: &MeasureDetail) -> Vec<f64> {
    let rate = |(&known, &churned): (&u32, &u32)| {
        if known < LEAST_ACCOUNTS { f64::NAN } else { f64::from(churned) / f64::from(known) }
    };
    detail.known.iter().zip(&detail.churned).map(rate).collect()
}

#[derive(PartialEq, Properties)]
struct EndHandlesProps {
    id: ElementId,
    worst: f64,
    best: f64,
    scale: chart::Scale,
    across: (f64, f64),
    top_px: f64,
    on_hold: Callback<bool>,
}

/// Worst and best, dragged.
#[component]
fn EndHandles(props: &EndHandlesProps) -> Html {
    let text = use_text();
    let grip = use_grip();
    let id = props.id;
    let step = handle_step(props.across);
    let decimals = decimals_of_step(step);
    let apart_px = props.scale.px(props.best) - props.scale.px(props.worst);
    let side = if apart_px < 0.0 { 1 } else { -1 };
    let lean = if apart_px.abs() < HANDLE_PX { side } else { 0 };
    let handle = |label: &str, value: f64, lean: i8, set: fn(&mut Normaliser, f64)| {
        let (begin, end, input) = (grip.clone(), grip.clone(), grip.clone());
        let (hold, release) = (props.on_hold.clone(), props.on_hold.clone());
        html! {
            <Handle
                label={text.t(&format!("{label}-long"))} {value} {step} {lean} scale={props.scale}
                words={format!("{} {}", text.t(label), text.short(value, decimals))}
                min={props.across.0} max={props.across.1} top_px={props.top_px}
                on_begin={Callback::from(move |()| { hold.emit(true); begin.begin(); })}
                on_input={Callback::from(move |to: f64| {
                    input.edit(|d| change_measure(d, id, |m| set(m.normaliser, to)));
                })}
                on_end={Callback::from(move |()| { release.emit(false); end.end(); })}
            />
        }
    };
    html! {
        <>
            { handle("score-worst", props.worst, lean, |n, to| if let Normaliser::Linear { worst, .. } = n { *worst = to; }) }
            { handle("score-best", props.best, -lean, |n, to| if let Normaliser::Linear { best, .. } = n { *best = to; }) }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct PointsPictureProps {
    counts: Vec<u32>,
    width: f64,
}

/// How many accounts get how many points.
#[component]
fn PointsPicture(props: &PointsPictureProps) -> Html {
    let text = use_text();
    let chart =
        use_memo(props.counts.clone(), |counts| Chart::Mini(Mini { counts: counts.clone() }));
    html! {
        <figure class="points-picture">
            <figcaption class="small quiet">{ text.t("score-points-spread") }</figcaption>
            <ChartCanvas {chart} width_px={props.width} height_px={POINTS_HEIGHT_PX} />
            <div class="points-axis small quiet" aria-hidden="true">
                <span>{ "0" }</span><span>{ "50" }</span><span>{ "100" }</span>
            </div>
        </figure>
    }
}
