//! Conditions on columns as people say them: which comparisons a type has, how a value is read, and
//! how a condition is worded.

use crate::parts::parse_number;
use crate::text::Text;
use score::{Comparison, Condition, Literal};
use table::{ColumnType, Day};
use yew::AttrValue;

/// A way to compare that the user can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// Against a value.
    Compare(Comparison),
    /// A boolean is true or false.
    Is(bool),
    /// There is no value.
    Absent,
    /// There is a value.
    Present,
}

impl Operator {
    /// Those that make sense for a type, the likeliest first.
    pub fn of(column_type: ColumnType) -> &'static [Self] {
        use Comparison::{AtLeast, AtMost, Contains, Equal, Greater, Less, NotEqual};
        match column_type {
            ColumnType::Integer | ColumnType::Decimal => &[
                Self::Compare(AtLeast),
                Self::Compare(AtMost),
                Self::Compare(Greater),
                Self::Compare(Less),
                Self::Compare(Equal),
                Self::Compare(NotEqual),
                Self::Absent,
                Self::Present,
            ],
            ColumnType::Date => &[
                Self::Compare(AtLeast),
                Self::Compare(AtMost),
                Self::Compare(Equal),
                Self::Absent,
                Self::Present,
            ],
            ColumnType::Boolean => &[Self::Is(true), Self::Is(false), Self::Absent, Self::Present],
            ColumnType::Text => &[
                Self::Compare(Contains),
                Self::Compare(Equal),
                Self::Compare(NotEqual),
                Self::Absent,
                Self::Present,
            ],
        }
    }

    /// Whether it needs a value beside it.
    pub fn takes_value(self) -> bool {
        matches!(self, Self::Compare(_))
    }

    /// The id of its words.
    pub fn message(self, column_type: ColumnType) -> &'static str {
        let date = column_type == ColumnType::Date;
        match self {
            Self::Compare(Comparison::Equal) => "accounts-op-equal",
            Self::Compare(Comparison::NotEqual) => "accounts-op-not-equal",
            Self::Compare(Comparison::Less) => "accounts-op-less",
            Self::Compare(Comparison::AtMost) if date => "accounts-op-until",
            Self::Compare(Comparison::AtMost) => "accounts-op-at-most",
            Self::Compare(Comparison::Greater) => "accounts-op-greater",
            Self::Compare(Comparison::AtLeast) if date => "accounts-op-since",
            Self::Compare(Comparison::AtLeast) => "accounts-op-at-least",
            Self::Compare(Comparison::Contains) => "accounts-op-contains",
            Self::Is(true) => "accounts-op-yes",
            Self::Is(false) => "accounts-op-no",
            Self::Absent => "accounts-op-absent",
            Self::Present => "accounts-op-present",
        }
    }

    /// The condition; `None` when what was typed is not of the column's type.
    pub fn condition(
        self,
        column: &str,
        column_type: ColumnType,
        typed: &str,
    ) -> Option<Condition> {
        let column = column.to_owned();
        let (operator, value) = match self {
            Self::Absent => return Some(Condition::Absent { column }),
            Self::Present => {
                return Some(Condition::Not(Box::new(Condition::Absent { column })));
            }
            Self::Is(value) => (Comparison::Equal, Literal::Boolean(value)),
            Self::Compare(operator) => (operator, literal(column_type, typed)?),
        };
        Some(Condition::Compare { column, operator, value })
    }
}

/// What was typed, as a value of the type.
fn literal(column_type: ColumnType, typed: &str) -> Option<Literal> {
    let typed = typed.trim();
    match column_type {
        ColumnType::Integer | ColumnType::Decimal => parse_number(typed, "").map(Literal::Number),
        ColumnType::Date => day(typed).map(Literal::Date),
        ColumnType::Boolean => None,
        ColumnType::Text => (!typed.is_empty()).then(|| Literal::Text(typed.to_owned())),
    }
}

/// A day as date fields give it: 2026-11-21.
fn day(typed: &str) -> Option<Day> {
    let mut parts = typed.split('-').map(str::parse::<u32>);
    let mut next = || parts.next()?.ok();
    let (year, month, day) = (next()?, next()?, next()?);
    Day::from_ymd(i32::try_from(year).ok()?, month, day)
}

/// The column that a simple condition is about.
pub fn column_of(condition: &Condition) -> Option<&String> {
    match condition {
        Condition::Compare { column, .. }
        | Condition::OneOf { column, .. }
        | Condition::Absent { column } => Some(column),
        Condition::Not(inner) => column_of(inner),
        Condition::All(_) | Condition::Any(_) | Condition::Formula(_) => None,
    }
}

/// A condition in words.
pub fn words(text: &Text, condition: &Condition) -> AttrValue {
    let said = |operator: Operator, column_type, column: &str, value: AttrValue| {
        let args = [("column", column.into()), ("value", value.into())];
        text.with(&format!("{}.said", operator.message(column_type)), &args)
    };
    match condition {
        Condition::Compare { column, operator, value } => {
            let (column_type, value) = match value {
                Literal::Number(n) => (ColumnType::Decimal, text.short(*n, 6)),
                Literal::Text(s) => (ColumnType::Text, s.clone()),
                Literal::Date(d) => (ColumnType::Date, text.date(*d)),
                Literal::Boolean(b) => {
                    let empty = AttrValue::default();
                    return said(Operator::Is(*b), ColumnType::Boolean, column, empty);
                }
            };
            said(Operator::Compare(*operator), column_type, column, value.into())
        }
        Condition::OneOf { column, values } => text.with(
            "accounts-one-of",
            &[("column", column.as_str().into()), ("values", values.join(", ").into())],
        ),
        Condition::Absent { column } => {
            said(Operator::Absent, ColumnType::Text, column, AttrValue::default())
        }
        Condition::Formula(formula) => formula.clone().into(),
        Condition::Not(inner) => match &**inner {
            Condition::Absent { column } => {
                said(Operator::Present, ColumnType::Text, column, AttrValue::default())
            }
            other => text.with("accounts-not", &[("condition", words(text, other).into())]),
        },
        Condition::All(list) | Condition::Any(list) => {
            let id =
                if matches!(condition, Condition::All(_)) { "accounts-and" } else { "accounts-or" };
            let parts: Vec<String> = list.iter().map(|c| words(text, c).to_string()).collect();
            parts.join(&text.t(id)).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_values_become_the_columns_type() {
        let at_least = Operator::Compare(Comparison::AtLeast);
        let compare = |value| {
            Some(Condition::Compare { column: "c".into(), operator: Comparison::AtLeast, value })
        };
        for (column_type, typed, wanted) in [
            (ColumnType::Integer, "５０,０００", compare(Literal::Number(50_000.0))),
            (ColumnType::Decimal, "abc", None),
            (
                ColumnType::Date,
                "2026-11-21",
                Day::from_ymd(2026, 11, 21).and_then(|d| compare(Literal::Date(d))),
            ),
            (ColumnType::Date, "2026-02-30", None),
            (ColumnType::Text, "  ", None),
            (ColumnType::Text, " Pro ", compare(Literal::Text("Pro".into()))),
        ] {
            assert_eq!(at_least.condition("c", column_type, typed), wanted, "{typed}");
        }
        let present = Operator::Present.condition("c", ColumnType::Text, "");
        assert_eq!(present.as_ref().and_then(column_of).map(String::as_str), Some("c"));
    }
}
