//! The header of the table: it sorts.

use super::super::columns::{Column, Kind};
use super::super::filter::Change;
use crate::markup::html;
use crate::parts::{Icon, IconName};
use engine::message::Sort;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Header`].
#[derive(PartialEq, Properties)]
pub struct HeaderProps {
    /// The columns.
    pub columns: Rc<[Column]>,
    /// The order in force.
    pub sort: Sort,
    /// Hears of sorting.
    pub on_change: Callback<Change>,
}

/// The header.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let cell = |i: usize, column: &Column| {
        let by = column.sort.as_ref() == Some(&props.sort.key);
        let order = if props.sort.descending { "descending" } else { "ascending" };
        let content = match &column.sort {
            Some(key) => {
                let (key, greatest) = (key.clone(), column.greatest_first);
                let onclick = props
                    .on_change
                    .reform(move |_: MouseEvent| Change::Sort(key.clone(), greatest));
                html! {
                    <button type="button" {onclick}>
                        <span>{ column.title.clone() }</span>
                        <span class="sort-mark">
                            if by {
                                <Icon name={if props.sort.descending { IconName::Down } else { IconName::Up }} />
                            }
                        </span>
                    </button>
                }
            }
            None => html! { <span>{ column.title.clone() }</span> },
        };
        html! {
            <div
                key={i} role="columnheader" aria-colindex={(i + 1).to_string()}
                aria-sort={column.sort.as_ref().map(|_| if by { order } else { "none" })}
                class={classes!("cell", column.number.then_some("number"), (column.kind == Kind::Name).then_some("col-name"))}
                title={column.title.clone()}
            >{ content }</div>
        }
    };
    html! {
        <div class="accounts-head" role="rowgroup">
            <div class="accounts-row" role="row" aria-rowindex="1">
                { props.columns.iter().enumerate().map(|(i, c)| cell(i, c)).collect::<Html>() }
            </div>
        </div>
    }
}
