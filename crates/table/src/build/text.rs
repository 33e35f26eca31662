//! Text columns: a dictionary and one code per row, as narrow as the dictionary allows.

use super::{
    Block, Interner, MISFITS_OF_DATES, MISFITS_OF_NUMBERS, Reading, Verdict, intern::Hint, widened,
};
use crate::{
    Codes, ColumnData, ColumnType, DecimalMark, Delimiter, TextColumn, diagnostic::DiagnosticKind,
    infer::Tally, parse, scan::Span,
};

const ABSENT: u32 = u32::MAX;

#[derive(Clone, Debug)]
pub(crate) struct TextBuilder {
    settled: bool,
    /// Between the fields of the file.
    delimiter: Delimiter,
    /// The decimal mark of its numbers, if that is what it turns out to hold and none of them tells.
    decimal: DecimalMark,
    interner: Interner,
    codes: Codes,
    /// How many rows there will be, if that was said.
    expected: usize,
    /// The codes of the block at hand.
    block: Vec<u32>,
    /// Its cells, where they are looked up in two steps; blank ones have no hint.
    cells: Vec<(Span, Option<Hint>)>,
    present: u64,
    /// Codes of strings that are not UTF-8 or hold a U+FFFD which the decoder put there.
    odd: Vec<u32>,
}

impl TextBuilder {
    pub(crate) fn new(settled: bool, delimiter: Delimiter, decimal: DecimalMark) -> Self {
        Self {
            settled,
            delimiter,
            decimal,
            interner: Interner::new(),
            codes: Codes::U8(Vec::new()),
            expected: 0,
            block: Vec::new(),
            cells: Vec::new(),
            present: 0,
            odd: Vec::new(),
        }
    }

    pub(crate) fn expect_rows(&mut self, rows: usize) {
        self.expected = rows;
        if let Codes::U8(v) = &mut self.codes {
            v.reserve(rows);
        }
    }

    pub(crate) fn append(&mut self, column: usize, block: &mut Block<'_>) {
        let Self { interner, block: codes, cells, .. } = self;
        let known = interner.len() as u32;
        codes.clear();
        let mut absent = 0;
        let bytes = block.bytes;
        if interner.is_large() {
            // what each step needs from memory is asked for by many rows at once
            let mut clean = Vec::new();
            cells.clear();
            block.index.each_span(column, |_, span| {
                let text = span.text(bytes, &mut clean);
                let hint = (!parse::is_blank(text)).then(|| interner.hint(text));
                cells.push((span, hint));
            });
            for (_, hint) in cells.iter_mut() {
                if let Some(hint) = hint {
                    interner.fetch(hint);
                }
            }
            for (span, hint) in cells.iter() {
                codes.push(match hint {
                    Some(hint) => interner.code_with(span.text(bytes, &mut clean), *hint),
                    None => {
                        absent += 1;
                        ABSENT
                    }
                });
            }
        } else {
            block.index.each_cell(bytes, column, |_, text| {
                if parse::is_blank(text) {
                    absent += 1;
                    codes.push(ABSENT);
                } else {
                    codes.push(interner.code(text));
                }
            });
        }
        if self.present == 0 {
            interner.expect_if_rising(self.expected);
        }
        self.present += codes.len() as u64 - absent;
        self.odd.extend(interner.odd_from(known, block.replaced));
        if !self.odd.is_empty() {
            self.report_odd(column, block);
        }
        self.extend();
    }

    #[cold]
    fn report_odd(&self, column: usize, block: &mut Block<'_>) {
        for (row, code) in self.block.iter().enumerate() {
            if self.odd.binary_search(code).is_ok() {
                block.misfit(row, column, DiagnosticKind::InvalidCharacters);
            }
        }
    }

    /// Appends the block's codes, widening the codes when the dictionary has outgrown them.
    fn extend(&mut self) {
        let len = self.interner.len();
        if let Codes::U8(v) = &mut self.codes
            && len > usize::from(u8::MAX)
        {
            let widen = |c| if c == u8::MAX { u16::MAX } else { u16::from(c) };
            self.codes = Codes::U16(widened(v, self.expected, widen));
        }
        if let Codes::U16(v) = &mut self.codes
            && len > usize::from(u16::MAX)
        {
            let widen = |c| if c == u16::MAX { ABSENT } else { u32::from(c) };
            self.codes = Codes::U32(widened(v, self.expected, widen));
        }
        // the absent code is all ones in every width, so truncation keeps it
        match &mut self.codes {
            Codes::U8(v) => v.extend(self.block.iter().map(|c| *c as u8)),
            Codes::U16(v) => v.extend(self.block.iter().map(|c| *c as u16)),
            Codes::U32(v) => v.extend_from_slice(&self.block),
        }
    }

    /// Whether what looked like text in the first part of the file is something else on the whole.
    pub(crate) fn verdict(&mut self) -> Verdict {
        if self.settled || self.present == 0 {
            return Verdict::Keep;
        }
        let interner = &self.interner;
        let counts = self.counts_if_few();
        let mut tally = Tally::of(self.delimiter);
        let most_misfits = self.present * MISFITS_OF_NUMBERS.max(MISFITS_OF_DATES) / 1_000;
        for code in 0..interner.len() as u32 {
            let count = counts.as_ref().map_or(1, |c| c[code as usize]);
            tally.add(interner.get(code), count);
            let misfits = tally.misfits();
            // where the counts are unknown, many different words are enough
            let words = counts.is_none() && code > 2_000 && misfits * 2 > tally.present;
            if tally.codes > 0 || misfits > most_misfits || words {
                return Verdict::Keep;
            }
        }
        match tally.decide_with(false, self.decimal) {
            guess if guess.column_type == ColumnType::Text => Verdict::Keep,
            guess => Verdict::ReadAs(Reading {
                column_type: guess.column_type,
                date_order: guess.date_order,
                decimal: guess.decimal,
            }),
        }
    }

    /// How often each code occurs, unless there are so many codes that once each will do.
    fn counts_if_few(&self) -> Option<Vec<u64>> {
        let mut counts = vec![0; self.interner.len()];
        match &self.codes {
            Codes::U8(v) => v.iter().filter(|c| **c != u8::MAX).for_each(|c| {
                counts[usize::from(*c)] += 1;
            }),
            Codes::U16(v) => v.iter().filter(|c| **c != u16::MAX).for_each(|c| {
                counts[usize::from(*c)] += 1;
            }),
            Codes::U32(_) => return None,
        }
        Some(counts)
    }

    pub(crate) fn finish(self) -> ColumnData {
        let dictionary = self.interner.finish();
        ColumnData::Text(TextColumn { codes: self.codes, dictionary })
    }
}
