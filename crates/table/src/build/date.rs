//! Columns of calendar days.

use super::{Block, Fit, MISFITS_OF_DATES, Verdict};
use crate::{
    ColumnData, ColumnType, DateOrder,
    diagnostic::DiagnosticKind,
    parse::{
        self,
        date::{self, Evidence},
    },
};

#[derive(Clone, Debug)]
pub(crate) struct DateBuilder {
    settled: bool,
    order: DateOrder,
    fit: Fit,
    /// Values that only this order, or only the other one, makes a day.
    only_this: u64,
    only_other: u64,
    values: Vec<i32>,
}

impl DateBuilder {
    pub(crate) fn new(order: DateOrder, settled: bool) -> Self {
        Self {
            settled,
            order,
            fit: Fit::default(),
            only_this: 0,
            only_other: 0,
            values: Vec::new(),
        }
    }

    pub(crate) fn expect_rows(&mut self, rows: usize) {
        self.values.reserve(rows);
    }

    pub(crate) fn append(&mut self, column: usize, block: &mut Block<'_>) {
        if self.fit.doomed {
            return;
        }
        let Self { order, values, only_this, only_other, .. } = self;
        let before = values.len();
        let mut misfits = Vec::new();
        let mut absent = 0;
        block.index.each_cell(block.bytes, column, |row, bytes| {
            if let Some(day) = date::fast(bytes) {
                values.push(day.0);
                return;
            }
            let mut value = ColumnData::DATE_ABSENT;
            if let Some((day, evidence)) = date::patient(bytes, *order) {
                match evidence {
                    Evidence::Only(o) if o == *order => *only_this += 1,
                    Evidence::Only(_) => *only_other += 1,
                    Evidence::None | Evidence::Ambiguous => {}
                }
                value = day.0;
            } else if parse::is_blank(bytes) || parse::is_absent_word(parse::trim(bytes)) {
                absent += 1;
            } else {
                misfits.push(row);
            }
            values.push(value);
        });
        self.fit.present += (values.len() - before) as u64 - absent;
        self.fit.misfits += misfits.len() as u64;
        for row in misfits {
            block.misfit(row, column, DiagnosticKind::NotADate);
        }
        self.fit.look_ahead(self.settled);
    }

    pub(crate) fn verdict(&mut self) -> Verdict {
        if self.settled {
            return Verdict::Keep;
        }
        if self.fit.fails(MISFITS_OF_DATES) {
            return ColumnType::Text.into();
        }
        if self.only_other > self.only_this {
            let other = match self.order {
                DateOrder::MonthFirst => DateOrder::DayFirst,
                DateOrder::DayFirst => DateOrder::MonthFirst,
            };
            return Verdict::ReadAs(ColumnType::Date, other);
        }
        Verdict::Keep
    }

    pub(crate) fn finish(self) -> Vec<i32> {
        self.values
    }
}
