//! The value that a column is compared with.

use crate::markup::html;
use crate::parts::{Choice, NumberField, Select};
use crate::query::use_view;
use crate::scoring::name_field::NameField;
use crate::state::use_session;
use crate::text::use_text;
use engine::message::{Answer, Call, ColumnShape};
use score::Literal;
use std::rc::Rc;
use table::{ColumnType, Day};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A first value for a comparison with a column of a type.
pub fn default_literal(column_type: ColumnType) -> Literal {
    match column_type {
        ColumnType::Text => Literal::Text(String::new()),
        ColumnType::Integer | ColumnType::Decimal => Literal::Number(0.0),
        ColumnType::Boolean => Literal::Boolean(true),
        ColumnType::Date => Literal::Date(Day(0)),
    }
}

/// Properties of [`ValueField`].
#[derive(PartialEq, Properties)]
pub struct ValueFieldProps {
    /// The value.
    pub value: Literal,
    /// The column's type: a value of another type is edited as that.
    pub column_type: ColumnType,
    /// Hears of another value.
    pub on_change: Callback<Literal>,
}

/// A field for one value.
#[component]
pub fn ValueField(props: &ValueFieldProps) -> Html {
    let text = use_text();
    let label = text.t("score-value");
    match (props.column_type, &props.value) {
        (ColumnType::Integer | ColumnType::Decimal, value) => {
            let value = if let Literal::Number(n) = value { *n } else { f64::NAN };
            html! {
                <NumberField {label} {value} decimals={4} on_commit={props.on_change.reform(Literal::Number)} />
            }
        }
        (ColumnType::Boolean, value) => {
            let value = if matches!(value, Literal::Boolean(true)) { "yes" } else { "no" };
            let choices: Rc<[Choice]> = ["yes", "no"]
                .into_iter()
                .map(|v| Choice::new(v, text.t(&format!("score-{v}"))))
                .collect();
            html! {
                <Select
                    {label} hide_label={true} {value} {choices}
                    on_change={props.on_change.reform(|v: AttrValue| Literal::Boolean(v == "yes"))}
                />
            }
        }
        (ColumnType::Date, value) => {
            let value = if let Literal::Date(day) = value { iso(*day) } else { String::new() };
            let on_change = props.on_change.clone();
            let onchange = Callback::from(move |e: Event| {
                let input: HtmlInputElement = e.target_unchecked_into();
                if let Some(day) = of_iso(&input.value()) {
                    on_change.emit(Literal::Date(day));
                }
            });
            html! { <input type="date" class="field" aria-label={label} {value} {onchange} /> }
        }
        (ColumnType::Text, value) => {
            let value = if let Literal::Text(t) = value { t.clone() } else { String::new() };
            html! {
                <NameField
                    {label} {value}
                    on_commit={props.on_change.reform(|v: AttrValue| Literal::Text(v.to_string()))}
                />
            }
        }
    }
}

/// A day as `2026-11-21`, which date fields want.
fn iso(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{year:04}-{month:02}-{day:02}")
}

fn of_iso(text: &str) -> Option<Day> {
    let mut parts = text.splitn(3, '-');
    let mut next = || parts.next()?.parse::<u32>().ok();
    Day::from_ymd(next()? as i32, next()?, next()?)
}

/// Properties of [`ValuesField`].
#[derive(PartialEq, Properties)]
pub struct ValuesFieldProps {
    /// The column, whose frequent values are offered.
    pub column: AttrValue,
    /// The values.
    pub values: Vec<String>,
    /// Hears of other values.
    pub on_change: Callback<Vec<String>>,
}

/// Check boxes for frequent values, and a field for others.
#[component]
pub fn ValuesField(props: &ValuesFieldProps) -> Html {
    let text = use_text();
    let session = use_session();
    let view = use_view(session.as_of().map(|s| Call::Columns(s.id)));
    let mut offered = props.values.clone();
    if let Some(Answer::Columns(columns)) = view.answer.as_deref()
        && let Some(column) = columns.iter().find(|c| c.name == *props.column)
        && let ColumnShape::Top(top) = &column.shape
    {
        let more = top.iter().map(|t| &t.value).filter(|v| !props.values.contains(v));
        offered.extend(more.cloned());
        table::order::sort(&mut offered);
    }
    let toggle = |value: &String| {
        let (value, values) = (value.clone(), props.values.clone());
        props.on_change.reform(move |_: Event| {
            let mut values = values.clone();
            match values.iter().position(|v| *v == value) {
                Some(at) => {
                    values.remove(at);
                }
                None => values.push(value.clone()),
            }
            values
        })
    };
    let add = {
        let values = props.values.clone();
        props.on_change.reform(move |typed: AttrValue| {
            let mut values = values.clone();
            for value in typed.split([',', '、', '，']).map(str::trim) {
                if !value.is_empty() && !values.iter().any(|v| v == value) {
                    values.push(value.to_owned());
                }
            }
            values
        })
    };
    html! {
        <div class="values">
            <ul>
                for value in &offered {
                    <li key={value.clone()}>
                        <label class="check">
                            <input type="checkbox" checked={props.values.contains(value)} onchange={toggle(value)} />
                            <span>{ value.clone() }</span>
                        </label>
                    </li>
                }
            </ul>
            <NameField label={text.t("score-other-values")} placeholder={text.t("score-other-values")} value="" on_commit={add} />
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::{iso, of_iso};
    use table::Day;

    #[test]
    fn days_as_date_fields_write_them() {
        assert_eq!(iso(Day(0)), "1970-01-01");
        assert_eq!(of_iso("1970-01-02"), Some(Day(1)));
        assert_eq!(of_iso(""), None);
        assert_eq!(of_iso("2026-02-30"), None);
    }
}
