//! Conditions, column by column. Text is judged once per distinct string, not per row.

use crate::{Comparison, Condition, Literal, text};
use std::ops::Range;
use table::{Cell, Codes, ColumnData, Table, TextColumn};

/// The three values of a condition for one account.
pub mod truth {
    /// It does not hold.
    pub const FALSE: u8 = 0;
    /// It holds.
    pub const TRUE: u8 = 1;
    /// It cannot be told: a cell that it looks at is absent.
    pub const UNKNOWN: u8 = 2;
}

/// What a formula says of each row of a table: one [`truth`] value per row.
pub type Formulas<'a> = dyn Fn(&str) -> Vec<u8> + 'a;

/// Rows at a time: small enough for the first-level cache.
pub(crate) const BLOCK: usize = 2048;

// Inside, the three values are ordered false < unknown < true: then Kleene's "and" is the minimum,
// "or" the maximum and "not" the mirror image, and all three vectorise over bytes.
const F: u8 = 0;
const U: u8 = 1;
const T: u8 = 2;

/// Evaluates a condition over all rows of a table: one [`truth`] value per row into `out`.
///
/// A comparison with an absent cell, with a column that the table does not have, or with a constant
/// that the column's type cannot be compared with is unknown. Text is equal when it is exactly so,
/// ordered by code points; only `Contains` folds. Integers are compared as `f64`. `formulas` gives one
/// [`truth`] value per row for the text of a formula; rows that it leaves out are unknown. Of the columns
/// that are `blind` ([`crate::At::blind`]) nobody knows whether they are absent, as a formula says it.
pub fn mask(
    condition: &Condition,
    table: &Table,
    blind: &[String],
    formulas: &Formulas<'_>,
    out: &mut Vec<u8>,
) {
    let filter = Filter::new(condition, table, blind, formulas);
    out.clear();
    out.resize(table.rows, F);
    let mut scratch = Scratch::default();
    let mut start = 0;
    for block in out.chunks_mut(BLOCK) {
        filter.block(start..start + block.len(), block, &mut scratch);
        start += block.len();
        for x in block {
            *x = (*x * 2) % 3; // F 0 → 0, U 1 → 2, T 2 → 1
        }
    }
}

#[derive(Default)]
struct Scratch {
    numbers: Vec<f64>,
    masks: Vec<Vec<u8>>,
}

