//! A condition that is written as a formula.

use crate::hooks::use_state_eq;
use crate::markup::html;
use crate::scoring::{LiveFormula, Wanted};
use crate::text::use_text;
use score::Condition;
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
    let held = use_state_eq(AttrValue::default);
    let on_commit = {
        let held = held.clone();
        Callback::from(move |formula: AttrValue| held.set(formula))
    };
    let onclick = {
        let (held, on_add) = (held.clone(), props.on_add.clone());
        Callback::from(move |_: MouseEvent| {
            let formula = held.trim().to_owned();
            if !formula.is_empty() {
                held.set(AttrValue::default());
                on_add.emit(Condition::Formula(formula));
            }
        })
    };
    html! {
        <div class="condition-builder">
            <div class="labelled">
                <span class="labelled-name">{ text.t("accounts-condition-formula") }</span>
                <LiveFormula
                    label={text.t("accounts-condition-formula")} value={(*held).clone()} wanted={Wanted::Condition}
                    placeholder={text.t("accounts-condition-formula-example")} {on_commit}
                />
            </div>
            <button type="button" class="button" {onclick}>{ text.t("accounts-condition-formula-add") }</button>
        </div>
    }
}
