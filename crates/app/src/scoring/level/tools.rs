//! How many levels there are, and by which method they are cut.

use crate::markup::html;
use crate::parts::{Choice, NumberField, Select};
use crate::scoring::edits::change_levels;
use crate::scoring::grip::{Grip, use_grip};
use crate::scoring::view::use_scoring_context;
use crate::text::use_text;
use engine::message::{Answer, Call, CutMethod, Problem, ScoringContext};
use plan::Gesture;
use score::Levels;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`LevelTools`].
#[derive(PartialEq, Properties)]
pub struct LevelToolsProps {
    /// Cuts and names as they are now.
    pub levels: Levels,
    /// Whether there is an outcome to cut by.
    pub has_outcome: bool,
    /// Whether levels can be changed.
    pub writable: bool,
}

/// Number of levels, methods, hysteresis.
#[component]
pub fn LevelTools(props: &LevelToolsProps) -> Html {
    let text = use_text();
    let grip = use_grip();
    let context = use_scoring_context();
    let count = props.levels.cuts.len() + 1;
    let counts: Rc<[Choice]> =
        (2..=7).map(|n: usize| Choice::new(n.to_string(), n.to_string())).collect();
    let on_count = {
        let grip = grip.clone();
        Callback::from(move |n: AttrValue| {
            if let Ok(n) = n.parse::<usize>() {
                grip.edit(|d| change_levels(d, |l| set_count(l, n)));
            }
        })
    };
    let method = |method: CutMethod| {
        let (grip, context) = (grip.clone(), context.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(context) = context.clone() {
                cut_by(&grip, context, count, method);
            }
        })
    };
    let on_hysteresis = {
        let grip = grip.clone();
        Callback::from(move |points: f64| {
            grip.edit(|d| change_levels(d, |l| l.hysteresis_points = points));
        })
    };
    let unasked = !props.writable || context.is_none();
    html! {
        <div class="level-tools">
            <Select
                label={text.t("score-level-count")} value={count.to_string()} choices={counts}
                disabled={!props.writable} on_change={on_count}
            />
            <span class="level-methods" role="group" aria-label={text.t("score-cut-by")}>
                <button class="button" type="button" disabled={unasked} onclick={method(CutMethod::Quantile)}>
                    { text.t("score-cut-quantile") }
                </button>
                <button
                    class="button" type="button" disabled={unasked || !props.has_outcome}
                    title={(!props.has_outcome).then(|| text.t("score-short-no-outcome"))}
                    onclick={method(CutMethod::Outcome)}
                >
                    { text.t("score-cut-outcome") }
                </button>
            </span>
            <span class="labelled-inline" title={text.t("score-hysteresis-hint")}>
                <span>{ text.t("score-hysteresis") }</span>
                <NumberField
                    label={text.t("score-hysteresis-hint")} value={props.levels.hysteresis_points}
                    min={0.0} max={50.0} decimals={1} unit={text.t("score-points-unit")}
                    disabled={!props.writable} on_commit={on_hysteresis}
                />
            </span>
        </div>
    }
}

/// So many levels of equal width; names are kept from the lowest up.
fn set_count(levels: &mut Levels, count: usize) {
    if levels.cuts.len() + 1 == count {
        return;
    }
    levels.cuts = (1..count).map(|i| (100.0 * i as f64 / count as f64).round()).collect();
    levels.names.resize(count, String::new());
}

/// Asks for cuts by a method and takes them.
fn cut_by(grip: &Grip, context: ScoringContext, levels: usize, method: CutMethod) {
    let asking = grip.clone();
    grip.actions().run(async move {
        let call = Call::Cuts { context, levels: levels as u8, method };
        match asking.actions().engine().call(call).await? {
            Answer::Cuts(cuts) if cuts.len() + 1 == levels => {
                asking.edit_in(Gesture::Once, |d| change_levels(d, |l| l.cuts = cuts));
                Ok(())
            }
            other => Err(Problem::unexpected(&other)),
        }
    });
}
