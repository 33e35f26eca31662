//! The beginning of a file, split into cells.

use super::{ColumnLook, InspectionNote};
use crate::{
    ColumnType, Day, Delimiter, Encoding,
    build::Interner,
    encoding::Transcoder,
    infer::{Guess, Tally},
    parse::{date, date_words::year_month},
    scan::{Index, Rules, Scanner},
};

/// The beginning of a file, split.
pub(super) struct Scanned<'a> {
    pub(super) text: &'a [u8],
    pub(super) index: Index,
    pub(super) delimiter: Delimiter,
    pub(super) columns: usize,
}

impl Scanned<'_> {
    pub(super) fn cell(&self, row: usize, column: usize) -> String {
        let mut clean = Vec::new();
        let bytes = self.index.cell(self.text, row, column, &mut clean);
        String::from_utf8_lossy(bytes).into_owned()
    }

    /// Why there is no row below the header.
    pub(super) fn why_no_row(&self) -> InspectionNote {
        let first = self.index.faults.iter().find(|(_, kind, ..)| kind.rejects_row());
        match first {
            Some(&(line, kind, ..)) => {
                InspectionNote::NoRowFits { records: self.index.rejected, line, kind }
            }
            None => InspectionNote::NoRows,
        }
    }

    pub(super) fn row(&self, row: usize) -> Vec<String> {
        (0..self.columns).map(|column| self.cell(row, column)).collect()
    }

    /// What the cells of a column in those rows could be.
    pub(super) fn tally(&self, column: usize, rows: std::ops::Range<usize>) -> Tally {
        let mut tally = Tally::of(self.delimiter);
        self.index.each_cell(self.text, column, |row, bytes| {
            if rows.contains(&row) {
                tally.add(bytes, 1);
            }
        });
        tally
    }

    /// What is seen of a column, whose cells below the header were counted.
    pub(super) fn look(
        &self,
        column: usize,
        skip: usize,
        tally: &Tally,
        guess: &Guess,
    ) -> ColumnLook {
        const EXAMPLES: usize = 5;
        let mut seen = Interner::new();
        self.index.each_cell(self.text, column, |row, bytes| {
            if row >= skip && !crate::parse::is_blank(bytes) {
                seen.code(bytes);
            }
        });
        let rows = (self.index.rows() - skip.min(self.index.rows())) as u64;
        let absent = rows - tally.present;
        ColumnLook {
            absent_share: if rows == 0 { 0.0 } else { absent as f32 / rows as f32 },
            distinct: seen.len() as u64,
            examples: (0..seen.len().min(EXAMPLES) as u32)
                .map(|code| String::from_utf8_lossy(seen.get(code)).into_owned())
                .collect(),
            latest: (guess.column_type == ColumnType::Date).then(|| latest(&seen, guess)).flatten(),
            rows,
        }
    }
}

/// The latest of the dates; `None` when there is none.
fn latest(texts: &Interner, guess: &Guess) -> Option<Day> {
    let day = |code| {
        let text = texts.get(code);
        let month = if guess.months { year_month(text) } else { None };
        month.or_else(|| Some(date::any(text, guess.date_order)?.0))
    };
    (0..texts.len() as u32).filter_map(day).max()
}

/// The head as UTF-8.
pub(super) fn text_of(head: &[u8], whole: bool, encoding: Encoding) -> Vec<u8> {
    let mut text = Vec::new();
    Transcoder::new(encoding).feed(head, whole, &mut text);
    text
}

pub(super) fn scan(text: &[u8], whole: bool, delimiter: Delimiter, columns: usize) -> Scanned<'_> {
    let mut index = Index::default();
    Scanner::new(Rules::new(delimiter.byte(), columns), false).scan(text, whole, &mut index);
    Scanned { text, index, delimiter, columns }
}
