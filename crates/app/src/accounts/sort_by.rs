//! Sorting where the table has no header to click: on narrow screens.

use super::columns::Column;
use super::filter::Change;
use crate::markup::html;
use crate::parts::{Choice, Icon, IconName, Select};
use crate::text::use_text;
use engine::message::{Sort, SortKey};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`SortBy`].
#[derive(PartialEq, Properties)]
pub struct SortByProps {
    /// The columns of the table.
    pub columns: Rc<[Column]>,
    /// The order in force.
    pub sort: Sort,
    /// Hears of sorting.
    pub on_change: Callback<Change>,
}

/// By what, and which way.
#[component]
pub fn SortBy(props: &SortByProps) -> Html {
    let text = use_text();
    let sortable: Vec<(AttrValue, SortKey, bool)> = props
        .columns
        .iter()
        .filter_map(|c| Some((c.title.clone(), c.sort.clone()?, c.greatest_first)))
        .collect();
    let now = sortable.iter().position(|s| s.1 == props.sort.key).unwrap_or(0);
    let choices: Rc<[Choice]> = (0..)
        .zip(&sortable)
        .map(|(i, s): (usize, _)| Choice::new(i.to_string(), s.0.clone()))
        .collect();
    let turn = {
        let key = props.sort.key.clone();
        props.on_change.reform(move |_: MouseEvent| Change::Sort(key.clone(), false))
    };
    let on_select = {
        let on_change = props.on_change.clone();
        Callback::from(move |value: AttrValue| {
            if let Some((_, key, greatest)) =
                value.parse::<usize>().ok().and_then(|i| sortable.get(i))
            {
                on_change.emit(Change::Sort(key.clone(), *greatest));
            }
        })
    };
    let icon = if props.sort.descending { IconName::Down } else { IconName::Up };
    html! {
        <div class="accounts-sort">
            <Select
                label={text.t("accounts-sort-by")} value={now.to_string()} {choices}
                on_change={on_select}
            />
            <button type="button" class="button icon" aria-label={text.t("accounts-sort-turn")} onclick={turn}>
                <Icon name={icon} />
            </button>
        </div>
    }
}
