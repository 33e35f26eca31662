//! A typed column. Absent values are sentinels inside the data, so a column is one allocation and
//! kernels run over plain slices.

use crate::{Cell, Day, TextColumn};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The type of a column, decided on the whole column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnType {
    /// Dictionary-coded text; identifiers keep their leading zeros.
    Text,
    /// Whole numbers of up to 18 digits.
    Integer,
    /// Finite decimal numbers.
    Decimal,
    /// Yes or no.
    Boolean,
    /// Calendar days.
    Date,
}

/// A named column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The header's text, unique within its table.
    pub name: String,
    /// The values, one per row.
    pub data: ColumnData,
}

/// The values of a column.
#[derive(Clone, Debug, PartialEq)]
pub enum ColumnData {
    /// Dictionary codes.
    Text(TextColumn),
    /// The narrowest width that holds all values.
    Integer(Integers),
    /// `NaN` is absent; infinities do not occur.
    Decimal(Vec<f64>),
    /// 0 no, 1 yes, [`ColumnData::BOOLEAN_ABSENT`] absent.
    Boolean(Vec<u8>),
    /// Days since 1970-01-01, [`ColumnData::DATE_ABSENT`] absent.
    Date(Vec<i32>),
}

/// Integers in the narrowest width; the least value of the width is absent.
#[derive(Clone, Debug, PartialEq)]
pub enum Integers {
    /// −127 … 127
    I8(Vec<i8>),
    /// −32 767 … 32 767
    I16(Vec<i16>),
    /// −(2³¹−1) … 2³¹−1
    I32(Vec<i32>),
    /// −(2⁶³−1) … 2⁶³−1
    I64(Vec<i64>),
}

/// Runs `$body` with `$v` bound to the vector inside, whatever its width.
macro_rules! each_width {
    ($ints:expr, $v:ident => $body:expr) => {
        match $ints {
            Integers::I8($v) => $body,
            Integers::I16($v) => $body,
            Integers::I32($v) => $body,
            Integers::I64($v) => $body,
        }
    };
}

impl Integers {
    /// How many rows.
    #[must_use]
    pub fn len(&self) -> usize {
        each_width!(self, v => v.len())
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value at `row`, `None` where absent. Panics past the end, as indexing does.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<i64> {
        match self {
            Self::I8(v) => (v[row] != i8::MIN).then(|| i64::from(v[row])),
            Self::I16(v) => (v[row] != i16::MIN).then(|| i64::from(v[row])),
            Self::I32(v) => (v[row] != i32::MIN).then(|| i64::from(v[row])),
            Self::I64(v) => (v[row] != i64::MIN).then(|| v[row]),
        }
    }
}

impl ColumnData {
    /// The absent boolean.
    pub const BOOLEAN_ABSENT: u8 = 2;
    /// The absent date.
    pub const DATE_ABSENT: i32 = i32::MIN;

    /// How many rows.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Text(t) => t.len(),
            Self::Integer(v) => v.len(),
            Self::Decimal(v) => v.len(),
            Self::Boolean(v) => v.len(),
            Self::Date(v) => v.len(),
        }
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The type.
    #[must_use]
    pub fn column_type(&self) -> ColumnType {
        match self {
            Self::Text(_) => ColumnType::Text,
            Self::Integer(_) => ColumnType::Integer,
            Self::Decimal(_) => ColumnType::Decimal,
            Self::Boolean(_) => ColumnType::Boolean,
            Self::Date(_) => ColumnType::Date,
        }
    }

    /// The cell at `row`. Panics past the end, as indexing does.
    #[must_use]
    pub fn cell(&self, row: usize) -> Cell<'_> {
        match self {
            Self::Text(t) => t.get(row).map_or(Cell::Absent, Cell::Text),
            Self::Integer(v) => v.get(row).map_or(Cell::Absent, Cell::Integer),
            Self::Decimal(v) if v[row].is_nan() => Cell::Absent,
            Self::Decimal(v) => Cell::Decimal(v[row]),
            Self::Boolean(v) if v[row] > 1 => Cell::Absent,
            Self::Boolean(v) => Cell::Boolean(v[row] == 1),
            Self::Date(v) if v[row] == Self::DATE_ABSENT => Cell::Absent,
            Self::Date(v) => Cell::Date(Day(v[row])),
        }
    }

    /// The rows of `range` as numbers into `out` (same length), `NaN` where absent. Booleans are 0
    /// and 1, dates are days since 1970-01-01, text is all absent.
    pub fn numbers(&self, range: Range<usize>, out: &mut [f64]) {
        debug_assert_eq!(range.len(), out.len());
        macro_rules! widen {
            ($v:expr, $absent:expr) => {
                for (o, &x) in out.iter_mut().zip(&$v[range]) {
                    *o = if x == $absent { f64::NAN } else { x as f64 };
                }
            };
        }
        match self {
            Self::Text(_) => out.fill(f64::NAN),
            Self::Integer(Integers::I8(v)) => widen!(v, i8::MIN),
            Self::Integer(Integers::I16(v)) => widen!(v, i16::MIN),
            Self::Integer(Integers::I32(v)) => widen!(v, i32::MIN),
            Self::Integer(Integers::I64(v)) => widen!(v, i64::MIN),
            Self::Decimal(v) => out.copy_from_slice(&v[range]),
            Self::Boolean(v) => widen!(v, Self::BOOLEAN_ABSENT),
            Self::Date(v) => widen!(v, Self::DATE_ABSENT),
        }
    }
}
