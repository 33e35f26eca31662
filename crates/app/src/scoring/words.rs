//! Inputs and conditions in words.

use super::condition::comparison_id;
use crate::text::Text;
use score::{ChangeKind, Condition, Input, Literal};
use yew::prelude::*;

/// A condition in words.
pub fn condition_words(text: &Text, condition: &Condition) -> AttrValue {
    match condition {
        Condition::All(parts) => joined(text, parts, "score-words-and"),
        Condition::Any(parts) => joined(text, parts, "score-words-or"),
        Condition::Not(part) => {
            text.with("score-words-not", &[("condition", condition_words(text, part).into())])
        }
        Condition::Compare { column, operator, value } => text.with(
            "score-words-compare",
            &[
                ("column", column.as_str().into()),
                ("operator", text.t(comparison_id(*operator)).into()),
                ("value", literal_words(text, value).into()),
            ],
        ),
        Condition::OneOf { values, .. } if values.is_empty() => text.t("score-words-nobody"),
        Condition::OneOf { column, values } => text.with(
            "score-words-one-of",
            &[("column", column.as_str().into()), ("values", values.join(", ").into())],
        ),
        Condition::Absent { column } => {
            text.with("score-words-absent", &[("column", column.as_str().into())])
        }
        Condition::Formula(formula) => formula.clone().into(),
    }
}

fn joined(text: &Text, parts: &[Condition], word: &str) -> AttrValue {
    let parts: Vec<_> = parts.iter().map(|p| condition_words(text, p).to_string()).collect();
    parts.join(&text.t(word)).into()
}

fn literal_words(text: &Text, value: &Literal) -> String {
    match value {
        Literal::Number(n) => text.short(*n, 4),
        Literal::Text(t) => t.clone(),
        Literal::Boolean(b) => text.t(if *b { "score-yes" } else { "score-no" }).to_string(),
        Literal::Date(day) => text.date(*day),
    }
}

/// An input in words: what the axis of its values is called.
pub fn input_words(text: &Text, input: &Input) -> AttrValue {
    match input {
        Input::Column(name) => name.clone().into(),
        Input::Ratio { numerator, denominator } => format!("{numerator} ÷ {denominator}").into(),
        Input::Change { column, kind, snapshots_back } => {
            let id = match kind {
                ChangeKind::Difference => "score-words-difference",
                ChangeKind::Ratio => "score-words-ratio",
            };
            text.with(
                id,
                &[("column", column.as_str().into()), ("count", (*snapshots_back).into())],
            )
        }
        Input::DaysSince(name) => {
            text.with("score-words-days-since", &[("column", name.as_str().into())])
        }
        Input::Check(condition) => condition_words(text, condition),
        Input::Formula(formula) => formula.clone().into(),
    }
}
