//! One or more conditions that must all hold.

use super::Columns;
use super::row::ConditionRow;
use crate::markup::html;
use crate::parts::{Icon, IconName};
use crate::scoring::words::condition_words;
use crate::text::use_text;
use score::Condition;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`ConditionForm`].
#[derive(PartialEq, Properties)]
pub struct ConditionFormProps {
    /// The condition.
    pub condition: Condition,
    /// What it can be about.
    pub columns: Columns,
    /// Hears of the changed condition.
    pub on_change: Callback<Condition>,
}

/// A condition as rows that must all hold. One that was written elsewhere and is more than that is
/// shown in words and can be replaced.
#[component]
pub fn ConditionForm(props: &ConditionFormProps) -> Html {
    let text = use_text();
    let fresh = Condition::OneOf { column: String::new(), values: Vec::new() };
    let Some(rows) = rows(&props.condition) else {
        return html! {
            <div class="form-line">
                <span>{ condition_words(&text, &props.condition) }</span>
                <button
                    class="button" type="button"
                    onclick={props.on_change.reform(move |_: MouseEvent| fresh.clone())}
                >{ text.t("score-condition-replace") }</button>
            </div>
        };
    };
    let count = rows.len();
    let rows = Rc::new(rows);
    let on_row = |i: usize| {
        let rows = rows.clone();
        props.on_change.reform(move |row: Option<Condition>| {
            let mut rows = (*rows).clone();
            match row {
                Some(row) => rows[i] = row,
                None => {
                    rows.remove(i);
                }
            }
            joined(rows)
        })
    };
    let add = {
        let rows = rows.clone();
        props.on_change.reform(move |_: MouseEvent| {
            let mut rows = (*rows).clone();
            rows.push(fresh.clone());
            joined(rows)
        })
    };
    html! {
        <div class="conditions">
            for (i, row) in rows.iter().enumerate() {
                <ConditionRow
                    key={i} condition={row.clone()} columns={props.columns.clone()}
                    alone={count == 1} on_change={on_row(i)}
                />
            }
            <button class="button plain" type="button" onclick={add}>
                <Icon name={IconName::Plus} />{ text.t("score-condition-and") }
            </button>
        </div>
    }
}

/// The rows of a condition; `None` when it is more than rows.
fn rows(condition: &Condition) -> Option<Vec<Condition>> {
    let is_row = |c: &Condition| {
        matches!(c, Condition::Compare { .. } | Condition::OneOf { .. } | Condition::Absent { .. })
    };
    match condition {
        Condition::All(parts) => parts.iter().all(is_row).then(|| parts.clone()),
        row => is_row(row).then(|| vec![row.clone()]),
    }
}

fn joined(mut rows: Vec<Condition>) -> Condition {
    if rows.len() == 1 { rows.swap_remove(0) } else { Condition::All(rows) }
}
