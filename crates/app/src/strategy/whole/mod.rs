//! A picture of the whole golden thread: columns from need to goal, links as curves; what is chosen shows its thread.

mod room;

use room::{HEAD, NEXT, beside, lines, places};

use super::sheet::route_of;
use super::words::element_words;
use crate::hooks::{use_memo, use_state_eq};
use crate::markup::html;
use crate::parts::{Icon, IconName, composing, focus_soon};
use crate::state::{DocumentState, use_document};
use crate::text::{Text, use_text};
use plan::{Along, Document, ElementId, WholeThread};
use std::collections::BTreeSet;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// The picture, and the same as a list.
#[component]
pub fn Whole() -> Html {
    let text = use_text();
    let state = use_document();
    let chosen = use_state_eq(|| None::<ElementId>);
    let only = use_state_eq(|| false);
    // Of what is no more nothing is chosen.
    let at = chosen.filter(|id| state.document.element(*id).is_some());
    let whole = use_memo((state.clone(), at.filter(|_| *only)), |(state, of)| {
        state.document.whole_thread(*of)
    });
    let gaps = use_memo(state.clone(), |state| {
        let mut gaps = BTreeSet::new();
        gaps.extend(state.document.gaps().into_iter().map(|(_, id)| id));
        gaps
    });
    let choose = {
        let chosen = chosen.clone();
        Callback::from(move |id: ElementId| chosen.set(Some(id)))
    };
    let places = places(&whole);
    let onclick = {
        let choose = choose.clone();
        Callback::from(move |e: MouseEvent| {
            if let Some(id) = id_of(e.target()) {
                choose.emit(id);
            }
        })
    };
    let onkeydown = {
        let (whole, choose) = (whole.clone(), choose.clone());
        Callback::from(move |e: KeyboardEvent| {
            let to = id_of(e.target())
                .filter(|_| !composing(&e))
                .and_then(|id| beside(&whole, id, &e.key()));
            if let Some(to) = to {
                e.prevent_default();
                choose.emit(to);
                focus_soon(box_id(to));
            }
        })
    };
    let filter = {
        let only = only.clone();
        Callback::from(move |_: MouseEvent| only.set(!*only))
    };
    let rows = whole.columns.iter().map(|(_, of)| of.len()).max().unwrap_or_default();
    let (width, height) = (whole.columns.len() as f64 * NEXT.0, HEAD + rows as f64 * NEXT.1);
    let near = at.map(|id| near(&state.document, id));
    let first = at.filter(|id| places.contains_key(id));
    let first = first.or_else(|| Some(*whole.columns.first()?.1.first()?));
    if whole.columns.is_empty() {
        return html! { <p class="quiet">{ text.t("thread-none") }</p> };
    }
    html! {
        <div class="thread-whole">
            { tools(&text, &state, at, *only, filter) }
            <div class="thread-scroll" data-testid="thread-picture">
                <div
                    class="thread-room" role="group" aria-label={text.t("thread-title")}
                    style={format!("width:{width:.0}px;height:{height:.0}px")} {onclick} {onkeydown}
                >
                    { lines(&whole, &places, near.as_ref(), (width, height)) }
                    <div class="thread-heads">
                        for (at, (column, _)) in whole.columns.iter().enumerate() {
                            <b key={column.key()} class="thread-column" style={format!("left:{:.0}px", at as f64 * NEXT.0)}>
                                { text.t(&format!("thread-column-{}", column.key())) }
                            </b>
                        }
                    </div>
                    for (id, place) in whole.columns.iter().flat_map(|c| &c.1).filter_map(|id| Some((id, places.get(id)?))) {
                        { one(&text, &state.document, *id, *place, &Look {
                            chosen: at == Some(*id),
                            near: near.as_ref().is_none_or(|n| n.contains(id)),
                            tab_stop: first == Some(*id),
                            gap: gaps.contains(id),
                        }) }
                    }
                </div>
            </div>
            { listed(&text, &state.document, &whole) }
        </div>
    }
}

/// How a box is drawn.
struct Look {
    chosen: bool,
    near: bool,
    tab_stop: bool,
    gap: bool,
}

fn one(text: &Text, document: &Document, id: ElementId, (x, y): (f64, f64), look: &Look) -> Html {
    let (name, what) = element_words(text, document, id);
    let title = if what.is_empty() { name.clone() } else { format!("{name} · {what}").into() };
    html! {
        <button
            key={id.0} type="button" id={box_id(id)} class="thread-box" data-id={id.0.to_string()} {title}
            tabindex={if look.tab_stop { "0" } else { "-1" }} aria-pressed={look.chosen.to_string()}
            data-near={look.near.to_string()} style={format!("left:{x:.0}px;top:{y:.0}px")}
        >
            <span>{ name }</span>
            if look.gap {
                <Icon name={IconName::Warning} /><span class="hidden-visually">{ text.t("thread-gap") }</span>
            }
        </button>
    }
}

/// What is chosen, and what can be done with it.
fn tools(
    text: &Text,
    state: &DocumentState,
    at: Option<ElementId>,
    only: bool,
    filter: Callback<MouseEvent>,
) -> Html {
    let Some(id) = at else {
        return html! { <p class="small quiet thread-tools-line">{ text.t("thread-hint") }</p> };
    };
    let (name, what) = element_words(text, &state.document, id);
    html! {
        <p class="thread-tools-line" role="status">
            <b>{ name }</b><span class="small quiet">{ what }</span>
            <a class="button plain" href={route_of(&state.document, id).hash()}>{ text.t("thread-open") }</a>
            <button type="button" class="button plain" aria-pressed={only.to_string()} onclick={filter}>{ text.t("thread-only") }</button>
        </p>
    }
}

/// The thread of an element, with itself.
fn near(document: &Document, id: ElementId) -> BTreeSet<ElementId> {
    let mut near = BTreeSet::from([id]);
    for along in [Along::Up, Along::Down] {
        near.extend(document.thread(id, along).iter().map(|step| step.to));
    }
    near
}

/// The same in words, for those who do not see the picture and for copying.
fn listed(text: &Text, document: &Document, whole: &WholeThread) -> Html {
    let name = |id: ElementId| element_words(text, document, id).0;
    let line = |id: ElementId| {
        let to: Vec<String> = whole
            .joins
            .iter()
            .filter(|(a, _)| *a == id)
            .map(|(_, b)| name(*b).to_string())
            .collect();
        html! {
            <li key={id.0}>
                <a href={route_of(document, id).hash()}>{ name(id) }</a>
                <span class="small quiet">{ (!to.is_empty()).then(|| format!(" → {}", to.join(" / "))) }</span>
            </li>
        }
    };
    html! {
        <details class="gap thread-list">
            <summary><b>{ text.t("thread-list") }</b></summary>
            for (column, of) in &whole.columns {
                <div key={column.key()}>
                    <h3>{ text.t(&format!("thread-column-{}", column.key())) }</h3>
                    <ul>
                        for id in of {
                            { line(*id) }
                        }
                    </ul>
                </div>
            }
        </details>
    }
}

fn box_id(id: ElementId) -> String {
    format!("thread-{}", id.0)
}

fn id_of(target: Option<web_sys::EventTarget>) -> Option<ElementId> {
    let element: Element = target?.dyn_into().ok()?;
    let found = element.closest("[data-id]").ok().flatten()?;
    found.get_attribute("data-id")?.parse().ok().map(ElementId)
}
