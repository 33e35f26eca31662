//! One condition on one column.

use super::Columns;
use super::value::{ValueField, ValuesField, default_literal};
use crate::markup::html;
use crate::parts::{Choice, Icon, IconName, Select};
use crate::text::{Text, use_text};
use score::{Comparison, Condition};
use std::rc::Rc;
use table::ColumnType;
use yew::prelude::*;

/// All types: a condition can be about any column.
const ANY: [ColumnType; 5] = [
    ColumnType::Text,
    ColumnType::Integer,
    ColumnType::Decimal,
    ColumnType::Boolean,
    ColumnType::Date,
];

/// Properties of [`ConditionRow`].
#[derive(PartialEq, Properties)]
pub struct ConditionRowProps {
    /// A comparison, "one of", or "absent".
    pub condition: Condition,
    /// What it can be about.
    pub columns: Columns,
    /// Whether it is the only row, which cannot be removed.
    pub alone: bool,
    /// Hears of the changed row; `None` removes it.
    pub on_change: Callback<Option<Condition>>,
}

/// A row: column, comparison, value.
#[component]
pub fn ConditionRow(props: &ConditionRowProps) -> Html {
    let text = use_text();
    let column = column_of(&props.condition).to_owned();
    let column_type = props.columns.type_of(&column).unwrap_or(ColumnType::Text);
    let kind = kind_of(&props.condition);
    let on_column = {
        let columns = props.columns.clone();
        props.on_change.reform(move |name: AttrValue| {
            let column_type = columns.type_of(&name).unwrap_or(ColumnType::Text);
            let kind = kinds(column_type)[0];
            Some(of_kind(kind, name.to_string(), column_type))
        })
    };
    let on_kind = {
        let column = column.clone();
        let before = props.condition.clone();
        props.on_change.reform(move |kind: AttrValue| {
            Some(with_kind(&before, &kind, column.clone(), column_type))
        })
    };
    let value = match props.condition.clone() {
        Condition::Compare { column, operator, value } => html! {
            <ValueField {value} {column_type} on_change={props.on_change.reform(move |value| {
                Some(Condition::Compare { column: column.clone(), operator, value })
            })} />
        },
        Condition::OneOf { column, values } => html! {
            <ValuesField column={column.clone()} {values} on_change={props.on_change.reform(move |values| {
                Some(Condition::OneOf { column: column.clone(), values })
            })} />
        },
        _ => html! { <span /> },
    };
    html! {
        <div class="condition-row" role="group" aria-label={text.t("score-condition")}>
            <Select
                label={text.t("score-column")} hide_label={true} value={column.clone()}
                choices={props.columns.choices(&text, &ANY, &column)} on_change={on_column}
            />
            <Select
                label={text.t("score-comparison")} hide_label={true} value={kind}
                choices={choices(&text, column_type, kind)} on_change={on_kind}
            />
            <div class="condition-value">{ value }</div>
            <span>
                if !props.alone {
                    <button
                        class="button plain icon" type="button" aria-label={text.t("score-condition-remove")}
                        onclick={props.on_change.reform(|_: MouseEvent| None)}
                    ><Icon name={IconName::Close} /></button>
                }
            </span>
        </div>
    }
}

fn column_of(condition: &Condition) -> &str {
    match condition {
        Condition::Compare { column, .. }
        | Condition::OneOf { column, .. }
        | Condition::Absent { column } => column,
        _ => "",
    }
}

/// The message ids of comparisons, which also name them in the list of choices.
pub fn comparison_id(operator: Comparison) -> &'static str {
    match operator {
        Comparison::Equal => "score-op-equal",
        Comparison::NotEqual => "score-op-not-equal",
        Comparison::Less => "score-op-less",
        Comparison::AtMost => "score-op-at-most",
        Comparison::Greater => "score-op-greater",
        Comparison::AtLeast => "score-op-at-least",
        Comparison::Contains => "score-op-contains",
    }
}

const ONE_OF: &str = "score-op-one-of";
const ABSENT: &str = "score-op-absent";

fn kind_of(condition: &Condition) -> &'static str {
    match condition {
        Condition::Compare { operator, .. } => comparison_id(*operator),
        Condition::Absent { .. } => ABSENT,
        _ => ONE_OF,
    }
}

/// What can be asked of a column of a type, the most usual first.
fn kinds(column_type: ColumnType) -> &'static [&'static str] {
    match column_type {
        ColumnType::Text => {
            &[ONE_OF, "score-op-equal", "score-op-not-equal", "score-op-contains", ABSENT]
        }
        ColumnType::Boolean => &["score-op-equal", ABSENT],
        ColumnType::Integer | ColumnType::Decimal | ColumnType::Date => &[
            "score-op-at-least",
            "score-op-greater",
            "score-op-at-most",
            "score-op-less",
            "score-op-equal",
            "score-op-not-equal",
            ABSENT,
        ],
    }
}

fn choices(text: &Text, column_type: ColumnType, chosen: &'static str) -> Rc<[Choice]> {
    let kinds = kinds(column_type);
    let extra = (!kinds.contains(&chosen)).then_some(chosen);
    kinds.iter().copied().chain(extra).map(|id| Choice::new(id, text.t(id))).collect()
}

fn operator_of(kind: &str) -> Option<Comparison> {
    Comparison::ALL.into_iter().find(|o| comparison_id(*o) == kind)
}

fn of_kind(kind: &str, column: String, column_type: ColumnType) -> Condition {
    match operator_of(kind) {
        Some(operator) => {
            Condition::Compare { column, operator, value: default_literal(column_type) }
        }
        None if kind == ABSENT => Condition::Absent { column },
        None => Condition::OneOf { column, values: Vec::new() },
    }
}

/// Another comparison of the same column; a value that still fits is kept.
fn with_kind(before: &Condition, kind: &str, column: String, column_type: ColumnType) -> Condition {
    match (before, operator_of(kind)) {
        (Condition::Compare { value, .. }, Some(operator)) => {
            Condition::Compare { column, operator, value: value.clone() }
        }
        _ => of_kind(kind, column, column_type),
    }
}
