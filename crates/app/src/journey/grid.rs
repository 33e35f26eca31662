//! The grid: stages as columns, lanes as rows.

use super::cells::lane_cells;
use super::emotion::{Curve, Curves, Felt};
use super::words::name_of;
use crate::markup::html;
use crate::parts::{Icon, IconName, focus_soon};
use crate::strategy::{Look, Runner, StandAction, head_mark, step_head};
use crate::text::Text;
use plan::{Document, Element, ElementId, Kind, LaneKind};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The grid.
pub fn grid(look: &Look<'_>, document: &Document, runner: &Runner) -> Html {
    let journey = runner.canvas;
    let stages = document.stages(journey);
    let lanes = document.children_of_kind(Some(journey), Kind::Lane);
    let ids: Vec<_> = lanes.iter().map(|l| l.id).collect();
    html! {
        <>
            <div
                role="grid" class="journey-grid" aria-label={name_of(look.text, document, journey)}>
                <div role="row" class="journey-heads" key="heads">
                    <div role="columnheader" class="journey-corner">{ looks(runner, None, look.text.t("journey-whole"), None) }</div>
                    for at in 0..stages.len() {
                        { stage_head(look, document, runner, &stages, at) }
                    }
                </div>
                for (at, lane) in lanes.iter().enumerate() {
                    { lane_row(look, document, runner, lane, &stages, head_mark(runner.stand.drop, &ids, at)) }
                }
            </div>
            { adders(look, runner) }
        </>
    }
}

/// A button that looks at a stage or lane, or at the whole journey. A stage or lane goes elsewhere with Alt and an
/// arrow key.
fn looks(
    runner: &Runner,
    id: Option<ElementId>,
    name: AttrValue,
    keys: Option<&'static str>,
) -> Html {
    let hand = runner.hand.clone();
    let here = runner.stand.cursor == id && runner.stand.inspects;
    let onclick = Callback::from(move |_: MouseEvent| hand.go(StandAction::Look(id)));
    let onkeydown = {
        let hand = runner.hand.clone();
        Callback::from(move |e: KeyboardEvent| {
            let later = match e.key().as_str() {
                "ArrowLeft" | "ArrowUp" => false,
                "ArrowRight" | "ArrowDown" => true,
                _ => return,
            };
            let Some(id) = id.filter(|_| e.alt_key()) else { return };
            e.prevent_default();
            if hand.edit(|d| step_head(d, id, later)) {
                focus_soon(head_id(id));
            }
        })
    };
    html! {
        <>
            <button
                type="button" id={id.map(head_id)} class="journey-name" aria-pressed={here.to_string()} {onclick} {onkeydown}
                aria-keyshortcuts={keys}
            >{ name }</button>
            <span class="journey-grip" data-grip={id.map(|_| "")} aria-hidden="true" />
        </>
    }
}

/// The id in the page of the button in a head.
fn head_id(id: ElementId) -> String {
    format!("head-{}", id.0)
}

fn stage_head(
    look: &Look<'_>,
    document: &Document,
    runner: &Runner,
    stages: &[ElementId],
    at: usize,
) -> Html {
    let stage = stages[at];
    let checkpoints = document.children(Some(stage)).len();
    html! {
        <div
            role="columnheader" class="journey-stage" key={stage.0} data-testid="journey-stage"
            data-head={stage.0.to_string()} data-drop={head_mark(runner.stand.drop, stages, at)}
            data-dragged={is_dragged(runner, stage)}
        >
            { looks(runner, Some(stage), name_of(look.text, document, stage), Some("Alt+ArrowLeft Alt+ArrowRight")) }
            <span class="small quiet">
                { (checkpoints > 0).then(|| look.text.with("journey-checkpoints-n", &[("n", checkpoints.into())])) }
            </span>
        </div>
    }
}

