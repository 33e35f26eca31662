//! A formula over accounts that says what it gives while it is written.

use super::view::use_scoring_context;
use crate::hooks::{use_memo, use_state_eq};
use crate::markup::html;
use crate::parts::{FormulaField, Mark, problem_mark, type_words};
use crate::query::use_view;
use crate::text::{Text, use_text};
use engine::message::{Answer, Call, ColumnShape, FormulaQuery, FormulaResult, FormulaView};
use formula::{Environment, Type, Value};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`LiveFormula`].
#[derive(PartialEq, Properties)]
pub struct LiveFormulaProps {
    /// What the formula is for; read out.
    pub label: AttrValue,
    /// The formula that is kept.
    pub value: AttrValue,
    /// Shown while there is nothing.
    pub placeholder: AttrValue,
    /// What it is to give.
    #[prop_or_default]
    pub wanted: Wanted,
    /// Something else that is wrong with what is written.
    #[prop_or_default]
    pub mark: Option<AttrValue>,
    /// Hears of every change.
    #[prop_or_default]
    pub on_draft: Callback<AttrValue>,
    /// Hears of a formula to keep.
    pub on_commit: Callback<AttrValue>,
}

/// What a formula over accounts is to give.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Wanted {
    /// The value of a measure: a number, or yes and no. Scores are made of it, so it knows none.
    #[default]
    Measure,
    /// Yes or no; it knows the accounts' scores.
    Condition,
    /// A column, of any type. Measures are made of it, so it knows no scores.
    Column,
}

/// A field for a formula; under it, what it gives in the snapshot on show.
#[component]
pub fn LiveFormula(props: &LiveFormulaProps) -> Html {
    let text = use_text();
    let context = use_scoring_context();
    let draft = use_state_eq(|| None::<AttrValue>);
    let written = (*draft).clone().unwrap_or_else(|| props.value.clone());
    let asked = context.map(|context| FormulaQuery {
        context,
        text: written.to_string(),
        scores: props.wanted == Wanted::Condition,
        account: None,
    });
    let view = use_view(asked.map(|query| Call::Formula(Box::new(query))));
    let told = match (view.question.as_deref(), view.answer.as_deref()) {
        (Some(Call::Formula(asked)), Some(Answer::Formula(told))) => Some((&asked.text, told)),
        _ => None,
    };
    let environment = told.map_or_else(Environment::default, |(_, told)| told.environment.clone());
    let environment = use_memo(environment, |environment| Rc::new(environment.clone()));
    let marks: Rc<[Mark]> = told
        .filter(|(of, _)| !of.trim().is_empty())
        .map(|(_, told)| marks(&text, told, props.wanted))
        .unwrap_or_default()
        .into_iter()
        .chain(props.mark.clone().map(Mark::whole))
        .collect();
    let given = told.filter(|(of, _)| **of == *written).and_then(|(_, told)| told.result.as_ref());
    let on_input = {
        let (draft, on_draft) = (draft.clone(), props.on_draft.clone());
        Callback::from(move |typed: AttrValue| {
            draft.set(Some(typed.clone()));
            on_draft.emit(typed);
        })
    };
    let on_commit = {
        let on_commit = props.on_commit.clone();
        Callback::from(move |typed: AttrValue| {
            draft.set(None);
            on_commit.emit(typed);
        })
    };
    html! {
        <div class="live-formula">
            <FormulaField
                label={props.label.clone()} value={props.value.clone()} environment={(*environment).clone()}
                {marks} checked={told.map(|(of, _)| of.clone()).unwrap_or_default()}
                placeholder={props.placeholder.clone()} {on_input} {on_commit}
            />
            <p class="small quiet" role="status">{ given.map(|given| gives(&text, given)) }</p>
        </div>
    }
}

/// What is wrong with it, also that it gives something that is of no use here.
fn marks(text: &Text, told: &FormulaView, wanted: Wanted) -> Vec<Mark> {
    let mut marks: Vec<Mark> = told.problems.iter().map(|p| problem_mark(text, p)).collect();
    if let Some(result) = &told.result
        && wanted != Wanted::Column
        && !matches!(result.result_type, Type::Number | Type::Boolean | Type::Any)
    {
        let id = match wanted {
            Wanted::Condition => "formula-wants-condition",
            Wanted::Measure | Wanted::Column => "formula-wants-number",
        };
        let found = text.t(type_words(result.result_type));
        marks.push(Mark::whole(text.with(id, &[("found", found.into())])));
    }
    marks
}

/// What it gives, in words: for one account, and over all.
fn gives(text: &Text, result: &FormulaResult) -> AttrValue {
    let value = match &result.value {
        Value::Absent => return over_all(text, result),
        Value::Number(n) => text.short(*n, 4),
        Value::Text(s) => s.clone(),
        Value::Boolean(yes) => text.t(if *yes { "score-yes" } else { "score-no" }).to_string(),
        Value::Date(day) => text.date(*day),
    };
    if result.column.is_none() {
        return text.with("formula-gives-figure", &[("value", value.into())]);
    }
    let args = [("account", result.account.as_str().into()), ("value", value.into())];
    format!("{} {}", over_all(text, result), text.with("formula-gives-sample", &args)).into()
}

/// What it gives over all accounts.
fn over_all(text: &Text, result: &FormulaResult) -> AttrValue {
    let Some(column) = &result.column else { return text.t("formula-gives-nothing") };
    let accounts = text.integer(column.present + column.absent);
    let present = text.integer(column.present);
    match &column.values {
        ColumnShape::Numbers { mean, .. } if result.result_type == Type::Boolean => {
            let held = (mean * column.present as f64).round();
            let absent = text.integer(column.absent);
            text.with(
                "formula-gives-held",
                &[
                    ("held", text.short(held, 0).into()),
                    ("accounts", accounts.into()),
                    ("absent", absent.into()),
                ],
            )
        }
        ColumnShape::Numbers { min, max, mean, .. } if result.result_type == Type::Number => text
            .with(
                "formula-gives-numbers",
                &[
                    ("present", present.into()),
                    ("accounts", accounts.into()),
                    ("min", text.short(*min, 2).into()),
                    ("mean", text.short(*mean, 2).into()),
                    ("max", text.short(*max, 2).into()),
                ],
            ),
        ColumnShape::Empty => text.t("formula-gives-nothing"),
        _ => text.with(
            "formula-gives-values",
            &[("present", present.into()), ("accounts", accounts.into())],
        ),
    }
}
