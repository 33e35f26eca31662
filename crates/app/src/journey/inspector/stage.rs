//! A stage: its figures and checkpoints, how customers feel, its place, and its thread.

use super::{part, tool};
use crate::journey::emotion::Curve;
use crate::journey::live::{Live, stage_form};
use crate::journey::words::name_of;
use crate::markup::html;
use crate::parts::{Icon, IconName, NumberField};
use crate::strategy::{Runner, StandAction, step_head, thread};
use crate::text::Text;
use plan::{Document, ElementId, MOST_EMOTION};
use yew::prelude::*;

/// The form of a stage.
pub fn form(text: &Text, document: &Document, runner: &Runner, live: &Live, id: ElementId) -> Html {
    let Some(stage) = document.stage(id) else { return html! {} };
    html! {
        <>
            { stage_form(text, document, runner, live, id) }
            <fieldset class="journey-felt">
                <legend class="labelled-name">{ text.t("journey-felt") }</legend>
                for curve in Curve::BOTH {
                    { felt(text, runner, id, curve, *curve.within(&mut stage.clone())) }
                }
            </fieldset>
            { tools(text, document, runner, id) }
            { thread(text, runner, id) }
        </>
    }
}

/// How customers feel, as a number.
fn felt(text: &Text, runner: &Runner, id: ElementId, curve: Curve, value: Option<i8>) -> Html {
    let hand = runner.hand.clone();
    let disabled = !hand.writable;
    let on_commit = Callback::from(move |felt: f64| {
        hand.edit(|d| d.change_stage(id, |s| *curve.within(s) = Some(felt as i8)));
    });
    let most = f64::from(MOST_EMOTION);
    let value = value.map_or(f64::NAN, f64::from);
    let label = text.t(curve.words());
    let field = html! {
        <NumberField label={label.clone()} {value} min={-most} max={most} step={10.0} {disabled} {on_commit} />
    };
    part(label, field)
}

/// Its place among the stages, and what becomes of it.
fn tools(text: &Text, document: &Document, runner: &Runner, id: ElementId) -> Html {
    let journey = runner.canvas;
    let stages = document.stages(journey);
    let at = stages.iter().position(|s| *s == id).unwrap_or_default();
    let own = name_of(text, document, id);
    let second = text.with("journey-stage-second", &[("stage", (&own).into())]).to_string();
    let next = stages.get(at + 1).map(|next| name_of(text, document, *next)).unwrap_or_default();
    let both = format!("{own} / {next}");
    let remove = {
        let hand = runner.hand.clone();
        Callback::from(move |_: MouseEvent| {
            if hand.edit(|d| d.remove_stage(id)) {
                hand.go(StandAction::Look(None));
            }
        })
    };
    html! {
        <div class="form-part journey-tools">
            { tool(text, runner, IconName::ChevronLeft, "journey-stage-earlier", move |d| step_head(d, id, false)) }
            { tool(text, runner, IconName::ChevronRight, "journey-stage-later", move |d| step_head(d, id, true)) }
            { tool(text, runner, IconName::Plus, "journey-stage-after", move |d| Some(d.add_stage(journey, "", at + 1))) }
            { tool(text, runner, IconName::Branch, "journey-stage-split", move |d| d.split_stage(id, &second)) }
            { tool(text, runner, IconName::Indent, "journey-stage-merge", move |d| d.merge_stage(id, &both, &next)) }
            <button
                type="button" class="button" disabled={!runner.hand.writable || stages.len() < 2} onclick={remove}
                data-testid="journey-stage-remove"
            ><Icon name={IconName::Trash} />{ text.t("journey-stage-remove") }</button>
        </div>
    }
}
