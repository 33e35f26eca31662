//! Reading a file: bytes in pieces of any size in, a table and a report out.
//!
//! Bytes become UTF-8, UTF-8 is cut into blocks of whole records, and each block is parsed column
//! by column while it is still in the processor's cache. No byte of the file is kept.
//!
//! A type is decided on the whole column. What the beginning of the file suggests may be wrong: a
//! code with leading zeros among integers, a third word among booleans. Then [`Ingest::finish`]
//! gives [`Outcome::Again`], and the caller reads the same file once more into what it holds. What
//! was decided so is settled, so that hardly any file is read a third time.
//!
//! So it goes with rows that repeat the account id of an earlier row: only the whole file tells them, and the
//! second reading rejects them, each with its line. Where too many do, the file is not one row per account, and
//! it is for the caller to say so.
//!
//! A quote that is never closed needs no second reading: a quoted record of more than 8 MiB, or one
//! that the file ends in, is taken for one; its line is rejected and reading goes on with the next.
//! After 64 of them quoted fields may no longer span lines, so that no file takes for ever.

use crate::{
    Column, ColumnPlan, ColumnType, DiagnosticKind, Layout, Report, Role, Table,
    build::{Block, Builder, Verdict},
    encoding::Transcoder,
    parse, repeated,
    scan::{Index, Rules, Scanner},
};

/// How many bytes of UTF-8 make a block: small enough for the second-level cache together with the
/// marks of its fields.
const BLOCK_BYTES: usize = 256 << 10;
/// What a file is taken to have at most when room is set aside for it.
const MOST_EXPECTED: u64 = 1 << 30;
/// How often a file is read again at most.
const MOST_ROUNDS: u32 = 4;

/// Whether so few of the rows repeat an id that it is a slip: at most every tenth, or three in a small file.
/// Where more do, accounts have several rows on purpose (a row a month, a row a product), and to keep the
/// first of them would give wrong figures.
fn is_slip(repeats: usize, rows: usize) -> bool {
    repeats * 10 <= rows || repeats <= 3 && repeats * 4 <= rows
}

/// A file being read.
pub struct Ingest {
    layout: Layout,
    /// Columns whose type was decided on the whole column.
    settled: Vec<bool>,
    round: u32,
    transcoder: Transcoder,
    /// Bytes that are not yet in the table.
    pending: Vec<u8>,
    /// How many pending bytes are worth a scan.
    enough: usize,
    scanner: Scanner,
    index: Index,
    builders: Vec<Builder>,
    report: Report,
    bytes: u64,
    /// Rows that have an id, of those so far.
    named: usize,
    /// Which of them repeat an id, ascending, once a first reading has told.
    repeats: Option<Vec<usize>>,
    /// The size of the file, where it is known.
    expected_bytes: Option<u64>,
}

/// How far reading has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the file that were pushed.
    pub bytes: u64,
    /// Rows, read and rejected, so far.
    pub rows: u64,
    /// How often the file has been read before.
    pub round: u32,
}

/// What reading came to.
pub enum Outcome {
    /// The table and what could not be read.
    Done(Box<Ingested>),
    /// A column is not what it seemed, or rows repeat an id: push the same file once more, from its first byte.
    Again(Box<Ingest>),
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Ingested {
    /// The rows.
    pub table: Table,
    /// What each column is for.
    pub roles: Vec<Role>,
    /// What could not be read.
    pub report: Report,
    /// How it was read, with the types as they turned out.
    pub layout: Layout,
}

impl Ingest {
    /// Begins to read a file of that layout.
    #[must_use]
    pub fn new(layout: Layout) -> Self {
        let settled = vec![false; layout.columns.len()];
        let rules = Rules {
            above: layout.above,
            ..Rules::new(layout.delimiter.byte(), layout.columns.len())
        };
        Self::with_rules(layout, settled, 0, rules)
    }

