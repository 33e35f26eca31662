//! Finds where records and fields end in UTF-8 bytes: RFC 4180 with any delimiter and newline.
//!
//! One pass over the bytes marks field ends in reused vectors; nothing is copied and nothing is
//! allocated per field. The last record stays unfinished until more bytes, or the end, arrive.

use crate::diagnostic::DiagnosticKind;

/// Marks a field that is wrapped in quotes.
const QUOTED: u32 = 1 << 31;
/// Marks a field whose bytes are not its text: doubled quotes, or NUL.
const DIRTY: u32 = 1 << 30;
/// The offset within a mark.
const OFFSET: u32 = DIRTY - 1;

/// How the scanner reads; the same for all blocks of a file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rules {
    /// Between fields.
    pub(crate) delimiter: u8,
    /// How many fields a record should have.
    pub(crate) columns: usize,
    /// A quoted record of more bytes than this is taken for an unclosed quote.
    pub(crate) longest_quoted: usize,
    /// After this many unclosed quotes a quoted field may no longer span lines.
    pub(crate) most_unclosed: u32,
}

impl Rules {
    /// For a file of that delimiter and so many columns.
    pub(crate) fn new(delimiter: u8, columns: usize) -> Self {
        Self { delimiter, columns, longest_quoted: 8 << 20, most_unclosed: 64 }
    }
}

/// What the scanner carries from block to block.
#[derive(Clone, Debug)]
pub(crate) struct Scanner {
    pub(crate) rules: Rules,
    class: [u8; 256],
    /// The physical line at which the next record begins, from 1.
    pub(crate) line: u64,
    /// Unclosed quotes so far.
    unclosed: u32,
    /// Whether the header record is still to come.
    pub(crate) header: bool,
}

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
    /// Whether the record being scanned has a quoted field, and so may hold newlines.
    quoted: bool,
    /// What was odd within records that are kept: record, column, reason.
    pub(crate) oddities: Vec<(u32, u32, DiagnosticKind)>,
    /// What was wrong with whole records, kept or rejected: line, reason, range of bytes.
    pub(crate) faults: Vec<(u64, DiagnosticKind, u32, u32)>,
    /// How many of the faults reject their record.
    pub(crate) rejected: u64,
}

const PLAIN: u8 = 0;
const DELIMITER: u8 = 1;
const NEWLINE: u8 = 2;
const QUOTE: u8 = 3;
const NUL: u8 = 4;

/// How a field ended.
enum End {
    /// At a delimiter.
    Field,
    /// At a newline or at the end of the file.
    Record,
    /// Not yet: more bytes are needed.
    Open,
    /// Text after a closing quote, at this offset.
    AfterQuote(usize),
    /// The quote is never closed.
    Unclosed,
}

impl Scanner {
    pub(crate) fn new(rules: Rules, header: bool) -> Self {
        let mut class = [PLAIN; 256];
        class[usize::from(b'\n')] = NEWLINE;
        class[usize::from(b'\r')] = NEWLINE;
        class[usize::from(b'"')] = QUOTE;
        class[0] = NUL;
        class[usize::from(rules.delimiter)] = DELIMITER;
        Self { rules, class, line: 1, unclosed: 0, header }
    }

    /// Marks the whole records at the beginning of `bytes` and gives the offset of what is left.
    /// `last` says that no more bytes follow, so that the last record needs no newline.
    pub(crate) fn scan(&mut self, bytes: &[u8], last: bool, index: &mut Index) -> usize {
        let columns = self.rules.columns;
        index.clear(columns, self.line);
        let mut at = 0;
        while at < bytes.len() {
            if columns != 1 && matches!(bytes[at], b'\n' | b'\r') {
                let Some(next) = after_newline(bytes, at, last) else { break };
                at = next;
                self.line += 1;
                continue;
            }
            let base = index.ends.len();
            let oddities = index.oddities.len();
            let mut end = at;
            let mut begin = at;
            let outcome = loop {
                let field = index.ends.len() - base;
                let outcome = self.field(bytes, at, begin, last, field, &mut end, index);
                match outcome {
                    End::Field => begin = end + 1,
                    _ => break outcome,
                }
            };
            let next = match outcome {
                End::Field | End::Open => None,
                End::Record if end == bytes.len() => Some(end),
                End::Record => after_newline(bytes, end, last),
                End::AfterQuote(from) => self.to_next_line(bytes, from, last),
                End::Unclosed => self.to_next_line(bytes, at, last),
            };
            let Some(next) = next else {
                index.ends.truncate(base);
                index.oddities.truncate(oddities);
                break;
            };
            let fault = match outcome {
                End::AfterQuote(_) => Some(DiagnosticKind::TextAfterQuote),
                End::Unclosed => {
                    self.unclosed += 1;
                    Some(DiagnosticKind::UnclosedQuote)
                }
                _ => None,
            };
            if std::mem::take(&mut self.header) {
                index.ends.truncate(base);
                index.oddities.truncate(oddities);
            } else {
                index.record(bytes, at, base, oddities, fault, next, self.line);
            }
            let span = &bytes[at..next];
            // a record without a quoted field is one line
            let quoted = std::mem::take(&mut index.quoted);
            self.line += if quoted { count_lines(span) } else { 1 };
            at = next;
        }
        at
    }

