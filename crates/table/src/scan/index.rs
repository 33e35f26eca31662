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
    /// `columns` marks per record: where each field ends, with its flags.
    ends: Vec<u32>,
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
        let mut cell = |row: usize, start: usize, mark: u32| {
            let end = (mark & OFFSET) as usize;
            if mark & (QUOTED | DIRTY) == 0 {
                f(row, bytes.get(start..end).unwrap_or_default());
                return;
            }
            let text = text_of(bytes, start, mark, &mut clean);
            f(row, text);
        };
        let records = self.ends.chunks_exact(self.columns);
        if column == 0 {
            for (row, (marks, &start)) in records.zip(&self.starts).enumerate() {
                cell(row, start as usize, marks[0]);
            }
        } else {
            for (row, marks) in records.enumerate() {
                if let [before, mark] = marks[column - 1..=column] {
                    cell(row, (before & OFFSET) as usize + 1, mark);
                }
            }
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
            0 => self.starts[row] as usize,
            _ => (self.ends[base + column - 1] & OFFSET) as usize + 1,
        };
        text_of(bytes, start, self.ends[base + column], clean)
    }

    pub(super) fn clear(&mut self, columns: usize, line: u64) {
        self.starts.clear();
        self.ends.clear();
        self.lines.clear();
        self.oddities.clear();
        self.faults.clear();
        self.rejected = 0;
        self.quoted = false;
        self.columns = columns;
        self.first_line = line;
    }

    /// Where the next record's marks and oddities begin.
    #[inline(always)]
    pub(super) fn begin(&mut self) -> Begun {
        self.quoted = false;
        self.base = self.ends.len();
        Begun { marks: self.base, oddities: self.oddities.len() }
    }

    /// Drops what was marked since.
    pub(super) fn forget(&mut self, begun: Begun) {
        self.ends.truncate(begun.marks);
        self.oddities.truncate(begun.oddities);
    }

    /// Marks the end of a field.
    #[inline(always)]
    pub(super) fn mark(&mut self, end: usize, flags: u32) {
        self.ends.push(end as u32 | flags);
    }

    /// Notes something odd about the field being scanned, once.
    #[cold]
    pub(super) fn odd(&mut self, kind: DiagnosticKind) {
        let field = self.ends.len() - self.base;
        let oddity = (self.starts.len() as u32, field as u32, kind);
        if self.oddities.last() != Some(&oddity) {
            self.oddities.push(oddity);
        }
    }

    /// Takes in a record, or rejects it.
    #[inline(always)]
    pub(super) fn record(&mut self, bytes: &[u8], begun: Begun, record: Record) {
        if record.fault.is_some() || self.ends.len() - begun.marks != self.columns {
            return self.ragged(bytes, begun, record);
        }
        self.starts.push(record.start as u32);
        self.lines.push((record.line - self.first_line) as u32);
    }

    #[cold]
    fn ragged(&mut self, bytes: &[u8], begun: Begun, record: Record) {
        let found = self.ends.len() - begun.marks;
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
            self.ends.truncate(begun.marks + self.columns);
            let (row, columns) = (self.starts.len() as u32, self.columns as u32);
            self.oddities.retain(|(r, c, _)| *r != row || *c < columns);
        } else if kind.rejects_row() {
            self.faults.push(fault);
            self.rejected += 1;
            return self.forget(begun);
        } else {
            self.faults.push(fault);
            // a missing field begins and ends one past the field before it
            let mut end = self.ends.last().map_or(record.start as u32, |m| m & OFFSET);
            for _ in found..self.columns {
                end += 1;
                self.ends.push(end);
            }
        }
        self.starts.push(record.start as u32);
        self.lines.push((record.line - self.first_line) as u32);
    }

    /// Whether the fields past the last column are empty.
    fn no_more_than_empty(&self, bytes: &[u8], begun: Begun) -> bool {
        let mut clean = Vec::new();
        self.columns > 0
            && self.ends[begun.marks + self.columns - 1..].windows(2).all(|pair| {
                let start = (pair[0] & OFFSET) as usize + 1;
                text_of(bytes, start, pair[1], &mut clean).is_empty()
            })
    }
}

/// The text of the field from `start` to its mark.
#[inline]
fn text_of<'a>(bytes: &'a [u8], start: usize, mark: u32, clean: &'a mut Vec<u8>) -> &'a [u8] {
    let end = (mark & OFFSET) as usize;
    let text = if mark & QUOTED == 0 {
        bytes.get(start..end)
    } else {
        bytes.get(start + 1..end.saturating_sub(1))
    };
    let text = text.unwrap_or_default();
    if mark & DIRTY == 0 {
        return text;
    }
    clean.clear();
    let mut quote = false;
    for &b in text {
        // of two quotes within quotes the first is dropped
        if b == b'"' && mark & QUOTED != 0 {
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
