//! The names of what a score is made of, and its values in words.

use crate::scoring::condition_words;
use crate::text::Text;
use engine::message::RawValue;
use score::{AbsentPolicy, ChangeKind, Dimension, Input, ItemId, Measure, Model};
use table::ColumnType;
use yew::AttrValue;

/// The dimension of that id.
pub fn dimension(model: &Model, id: ItemId) -> Option<&Dimension> {
    model.cards.iter().flat_map(|c| &c.dimensions).find(|d| d.id == id)
}

/// The measure of that id.
pub fn measure(model: &Model, id: ItemId) -> Option<&Measure> {
    model.cards.iter().flat_map(|c| &c.dimensions).flat_map(|d| &d.measures).find(|m| m.id == id)
}

/// The name of a measure or dimension; something readable when it has none.
pub fn named(text: &Text, name: Option<&str>) -> AttrValue {
    match name.filter(|n| !n.trim().is_empty()) {
        Some(name) => name.to_owned().into(),
        None => text.t("accounts-unnamed"),
    }
}

/// A measure's raw value as its input means it; `raw` tells the types of the columns.
pub fn value(text: &Text, measure: Option<&Measure>, value: f64, raw: &[RawValue]) -> AttrValue {
    let boolean =
        |name: &str| raw.iter().any(|r| r.column == name && r.column_type == ColumnType::Boolean);
    match measure.and_then(|m| m.input.as_ref()) {
        Some(Input::Column(name)) if boolean(name) => {
            text.t(if value == 0.0 { "accounts-no" } else { "accounts-yes" })
        }
        Some(Input::Check(condition)) => text.with(
            "accounts-check",
            &[
                ("condition", condition_words(text, condition).into()),
                (
                    "answer",
                    text.t(if value == 0.0 { "accounts-no" } else { "accounts-yes" }).into(),
                ),
            ],
        ),
        Some(Input::DaysSince(_)) => text.with("accounts-days", &[("n", value.round().into())]),
        Some(Input::Change { kind: ChangeKind::Difference, .. }) => text.signed(value, 1).into(),
        Some(Input::Change { kind: ChangeKind::Ratio, .. }) => {
            format!("×{}", text.short(value, 2)).into()
        }
        Some(Input::Ratio { .. }) => text.short(value, 3).into(),
        _ => text.short(value, 2).into(),
    }
}

/// What was done about an absent value.
pub fn absent(text: &Text, policy: AbsentPolicy, counts: bool) -> AttrValue {
    match policy {
        AbsentPolicy::Skip => text.t("accounts-absent-skip"),
        AbsentPolicy::Worst => text.t("accounts-absent-worst"),
        AbsentPolicy::Neutral => text.t("accounts-absent-neutral"),
        AbsentPolicy::LastValue { snapshots } => {
            let id = if counts { "accounts-absent-last" } else { "accounts-absent-none" };
            text.with(id, &[("n", snapshots.into())])
        }
    }
}