enum Filter<'a> {
    All(Vec<Filter<'a>>),
    Any(Vec<Filter<'a>>),
    Not(Box<Filter<'a>>),
    Number {
        data: &'a ColumnData,
        operator: Comparison,
        value: f64,
    },
    NumberOneOf {
        data: &'a ColumnData,
        values: Vec<f64>,
    },
    Text {
        column: &'a TextColumn,
        by_code: Vec<u8>,
    },
    Absent(&'a ColumnData),
    /// One [`truth`] value a row.
    Rows(Vec<u8>),
    Constant(u8),
}

impl<'a> Filter<'a> {
    fn new(
        condition: &Condition,
        table: &'a Table,
        blind: &[String],
        formulas: &Formulas<'_>,
    ) -> Self {
        let new = |part: &Condition| Self::new(part, table, blind, formulas);
        let data = |name: &str| table.column(name).map(|c| &c.data);
        match condition {
            Condition::All(parts) => Self::All(parts.iter().map(new).collect()),
            Condition::Any(parts) => Self::Any(parts.iter().map(new).collect()),
            Condition::Not(part) => Self::Not(Box::new(new(part))),
            Condition::Compare { column, operator, value } => match data(column) {
                None => Self::Constant(U),
                Some(ColumnData::Text(t)) => Self::compare_text(t, *operator, value),
                Some(d) => match number_of(value, d) {
                    Some(value) if *operator != Comparison::Contains => {
                        Self::Number { data: d, operator: *operator, value }
                    }
                    _ => Self::Constant(U),
                },
            },
            Condition::OneOf { column, values } => match data(column) {
                None => Self::Constant(U),
                Some(ColumnData::Text(t)) => {
                    let one_of = |s: &str| values.iter().any(|v| v == s);
                    Self::Text { column: t, by_code: judge(t, one_of) }
                }
                Some(d) => Self::NumberOneOf {
                    data: d,
                    values: values.iter().filter_map(|v| parse_as(v, d)).collect(),
                },
            },
            Condition::Absent { column } if blind.contains(column) => Self::Constant(U),
            Condition::Absent { column } => data(column).map_or(Self::Constant(T), Self::Absent),
            Condition::Formula(text) => Self::Rows(formulas(text)),
        }
    }

    fn compare_text(column: &'a TextColumn, operator: Comparison, value: &Literal) -> Self {
        let text = match value {
            Literal::Text(s) => s.clone(),
            Literal::Number(n) => n.to_string(),
            Literal::Boolean(b) => b.to_string(),
            Literal::Date(d) => d.to_string(),
        };
        let folded = text::fold(&text);
        let is_text = matches!(value, Literal::Text(_));
        let by_code = match operator {
            Comparison::Equal => judge(column, |s| s == text),
            Comparison::NotEqual => judge(column, |s| s != text),
            Comparison::Contains => judge(column, |s| text::contains(s, &folded)),
            // "10" < "9" as text: an order against a number or a date would lie
            _ if !is_text => return Self::Constant(U),
            Comparison::Less => judge(column, |s| s < text.as_str()),
            Comparison::AtMost => judge(column, |s| s <= text.as_str()),
            Comparison::Greater => judge(column, |s| s > text.as_str()),
            Comparison::AtLeast => judge(column, |s| s >= text.as_str()),
        };
        Self::Text { column, by_code }
    }

    fn block(&self, range: Range<usize>, out: &mut [u8], scratch: &mut Scratch) {
        match self {
            Self::Constant(v) => out.fill(*v),
            Self::All(parts) => fold_parts(parts, T, u8::min, range, out, scratch),
            Self::Any(parts) => fold_parts(parts, F, u8::max, range, out, scratch),
            Self::Not(part) => {
                part.block(range, out, scratch);
                out.iter_mut().for_each(|x| *x = T - *x);
            }
            Self::Text { column, by_code } => match &column.codes {
                Codes::U8(v) => look_up(&v[range], by_code, out),
                Codes::U16(v) => look_up(&v[range], by_code, out),
                Codes::U32(v) => look_up(&v[range], by_code, out),
            },
            Self::Rows(rows) => {
                for (o, row) in out.iter_mut().zip(range) {
                    *o = match rows.get(row) {
                        Some(&truth::FALSE) => F,
                        Some(&truth::TRUE) => T,
                        _ => U,
                    };
                }
            }
            Self::Absent(data) => {
                for (o, row) in out.iter_mut().zip(range) {
                    *o = if data.cell(row) == Cell::Absent { T } else { F };
                }
            }
            Self::Number { data, operator, value } => {
                let numbers = load(data, range, scratch);
                compare(numbers, *operator, *value, out);
            }
            Self::NumberOneOf { data, values } => {
                let numbers = load(data, range, scratch);
                for (o, n) in out.iter_mut().zip(numbers) {
                    *o = if n.is_nan() { U } else { T * u8::from(values.contains(n)) };
                }
            }
        }
    }
}

fn fold_parts(
    parts: &[Filter<'_>],
    start: u8,
    combine: fn(u8, u8) -> u8,
    range: Range<usize>,
    out: &mut [u8],
    scratch: &mut Scratch,
) {
    out.fill(start);
    let mut other = scratch.masks.pop().unwrap_or_default();
    other.resize(out.len(), start);
    for part in parts {
        part.block(range.clone(), &mut other, scratch);
        out.iter_mut().zip(&other).for_each(|(o, &x)| *o = combine(*o, x));
    }
    scratch.masks.push(other);
}

fn judge(column: &TextColumn, holds: impl Fn(&str) -> bool) -> Vec<u8> {
    column.dictionary.iter().map(|s| if holds(s) { T } else { F }).collect()
}

/// The code of an absent cell is past the end of `by_code`, whatever the width.
fn look_up<C: Copy + TryInto<usize>>(codes: &[C], by_code: &[u8], out: &mut [u8]) {
    for (o, &code) in out.iter_mut().zip(codes) {
        *o = code.try_into().ok().and_then(|c| by_code.get(c)).copied().unwrap_or(U);
    }
}

fn load<'s>(data: &ColumnData, range: Range<usize>, scratch: &'s mut Scratch) -> &'s [f64] {
    scratch.numbers.resize(range.len(), f64::NAN);
    data.numbers(range, &mut scratch.numbers);
    &scratch.numbers
}

fn compare(numbers: &[f64], operator: Comparison, value: f64, out: &mut [u8]) {
    fn each(numbers: &[f64], out: &mut [u8], holds: impl Fn(f64) -> bool) {
        for (o, &n) in out.iter_mut().zip(numbers) {
            *o = if n.is_nan() { U } else { T * u8::from(holds(n)) };
        }
    }
    match operator {
        Comparison::Equal => each(numbers, out, |n| n == value),
        Comparison::NotEqual => each(numbers, out, |n| n != value),
        Comparison::Less => each(numbers, out, |n| n < value),
        Comparison::AtMost => each(numbers, out, |n| n <= value),
        Comparison::Greater => each(numbers, out, |n| n > value),
        Comparison::AtLeast => each(numbers, out, |n| n >= value),
        Comparison::Contains => out.fill(U),
    }
}

/// A constant in the number line of a column that is not text; `None` when it is not on it.
pub(crate) fn number_of(value: &Literal, data: &ColumnData) -> Option<f64> {
    match (value, data) {
        (Literal::Text(s), _) => parse_as(s, data),
        (Literal::Date(d), ColumnData::Date(_)) => Some(f64::from(d.0)),
        (_, ColumnData::Date(_)) | (Literal::Date(_), _) => None,
        (Literal::Boolean(b), _) => Some(f64::from(u8::from(*b))),
        (Literal::Number(n), _) => Some(*n).filter(|n| !n.is_nan()),
    }
}

fn parse_as(s: &str, data: &ColumnData) -> Option<f64> {
    match data {
        ColumnData::Date(_) => text::day(s).map(|d| f64::from(d.0)),
        ColumnData::Boolean(_) => text::boolean(s).map(|b| f64::from(u8::from(b))),
        _ => table::decimal::read(s),
    }
}
