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
    /// The fields of the file are separated by commas: what a point makes numbers stays so.
    pub(super) beside_commas: bool,
    /// A cell that only a comma makes a number is a code with a point.
    pub(super) code_with_point: bool,
    /// Beside commas, a cell that only a comma makes a number is no list of two, or the user said that they
    /// are numbers.
    pub(super) no_pair: bool,
    /// Cells that only a decimal comma makes numbers.
    pub(super) only_comma: u64,
    /// Cells that only a point makes numbers. While reading with a point they are not counted: where
    /// any cell has a comma the column is read with one, to be sure.
    only_point: u64,
}

impl Marks {
    pub(super) fn new(
        decimal: DecimalMark,
        may_change: bool,
        beside_commas: bool,
        no_pair: bool,
    ) -> Self {
        let (only_comma, only_point) = (0, 0);
        let code_with_point = false;
        Self {
            decimal,
            may_change,
            beside_commas,
            code_with_point,
            no_pair,
            only_comma,
            only_point,
        }
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
                let comma = fits && !point;
                self.code_with_point |= comma && mark::is_code_with_point(bytes);
                self.no_pair |= comma && !mark::is_pair(bytes);
                comma
            }
        };
        self.only_comma += u64::from(comma);
        comma
    }

    /// How the column must be read once more, when it has the other mark or may have it. `misfits` is how
    /// many cells are no numbers with the mark at hand, `fails` whether so many are too many.
    pub(super) fn verdict(
        &self,
        column_type: ColumnType,
        misfits: u64,
        fails: impl Fn(u64) -> bool,
    ) -> Option<Verdict> {
        if self.beside_commas && self.may_change {
            return self.verdict_beside_commas(misfits, fails);
        }
        let decided = mark::decide(self.only_comma, self.only_point, self.decimal);
        match (self.decimal, decided) {
            _ if !self.may_change => None,
            (DecimalMark::Point, DecimalMark::Comma) => Some(Verdict::Try(DecimalMark::Comma)),
            (DecimalMark::Comma, DecimalMark::Point) => Some(Verdict::ReadAs(column_type.into())),
            _ => None,
        }
    }

    /// Beside commas a decimal comma is rare: only a column that is none of numbers with a point may have it.
    fn verdict_beside_commas(&self, misfits: u64, fails: impl Fn(u64) -> bool) -> Option<Verdict> {
        match self.decimal {
            DecimalMark::Point => {
                let fails = self.code_with_point || fails(misfits);
                (fails && self.only_comma > 0).then_some(Verdict::Try(DecimalMark::Comma))
            }
            DecimalMark::Comma => {
                // of the misfits here those with a point are none there
                let with_point = misfits.saturating_sub(self.only_point) + self.only_comma;
                if !self.code_with_point && !fails(with_point) {
                    return Some(Verdict::ReadAs(ColumnType::Integer.into()));
                }
                (self.only_point > self.only_comma || !self.no_pair).then(Verdict::text)
            }
        }
    }
}
