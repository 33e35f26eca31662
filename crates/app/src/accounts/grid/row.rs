//! The cells of one row.

use super::super::columns::{Column, Kind};
use super::super::format::cell;
use super::super::pages::Row;
use crate::parts::{LevelBadge, Spark};
use crate::text::{Text, use_text};
use engine::message::CellValue;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`RowCells`].
#[derive(PartialEq, Properties)]
pub struct RowCellsProps {
    /// The row; `None` while it is on its way.
    pub row: Option<Row>,
    /// The columns.
    pub columns: Rc<[Column]>,
    /// Two lines instead of columns.
    pub narrow: bool,
}

/// The cells.
#[component]
pub fn RowCells(props: &RowCellsProps) -> Html {
    let text = use_text();
    let contents = props.columns.iter().enumerate().map(|(i, column)| {
        let content = match &props.row {
            Some(row) => content(&text, row, column),
            None => html! { <span class="bone" /> },
        };
        html! {
            <div
                key={i} role="gridcell" aria-colindex={(i + 1).to_string()}
                class={classes!("cell", class_of(&column.kind), column.number.then_some("number"))}
                data-title={props.narrow.then(|| column.title.clone())}
            >{ content }</div>
        }
    });
    contents.collect()
}

fn class_of(kind: &Kind) -> &'static str {
    match kind {
        Kind::Level => "col-level",
        Kind::Name => "col-name",
        Kind::Score => "col-score",
        Kind::Change => "col-change",
        Kind::Spark => "col-course",
        Kind::Cell(_) => "col-extra",
    }
}

fn content(text: &Text, row: &Row, column: &Column) -> Html {
    match &column.kind {
        Kind::Level => html! { <LevelBadge level={row.level} /> },
        Kind::Name => {
            let id = (row.id != row.name).then(|| row.id.clone());
            html! { <><span class="account-name">{ row.name.clone() }</span><span class="account-id">{ id }</span></> }
        }
        Kind::Score => {
            html! { <span>{ text.decimal(row.score.unwrap_or(f64::NAN), 1) }</span> }
        }
        Kind::Change => change_of(text, row.change),
        Kind::Spark => html! { <Spark values={Rc::<[f64]>::from(row.spark.as_slice())} /> },
        Kind::Cell(i) => {
            let value = row.cells.get(*i).unwrap_or(&CellValue::Absent);
            let absent = (*value == CellValue::Absent).then_some("quiet");
            let words = match value {
                // points stand below each other
                CellValue::Number(n) if column.decimals > 0 => text.decimal(*n, column.decimals),
                value => cell(text, value),
            };
            html! { <span class={classes!(absent)}>{ words }</span> }
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
