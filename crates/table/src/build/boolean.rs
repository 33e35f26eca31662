//! Columns of yes and no.

use super::{Block, Fit, MISFITS_OF_BOOLEANS, Verdict};
use crate::{ColumnData, diagnostic::DiagnosticKind, parse};

#[derive(Clone, Debug)]
pub(crate) struct BooleanBuilder {
    settled: bool,
    fit: Fit,
    values: Vec<u8>,
}

impl BooleanBuilder {
    pub(crate) fn new(settled: bool) -> Self {
        Self { settled, fit: Fit::default(), values: Vec::new() }
    }

    pub(crate) fn expect_rows(&mut self, rows: usize) {
        self.values.reserve(rows);
    }

    pub(crate) fn append(&mut self, column: usize, block: &mut Block<'_>) {
        if self.fit.doomed {
            return;
        }
        let values = &mut self.values;
        let before = values.len();
        let mut misfits = Vec::new();
        let mut absent = 0;
        let settled = self.settled;
        block.index.each_cell(block.bytes, column, |row, bytes| {
            let value = match parse::boolean::parse(bytes) {
                Some(value) => u8::from(value),
                None if parse::is_blank(bytes) || parse::is_absent_word(parse::trim(bytes)) => {
                    absent += 1;
                    ColumnData::BOOLEAN_ABSENT
                }
                // where the user demands it, 0 and 1 are booleans too
                None if settled && bytes == b"0" => 0,
                None if settled && bytes == b"1" => 1,
                None => {
                    misfits.push(row);
                    ColumnData::BOOLEAN_ABSENT
                }
            };
            values.push(value);
        });
        self.fit.present += (values.len() - before) as u64 - absent;
        self.fit.misfits += misfits.len() as u64;
        for row in misfits {
            block.misfit(row, column, DiagnosticKind::NotABoolean);
        }
        self.fit.look_ahead(self.settled);
    }

    pub(crate) fn verdict(&mut self) -> Verdict {
        if !self.settled && self.fit.fails(MISFITS_OF_BOOLEANS) {
            return Verdict::text();
        }
        Verdict::Keep
    }

    pub(crate) fn finish(self) -> Vec<u8> {
        self.values
    }
}