    /// Scans one field from `begin`, pushes its mark and sets `end` to the byte that ended it.
    #[inline(always)]
    #[allow(clippy::too_many_arguments, reason = "the inner loop, taken apart for reading")]
    fn field(
        &self,
        bytes: &[u8],
        record: usize,
        begin: usize,
        last: bool,
        field: usize,
        end: &mut usize,
        index: &mut Index,
    ) -> End {
        if bytes.get(begin) == Some(&b'"') {
            return self.quoted(bytes, record, begin, last, field, end, index);
        }
        let mut at = begin;
        let mut flags = 0;
        loop {
            let rest = bytes.get(at..).unwrap_or_default();
            let found = rest.iter().position(|b| self.class[usize::from(*b)] != PLAIN);
            let Some(found) = found else {
                if !last {
                    return End::Open;
                }
                *end = bytes.len();
                index.ends.push(*end as u32 | flags);
                return End::Record;
            };
            at += found;
            match self.class[usize::from(bytes[at])] {
                DELIMITER => {
                    *end = at;
                    index.ends.push(at as u32 | flags);
                    return End::Field;
                }
                NEWLINE => {
                    *end = at;
                    index.ends.push(at as u32 | flags);
                    return End::Record;
                }
                QUOTE => index.odd(field, DiagnosticKind::BareQuote),
                _ => {
                    if flags == 0 {
                        index.odd(field, DiagnosticKind::NulRemoved);
                    }
                    flags = DIRTY;
                }
            }
            at += 1;
        }
    }

    #[allow(clippy::too_many_arguments, reason = "the inner loop, taken apart for reading")]
    fn quoted(
        &self,
        bytes: &[u8],
        record: usize,
        begin: usize,
        last: bool,
        field: usize,
        end: &mut usize,
        index: &mut Index,
    ) -> End {
        index.quoted = true;
        let one_line = self.unclosed >= self.rules.most_unclosed;
        let mut at = begin + 1;
        let mut flags = QUOTED;
        let mut nul = false;
        loop {
            let rest = bytes.get(at..).unwrap_or_default();
            let found = rest
                .iter()
                .position(|b| *b == b'"' || *b == 0 || (one_line && matches!(*b, b'\n' | b'\r')));
            let Some(found) = found else {
                let given_up = last || bytes.len() - record > self.rules.longest_quoted;
                return if given_up { End::Unclosed } else { End::Open };
            };
            at += found;
            if at - record >= self.rules.longest_quoted || matches!(bytes[at], b'\n' | b'\r') {
                return End::Unclosed;
            }
            if bytes[at] == 0 {
                flags |= DIRTY;
                if !nul {
                    index.odd(field, DiagnosticKind::NulRemoved);
                    nul = true;
                }
                at += 1;
                continue;
            }
            let Some(&after) = bytes.get(at + 1) else {
                if !last {
                    return End::Open;
                }
                *end = bytes.len();
                index.ends.push(*end as u32 | flags);
                return End::Record;
            };
            match self.class[usize::from(after)] {
                QUOTE => {
                    flags |= DIRTY;
                    at += 2;
                }
                DELIMITER | NEWLINE => {
                    *end = at + 1;
                    index.ends.push(*end as u32 | flags);
                    return if self.class[usize::from(after)] == DELIMITER {
                        End::Field
                    } else {
                        End::Record
                    };
                }
                _ => return End::AfterQuote(at + 1),
            }
        }
    }

