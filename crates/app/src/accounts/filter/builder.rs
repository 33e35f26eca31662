//! A condition on a column, put together: column, comparison, value.

use super::condition::Operator;
use crate::hooks::use_state_eq;
use crate::markup::html;
use crate::parts::{Choice, Select, composing};
use crate::text::use_text;
use score::Condition;
use std::rc::Rc;
use table::ColumnType;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`Builder`].
#[derive(PartialEq, Properties)]
pub struct BuilderProps {
    /// Names and types of the columns, in file order.
    pub columns: Rc<[(String, ColumnType)]>,
    /// Hears of a condition that is whole.
    pub on_add: Callback<Condition>,
}

/// A form for one condition.
#[component]
pub fn Builder(props: &BuilderProps) -> Html {
    let text = use_text();
    let column = use_state_eq(|| 0usize);
    let operator = use_state_eq(|| 0usize);
    let input = use_node_ref();
    let unfit = use_state_eq(|| false);
    let Some((name, column_type)) = props.columns.get(*column).or(props.columns.first()) else {
        return html! { <p class="quiet">{ text.t("accounts-no-columns") }</p> };
    };
    let operators = Operator::of(*column_type);
    let chosen = operators.get(*operator).copied().unwrap_or(operators[0]);
    let columns: Rc<[Choice]> = (0..)
        .zip(props.columns.iter())
        .map(|(i, (name, _)): (usize, _)| Choice::new(i.to_string(), name.clone()))
        .collect();
    let choices: Rc<[Choice]> = (0..)
        .zip(operators)
        .map(|(i, o): (usize, _)| Choice::new(i.to_string(), text.t(o.message(*column_type))))
        .collect();
    let on_column = {
        let (column, operator, unfit) = (column.clone(), operator.clone(), unfit.clone());
        Callback::from(move |value: AttrValue| {
            column.set(value.parse().unwrap_or(0));
            operator.set(0);
            unfit.set(false);
        })
    };
    let on_operator = {
        let operator = operator.clone();
        Callback::from(move |value: AttrValue| operator.set(value.parse().unwrap_or(0)))
    };
    let add = {
        let (input, unfit, on_add) = (input.clone(), unfit.clone(), props.on_add.clone());
        let (name, column_type) = (name.clone(), *column_type);
        Rc::new(move || {
            let typed = input.cast::<HtmlInputElement>().map(|i| i.value()).unwrap_or_default();
            match chosen.condition(&name, column_type, &typed) {
                Some(condition) => {
                    unfit.set(false);
                    on_add.emit(condition);
                }
                None => unfit.set(true),
            }
        })
    };
    let onclick = {
        let add = add.clone();
        Callback::from(move |_: MouseEvent| add())
    };
    let onkeydown = Callback::from(move |e: KeyboardEvent| {
        if e.key() == "Enter" && !composing(&e) {
            e.prevent_default();
            add();
        }
    });
    let date = *column_type == ColumnType::Date;
    let number = matches!(column_type, ColumnType::Integer | ColumnType::Decimal);
    let hint = match column_type {
        ColumnType::Date => "accounts-value-date",
        ColumnType::Text => "accounts-value-text",
        _ => "accounts-value-number",
    };
    html! {
        <div class="condition-builder">
            <Select
                label={text.t("accounts-condition-column")} value={column.to_string()}
                choices={columns} on_change={on_column}
            />
            <Select
                label={text.t("accounts-condition-operator")} value={operator.to_string()}
                {choices} on_change={on_operator}
            />
            <div>
                if chosen.takes_value() {
                    <label class="labelled">
                        <span class="labelled-name">{ text.t("accounts-condition-value") }</span>
                        <input
                            key={if date { "date" } else { "text" }} ref={input}
                            type={if date { "date" } else { "text" }} class="field"
                            inputmode={number.then_some("decimal")} autocomplete="off"
                            aria-invalid={unfit.then_some("true")} {onkeydown}
                        />
                    </label>
                }
            </div>
            <p class="field-error" role="alert">{ unfit.then(|| text.t(hint)) }</p>
            <button type="button" class="button primary" {onclick}>{ text.t("accounts-condition-add") }</button>
        </div>
    }
}
