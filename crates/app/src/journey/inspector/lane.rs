//! A lane: its name, its place, copies of it.

use super::{tool, words};
use crate::journey::words::name_of;
use crate::markup::html;
use crate::parts::IconName;
use crate::strategy::{Runner, step_head};
use crate::text::Text;
use plan::{Document, Edit, ElementId};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The form of a lane.
pub fn form(text: &Text, document: &Document, runner: &Runner, id: ElementId) -> Html {
    let kind = document.lane_kind(id).unwrap_or_default();
    let given = text.t(&format!("journey-lane-{}", kind.key()));
    let own = document.element(id).map(|e| e.name.as_str()).unwrap_or_default();
    html! {
        <>
            { words(runner, text.t("journey-called"), own, given, move |_, name| Some(Edit::SetName { id, name })) }
            { copy_to(text, document, runner, id) }
            <div class="form-part journey-tools">
                { tool(text, runner, IconName::Up, "journey-lane-up", move |d| step_head(d, id, false)) }
                { tool(text, runner, IconName::Down, "journey-lane-down", move |d| step_head(d, id, true)) }
                { tool(text, runner, IconName::Trash, "journey-lane-remove", move |d| {
                    d.element(id).map(|_| Edit::Remove(id))
                }) }
            </div>
        </>
    }
}

/// Copies the lane with its notes to a journey.
fn copy_to(text: &Text, document: &Document, runner: &Runner, id: ElementId) -> Html {
    let hand = runner.hand.clone();
    let disabled = !hand.writable;
    let onchange = Callback::from(move |e: Event| {
        let select: HtmlSelectElement = e.target_unchecked_into();
        if let Ok(to) = select.value().parse() {
            hand.edit(|d| d.copy_lane(id, ElementId(to)));
        }
        select.set_value("");
    });
    html! {
        <select class="field" aria-label={text.t("journey-lane-copy")} {disabled} {onchange}>
            <option key="none" value="" selected=true>{ text.t("journey-lane-copy") }</option>
            for journey in document.journeys() {
                <option key={journey.id.0} value={journey.id.0.to_string()}>{ name_of(text, document, journey.id) }</option>
            }
        </select>
    }
}
