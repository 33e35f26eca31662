//! A condition that is written as a formula.

use crate::parts::composing;
use crate::text::use_text;
use score::Condition;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`FormulaCondition`].
#[derive(PartialEq, Properties)]
pub struct FormulaConditionProps {
    /// Hears of a formula.
    pub on_add: Callback<Condition>,
}

/// A field for a formula that says which accounts are kept.
#[component]
pub fn FormulaCondition(props: &FormulaConditionProps) -> Html {
    let text = use_text();
    let input = use_node_ref();
    let add = {
        let (input, on_add) = (input.clone(), props.on_add.clone());
        Rc::new(move || {
            let Some(input) = input.cast::<HtmlInputElement>() else { return };
            let formula = input.value().trim().to_owned();
            if !formula.is_empty() {
                input.set_value("");
                on_add.emit(Condition::Formula(formula));
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
    html! {
        <div class="condition-builder">
            <label class="labelled">
                <span class="labelled-name">{ text.t("accounts-condition-formula") }</span>
                <input
                    ref={input} type="text" class="field" autocomplete="off" spellcheck="false"
                    placeholder={text.t("accounts-condition-formula-example")} {onkeydown}
                />
            </label>
            <button type="button" class="button" {onclick}>{ text.t("accounts-condition-formula-add") }</button>
        </div>
    }
}
