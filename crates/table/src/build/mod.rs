//! Columns in the making: block by block, each column in a loop of its own type.

mod boolean;
mod date;
mod integers;
mod intern;
mod marks;
mod number;
mod odd;
mod text;

use crate::{
    ColumnData, ColumnPlan, ColumnType, DateOrder, DecimalMark, Delimiter, Report, Unit,
    diagnostic::DiagnosticKind, scan::Index,
};

pub(crate) use intern::Interner;

/// The share of misfits, in parts of a thousand of the present cells, up to which a column keeps its
/// type and the misfits are reported.
pub(crate) const MISFITS_OF_NUMBERS: u64 = 30;
/// The same for booleans: a third word is soon a category.
pub(crate) const MISFITS_OF_BOOLEANS: u64 = 1;
/// The same for dates.
pub(crate) const MISFITS_OF_DATES: u64 = 100;

/// The records of one block and where to report what does not fit.
pub(crate) struct Block<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) index: &'a Index,
    pub(crate) report: &'a mut Report,
    /// Whether the decoder has put U+FFFD for bytes that are no characters.
    pub(crate) replaced: bool,
}

impl Block<'_> {
    /// Reports a cell.
    #[cold]
    fn misfit(&mut self, row: usize, column: usize, kind: DiagnosticKind) {
        let mut clean = Vec::new();
        let text = self.index.cell(self.bytes, row, column, &mut clean);
        self.report.add(self.index.line(row), Some(column as u32), kind, text);
    }
}

/// What a column turned out to be once all of it was seen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Verdict {
    /// It is what it was read as.
    Keep,
    /// It must be read once more, as this.
    ReadAs(Reading),
    /// It must be read once more as this, and may still turn out to be something else.
    Guess(ColumnType),
    /// It must be read once more with this decimal mark to see which one it has.
    Try(DecimalMark),
}

/// How a column is to be read, decided on all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) column_type: ColumnType,
    pub(crate) date_order: DateOrder,
    pub(crate) decimal: DecimalMark,
}

impl From<ColumnType> for Reading {
    fn from(column_type: ColumnType) -> Self {
        Self { column_type, date_order: DateOrder::default(), decimal: DecimalMark::default() }
    }
}

impl Verdict {
    /// It must be read once more, as text.
    fn text() -> Self {
        Self::ReadAs(ColumnType::Text.into())
    }
}

/// A column in the making.
#[derive(Clone, Debug)]
pub(crate) enum Builder {
    Text(text::TextBuilder),
    Number(number::NumberBuilder),
    Boolean(boolean::BooleanBuilder),
    Date(date::DateBuilder),
}

impl Builder {
    /// For a column as planned in a file of that delimiter. A `settled` column stays what it is, whatever
    /// its cells say.
    pub(crate) fn new(plan: &ColumnPlan, settled: bool, delimiter: Delimiter) -> Self {
        let forced = plan.column_type.is_some();
        let decided = settled;
        let settled = settled || forced;
        match plan.read_as() {
            ColumnType::Text => {
                Self::Text(text::TextBuilder::new(settled, delimiter, plan.decimal))
            }
            ColumnType::Integer | ColumnType::Decimal => {
                let beside = delimiter == Delimiter::Comma;
                Self::Number(number::NumberBuilder::new(plan, settled, !decided, beside))
            }
            ColumnType::Boolean => Self::Boolean(boolean::BooleanBuilder::new(settled)),
            ColumnType::Date => {
                Self::Date(date::DateBuilder::new(plan.date_order, plan.months, forced, decided))
            }
        }
    }

    /// Sets room aside for so many rows.
    pub(crate) fn expect_rows(&mut self, rows: usize) {
        match self {
            Self::Text(b) => b.expect_rows(rows),
            Self::Number(b) => b.expect_rows(rows),
            Self::Boolean(b) => b.expect_rows(rows),
            Self::Date(b) => b.expect_rows(rows),
        }
    }

    /// Takes in a column of a block.
    pub(crate) fn append(&mut self, column: usize, block: &mut Block<'_>) {
        match self {
            Self::Text(b) => b.append(column, block),
            Self::Number(b) => b.append(column, block),
            Self::Boolean(b) => b.append(column, block),
            Self::Date(b) => b.append(column, block),
        }
    }

    /// Whether the whole column is what it was read as.
    pub(crate) fn verdict(&mut self) -> Verdict {
        match self {
            Self::Text(b) => b.verdict(),
            Self::Number(b) => b.verdict(),
            Self::Boolean(b) => b.verdict(),
            Self::Date(b) => b.verdict(),
        }
    }

    /// The unit that its numbers carried.
    pub(crate) fn unit(&self) -> Option<Unit> {
        match self {
            Self::Number(b) => b.unit(),
            _ => None,
        }
    }

    /// The decimal mark that its numbers were read with.
    pub(crate) fn decimal(&self) -> DecimalMark {
        match self {
            Self::Number(b) => b.decimal(),
            _ => DecimalMark::default(),
        }
    }

    /// The column.
    pub(crate) fn finish(self) -> ColumnData {
        match self {
            Self::Text(b) => b.finish(),
            Self::Number(b) => b.finish(),
            Self::Boolean(b) => ColumnData::Boolean(b.finish()),
            Self::Date(b) => ColumnData::Date(b.finish()),
        }
    }
}

/// Fits and misfits of a column, and whether it keeps its type for them.
#[derive(Clone, Copy, Debug, Default)]
struct Fit {
    present: u64,
    misfits: u64,
    /// The column cannot be of this type, so the rest of it need not be read now.
    doomed: bool,
}

impl Fit {
    /// Whether the misfits are too many for a share of so many in a thousand.
    fn fails(&self, thousandths: u64) -> bool {
        self.doomed || self.misfits * 1_000 > self.present * thousandths
    }

    /// A column with very many misfits in its first part is given up early.
    fn look_ahead(&mut self, settled: bool) {
        if !settled && self.misfits > 10_000 && self.misfits * 2 > self.present {
            self.doomed = true;
        }
    }
}

/// The values in another width, with room for as many as were expected.
fn widened<A: Copy, B>(values: &[A], expected: usize, widen: impl Fn(A) -> B) -> Vec<B> {
    let mut wide = Vec::with_capacity(values.len().max(expected));
    wide.extend(values.iter().map(|v| widen(*v)));
    wide
}
