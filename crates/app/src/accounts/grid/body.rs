//! The rows on screen, each at its place in the track.

use super::super::columns::Column;
use super::super::rows::Rows;
use super::super::window::Window;
use super::row::RowCells;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

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

/// The rows. Rows that are not there yet are drawn as bars.
#[component]
pub fn Body(props: &BodyProps) -> Html {
    let BodyProps { window, cursor, count, .. } = props;
    let end = window.rows.end.min(*count);
    let drawn = window.rows.start.min(end)..end;
    // The row with the cursor stays in the page wherever the user scrolls: it may have the focus.
    let before = (*cursor < drawn.start).then_some(*cursor);
    let after = (*cursor >= drawn.end && cursor < count).then_some(*cursor);
    let row = |index: u32| {
        let row = props.rows.pages.row(index);
        let is_open = row.is_some_and(|r| props.open.as_deref() == Some(r.id.as_str()));
        let top = window.origin_px + f64::from(index) * props.row_px;
        html! {
            <div
                key={index} role="row" class={classes!("accounts-row", is_open.then_some("open"), row.is_none().then_some("waiting"))}
                style={format!("top:{top}px")} aria-rowindex={(u64::from(index) + 2).to_string()}
                aria-selected={is_open.to_string()} tabindex={if index == *cursor { "0" } else { "-1" }}
                data-row={index.to_string()}
            >
                <RowCells row={row.cloned()} columns={props.columns.clone()} narrow={props.narrow} />
            </div>
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
    html! {
        <div class="accounts-body" role="rowgroup" {onclick}>
            { before.into_iter().chain(drawn).chain(after).map(row).collect::<Html>() }
        </div>
    }
}

/// The row that a click fell on.
fn row_at(event: &MouseEvent) -> Option<u32> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("[data-row]").ok()??.get_attribute("data-row")?.parse().ok()
}
