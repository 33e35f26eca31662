//! A picture of the whole golden thread: columns from need to goal, links as curves; what is chosen shows its thread.

use super::sheet::route_of;
use super::words::element_words;
use crate::parts::{Icon, IconName, composing, focus_soon};
use crate::state::{DocumentState, use_document};
use crate::text::{Text, use_text};
use plan::{Along, Document, ElementId, WholeThread};
use std::collections::{BTreeMap, BTreeSet};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// A box, and from one to the next, in pixels; the style sheet fills it.
const BOX: (f64, f64) = (168.0, 44.0);
const NEXT: (f64, f64) = (BOX.0 + 56.0, BOX.1 + 8.0);
/// The names of the columns.
const HEAD: f64 = 32.0;

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

/// Short columns stand in the middle of long ones, but begin no more than so many boxes below the top: where one
/// begins to look, all of them are in sight.
const MOST_ABOVE: f64 = 5.0;

/// Where the upper left corner of each box stands.
fn places(whole: &WholeThread) -> BTreeMap<ElementId, (f64, f64)> {
    let rows = whole.columns.iter().map(|(_, of)| of.len()).max().unwrap_or_default();
    let mut places = BTreeMap::new();
    for (column, (_, of)) in whole.columns.iter().enumerate() {
        let above = HEAD + ((rows - of.len()) as f64 / 2.0).min(MOST_ABOVE) * NEXT.1;
        let place = |row: usize| (column as f64 * NEXT.0, above + row as f64 * NEXT.1);
        places.extend(of.iter().enumerate().map(|(row, id)| (*id, place(row))));
    }
    places
}

/// The curves. Those of what is chosen stand out.
fn lines(
    whole: &WholeThread,
    places: &BTreeMap<ElementId, (f64, f64)>,
    near: Option<&BTreeSet<ElementId>>,
    (width, height): (f64, f64),
) -> Html {
    let curve = |(from, to): &(ElementId, ElementId)| {
        let (a, b) = (places.get(from)?, places.get(to)?);
        let (y, z) = (a.1 + BOX.1 / 2.0, b.1 + BOX.1 / 2.0);
        // Forwards from the right side to the left; backwards the other way; within a column in a bow.
        let (x, w, bend, back) = if b.0 > a.0 {
            (a.0 + BOX.0, b.0, 36.0, -36.0)
        } else if b.0 < a.0 {
            (a.0, b.0 + BOX.0, -36.0, 36.0)
        } else {
            (a.0 + BOX.0, b.0 + BOX.0, 36.0, 36.0)
        };
        let path =
            format!("M{x:.0} {y:.0}C{:.0} {y:.0} {:.0} {z:.0} {w:.0} {z:.0}", x + bend, w + back);
        let strong = near.is_some_and(|n| n.contains(from) && n.contains(to));
        Some(
            html! { <path key={format!("{}-{}", from.0, to.0)} d={path} data-strong={strong.then_some("")} /> },
        )
    };
    html! {
        <svg class="thread-lines" width={format!("{width:.0}")} height={format!("{height:.0}")} aria-hidden="true" focusable="false">
            for line in whole.joins.iter().filter_map(curve) {
                { line }
            }
        </svg>
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

/// Where an arrow key leads: up and down in the column, left and right along a link, else to the column beside.
fn beside(whole: &WholeThread, id: ElementId, key: &str) -> Option<ElementId> {
    let column_of = |id| whole.columns.iter().position(|(_, of)| of.contains(&id));
    let column = column_of(id)?;
    let (_, of) = whole.columns.get(column)?;
    let row = of.iter().position(|i| *i == id)?;
    let next = match key {
        "ArrowUp" => return of.get(row.checked_sub(1)?).copied(),
        "ArrowDown" => return of.get(row + 1).copied(),
        "ArrowLeft" => column.checked_sub(1)?,
        "ArrowRight" => column + 1,
        _ => return None,
    };
    let (_, there) = whole.columns.get(next)?;
    let ends = whole.joins.iter().filter_map(|(a, b)| match id {
        _ if *a == id => Some(*b),
        _ if *b == id => Some(*a),
        _ => None,
    });
    let linked = ends.into_iter().find(|end| column_of(*end) == Some(next));
    linked.or_else(|| there.get(row.min(there.len().checked_sub(1)?)).copied())
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

#[cfg(test)]
mod tests {
    use super::*;
    use plan::ThreadColumn;

    #[test]
    fn arrows_go_along_links() {
        let id = |n: u64| ElementId(n);
        let whole = WholeThread {
            columns: vec![
                (ThreadColumn::Need, vec![id(1), id(2)]),
                (ThreadColumn::Answer, vec![id(3), id(4)]),
            ],
            joins: vec![(id(4), id(1))],
        };
        let go = |from, key| beside(&whole, id(from), key).map(|i| i.0);
        assert_eq!(go(1, "ArrowDown"), Some(2));
        assert_eq!(go(2, "ArrowDown"), None);
        assert_eq!(go(1, "ArrowRight"), Some(4), "along the link");
        assert_eq!(go(2, "ArrowRight"), Some(4), "without one, to what stands beside");
        assert_eq!((go(4, "ArrowLeft"), go(3, "ArrowRight")), (Some(1), None));
        let places = places(&whole);
        assert_eq!(places[&id(1)].1, places[&id(3)].1);
        assert!(places[&id(3)].0 >= places[&id(1)].0 + BOX.0);
    }
}
