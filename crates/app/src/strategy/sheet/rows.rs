//! A block whose notes are the rows of a table.

use super::block::Look;
use super::page::{PageBlock, PageNote};
use crate::markup::html;
use crate::parts::parse_number;
use crate::strategy::words::{block_name, column_name};
use crate::text::Text;
use plan::{Column, ColumnKind, growth, vrio, win_win};
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::VNode;

/// The table.
pub fn table(look: &Look<'_>, b: &PageBlock<'_>, name: &AttrValue) -> Html {
    let text = look.text;
    let canvas = look.page.canvas;
    let head = |c: &Column| {
        let end = matches!(c.kind, ColumnKind::Number | ColumnKind::Growth).then_some("number");
        html! { <th key={&*c.key} scope="col" class={end}>{ column_name(text, canvas, b.block, c) }</th> }
    };
    html! {
        <div class="note-table" tabindex="0" role="group" aria-label={name.clone()}>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ block_name(text, canvas, b.element, b.block) }</th>
                        for column in &b.block.columns {
                            { head(column) }
                        }
                    </tr>
                </thead>
                <tbody>
                    for (at, n) in b.notes.iter().enumerate() {
                        <tr key={n.element.id.0} class="note" data-note={n.element.id.0.to_string()} data-drop={look.drop(b, at)}>
                            <th scope="row">{ look.face(b, n) }</th>
                            for column in &b.block.columns {
                                { cell(look, b, n, column) }
                            }
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn cell(look: &Look<'_>, b: &PageBlock<'_>, n: &PageNote<'_>, column: &Column) -> Html {
    let value = n.note.cells.get(&column.key).map(String::as_str).unwrap_or_default();
    let label = look.text.with(
        "strategy-cell",
        &[
            ("column", column_name(look.text, look.page.canvas, b.block, column).into()),
            ("row", n.element.name.as_str().into()),
        ],
    );
    let key = column.key.clone();
    let field = |class: &'static str| {
        let input = html! {
            <input
                type="text" class={classes!("field", class)} data-cell={key.clone()} aria-label={label.clone()} autocomplete="off"
                inputmode={(class == "number").then_some("decimal")} readonly={!look.writable}
            />
        };
        html! { <td key={&*column.key} class={class}>{ holding(input, value) }</td> }
    };
    match column.kind {
        ColumnKind::Text => field("text"),
        ColumnKind::Number => field("number"),
        ColumnKind::Check => html! {
            <td key={&*column.key} class="check-cell">
                <input type="checkbox" data-cell={key} aria-label={label} checked={value == "yes"} disabled={!look.writable} />
            </td>
        },
        ColumnKind::Vrio | ColumnKind::Growth | ColumnKind::WinWin => html! {
            <td key={&*column.key} class={(column.kind == ColumnKind::Growth).then_some("number")}>{ worked_out(look.text, n, column.kind) }</td>
        },
    }
}

/// A field that holds what is kept, and what is typed until that is kept: as an attribute the value would
/// be put back at every render.
fn holding(mut field: Html, kept: &str) -> Html {
    if let VNode::VTag(tag) = &mut field {
        Rc::make_mut(tag).add_property("value", kept);
    }
    field
}

/// What follows from other cells of the row.
pub fn worked_out(text: &Text, n: &PageNote<'_>, kind: ColumnKind) -> AttrValue {
    let cell = |key: &str| n.note.cells.get(key).map(String::as_str).unwrap_or_default();
    let number = |key: &str| parse_number(cell(key), "");
    match kind {
        ColumnKind::Vrio => {
            let answer = |key| match cell(key) {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            };
            let found = vrio(["value", "rare", "inimitable", "organised"].map(answer));
            text.t(&format!("strategy-vrio-{}", found.key()))
        }
        ColumnKind::WinWin => {
            let found = win_win(cell("gives"), cell("gets"));
            text.t(&format!("strategy-win-{}", found.key()))
        }
        _ => match growth(number("size"), number("later"), number("years")) {
            Some(rate) => text.percent(rate, 1).into(),
            None => "–".into(),
        },
    }
}
