//! The rows on screen, each at its place in the track.

use super::super::columns::Column;
use super::super::rows::Rows;
use super::super::window::Window;
use super::row::GridRow;
use super::slots::{Rush, Slot, Slots};
use crate::hooks::use_mut_ref;
use crate::markup::html;
use gloo::render::request_animation_frame;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// Rows are placed from a multiple of so many on, so that no place is farther than browsers can count.
const STRIDE: u32 = 1 << 16;

/// Properties of [`Body`].
#[derive(PartialEq, Properties)]
pub struct BodyProps {
    /// The rows that are there.
    pub rows: Rows,
    /// The columns for them.
    pub columns: Rc<[Column]>,
    /// What to draw.
    pub window: Window,
    /// How many rows there are in all.
    pub count: u32,
    /// Height of a row in CSS pixels.
    pub row_px: f64,
    /// Two lines a row.
    pub narrow: bool,
    /// The row with the cursor.
    pub cursor: u32,
    /// The account that is open.
    pub open: Option<AttrValue>,
    /// Hears of another cursor.
    pub on_cursor: Callback<u32>,
    /// Hears of a row to open.
    pub on_open: Callback<u32>,
}

/// The rows. Before the first answer they are drawn as bars; after it, rows that are on their way are left
/// to the ruled ground: while the user scrolls fast, drawing what is gone with the next frame costs frames.
#[component]
pub fn Body(props: &BodyProps) -> Html {
    let BodyProps { rows, window, cursor, count, columns, row_px, .. } = props;
    let slots = use_mut_ref(Slots::default);
    let rush = use_mut_ref(Rush::default);
    let of = use_mut_ref(|| (rows.list, columns.clone()));
    let update = use_force_update();
    let end = window.rows.end.min(*count);
    let drawn = window.rows.start.min(end)..end;
    // The row with the cursor stays in the page wherever the user scrolls: it may have the focus.
    let always = (cursor < count).then_some(*cursor);
    let first = rows.pages.totals().is_none();
    let more = {
        let mut slots = slots.borrow_mut();
        let now = (rows.list, columns.clone());
        let before = of.replace(now.clone());
        if before.0 != now.0 || !Rc::ptr_eq(&before.1, &now.1) {
            slots.forget(&drawn);
        }
        let rush = rush.borrow_mut().turn(&drawn, web::clock::now_ms());
        slots.turn(&drawn, always, rush, |row| first || rows.pages.row(row).is_some())
    };
    // With the next frame come the rows that this one had no time for.
    use_effect(move || {
        let frame = more.then(|| request_animation_frame(move |_| update.force_update()));
        move || drop(frame)
    });
    let base = drawn.start / STRIDE * STRIDE;
    let row = |slot: &Slot| {
        let row = rows.pages.row(slot.row);
        let is_open = row.is_some_and(|r| props.open.as_deref() == Some(r.id.as_str()));
        html! {
            <GridRow
                key={slot.key} index={slot.row} top_px={(f64::from(slot.row) - f64::from(base)) * row_px}
                row={row.cloned()} columns={columns.clone()} narrow={props.narrow} {is_open}
                has_cursor={slot.row == *cursor}
            />
        }
    };
    // One listener for all rows: they come and go with every turn of the wheel.
    let onclick = {
        let (on_cursor, on_open) = (props.on_cursor.clone(), props.on_open.clone());
        Callback::from(move |e: MouseEvent| {
            if let Some(index) = row_at(&e) {
                on_cursor.emit(index);
                on_open.emit(index);
            }
        })
    };
    let top = window.origin_px + f64::from(base) * row_px;
    html! {
        <div class="accounts-body" role="rowgroup" {onclick}>
            <div role="none" class="accounts-rows" style={format!("top:{top}px")}>
                { slots.borrow().iter().map(row).collect::<Html>() }
            </div>
        </div>
    }
}

/// The row that a click fell on.
fn row_at(event: &MouseEvent) -> Option<u32> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("[data-row]").ok()??.get_attribute("data-row")?.parse().ok()
}
