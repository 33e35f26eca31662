//! The canvases of the workspace, and the templates to start another from.

use super::gaps::gaps;
use super::words::{canvas_name, grid_style, place_style, template_name};
use crate::markup::html;
use crate::route::Route;
use crate::state::{Actions, DocumentState, today, use_actions, use_document};
use crate::text::{Text, use_text};
use plan::{Body, Gesture, Group, Kind, Layout, Template, templates};
use std::cell::Cell;
use yew::prelude::*;

/// The groups of templates with the message ids of their headings.
const GROUPS: [(Group, &str); 5] = [
    (Group::Business, "strategy-group-business"),
    (Group::Context, "strategy-group-context"),
    (Group::Customer, "strategy-group-customer"),
    (Group::Direction, "strategy-group-direction"),
    (Group::Own, "strategy-group-own"),
];

/// The list of canvases.
#[component]
pub fn CanvasList() -> Html {
    let text = use_text();
    let actions = use_actions();
    let document = use_document();
    html! {
        <div class="strategy-list">
            <h1>{ text.t("area-strategy") }</h1>
            { own(&text, &document) }
            if !document.document.reviewed().is_empty() {
                { gaps(&text, &actions, &document) }
            }
            <section class="strategy-new">
                <h2>{ text.t("strategy-new") }</h2>
                <p class="quiet">{ text.t("strategy-new-line") }</p>
                for (group, heading) in GROUPS {
                    <div key={heading} class="strategy-group">
                        <h3>{ text.t(heading) }</h3>
                        <ul class="templates">
                            for template in templates().iter().filter(move |t| t.group == group) {
                                { offered(&text, &actions, document.writable, template) }
                            }
                        </ul>
                    </div>
                }
            </section>
        </div>
    }
}

/// The canvases that are there.
fn own(text: &Text, document: &DocumentState) -> Html {
    let canvases = document.document.canvases();
    if canvases.is_empty() {
        return html! { <p class="strategy-empty">{ text.t("strategy-empty") }</p> };
    }
    let card = |element: &plan::Element| {
        let Body::Canvas(canvas) = &element.body else { return html! {} };
        let blocks = document.document.children_of_kind(Some(element.id), Kind::Block);
        let notes = blocks.iter().map(|b| document.document.children(Some(b.id)).len());
        let count = text.with("strategy-notes", &[("n", notes.sum::<usize>().into())]);
        let areas = blocks.iter().filter_map(|b| match &b.body {
            Body::Block(block) => Some(block.area.as_str()),
            _ => None,
        });
        html! {
            <li key={element.id.0}>
                <a class="template" href={Route::Strategy(Some(element.id.0)).hash()} data-testid="strategy-canvas">
                    { picture(&canvas.layout, areas) }
                    <b>{ canvas_name(text, element, canvas) }</b>
                    <span>{ template_name(text, &canvas.template) }{ " · " }{ count }</span>
                </a>
            </li>
        }
    };
    html! {
        <section class="strategy-own">
            <h2>{ text.t("strategy-own") }</h2>
            <ul class="templates">
                for element in canvases {
                    { card(element) }
                }
            </ul>
        </section>
    }
}

/// A template that can be chosen.
fn offered(text: &Text, actions: &Actions, writable: bool, template: &'static Template) -> Html {
    let (actions, name) = (actions.clone(), template_name(text, &template.key));
    let onclick = {
        Callback::from(move |_: MouseEvent| {
            let made = Cell::new(0);
            let make = |d: &plan::Document| {
                made.set(d.next_id);
                d.insert_canvas(template, "").dated(today())
            };
            if actions.edit_with(make, Gesture::Once) {
                Route::Strategy(Some(made.get())).go();
            }
        })
    };
    html! {
        <li key={&*template.key}>
            <button
                type="button" class="template" disabled={!writable} {onclick}
                data-testid={format!("canvas-{}", template.key)}
            >
                { picture(&template.layout, template.blocks.iter().map(|b| b.area.as_str())) }
                <b>{ name }</b>
                <span>{ text.t(&format!("canvas-{}-description", template.key)) }</span>
            </button>
        </li>
    }
}

/// The blocks of a canvas, very small.
fn picture<'a>(layout: &Layout, areas: impl Iterator<Item = &'a str>) -> Html {
    html! {
        <span class="strategy-mini" style={grid_style(layout)} aria-hidden="true">
            for area in areas {
                <i style={place_style(layout, area)} />
            }
        </span>
    }
}
