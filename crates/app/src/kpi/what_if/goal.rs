//! Goal seek: which figure of one node brings another to a goal.

use super::with_override;
use crate::hooks::use_state_eq;
use crate::kpi::area::Area;
use crate::kpi::inspector::typing;
use crate::kpi::stand::StandAction;
use crate::kpi::words::figure;
use crate::markup::html;
use crate::parts::{Choice, NumberField, Select};
use crate::state::use_actions;
use crate::text::use_text;
use engine::message::{Answer, Call, KpiAnswer, KpiAsk, Problem};
use kpi::{NodeId, Sought};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`GoalSeek`].
#[derive(PartialEq, Properties)]
pub struct GoalSeekProps {
    /// The area.
    pub area: Area,
    /// The place of the node that has the goal.
    pub of: usize,
}

/// A goal, a lever, and what was found.
#[component]
pub fn GoalSeek(props: &GoalSeekProps) -> Html {
    let text = use_text();
    let actions = use_actions();
    let area = &props.area;
    let goal = use_state_eq(|| None::<f64>);
    let lever = use_state_eq(|| None::<NodeId>);
    let found = use_state_eq(|| None::<Sought>);
    let Some(node) = area.node(props.of) else { return html! { <div /> } };
    let (scale, sign, decimals) = typing(&node.body.unit);
    let mut places: Vec<usize> = (0..area.tree.nodes.len())
        .filter(|at| !area.figures.is_computed(*at) && area.figures.is_used(*at))
        .filter(|at| area.figures.real(*at).is_finite())
        .collect();
    // What hangs below the node is likelier to move it than what does not.
    let hangs_below = |at: usize| {
        std::iter::successors(Some(at), |at| area.tree.parent(*at)).any(|at| at == props.of)
    };
    table::order::sort_by_key(&mut places, |at| !hangs_below(*at));
    let chosen = lever.and_then(|id| area.tree.place(id)).filter(|at| places.contains(at));
    let chosen = chosen.or_else(|| places.first().copied());
    let Some(chosen) = chosen else { return html! { <div /> } };
    let target = goal.or(node.body.target).unwrap_or_else(|| area.figures.real(props.of));
    let choices: Rc<[Choice]> = places
        .iter()
        .filter_map(|at| area.node(*at))
        .map(|n| Choice::new(n.id.0.to_string(), n.name.clone()))
        .collect();
    let on_lever = {
        let (lever, found) = (lever.clone(), found.clone());
        Callback::from(move |id: AttrValue| {
            lever.set(id.parse().ok().map(NodeId));
            found.set(None);
        })
    };
    let on_goal = {
        let (goal, found) = (goal.clone(), found.clone());
        Callback::from(move |to: f64| {
            goal.set(Some(to / scale));
            found.set(None);
        })
    };
    let seek = {
        let (area, of, found) = (area.clone(), node.id, found.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(lever) = area.node(chosen).map(|n| n.id) else { return };
            let (low, high) = area.figures.lever(chosen);
            let assumed = area.stand.assumed.clone();
            let mut overrides = assumed.overrides.clone();
            overrides.retain(|o| o.node != lever);
            let call = Call::Kpi {
                context: Box::new((*area.context).clone()),
                ask: KpiAsk::Seek { lever, low, high, of, goal: target, overrides },
            };
            let (engine, hand, found) =
                (actions.engine().clone(), area.hand.clone(), found.clone());
            actions.run(async move {
                match engine.call(call).await? {
                    Answer::Kpi(KpiAnswer::Sought(sought)) => {
                        if let Sought::Reached(value) = sought {
                            let next = with_override(&assumed, lever, Some(value));
                            hand.go(StandAction::Assume(next));
                        }
                        found.set(Some(sought));
                        Ok(())
                    }
                    other => Err(Problem::unexpected(&other)),
                }
            });
        })
    };
    let name = |place: usize| area.node(place).map(|n| n.name.clone()).unwrap_or_default();
    let unit_of = |place: usize| area.node(place).map(|n| n.body.unit.clone()).unwrap_or_default();
    let words = found.map(|found| match found {
        Sought::Reached(value) => text.with(
            "kpi-sought",
            &[
                ("lever", name(chosen).into()),
                ("value", figure(&text, value, &unit_of(chosen)).into()),
            ],
        ),
        Sought::OutOfReach { low, high } => text.with(
            "kpi-out-of-reach",
            &[
                ("lever", name(chosen).into()),
                ("low", figure(&text, low, &node.body.unit).into()),
                ("high", figure(&text, high, &node.body.unit).into()),
            ],
        ),
        Sought::NoValue => text.t("kpi-sought-none"),
    });
    html! {
        <div class="kpi-seek">
            <h3>{ text.t("kpi-seek") }</h3>
            <div class="form-line">
                <span>{ text.with("kpi-seek-goal", &[("name", node.name.clone().into())]) }</span>
                <NumberField
                    label={text.with("kpi-seek-goal", &[("name", node.name.clone().into())])} value={target * scale}
                    {decimals} unit={sign} on_commit={on_goal}
                />
            </div>
            <div class="form-line">
                <Select
                    label={text.t("kpi-seek-lever")} value={area.node(chosen).map_or_else(String::new, |n| n.id.0.to_string())}
                    {choices} on_change={on_lever}
                />
                <button type="button" class="button" onclick={seek}>{ text.t("kpi-seek-run") }</button>
            </div>
            <p role="status">{ words }</p>
        </div>
    }
}