    pub(crate) fn with_rules(layout: Layout, settled: Vec<bool>, round: u32, rules: Rules) -> Self {
        let builders = layout.columns.iter().zip(&settled);
        let builders =
            builders.map(|(plan, settled)| Builder::new(plan, *settled, layout.delimiter));
        Self {
            builders: builders.collect(),
            transcoder: Transcoder::new(layout.encoding),
            scanner: Scanner::new(rules, layout.header),
            pending: Vec::new(),
            enough: BLOCK_BYTES,
            index: Index::default(),
            report: Report::default(),
            bytes: 0,
            named: 0,
            repeats: None,
            expected_bytes: None,
            layout,
            settled,
            round,
        }
    }

    /// Says how large the file is, before its first byte is pushed, so that columns need not grow.
    pub fn expect_bytes(&mut self, bytes: u64) {
        self.expected_bytes = Some(bytes);
    }

    /// Takes in the next bytes of the file, cut anywhere: inside a character, a quote or a CRLF.
    pub fn push(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        for piece in bytes.chunks(BLOCK_BYTES) {
            self.transcoder.feed(piece, false, &mut self.pending);
            if self.pending.len() >= self.enough {
                self.take_in(false);
            }
        }
    }

    /// The same, scanning at every push, so that records are cut in all places.
    #[cfg(test)]
    pub(crate) fn push_for_test(&mut self, bytes: &[u8]) {
        self.enough = 1;
        self.push(bytes);
    }

