//! The values of a formula, as columns or one by one.

use crate::program::truth;
use crate::run::{Run, Values};
use crate::{Formula, Frame, Type};
use hashbrown::HashMap;
use serde::{Deserialize, Serialize};
use table::{Cell, Codes, ColumnData, Day, Dictionary, TextColumn};

/// One value of a formula.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// There is none.
    Absent,
    /// A finite number.
    Number(f64),
    /// Text.
    Text(String),
    /// Yes or no.
    Boolean(bool),
    /// A calendar day.
    Date(Day),
}

impl From<Cell<'_>> for Value {
    fn from(cell: Cell<'_>) -> Self {
        match cell {
            Cell::Absent => Self::Absent,
            Cell::Text(text) => Self::Text(text.to_owned()),
            Cell::Integer(n) => Self::Number(n as f64),
            Cell::Decimal(n) => Self::Number(n),
            Cell::Boolean(yes) => Self::Boolean(yes),
            Cell::Date(day) => Self::Date(day),
        }
    }
}

impl Formula {
    /// The values for all accounts of the frame's first snapshot, as a column: decimals for numbers.
    #[must_use]
    pub fn column(&self, frame: &Frame<'_>) -> ColumnData {
        let mut run = Run::new(frame, &self.whole.texts);
        let values = run.values(&self.whole.program, 0, 0..frame.rows(0));
        match values {
            Values::Numbers(days) if self.result_type() == Type::Date => {
                let day = |d: f64| if d.is_nan() { ColumnData::DATE_ABSENT } else { d as i32 };
                ColumnData::Date(days.into_iter().map(day).collect())
            }
            Values::Numbers(numbers) => ColumnData::Decimal(numbers),
            Values::Truths(truths) => {
                ColumnData::Boolean(truths.into_iter().map(outside).collect())
            }
            Values::Texts(codes) => ColumnData::Text(text_column(&codes, &run)),
        }
    }

    /// A column as of [`Self::column`] in which every cell is absent: where the formula asks what nobody knows, see
    /// [`Self::is_known`].
    #[must_use]
    pub fn absent(&self, rows: usize) -> ColumnData {
        match self.result_type() {
            Type::Number | Type::Any => ColumnData::Decimal(vec![f64::NAN; rows]),
            Type::Boolean => ColumnData::Boolean(vec![ColumnData::BOOLEAN_ABSENT; rows]),
            Type::Date => ColumnData::Date(vec![ColumnData::DATE_ABSENT; rows]),
            Type::Text => ColumnData::Text(TextColumn {
                codes: Codes::U8(vec![u8::MAX; rows]),
                dictionary: Dictionary::default(),
            }),
        }
    }

    /// The values for all accounts as numbers into `out`: not-a-number where absent, days since 1970-01-01
    /// for dates, 0 and 1 for booleans; text is all absent.
    pub fn numbers(&self, frame: &Frame<'_>, out: &mut Vec<f64>) {
        let mut run = Run::new(frame, &self.whole.texts);
        *out = match run.values(&self.whole.program, 0, 0..frame.rows(0)) {
            Values::Numbers(numbers) => numbers,
            Values::Truths(truths) => truths
                .into_iter()
                .map(|t| match t {
                    truth::FALSE => 0.0,
                    truth::TRUE => 1.0,
                    _ => f64::NAN,
                })
                .collect(),
            Values::Texts(codes) => vec![f64::NAN; codes.len()],
        };
    }

    /// Whether a condition holds, for all accounts into `out`: 0 no, 1 yes, 2 cannot be told. A number holds
    /// when it is not 0; text and dates cannot be told.
    pub fn mask(&self, frame: &Frame<'_>, out: &mut Vec<u8>) {
        let mut run = Run::new(frame, &self.whole.texts);
        let is_number = self.result_type() == Type::Number;
        let values = run.values(&self.whole.program, 0, 0..frame.rows(0));
        out.clear();
        match values {
            Values::Truths(truths) => out.extend(truths.into_iter().map(outside)),
            Values::Numbers(numbers) => out.extend(numbers.into_iter().map(|n| match n {
                n if n.is_nan() || !is_number => ColumnData::BOOLEAN_ABSENT,
                n => u8::from(n != 0.0),
            })),
            Values::Texts(codes) => out.resize(codes.len(), ColumnData::BOOLEAN_ABSENT),
        }
    }

    /// The value for the account in `row` of the frame's first snapshot; of a figure or a constant, the same
    /// for every row. Absent past the end.
    #[must_use]
    pub fn value(&self, frame: &Frame<'_>, row: usize) -> Value {
        let range = match self.shape() {
            crate::Shape::PerAccount if row >= frame.rows(0) => return Value::Absent,
            crate::Shape::PerAccount => row..row + 1,
            crate::Shape::Figure | crate::Shape::Constant => 0..1,
        };
        let mut run = Run::new(frame, &self.whole.texts);
        match run.values(&self.whole.program, 0, range) {
            Values::Numbers(v) => match v.first() {
                Some(n) if n.is_nan() => Value::Absent,
                Some(day) if self.result_type() == Type::Date => Value::Date(Day(*day as i32)),
                Some(n) => Value::Number(*n),
                None => Value::Absent,
            },
            Values::Truths(v) => match v.first() {
                Some(&truth::TRUE) => Value::Boolean(true),
                Some(&truth::FALSE) => Value::Boolean(false),
                _ => Value::Absent,
            },
            Values::Texts(v) => v
                .first()
                .and_then(|code| run.texts.get(*code))
                .map_or(Value::Absent, |text| Value::Text(text.to_owned())),
        }
    }
}

/// As columns and filters write it.
fn outside(t: u8) -> u8 {
    match t {
        truth::FALSE => 0,
        truth::TRUE => 1,
        _ => ColumnData::BOOLEAN_ABSENT,
    }
}

/// Codes of an evaluation as a column of its own: each text once, in the order of first appearance.
fn text_column(codes: &[u32], run: &Run<'_>) -> TextColumn {
    let mut dictionary = Dictionary::default();
    let mut by_code: HashMap<u32, u32> = HashMap::new();
    let mut by_text: HashMap<&str, u32> = HashMap::new();
    let mut column = Vec::with_capacity(codes.len());
    for &code in codes {
        let Some(text) = run.texts.get(code) else {
            column.push(u32::MAX);
            continue;
        };
        let new = *by_code
            .entry(code)
            .or_insert_with(|| *by_text.entry(text).or_insert_with(|| dictionary.push(text)));
        column.push(new);
    }
    let narrow = |most: u32| dictionary.len() <= most as usize;
    let codes = if narrow(u32::from(u8::MAX)) {
        Codes::U8(column.into_iter().map(|c| u8::try_from(c).unwrap_or(u8::MAX)).collect())
    } else if narrow(u32::from(u16::MAX)) {
        Codes::U16(column.into_iter().map(|c| u16::try_from(c).unwrap_or(u16::MAX)).collect())
    } else {
        Codes::U32(column)
    };
    TextColumn { codes, dictionary }
}
