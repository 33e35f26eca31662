//! The tree as an outline: an ARIA treegrid in which names are typed straight into the rows.

mod drag;
mod keys;
mod pen;
mod row;
mod run;
mod tools;

pub use drag::{Drag, Dragged, row_of, use_drag};

use super::area::Area;
use super::gradual::use_gradual;
use crate::markup::html;
use crate::parts::{command, composing, focus_stays};
use crate::text::use_text;
use keys::{Command, Held, Mode, command_of};
use kpi::{NodeId, outline};
use pen::use_pen;
use plan::{ElementId, Gesture};
pub use row::Stands;
use row::{Cursor, NodeRow};
use run::Runner;
use tools::tools;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// What is being written of a name.
#[derive(Clone, Debug, PartialEq)]
struct Draft {
    node: ElementId,
    text: AttrValue,
    /// The node was made just before, in this gesture: naming it is part of making it.
    fresh: Option<Gesture>,
}

/// Properties of [`Outline`].
#[derive(PartialEq, Properties)]
pub struct OutlineProps {
    /// The area.
    pub area: Area,
}

/// The columns: message ids of their names, and their classes.
const COLUMNS: [(&str, &str); 7] = [
    ("kpi-name", "kpi-name"),
    ("kpi-value", "number kpi-value"),
    ("kpi-target", "number kpi-target"),
    ("kpi-status", "kpi-status"),
    ("kpi-change", "number kpi-change"),
    ("kpi-course", "kpi-course"),
    ("kpi-known", "kpi-known"),
];