    /// How far reading has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress {
            bytes: self.bytes,
            rows: self.report.rows_read + self.report.rows_rejected,
            round: self.round,
        }
    }

    /// Says that all bytes were pushed.
    #[must_use]
    pub fn finish(mut self) -> Outcome {
        self.transcoder.feed(&[], true, &mut self.pending);
        self.take_in(true);
        self.pending = Vec::new();
        self.index = Index::default();
        let mut again = false;
        for i in 0..self.builders.len() {
            let verdict = if self.is_not_of_type(i) {
                Verdict::ReadAs(ColumnType::Text.into())
            } else {
                self.builders[i].verdict()
            };
            let plan = &mut self.layout.columns[i];
            match verdict {
                Verdict::Keep => continue,
                Verdict::ReadAs(reading) => {
                    plan.guess = reading.column_type;
                    plan.date_order = reading.date_order;
                    plan.decimal = reading.decimal;
                    self.settled[i] = true;
                }
                Verdict::Guess(column_type) => plan.guess = column_type,
                Verdict::Try(decimal) => plan.decimal = decimal,
            }
            again = true;
        }
        if again && self.round < MOST_ROUNDS {
            let rules = self.scanner.rules;
            let mut next = Self::with_rules(self.layout, self.settled, self.round + 1, rules);
            next.expected_bytes = Some(self.bytes);
            return Outcome::Again(Box::new(next));
        }
        let as_read = self.repeats.is_none().then(|| (self.layout.clone(), self.settled.clone()));
        crate::order::sort_by_key(&mut self.report.diagnostics, |d| (d.line, d.column));
        let rows = self.report.rows_read as usize;
        let mut layout = self.layout;
        let finish = |(plan, builder): (&mut ColumnPlan, Builder)| {
            plan.unit = builder.unit();
            plan.decimal = builder.decimal();
            let data = builder.finish();
            plan.guess = data.column_type();
            Column { name: plan.name.clone(), data }
        };
        let columns: Vec<Column> =
            layout.columns.iter_mut().zip(self.builders).map(finish).collect();
        let id = layout.columns.iter().position(|c| c.role == Role::AccountId);
        if let (Some((layout, settled)), Some(id)) = (as_read, id) {
            let repeats = repeated(&columns[id].data);
            if !repeats.is_empty() && is_slip(repeats.len(), rows) {
                let mut next =
                    Self::with_rules(layout, settled, self.round + 1, self.scanner.rules);
                next.repeats = Some(repeats);
                next.expected_bytes = Some(self.bytes);
                return Outcome::Again(Box::new(next));
            }
        }
        Outcome::Done(Box::new(Ingested {
            table: Table { columns, rows },
            roles: layout.columns.iter().map(|c| c.role).collect(),
            report: self.report,
            layout,
        }))
    }

    /// Rows without an account id are no accounts: nothing could be joined to them.
    fn reject_nameless(&mut self) {
        let Some(id) = self.layout.columns.iter().position(|c| c.role == Role::AccountId) else {
            return;
        };
        let is_text = matches!(self.builders[id], Builder::Text(_));
        self.index.reject(&self.pending, id, DiagnosticKind::NoAccountId, |text| {
            parse::is_blank(text) || !is_text && parse::is_absent_word(parse::trim(text))
        });
    }

    /// Rejects the rows that a first reading found to repeat an id. Both readings cut the same records.
    fn reject_repeats(&mut self) {
        let begin = self.named;
        self.named += self.index.rows();
        let Some(repeats) = &self.repeats else { return };
        let from = repeats.partition_point(|row| *row < begin);
        let to = repeats.partition_point(|row| *row < self.named);
        if from < to {
            let out: Vec<usize> = repeats[from..to].iter().map(|row| row - begin).collect();
            self.index.take_out(&self.pending, &out, DiagnosticKind::RepeatedId);
        }
    }

    /// Whether a column of ids has cells that are not of the type guessed for it: then it is a column
    /// of texts, so that no account is without its id.
    fn is_not_of_type(&self, column: usize) -> bool {
        let plan = &self.layout.columns[column];
        plan.role == Role::AccountId
            && plan.column_type.is_none()
            && !matches!(self.builders[column], Builder::Text(_))
            && self.report.counts.iter().any(|c| {
                let misfit = matches!(
                    c.kind,
                    DiagnosticKind::NotAnInteger
                        | DiagnosticKind::NotADecimal
                        | DiagnosticKind::NotABoolean
                        | DiagnosticKind::NotADate
                        | DiagnosticKind::OtherUnit
                );
                misfit && c.column == Some(column as u32)
            })
    }

    /// Takes the whole records among the pending bytes into the columns.
    fn take_in(&mut self, last: bool) {
        let taken = self.scanner.scan(&self.pending, last, &mut self.index);
        self.reject_nameless();
        self.reject_repeats();
        let index = &self.index;
        let report = &mut self.report;
        report.rows_read += index.rows() as u64;
        report.rows_rejected += index.rejected;
        report.lines_above += index.above;
        for &(line, kind, from, to) in &index.faults {
            report.add(line, None, kind, &self.pending[from as usize..to as usize]);
        }
        let mut clean = Vec::new();
        for &(row, column, kind) in &index.oddities {
            let text = index.cell(&self.pending, row as usize, column as usize, &mut clean);
            report.add(index.line(row as usize), Some(column), kind, text);
        }
        if index.rows() > 0 {
            if let Some(bytes) = self.expected_bytes.take() {
                // as dense as the first block, and a little more
                let rows = index.rows() as u64 * bytes.min(MOST_EXPECTED) / self.bytes.max(1);
                let rows = (rows + rows / 64 + 64) as usize;
                self.builders.iter_mut().for_each(|b| b.expect_rows(rows));
            }
            let mut block =
                Block { bytes: &self.pending, index, report, replaced: self.transcoder.replaced };
            for (column, builder) in self.builders.iter_mut().enumerate() {
                builder.append(column, &mut block);
            }
        }
        self.pending.drain(..taken);
        // a record longer than a block is not scanned anew for every piece
        self.enough = BLOCK_BYTES.max(self.pending.len() * 2);
    }
}

/// Reads a whole file that is in memory, as often as needed.
#[must_use]
pub fn read(layout: Layout, bytes: &[u8]) -> Ingested {
    let mut ingest = Ingest::new(layout);
    ingest.expect_bytes(bytes.len() as u64);
    loop {
        ingest.push(bytes);
        match ingest.finish() {
            Outcome::Done(ingested) => return *ingested,
            Outcome::Again(next) => ingest = *next,
        }
    }
}