fn lane_row(
    look: &Look<'_>,
    document: &Document,
    runner: &Runner,
    lane: &Element,
    stages: &[ElementId],
    drop: Option<&'static str>,
) -> Html {
    let Some(kind) = document.lane_kind(lane.id) else { return html! {} };
    let name = name_of(look.text, document, lane.id);
    let asks =
        (kind != LaneKind::Own).then(|| look.text.t(&format!("journey-lane-{}-ask", kind.key())));
    let cells = lane_cells(look, document, lane.id, &name, stages);
    html! {
        <div
            role="row" key={lane.id.0} class="journey-lane" data-lane={kind.key()} data-drop={drop}
            style={(cells.tracks > 0).then(|| format!("--tracks:repeat({},auto)", cells.tracks))}
        >
            <div
                role="rowheader" class="journey-lane-head" data-head={lane.id.0.to_string()}
                data-dragged={is_dragged(runner, lane.id)}
            >
                { looks(runner, Some(lane.id), name, Some("Alt+ArrowUp Alt+ArrowDown")) }
                <span class="small quiet">{ asks }</span>
                { legend(look.text, kind) }
            </div>
            if kind == LaneKind::Emotion && !stages.is_empty() {
                <Curves hand={runner.hand.clone()} stages={felt(look.text, document, stages)} />
            } else {
                { cells.drawn }
            }
        </div>
    }
}

/// Whether a head goes along with the pointer.
fn is_dragged(runner: &Runner, id: ElementId) -> Option<&'static str> {
    runner
        .stand
        .drop
        .is_some_and(|(spot, _)| spot.holder == id && spot.stage.is_none())
        .then_some("")
}

/// Which curve is which.
fn legend(text: &Text, kind: LaneKind) -> Html {
    let one = |curve: Curve| {
        html! {
            <span key={curve.words()} class="small" data-curve={curve.words()}>
                <span aria-hidden="true">{ curve.sign() }{ " " }</span>{ text.t(curve.words()) }
            </span>
        }
    };
    html! {
        <span class="journey-legend">
            if kind == LaneKind::Emotion {
                for curve in Curve::BOTH {
                    { one(curve) }
                }
            }
        </span>
    }
}

/// How customers feel in the stages.
pub fn felt(text: &Text, document: &Document, stages: &[ElementId]) -> Rc<[Felt]> {
    let one = |id: &ElementId| {
        let stage = document.stage(*id)?;
        let (feels, shall_feel) = (stage.feels, stage.shall_feel);
        Some(Felt { stage: *id, name: name_of(text, document, *id), feels, shall_feel })
    };
    stages.iter().filter_map(one).collect()
}

/// Below the grid: another stage, another lane.
fn adders(look: &Look<'_>, runner: &Runner) -> Html {
    let (text, journey) = (look.text, runner.canvas);
    let add_stage = {
        let hand = runner.hand.clone();
        Callback::from(move |_: MouseEvent| {
            let added = hand.ask(|d| ElementId(d.next_id));
            if hand.edit(|d| Some(d.add_stage(journey, "", usize::MAX))) {
                hand.go(StandAction::Look(Some(added)));
            }
        })
    };
    let add_lane = {
        let hand = runner.hand.clone();
        Callback::from(move |e: Event| {
            let select: HtmlSelectElement = e.target_unchecked_into();
            let kind = LaneKind::ALL.into_iter().find(|k| k.key() == select.value());
            select.set_value("");
            hand.edit(|d| Some(d.add_lane(journey, kind?, "", usize::MAX)));
        })
    };
    let disabled = !runner.hand.writable;
    html! {
        <div class="journey-adders">
            <select class="field" aria-label={text.t("journey-lane-add")} {disabled} onchange={add_lane} data-testid="journey-lane-add">
                <option key="none" value="" selected=true>{ text.t("journey-lane-add") }</option>
                for kind in LaneKind::ALL {
                    <option key={kind.key()} value={kind.key()}>{ text.t(&format!("journey-lane-{}", kind.key())) }</option>
                }
            </select>
            <button type="button" class="button" {disabled} onclick={add_stage} data-testid="journey-stage-add">
                <Icon name={IconName::Plus} />{ text.t("journey-stage-add") }
            </button>
        </div>
    }
}