/// The outline.
#[component]
pub fn Outline(props: &OutlineProps) -> Html {
    let text = use_text();
    let area = &props.area;
    let pen = use_pen();
    let grid = use_node_ref();
    let drag = use_drag(area.hand.clone());
    let rows = outline(&area.tree, &area.stand.collapsed);
    let cursor = cursor(area, &rows);
    let element_at = |at: usize| rows.get(at).and_then(|r| area.element(r.place));
    let writing = pen.draft().filter(|d| Some(d.node) == element_at(cursor));
    let mode = if writing.is_some() { Mode::Write } else { Mode::Walk };
    // the row that has the keys is there from the first
    let drawn = use_gradual(rows.len()).max(cursor + 1);
    let runner = Runner { area: area.clone(), rows: rows.clone(), cursor, pen: pen.clone() };
    {
        // A row that the keys went to, or that moved in the page, takes the focus anew.
        let (grid, runner, drawn) = (grid.clone(), runner.clone(), element_at(cursor));
        use_effect(move || {
            if runner.pen.settle(&runner.area, drawn) {
                take_focus(&grid, mode);
                runner.catch_up();
            }
        });
    }
    let run = {
        let runner = runner.clone();
        Callback::from(move |command: Command| runner.run(command))
    };
    let onkeydown = {
        let (runner, drag) = (runner.clone(), drag.clone());
        Callback::from(move |e: KeyboardEvent| {
            let on_name = element(&e).is_some_and(|t| t.has_attribute("data-name"));
            if composing(&e) || !on_name || (e.key() == "Escape" && drag.give_up()) {
                return;
            }
            let held = Held { command: command(&e), alt: e.alt_key(), shift: e.shift_key() };
            let Some(command) = command_of(&e.key(), held, runner.mode()) else { return };
            if command == Command::DeleteEmpty && !runner.is_empty() {
                return;
            }
            e.prevent_default();
            e.stop_propagation();
            runner.run(command);
        })
    };
    let oninput = {
        let (pen, id) = (pen.clone(), element_at(cursor));
        Callback::from(move |e: InputEvent| {
            if pen.wants() {
                // meant for the row that is about to be drawn
                return pen.hold_text(&e.data().unwrap_or_default());
            }
            let input: HtmlInputElement = e.target_unchecked_into();
            let text = input.value().into();
            let fresh = pen.draft().filter(|d| Some(d.node) == id).and_then(|d| d.fresh);
            pen.set(id.map(|node| Draft { node, text, fresh }));
        })
    };
    let onclick = {
        let (runner, area) = (runner.clone(), area.clone());
        Callback::from(move |e: MouseEvent| {
            runner.pen.let_go();
            let Some(target) = element(&e) else { return };
            let Some(id) = row_of(&target) else { return };
            if target.closest("[data-twist]").ok().flatten().is_some() {
                let folded = area.stand.collapsed.contains(&NodeId(id.0));
                return area.hand.fold(NodeId(id.0), !folded);
            }
            let on_name = target.has_attribute("data-name");
            runner.keep();
            area.hand.select(id);
            if !on_name {
                runner.pen.want(Some(id));
            }
        })
    };
    let ondblclick = {
        let runner = runner.clone();
        Callback::from(move |e: MouseEvent| {
            if element(&e).is_some_and(|t| t.closest(".kpi-label").ok().flatten().is_some()) {
                runner.run(Command::Write);
            }
        })
    };
    let onfocusin = {
        let (area, id) = (area.clone(), element_at(cursor));
        Callback::from(move |e: FocusEvent| {
            // Walking, what is typed takes the place of the whole name.
            if mode == Mode::Walk
                && let Some(input) = element(&e).and_then(|t| t.dyn_into::<HtmlInputElement>().ok())
            {
                input.select();
            }
            if let Some(id) = id.filter(|_| area.stand.selected.is_none()) {
                area.hand.select(id);
            }
        })
    };
    let within = grid.clone();
    let onfocusout = Callback::from(move |e: FocusEvent| {
        // A row that is about to get the focus anew lost it only by moving in the page.
        if runner.pen.wants() {
            return;
        }
        if focus_stays(&e, &within) != Some(true) {
            runner.keep();
        }
    });
    let draft = writing.map(|w| w.text);
    let drawn_row = |(at, row): (usize, &kpi::Row)| {
        let facts = area.facts(row.place)?;
        let cursor = (at == cursor).then(|| Cursor { mode, draft: draft.clone() });
        let (key, drop) = (facts.id.0, drag.look(ElementId(facts.id.0)));
        Some(html! {
            <NodeRow
                {key} text={text.clone()} {facts} stands={Stands(*row)} {cursor} {drop}
                writable={area.hand.writable}
            />
        })
    };
    let drawn_rows: Html = rows.iter().enumerate().take(drawn).filter_map(drawn_row).collect();
    html! {
        <section class="kpi-outline" aria-label={text.t("kpi-outline")}>
            { tools(area, &text, &run) }
            <div
                ref={grid} class="kpi-grid" role="treegrid" aria-label={text.t("kpi-outline")}
                aria-rowcount={(rows.len() + 1).to_string()} aria-describedby="kpi-keys-hint"
                data-testid="kpi-outline" {onkeydown} {oninput} {onclick} {ondblclick} {onfocusin} {onfocusout}
                onpointerdown={drag.down()} onpointermove={drag.moved()} onpointerup={drag.up()}
                onpointercancel={drag.up()}
            >
                <div class="kpi-row kpi-head-row" role="row">
                    for (label, class) in COLUMNS {
                        <div key={label} role="columnheader" class={classes!("kpi-cell", class)}>{ text.t(label) }</div>
                    }
                </div>
                <div class="kpi-rows" role="rowgroup">
                    { drawn_rows }
                </div>
            </div>
            <p class="kpi-keys small quiet" id="kpi-keys-hint">
                { text.t(if mode == Mode::Write { "kpi-keys-write" } else { "kpi-keys-walk" }) }
            </p>
        </section>
    }
}

/// Which row has the keys: the selected one, else the nearest above it that shows, else the first.
fn cursor(area: &Area, rows: &[kpi::Row]) -> usize {
    let Some(place) = area.selected() else { return 0 };
    let above = std::iter::once(place).chain(area.tree.ancestors(place));
    above.filter_map(|p| rows.iter().position(|r| r.place == p)).next().unwrap_or(0)
}

/// Gives the focus to the name of the row that has the keys. Walking, all of it is selected, so that
/// what is typed takes its place.
fn take_focus(grid: &NodeRef, mode: Mode) {
    let grid = grid.cast::<Element>();
    let found = grid.and_then(|g| g.query_selector("[data-name]").ok().flatten());
    let Some(input) = found.and_then(|f| f.dyn_into::<HtmlInputElement>().ok()) else { return };
    // The field is in the page, so it can have the focus.
    let _ = input.focus();
    if mode == Mode::Walk {
        input.select();
    } else {
        let end = input.value().encode_utf16().count() as u32;
        let _ = input.set_selection_range(end, end);
    }
}

fn element(e: &Event) -> Option<Element> {
    e.target()?.dyn_into().ok()
}
