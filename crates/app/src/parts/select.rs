//! A choice of one from a few.

use crate::markup::html;
use std::rc::Rc;
use yew::prelude::*;

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What is handed back.
    pub value: AttrValue,
    /// What is shown.
    pub label: AttrValue,
    /// Shown but not to be chosen.
    pub disabled: bool,
}

impl Choice {
    /// A choice that can be made.
    pub fn new(value: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Self {
        Self { value: value.into(), label: label.into(), disabled: false }
    }
}

/// Properties of [`Select`].
#[derive(PartialEq, Properties)]
pub struct SelectProps {
    /// What is chosen.
    pub label: AttrValue,
    /// Whether the label is only read out, not shown.
    #[prop_or_default]
    pub hide_label: bool,
    /// The value of the present choice.
    pub value: AttrValue,
    /// All choices, in order.
    pub choices: Rc<[Choice]>,
    /// Shown but not to be changed.
    #[prop_or_default]
    pub disabled: bool,
    /// Hears of the value that was chosen.
    pub on_change: Callback<AttrValue>,
}

/// A choice of one from a few, with its label.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let onchange = props.on_change.reform(|e: Event| {
        let select: web_sys::HtmlSelectElement = e.target_unchecked_into();
        AttrValue::from(select.value())
    });
    html! {
        <label class="select">
            <span class={if props.hide_label { "hidden-visually" } else { "select-label" }}>
                { props.label.clone() }
            </span>
            <select class="field" disabled={props.disabled} {onchange}>
                for choice in props.choices.iter() {
                    <option
                        key={&*choice.value} value={choice.value.clone()}
                        selected={choice.value == props.value} disabled={choice.disabled}
                    >{ choice.label.clone() }</option>
                }
            </select>
        </label>
    }
}