    /// Past the newline that ends the line which `from` is on.
    fn to_next_line(&self, bytes: &[u8], from: usize, last: bool) -> Option<usize> {
        match memchr::memchr2(b'\n', b'\r', &bytes[from..]) {
            Some(found) => after_newline(bytes, from + found, last),
            None => last.then_some(bytes.len()),
        }
    }
}

/// The offset behind the newline at `at`; `None` when the second half of a CRLF may still come.
#[inline]
fn after_newline(bytes: &[u8], at: usize, last: bool) -> Option<usize> {
    if bytes[at] == b'\n' {
        return Some(at + 1);
    }
    match bytes.get(at + 1) {
        Some(b'\n') => Some(at + 2),
        Some(_) => Some(at + 1),
        None => last.then_some(at + 1),
    }
}

/// How many lines the bytes of a record take: its newlines, and one more without a last one.
fn count_lines(span: &[u8]) -> u64 {
    let mut lines = 0;
    let mut at = 0;
    while let Some(found) = memchr::memchr2(b'\n', b'\r', &span[at..]) {
        lines += 1;
        at = after_newline(span, at + found, true).unwrap_or(span.len());
    }
    lines + u64::from(!matches!(span.last(), Some(b'\n' | b'\r')))
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

    fn clear(&mut self, columns: usize, line: u64) {
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

    #[cold]
    fn odd(&mut self, field: usize, kind: DiagnosticKind) {
        let row = self.starts.len() as u32;
        let oddity = (row, field as u32, kind);
        if self.oddities.last() != Some(&oddity) {
            self.oddities.push(oddity);
        }
    }

    /// Takes in the record whose marks begin at `base`, or rejects it.
    #[inline]
    #[allow(clippy::too_many_arguments, reason = "the inner loop, taken apart for reading")]
    fn record(
        &mut self,
        bytes: &[u8],
        start: usize,
        base: usize,
        oddities: usize,
        fault: Option<DiagnosticKind>,
        next: usize,
        line: u64,
    ) {
        let found = self.ends.len() - base;
        if fault.is_none() && found == self.columns {
            self.starts.push(start as u32);
            self.lines.push((line - self.first_line) as u32);
            return;
        }
        self.ragged(bytes, start, base, oddities, fault, next, line);
    }

    #[cold]
    #[allow(clippy::too_many_arguments, reason = "the rare half of `record`")]
    fn ragged(
        &mut self,
        bytes: &[u8],
        start: usize,
        base: usize,
        oddities: usize,
        fault: Option<DiagnosticKind>,
        next: usize,
        line: u64,
    ) {
        let found = self.ends.len() - base;
        let mut range = (start as u32, next as u32);
        while range.1 > range.0 && matches!(bytes[range.1 as usize - 1], b'\n' | b'\r') {
            range.1 -= 1;
        }
        let kind = fault.unwrap_or(if found < self.columns {
            DiagnosticKind::TooFewFields
        } else {
            DiagnosticKind::TooManyFields
        });
        let all_empty = kind == DiagnosticKind::TooManyFields && self.columns > 0 && {
            let extra = &self.ends[base + self.columns - 1..];
            let mut clean = Vec::new();
            extra.windows(2).all(|pair| {
                let start = (pair[0] & OFFSET) as usize + 1;
                text_of(bytes, start, pair[1], &mut clean).is_empty()
            })
        };
        if kind.rejects_row() && !all_empty {
            self.faults.push((line, kind, range.0, range.1));
            self.rejected += 1;
            self.ends.truncate(base);
            self.oddities.truncate(oddities);
            return;
        }
        if all_empty {
            self.ends.truncate(base + self.columns);
            let columns = self.columns as u32;
            let row = self.starts.len() as u32;
            self.oddities.retain(|(r, c, _)| *r != row || *c < columns);
        } else {
            self.faults.push((line, kind, range.0, range.1));
            // a missing field begins and ends one past the field before it
            let mut end = self.ends.last().map_or(start as u32, |m| m & OFFSET);
            for _ in found..self.columns {
                end += 1;
                self.ends.push(end);
            }
        }
        self.starts.push(start as u32);
        self.lines.push((line - self.first_line) as u32);
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
