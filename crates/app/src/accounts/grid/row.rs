//! One row.

use super::super::columns::{Column, Kind};
use super::super::format::cell;
use super::super::pages::Row;
use crate::markup::html;
use crate::parts::{level_badge, spark};
use crate::text::{Text, use_text};
use engine::message::CellValue;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`GridRow`].
#[derive(Properties)]
pub struct GridRowProps {
    /// Where it is in the list.
    pub index: u32,
    /// Where it is in what holds the rows, in CSS pixels.
    pub top_px: f64,
    /// What it says; `None` while that is on its way.
    pub row: Option<Row>,
    /// The columns.
    pub columns: Rc<[Column]>,
    /// Two lines instead of columns.
    pub narrow: bool,
    /// Its account is open beside the table.
    pub is_open: bool,
    /// It has the focus when the table has it.
    pub has_cursor: bool,
}

// Compared for every row with every turn of the wheel: the columns are the same ones or others.
impl PartialEq for GridRowProps {
    fn eq(&self, other: &Self) -> bool {
        let plain = |p: &Self| (p.index, p.top_px, p.narrow, p.is_open, p.has_cursor);
        plain(self) == plain(other)
            && self.row == other.row
            && Rc::ptr_eq(&self.columns, &other.columns)
    }
}

/// One row.
#[component]
pub fn GridRow(props: &GridRowProps) -> Html {
    let text = use_text();
    let GridRowProps { index, top_px, row, is_open, .. } = props;
    let cell = |(i, column): (usize, &Column)| {
        let content = match row {
            Some(row) => content(&text, row, column),
            None => html! { <span class="bone" /> },
        };
        html! {
            <div
                key={i} role="gridcell" aria-colindex={(i + 1).to_string()} class={column.class()}
                data-title={props.narrow.then(|| column.title.clone())}
            >{ content }</div>
        }
    };
    html! {
        <div
            role="row" class={classes!("accounts-row", is_open.then_some("open"), row.is_none().then_some("waiting"))}
            style={format!("top:{top_px}px")} aria-rowindex={(u64::from(*index) + 2).to_string()}
            aria-selected={is_open.to_string()} tabindex={if props.has_cursor { "0" } else { "-1" }}
            data-row={index.to_string()}
        >
            { props.columns.iter().enumerate().map(cell).collect::<Html>() }
        </div>
    }
}

fn content(text: &Text, row: &Row, column: &Column) -> Html {
    match &column.kind {
        Kind::Level => level_badge(text, row.level),
        Kind::Name => {
            let id = (row.id != row.name).then(|| row.id.clone());
            html! { <><span class="account-name">{ row.name.clone() }</span><span class="account-id">{ id }</span></> }
        }
        Kind::Score => {
            html! { { text.decimal(row.score.unwrap_or(f64::NAN), 1) } }
        }
        Kind::Change => change_of(text, row.change),
        Kind::Spark => spark(&row.spark, 0.0, 100.0),
        Kind::Cell(i) => {
            let value = row.cells.get(*i).unwrap_or(&CellValue::Absent);
            let words = match value {
                // points stand below each other
                CellValue::Number(n) if column.decimals > 0 => text.decimal(*n, column.decimals),
                value => cell(text, value),
            };
            if *value == CellValue::Absent {
                return html! { <span class="quiet">{ words }</span> };
            }
            html! { { words } }
        }
    }
}

/// A change in points of the score with its sign, coloured by direction.
pub fn change_of(text: &Text, change: Option<f64>) -> Html {
    let Some(change) = change else {
        return html! { <span class="quiet">{ "–" }</span> };
    };
    let tenths = (change * 10.0).round();
    let class = if tenths > 0.0 {
        "rose"
    } else if tenths < 0.0 {
        "fell"
    } else {
        "quiet"
    };
    html! { <span {class}>{ text.signed(change, 1) }</span> }
}
