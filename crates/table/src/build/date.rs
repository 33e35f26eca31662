//! Columns of calendar days.

use super::{Block, Fit, MISFITS_OF_DATES, Reading, Verdict};
use crate::{
    ColumnData, ColumnType, DateOrder,
    diagnostic::DiagnosticKind,
    parse::{
        self,
        date::{self, Evidence},
        date_words::year_month,
    },
};

#[derive(Clone, Debug)]
pub(crate) struct DateBuilder {
    /// The user demands dates.
    forced: bool,
    /// The order was decided on the whole column: what only the other order makes a day is none.
    settled: bool,
    order: DateOrder,
    /// Months written as a number are days, too.
    months: bool,
    /// A cell is no such month: unless the user demands dates, none of them is one then.
    not_months: bool,
    fit: Fit,
    /// Values that only this order, or only the other one, makes a day.
    only_this: u64,
    only_other: u64,
    values: Vec<i32>,
}

impl DateBuilder {
    pub(crate) fn new(order: DateOrder, months: bool, forced: bool, settled: bool) -> Self {
        Self {
            forced,
            settled,
            order,
            months,
            not_months: false,
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
        if self.fit.doomed || self.not_months {
            return;
        }
        let Self { order, settled, values, only_this, only_other, months, .. } = self;
        let only_months = *months && !self.forced;
        let before = values.len();
        let mut misfits = Vec::new();
        let mut absent = 0;
        block.index.each_cell(block.bytes, column, |row, bytes| {
            if let Some(day) = date::fast(bytes).filter(|_| !only_months) {
                values.push(day.0);
                return;
            }
            let mut value = ColumnData::DATE_ABSENT;
            let month = if *months { year_month(bytes) } else { None };
            let any = || date::any(bytes, *order).filter(|_| !only_months);
            match month.map(|day| (day, Evidence::None)).or_else(any) {
                Some((_, Evidence::Only(o))) if o != *order && *settled => misfits.push(row),
                Some((day, evidence)) => {
                    value = day.0;
                    if let Evidence::Only(o) = evidence {
                        *(if o == *order { &mut *only_this } else { &mut *only_other }) += 1;
                    }
                }
                None if parse::is_blank(bytes) || parse::is_absent_word(parse::trim(bytes)) => {
                    absent += 1;
                }
                None => misfits.push(row),
            }
            values.push(value);
        });
        self.fit.present += (values.len() - before) as u64 - absent;
        self.fit.misfits += misfits.len() as u64;
        self.not_months = only_months && !misfits.is_empty();
        if self.not_months {
            return;
        }
        for row in misfits {
            block.misfit(row, column, DiagnosticKind::NotADate);
        }
        self.fit.look_ahead(self.settled || self.forced);
    }

    pub(crate) fn verdict(&mut self) -> Verdict {
        if self.settled {
            return Verdict::Keep;
        }
        if self.not_months {
            return Verdict::Guess(ColumnType::Integer);
        }
        if !self.forced && self.fit.fails(MISFITS_OF_DATES) {
            return Verdict::text();
        }
        if self.only_other == 0 {
            return Verdict::Keep;
        }
        // the greater part tells; the rest is reported when the column is read again
        let date_order = match self.order {
            this if self.only_this >= self.only_other => this,
            DateOrder::MonthFirst => DateOrder::DayFirst,
            DateOrder::DayFirst => DateOrder::MonthFirst,
        };
        Verdict::ReadAs(Reading { date_order, ..ColumnType::Date.into() })
    }

    pub(crate) fn finish(self) -> Vec<i32> {
        self.values
    }
}
