//! The distribution of scores, with cuts that can be dragged.

use crate::markup::html;
use crate::parts::{level_name, use_width};
use crate::scoring::edits::change_levels;
use crate::scoring::grip::use_grip;
use crate::scoring::picture::{ChartCanvas, Handle, rows};
use crate::text::{Text, use_text};
use chart::{BandLabel, Bins, Chart, Distribution, Frame, Tick, between_neighbours, nice_ticks};
use engine::message::{Histogram, ScoreView};
use score::Levels;
use std::rc::Rc;
use yew::prelude::*;

const HEIGHT_PX: f64 = 280.0;
/// Room between two cuts, in points of score.
const GAP: f64 = 1.0;
/// A tick this near to a cut would lie under its handle, in points of score.
const CLEAR: f64 = 9.0;
/// Between the middles of two handles side by side: the widest and a little air.
const HANDLE_PX: f64 = 40.0;
/// Between the middles of two handles one above the other.
const ROW_PX: f64 = 26.0;

/// Properties of [`DistributionChart`].
#[derive(PartialEq, Properties)]
pub struct DistributionChartProps {
    /// Distribution and level counts.
    pub score: Rc<ScoreView>,
    /// Cuts and names as they are now, perhaps newer than the counts.
    pub levels: Levels,
    /// Whether cuts can be moved.
    pub writable: bool,
}

/// The distribution of scores.
#[component]
pub fn DistributionChart(props: &DistributionChartProps) -> Html {
    let text = use_text();
    let grip = use_grip();
    let node = use_node_ref();
    let width = use_width(node.clone());
    let frame = Frame { width_px: width, height_px: HEIGHT_PX, pixel_ratio: 1.0 };
    let distribution = picture(&text, &props.score, &props.levels);
    let plot = distribution.plot(frame);
    let chart = Rc::new(Chart::Distribution(distribution));
    let cuts = &props.levels.cuts;
    let places: Vec<f64> = cuts.iter().map(|cut| plot.x().px(*cut)).collect();
    let rows = rows(&places, HANDLE_PX);
    let handles = cuts.iter().enumerate().map(|(i, &cut)| {
        let below = i.checked_sub(1).map_or(0.0, |p| cuts[p] + GAP);
        let above = cuts.get(i + 1).map_or(100.0, |next| next - GAP);
        let on_input = {
            let grip = grip.clone();
            Callback::from(move |to: f64| {
                grip.edit(|d| change_levels(d, |l| move_cut(l, i, to)));
            })
        };
        let (begin, end) = (grip.clone(), grip.clone());
        html! {
            <Handle
                key={i} label={cut_label(&text, &props.levels, i)} words={text.short(cut, 1)}
                value={cut} min={below} max={above} step={1.0} scale={plot.x()}
                top_px={plot.bottom + 12.0 - rows.get(i).map_or(0.0, |row| f64::from(*row) * ROW_PX)}
                {on_input}
                on_begin={Callback::from(move |()| begin.begin())}
                on_end={Callback::from(move |()| end.end())}
            />
        }
    });
    html! {
        <div class="chart" ref={node} style={format!("height:{HEIGHT_PX}px")}>
            <ChartCanvas
                {chart} width_px={width} height_px={HEIGHT_PX}
                label={summary(&text, &props.score, &props.levels)}
            />
            <div class="chart-handles" inert={!props.writable}>
                if width > 0.0 {
                    { for handles }
                }
            </div>
        </div>
    }
}

/// Moves one cut between its neighbours.
fn move_cut(levels: &mut Levels, index: usize, to: f64) {
    let to = between_neighbours(&levels.cuts, index, to, GAP, 0.0, 100.0);
    if let Some(cut) = levels.cuts.get_mut(index) {
        *cut = to;
    }
}

/// Between which levels a cut lies.
pub fn cut_label(text: &Text, levels: &Levels, index: usize) -> AttrValue {
    text.with(
        "score-cut",
        &[
            ("below", level_name(levels, index).into()),
            ("above", level_name(levels, index + 1).into()),
        ],
    )
}

fn bins(histogram: &Histogram) -> Bins {
    Bins { start: histogram.start, step: histogram.step, counts: histogram.counts.clone() }
}

fn picture(text: &Text, score: &ScoreView, levels: &Levels) -> Distribution {
    let counted = score.levels.len() == levels.cuts.len() + 1;
    let bands = (0..=levels.cuts.len())
        .map(|level| BandLabel {
            name: level_name(levels, level).to_string(),
            count: match score.levels.get(level) {
                Some(view) if counted => text.integer(view.accounts),
                _ => String::new(),
            },
        })
        .collect();
    let is_clear = |at: &f64| levels.cuts.iter().all(|cut| (cut - at).abs() >= CLEAR);
    let score_ticks = nice_ticks(0.0, 100.0, 5).into_iter().filter(is_clear);
    let mut distribution = Distribution {
        bins: bins(&score.distribution),
        compared: score.compared_distribution.as_ref().map(bins),
        cuts: levels.cuts.clone(),
        bands,
        score_ticks: score_ticks.map(|at| Tick { at, label: text.short(at, 0) }).collect(),
        count_ticks: Vec::new(),
        axis: text.t("score-axis").to_string(),
    };
    distribution.count_ticks = nice_ticks(0.0, f64::from(distribution.highest()), 3)
        .into_iter()
        .filter(|at| at.fract() == 0.0)
        .map(|at| Tick { at, label: text.short(at, 0) })
        .collect();
    distribution
}

fn summary(text: &Text, score: &ScoreView, levels: &Levels) -> AttrValue {
    let counts: Vec<String> = score
        .levels
        .iter()
        .enumerate()
        .map(|(i, view)| format!("{} {}", level_name(levels, i), text.integer(view.accounts)))
        .collect();
    text.with(
        "score-distribution-summary",
        &[
            ("scored", score.scored.into()),
            ("mean", text.decimal(score.mean, 1).into()),
            ("levels", counts.join(", ").into()),
        ],
    )
}
