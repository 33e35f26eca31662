//! Which decimal mark a column of numbers has, counted while it is read.

use super::Verdict;
use crate::{ColumnType, DecimalMark, parse::mark};

/// The mark that a column is read with, and what its cells tell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marks {
    /// Read with this one.
    pub(super) decimal: DecimalMark,
    /// The cells decide; else the mark stays.
    pub(super) may_change: bool,
    /// Cells that only a decimal comma makes numbers.
    pub(super) only_comma: u64,
    /// Cells that only a point makes numbers. While reading with a point they are not counted: where
    /// any cell has a comma the column is read with one, to be sure.
    only_point: u64,
}

impl Marks {
    pub(super) fn new(decimal: DecimalMark, may_change: bool) -> Self {
        Self { decimal, may_change, only_comma: 0, only_point: 0 }
    }

    /// Counts what a cell tells; whether only a comma makes it a number. `fits` is whether it is one
    /// with the mark at hand.
    pub(super) fn tells_comma(&mut self, bytes: &[u8], fits: bool) -> bool {
        if !self.may_change {
            return false;
        }
        let with = |mark| mark::patient(bytes, mark).is_ok();
        let comma = match self.decimal {
            DecimalMark::Point => !fits && with(DecimalMark::Comma),
            DecimalMark::Comma => {
                let point = with(DecimalMark::Point);
                self.only_point += u64::from(point && !fits);
                fits && !point
            }
        };
        self.only_comma += u64::from(comma);
        comma
    }

    /// How the column must be read once more, when it has the other mark or may have it.
    pub(super) fn verdict(&self, column_type: ColumnType) -> Option<Verdict> {
        let decided = mark::decide(self.only_comma, self.only_point, self.decimal);
        match (self.decimal, decided) {
            _ if !self.may_change => None,
            (DecimalMark::Point, DecimalMark::Comma) => Some(Verdict::Try(DecimalMark::Comma)),
            (DecimalMark::Comma, DecimalMark::Point) => Some(Verdict::ReadAs(column_type.into())),
            _ => None,
        }
    }
}
