//! A stage where it is looked at: when an account has come here, how many are meant to, and its checkpoints, each
//! with its figures.

use super::{Live, checkpoint_live, stage_live};
use crate::markup::html;
use crate::parts::{Icon, IconName, NumberField};
use crate::scoring::{LiveFormula, NameField, Wanted};
use crate::strategy::Runner;
use crate::text::Text;
use plan::{Checkpoint, Document, Edit, Element, ElementId, Kind, Stage};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The form of a stage.
pub fn stage_form(
    text: &Text,
    document: &Document,
    runner: &Runner,
    live: &Live,
    id: ElementId,
) -> Html {
    let Some(stage) = document.stage(id) else { return html! {} };
    let checkpoints = document.children_of_kind(Some(id), Kind::Checkpoint);
    let own = document.element(id).map(|e| e.name.clone()).unwrap_or_default();
    // What it is called without a name of its own.
    let given = text.known(&format!("journey-stage-{}", stage.key));
    let given = given.map(|name| text.with("journey-stage-given", &[("stage", name.into())]));
    let given = given.unwrap_or_default();
    let add = {
        let hand = runner.hand.clone();
        Callback::from(move |_: MouseEvent| {
            hand.edit(|d| Some(d.add_checkpoint(id, "", Checkpoint::default())));
        })
    };
    let entry = change_stage(runner, id, |stage, v: AttrValue| stage.entry = v.to_string());
    let target = change_stage(runner, id, |stage, v: f64| stage.target = asked(v));
    html! {
        <div class="form journey-form" key={id.0} data-testid="journey-stage-form">
            <div class="form-part">
                { name(text, runner, id, own, "journey-stage-name", given) }
                { formula(text, "journey-entry", &stage.entry, entry) }
                { share(text, runner, "journey-stage-target", stage.target, target) }
            </div>
            { stage_live(text, document, runner.canvas, id, live) }
            <section class="form-part">
                <h3>{ text.t("journey-checkpoints") }</h3>
                if checkpoints.is_empty() {
                    <p class="small quiet">{ text.t("journey-checkpoints-line") }</p>
                }
                <ol class="journey-checkpoints">
                    for element in checkpoints {
                        { checkpoint(text, document, runner, live, element) }
                    }
                </ol>
                <button type="button" class="button" disabled={!runner.hand.writable} onclick={add} data-testid="journey-checkpoint-add">
                    <Icon name={IconName::Plus} />{ text.t("journey-checkpoint-add") }
                </button>
            </section>
        </div>
    }
}

fn checkpoint(
    text: &Text,
    document: &Document,
    runner: &Runner,
    live: &Live,
    element: &Element,
) -> Html {
    let id = element.id;
    let Some(body) = document.checkpoint(id) else { return html! {} };
    let disabled = !runner.hand.writable;
    let condition = change_checkpoint(runner, id, |c, v: AttrValue| c.condition = v.to_string());
    let target = change_checkpoint(runner, id, |c, v: f64| c.target = asked(v));
    let onboarding = change_checkpoint(runner, id, |c, on: bool| c.onboarding = on);
    let onchange =
        onboarding.reform(|e: Event| e.target_unchecked_into::<HtmlInputElement>().checked());
    let hand = runner.hand.clone();
    let remove = Callback::from(move |_: MouseEvent| {
        hand.edit(|_| Some(Edit::Remove(id)));
    });
    html! {
        <li key={id.0} data-testid="journey-checkpoint">
            <div class="journey-checkpoint-head">
                { name(text, runner, id, element.name.clone(), "journey-checkpoint-name", AttrValue::default()) }
                <button
                    type="button" class="button plain icon" {disabled} onclick={remove}
                    aria-label={text.t("journey-checkpoint-delete")} title={text.t("journey-checkpoint-delete")}
                ><Icon name={IconName::Trash} /></button>
            </div>
            { formula(text, "journey-checkpoint-condition", &body.condition, condition) }
            { share(text, runner, "journey-checkpoint-target", body.target, target) }
            <label class="check">
                <input type="checkbox" checked={body.onboarding} {disabled} {onchange} />{ text.t("journey-checkpoint-onboarding") }
            </label>
            { checkpoint_live(text, document, runner.canvas, id, live) }
        </li>
    }
}

fn name(
    text: &Text,
    runner: &Runner,
    id: ElementId,
    value: String,
    label: &str,
    placeholder: AttrValue,
) -> Html {
    let hand = runner.hand.clone();
    let on_commit = Callback::from(move |name: AttrValue| {
        hand.edit(|_| Some(Edit::SetName { id, name: name.to_string() }));
    });
    html! {
        <div class="labelled">
            <span class="labelled-name">{ text.t(label) }</span>
            <NameField label={text.t(label)} {value} {placeholder} disabled={!runner.hand.writable} {on_commit} />
        </div>
    }
}

fn formula(text: &Text, label: &str, value: &str, on_commit: Callback<AttrValue>) -> Html {
    html! {
        <div class="labelled">
            <span class="labelled-name">{ text.t(label) }</span>
            <LiveFormula
                label={text.t(label)} value={value.to_owned()} wanted={Wanted::Condition}
                placeholder={text.t("journey-succeeds-hint")} {on_commit}
            />
        </div>
    }
}

/// A share as per cent.
fn share(
    text: &Text,
    runner: &Runner,
    label: &str,
    value: Option<f64>,
    on_commit: Callback<f64>,
) -> Html {
    html! {
        <div class="labelled">
            <span class="labelled-name">{ text.t(label) }</span>
            <NumberField
                label={text.t(label)} value={value.map_or(f64::NAN, |v| v * 100.0)} min={0.0} max={100.0} decimals={1}
                unit="%" disabled={!runner.hand.writable} {on_commit}
            />
        </div>
    }
}

/// 0 % asks for nothing, as no target does.
fn asked(percent: f64) -> Option<f64> {
    (percent > 0.0).then_some(percent / 100.0)
}

fn change_stage<T: 'static>(runner: &Runner, id: ElementId, set: fn(&mut Stage, T)) -> Callback<T> {
    let hand = runner.hand.clone();
    Callback::from(move |value: T| {
        hand.edit(|d| d.change_stage(id, |stage| set(stage, value)));
    })
}

fn change_checkpoint<T: 'static>(
    runner: &Runner,
    id: ElementId,
    set: fn(&mut Checkpoint, T),
) -> Callback<T> {
    let hand = runner.hand.clone();
    Callback::from(move |value: T| {
        hand.edit(|d| d.change_checkpoint(id, |checkpoint| set(checkpoint, value)));
    })
}
