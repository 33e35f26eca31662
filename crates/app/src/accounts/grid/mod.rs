//! The table of accounts: only the rows on screen are in the page.

mod body;
mod header;
pub mod row;
mod slots;

use super::columns::Column;
use super::filter::Change;
use super::rows::{Rows, Wanted};
use super::window::{Geometry, Window};
use crate::hooks::{use_effect_with, use_mut_ref, use_state_eq};
use crate::markup::html;
use crate::parts::composing;
use crate::parts::use_size;
use crate::text::use_text;
use body::Body;
use engine::message::Sort;
use header::Header;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Height of a row.
const ROW_PX: f64 = 32.0;
/// Height of a row of two lines.
const TWO_LINES_PX: f64 = 60.0;
/// Height of the header; the style sheet has the same.
const HEADER_PX: f64 = 32.0;
/// Rows that are hinted at before the first answer.
const BONES: u32 = 24;
/// Narrower than this, rows have two lines.
const NARROW_PX: f64 = 520.0;

/// Properties of [`Grid`].
#[derive(PartialEq, Properties)]
pub struct GridProps {
    /// The rows that are there.
    pub rows: Rows,
    /// The columns for them.
    pub columns: Rc<[Column]>,
    /// The order in force.
    pub sort: Sort,
    /// The row that has the focus when the table has it.
    pub cursor: u32,
    /// The account that is open beside the table.
    pub open: Option<AttrValue>,
    /// Hears of the rows that are on screen.
    pub on_want: Callback<Wanted>,
    /// Hears of another cursor.
    pub on_cursor: Callback<u32>,
    /// Hears of a row to open.
    pub on_open: Callback<u32>,
    /// The open account is to be closed.
    pub on_close: Callback<()>,
    /// Hears of sorting.
    pub on_change: Callback<Change>,
}

/// The size of the table on screen.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Size {
    width_px: f64,
    height_px: f64,
}

impl Size {
    fn of((width_px, height_px): (f64, f64)) -> Self {
        Self { width_px, height_px }
    }

    fn narrow(self) -> bool {
        self.width_px < NARROW_PX
    }

    fn geometry(self, count: u32) -> Geometry {
        let header = if self.narrow() { 0.0 } else { HEADER_PX };
        Geometry {
            count,
            row_px: if self.narrow() { TWO_LINES_PX } else { ROW_PX },
            viewport_px: (self.height_px - header).max(0.0),
        }
    }
}

/// The table.
#[component]
pub fn Grid(props: &GridProps) -> Html {
    let text = use_text();
    let scroller = use_node_ref();
    let size = Size::of(use_size(scroller.clone()));
    let scroll_px = use_mut_ref(|| 0.0f64);
    let window = use_state_eq(|| Window { rows: 0..0, origin_px: 0.0 });
    let focus = use_mut_ref(|| false);
    let totals = props.rows.pages.totals();
    let expected = if props.rows.problem.is_some() { 0 } else { BONES };
    let count = totals.map_or(expected, |t| t.selected);
    let geometry = size.geometry(count);

    // What is drawn follows the scroll position, the size and the number of rows.
    let follow = {
        let (window, want) = (window.clone(), props.on_want.clone());
        move |geometry: Geometry, scroll_px: f64| {
            let next = geometry.window(scroll_px);
            want.emit(Wanted { seen: geometry.seen(scroll_px), drawn: next.rows.clone() });
            window.set(next);
        }
    };
    {
        let (node, scroll_px, follow) = (scroller.clone(), scroll_px.clone(), follow.clone());
        use_effect_with((size, count, props.rows.list), move |(size, count, _)| {
            if let Some(element) = node.cast::<Element>() {
                *scroll_px.borrow_mut() = f64::from(element.scroll_top());
            }
            follow(size.geometry(*count), *scroll_px.borrow());
        });
    }
    {
        // Another list begins at its top.
        let node = scroller.clone();
        use_effect_with(props.rows.list, move |_| {
            if let Some(element) = node.cast::<Element>() {
                element.set_scroll_top(0);
            }
        });
    }
    {
        // The cursor is brought into view wherever it was sent from.
        let (node, scroll_px, focus) = (scroller.clone(), scroll_px.clone(), focus.clone());
        use_effect_with(props.cursor, move |cursor| {
            let Some(element) = node.cast::<Element>() else { return };
            if count > 0
                && let Some(to) = size.geometry(count).scroll_to(*cursor, *scroll_px.borrow())
            {
                element.set_scroll_top(to.round() as i32);
            }
            if focus.replace(false)
                && let Ok(Some(row)) = element.query_selector(&format!("[data-row='{cursor}']"))
                && let Ok(row) = row.dyn_into::<HtmlElement>()
            {
                // The row with the cursor is always in the page.
                let _ = row.focus();
            }
        });
    }
    let onscroll = {
        let scroll_px = scroll_px.clone();
        Callback::from(move |e: Event| {
            let element: Element = e.target_unchecked_into();
            *scroll_px.borrow_mut() = f64::from(element.scroll_top());
            follow(geometry, *scroll_px.borrow());
        })
    };
    let onkeydown = {
        let (cursor, on_cursor, on_open, on_close) =
            (props.cursor, props.on_cursor.clone(), props.on_open.clone(), props.on_close.clone());
        Callback::from(move |e: KeyboardEvent| {
            let on_row = e
                .target()
                .and_then(|t| t.dyn_into::<Element>().ok())
                .is_some_and(|t| t.has_attribute("data-row"));
            if !on_row || composing(&e) || count == 0 {
                return;
            }
            let page = geometry.page_rows();
            let to = match e.key().as_str() {
                "ArrowDown" => cursor + 1,
                "ArrowUp" => cursor.saturating_sub(1),
                "PageDown" => cursor + page,
                "PageUp" => cursor.saturating_sub(page),
                "Home" => 0,
                "End" => count - 1,
                "Enter" | " " => {
                    e.prevent_default();
                    return on_open.emit(cursor);
                }
                "Escape" => return on_close.emit(()),
                _ => return,
            };
            e.prevent_default();
            focus.replace(true);
            on_cursor.emit(to.min(count - 1));
        })
    };
    let least: u32 = props.columns.iter().map(|c| c.least_px).sum();
    let template: Vec<&str> = props.columns.iter().map(|c| c.width).collect();
    let style = format!(
        "--columns:{};--least:{least}px;--track:{}px;--row-px:{}px",
        template.join(" "),
        geometry.track_px(),
        geometry.row_px
    );
    let narrow = size.narrow();
    // Busy before the first rows, too.
    let busy = props.rows.old || (totals.is_none() && props.rows.problem.is_none());
    html! {
        <div
            ref={scroller} class={classes!("accounts-grid", narrow.then_some("narrow"), props.rows.old.then_some("old"))}
            role="grid" aria-label={text.t("accounts-table")} aria-rowcount={totals.map_or(-1, |t| i64::from(t.selected) + 1).to_string()}
            aria-colcount={props.columns.len().to_string()} aria-busy={busy.to_string()}
            data-testid="accounts-grid" {style} {onscroll} {onkeydown}
        >
            <Header columns={props.columns.clone()} sort={props.sort.clone()} on_change={props.on_change.clone()} />
            <Body
                rows={props.rows.clone()} columns={props.columns.clone()} window={(*window).clone()}
                {count} row_px={geometry.row_px} {narrow} cursor={props.cursor} open={props.open.clone()}
                on_cursor={props.on_cursor.clone()} on_open={props.on_open.clone()}
            />
        </div>
    }
}
