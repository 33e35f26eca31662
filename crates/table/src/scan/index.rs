//! The records of one block: where they and their fields begin and end.

use crate::diagnostic::DiagnosticKind;

/// Marks a field that is wrapped in quotes.
pub(super) const QUOTED: u32 = 1 << 31;
/// Marks a field whose bytes are not its text: doubled quotes, or NUL.
pub(super) const DIRTY: u32 = 1 << 30;
/// The offset within a mark.
const OFFSET: u32 = DIRTY - 1;

/// The records of one block.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// Where each record begins.
    starts: Vec<u32>,
    /// `columns` marks per record: where each field ends, with its flags. Only the first `used` count;
    /// the rest is room, so that marking has no capacity to look after.
    ends: Vec<u32>,
    pub(super) used: usize,
    /// The line of each record, less `first_line`.
    lines: Vec<u32>,
    first_line: u64,
    columns: usize,
    /// Where the marks of the record being scanned begin.
    base: usize,
    /// Whether the record being scanned has a quoted field, and so may hold newlines.
    pub(super) quoted: bool,
    /// What was odd within records that are kept: record, column, reason.
    pub(crate) oddities: Vec<(u32, u32, DiagnosticKind)>,
    /// What was wrong with whole records, kept or rejected: line, reason, range of bytes.
    pub(crate) faults: Vec<(u64, DiagnosticKind, u32, u32)>,
    /// How many of the faults reject their record.
    pub(crate) rejected: u64,
    /// How many of the faults are lines above the first record.
    pub(crate) above: u64,
}

/// Where a field is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    start: u32,
    mark: u32,
}

/// A record that was scanned.
pub(super) struct Record {
    pub(super) start: usize,
    /// Behind its newline.
    pub(super) next: usize,
    pub(super) line: u64,
    /// Why it cannot be read, whatever its number of fields.
    pub(super) fault: Option<DiagnosticKind>,
}

/// How long the lists were before a record.
#[derive(Clone, Copy)]
pub(super) struct Begun {
    marks: usize,
    oddities: usize,
}

impl Index {
    /// How many records.
    pub(crate) fn rows(&self) -> usize {
        self.starts.len()
    }

    /// The physical line of a record, from 1.
    pub(crate) fn line(&self, row: usize) -> u64 {
        self.first_line + u64::from(self.lines[row])
    }

    /// Calls `f` with the row and the text of every cell of a column, unquoted.
    #[inline(always)]
    pub(crate) fn each_cell(&self, bytes: &[u8], column: usize, mut f: impl FnMut(usize, &[u8])) {
        let mut clean = Vec::new();
        self.each_span(column, |row, span| f(row, span.text(bytes, &mut clean)));
    }

    /// Calls `f` with the row and the place of every cell of a column.
    #[inline(always)]
    pub(crate) fn each_span(&self, column: usize, mut f: impl FnMut(usize, Span)) {
        let records = self.ends[..self.used].chunks_exact(self.columns);
        // one loop for all columns, so that `f` is called in one place and becomes part of it
        for (row, (marks, &first)) in records.zip(&self.starts).enumerate() {
            let before = marks.get(column.wrapping_sub(1));
            let start = before.map_or(first, |mark| (mark & OFFSET) + 1);
            f(row, Span { start, mark: marks[column] });
        }
    }

