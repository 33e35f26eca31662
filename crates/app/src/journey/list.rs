//! The journeys of the workspace, and the presets to start another from.

use super::live::asks_for_review;
use super::words::name_of;
use crate::markup::html;
use crate::parts::{EmptyState, IconName};
use crate::route::Route;
use crate::state::{Actions, DocumentState, today, use_actions, use_document};
use crate::text::{Text, use_text};
use plan::{Document, Element, Gesture, Kind, Preset, presets};
use std::cell::Cell;
use yew::prelude::*;

/// The list of journeys.
#[component]
pub fn JourneyList() -> Html {
    let text = use_text();
    let actions = use_actions();
    let document = use_document();
    html! {
        <div class="strategy-list">
            <h1>{ text.t("area-journey") }</h1>
            { own(&text, &document) }
            <section class="strategy-new">
                <h2>{ text.t("journey-new") }</h2>
                <p class="quiet">{ text.t("journey-new-line") }</p>
                <ul class="templates">
                    for preset in presets() {
                        { offered(&text, &actions, document.writable, preset) }
                    }
                </ul>
            </section>
        </div>
    }
}

/// The journeys that are there.
fn own(text: &Text, state: &DocumentState) -> Html {
    let document = &state.document;
    let journeys = document.journeys();
    if journeys.is_empty() {
        return html! { <EmptyState line={text.t("journey-empty")} icon={IconName::Journey} /> };
    }
    let card = |element: &Element| {
        let id = element.id;
        let Some(journey) = document.journey(id) else { return html! {} };
        let lanes = document.children_of_kind(Some(id), Kind::Lane);
        let entries: usize = lanes.iter().map(|l| document.children(Some(l.id)).len()).sum();
        html! {
            <li key={id.0}>
                <a class="template" href={Route::Journey(Some(id.0)).hash()} data-testid="journey-map">
                    { picture(document.stages(id).len(), lanes.len()) }
                    <b>{ name_of(text, document, id) }</b>
                    <span>{ journey.customers.clone() }</span>
                    <span>{ text.with("strategy-notes", &[("n", entries.into())]) }</span>
                    <span>{ asks_for_review(journey).then(|| text.t("journey-review-due")) }</span>
                </a>
            </li>
        }
    };
    html! {
        <section class="strategy-own">
            <h2>{ text.t("journey-own") }</h2>
            <ul class="templates">
                for element in journeys {
                    { card(element) }
                }
            </ul>
        </section>
    }
}

/// A preset that can be chosen.
fn offered(text: &Text, actions: &Actions, writable: bool, preset: &'static Preset) -> Html {
    let actions = actions.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let made = Cell::new(0);
        let make = |d: &Document| {
            made.set(d.next_id);
            d.insert_journey(preset, "").dated(today())
        };
        if actions.edit_with(make, Gesture::Once) {
            Route::Journey(Some(made.get())).go();
        }
    });
    let key = &preset.key;
    let name = |stage: &String| text.t(&format!("journey-stage-{stage}")).to_string();
    let stages: Vec<String> = preset.stages.iter().map(name).collect();
    html! {
        <li key={&**key}>
            <button
                type="button" class="template" disabled={!writable} {onclick} data-testid={format!("journey-{key}")}
            >
                { picture(preset.stages.len(), preset.lanes.len()) }
                <b>{ text.t(&format!("journey-preset-{key}")) }</b>
                <span>{ text.t(&format!("journey-preset-{key}-description")) }</span>
                <span class="small">{ stages.join(" → ") }</span>
            </button>
        </li>
    }
}

/// A journey with so many stages and lanes, very small.
fn picture(stages: usize, lanes: usize) -> Html {
    html! {
        <span class="strategy-mini" style={format!("--columns:{stages};--rows:none")} aria-hidden="true">
            for at in 0..stages * lanes.min(4) {
                <i key={at} />
            }
        </span>
    }
}