    /// The text of one cell.
    pub(crate) fn cell<'a>(
        &self,
        bytes: &'a [u8],
        row: usize,
        column: usize,
        clean: &'a mut Vec<u8>,
    ) -> &'a [u8] {
        let base = row * self.columns;
        let start = match column {
            0 => self.starts[row],
            _ => (self.ends[base + column - 1] & OFFSET) + 1,
        };
        Span { start, mark: self.ends[base + column] }.text(bytes, clean)
    }

    pub(super) fn clear(&mut self, columns: usize, line: u64) {
        self.starts.clear();
        self.used = 0;
        self.lines.clear();
        self.oddities.clear();
        self.faults.clear();
        self.rejected = 0;
        self.above = 0;
        self.quoted = false;
        self.columns = columns;
        self.first_line = line;
    }

    /// Where the next record's marks and oddities begin.
    #[inline(always)]
    pub(super) fn begin(&mut self) -> Begun {
        self.quoted = false;
        self.base = self.used;
        Begun { marks: self.base, oddities: self.oddities.len() }
    }

    /// Drops what was marked since.
    pub(super) fn forget(&mut self, begun: Begun) {
        self.used = begun.marks;
        self.oddities.truncate(begun.oddities);
    }

    /// Marks the end of a field.
    #[inline(always)]
    pub(super) fn mark(&mut self, end: usize, flags: u32) {
        self.room()[0] = end as u32 | flags;
        self.used += 1;
    }

    /// Room for the marks of 64 bytes.
    #[inline(always)]
    pub(super) fn room(&mut self) -> &mut [u32] {
        if self.ends.len() < self.used + 64 {
            self.grow();
        }
        &mut self.ends[self.used..self.used + 64]
    }

    #[cold]
    fn grow(&mut self) {
        self.ends.resize(self.used * 2 + 4_096, 0);
    }

    /// Notes something odd about the field being scanned, once.
    #[cold]
    pub(super) fn odd(&mut self, kind: DiagnosticKind) {
        let field = self.used - self.base;
        let oddity = (self.starts.len() as u32, field as u32, kind);
        if self.oddities.last() != Some(&oddity) {
            self.oddities.push(oddity);
        }
    }

    /// Takes in a record, or rejects it.
    #[inline(always)]
    pub(super) fn record(&mut self, bytes: &[u8], begun: Begun, record: Record) {
        if record.fault.is_some() || self.used - begun.marks != self.columns {
            return self.ragged(bytes, begun, record);
        }
        self.starts.push(record.start as u32);
        self.lines.push((record.line - self.first_line) as u32);
    }

    #[cold]
    fn ragged(&mut self, bytes: &[u8], begun: Begun, record: Record) {
        let found = self.used - begun.marks;
        let mut end = record.next;
        while end > record.start && matches!(bytes[end - 1], b'\n' | b'\r') {
            end -= 1;
        }
        let kind = record.fault.unwrap_or(if found < self.columns {
            DiagnosticKind::TooFewFields
        } else {
            DiagnosticKind::TooManyFields
        });
        let fault = (record.line, kind, record.start as u32, end as u32);
        if kind == DiagnosticKind::TooManyFields && self.no_more_than_empty(bytes, begun) {
            self.used = begun.marks + self.columns;
            let (row, columns) = (self.starts.len() as u32, self.columns as u32);
            self.oddities.retain(|(r, c, _)| *r != row || *c < columns);
        } else if kind.rejects_row() {
            self.faults.push(fault);
            self.rejected += 1;
            return self.forget(begun);
        } else {
            self.faults.push(fault);
            // a missing field begins and ends one past the field before it
            let before = self.ends[..self.used].last();
            let mut end = before.map_or(record.start as u32, |m| m & OFFSET) as usize;
            for _ in found..self.columns {
                end += 1;
                self.mark(end, 0);
            }
        }
        self.starts.push(record.start as u32);
        self.lines.push((record.line - self.first_line) as u32);
    }

    /// Rejects the records whose cell of a column is one of those that `is_out` means.
    pub(crate) fn reject(
        &mut self,
        bytes: &[u8],
        column: usize,
        kind: DiagnosticKind,
        is_out: impl Fn(&[u8]) -> bool,
    ) {
        let mut out = Vec::new();
        self.each_cell(bytes, column, |row, text| {
            if is_out(text) {
                out.push(row);
            }
        });
        if !out.is_empty() {
            self.take_out(bytes, &out, kind);
        }
    }

    /// Rejects records given in ascending order.
    #[cold]
    pub(crate) fn take_out(&mut self, bytes: &[u8], out: &[usize], kind: DiagnosticKind) {
        let columns = self.columns;
        let mut kept = 0;
        let mut rest = out.iter().copied().peekable();
        for row in 0..self.starts.len() {
            if rest.next_if_eq(&row).is_some() {
                // behind the newline of a record that was too short come fields it does not have
                let marks = &self.ends[row * columns..(row + 1) * columns];
                let mut ends = marks.iter().map(|m| m & OFFSET);
                let over = |e: &u32| matches!(bytes.get(*e as usize), None | Some(b'\n' | b'\r'));
                let end = ends.find(over).unwrap_or(bytes.len() as u32);
                self.faults.push((self.line(row), kind, self.starts[row], end));
                self.rejected += 1;
                continue;
            }
            self.starts[kept] = self.starts[row];
            self.lines[kept] = self.lines[row];
            self.ends.copy_within(row * columns..(row + 1) * columns, kept * columns);
            kept += 1;
        }
        self.starts.truncate(kept);
        self.lines.truncate(kept);
        self.used = kept * columns;
        self.oddities.retain_mut(|(row, _, _)| match out.binary_search(&(*row as usize)) {
            Ok(_) => false,
            Err(before) => {
                *row -= before as u32;
                true
            }
        });
    }

    /// Whether the fields past the last column are empty.
    fn no_more_than_empty(&self, bytes: &[u8], begun: Begun) -> bool {
        let mut clean = Vec::new();
        self.columns > 0
            && self.ends[begun.marks + self.columns - 1..self.used].windows(2).all(|pair| {
                let span = Span { start: (pair[0] & OFFSET) + 1, mark: pair[1] };
                span.text(bytes, &mut clean).is_empty()
            })
    }
}

impl Span {
    /// Where its text begins and ends, unless it is quoted or otherwise not just its bytes.
    #[inline(always)]
    pub(crate) fn plain(self) -> Option<(usize, usize)> {
        let plain = self.mark & (QUOTED | DIRTY) == 0;
        plain.then_some((self.start as usize, self.mark as usize))
    }

    /// The text of the field, unquoted; `clean` is used where its bytes are not its text.
    #[inline(always)]
    pub(crate) fn text<'a>(self, bytes: &'a [u8], clean: &'a mut Vec<u8>) -> &'a [u8] {
        let (start, end) = (self.start as usize, (self.mark & OFFSET) as usize);
        if self.mark & (QUOTED | DIRTY) == 0 {
            return bytes.get(start..end).unwrap_or_default();
        }
        self.wrapped(bytes, clean)
    }

    fn wrapped<'a>(self, bytes: &'a [u8], clean: &'a mut Vec<u8>) -> &'a [u8] {
        let (start, end) = (self.start as usize, (self.mark & OFFSET) as usize);
        let quoted = self.mark & QUOTED != 0;
        let inner = if quoted { start + 1..end.saturating_sub(1) } else { start..end };
        let text = bytes.get(inner).unwrap_or_default();
        if self.mark & DIRTY == 0 {
            return text;
        }
        clean.clear();
        let mut quote = false;
        for &b in text {
            // of two quotes within quotes the first is dropped
            if b == b'"' && quoted {
                quote = !quote;
                if quote {
                    continue;
                }
            }
            if b != 0 {
                clean.push(b);
            }
        }
        clean
    }
}
