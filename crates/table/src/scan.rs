//! Finds where records and fields end in UTF-8 bytes: RFC 4180 with any delimiter and newline.
//!
//! One pass over the bytes marks field ends in reused vectors; nothing is copied and nothing is
//! allocated per field. The last record stays unfinished until more bytes, or the end, arrive.

mod candidates;
mod index;
mod lines;
mod specials;

use crate::diagnostic::DiagnosticKind;
use index::{DIRTY, QUOTED, Record};
pub(crate) use index::{Index, Span};
use lines::{after_newline, count_lines, to_next_line};
use specials::Specials;

/// How the scanner reads; the same for all blocks of a file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rules {
    /// Between fields.
    pub(crate) delimiter: u8,
    /// How many fields a record should have.
    pub(crate) columns: usize,
    /// How many lines stand above the first record.
    pub(crate) above: u64,
    /// A quoted record of more bytes than this is taken for an unclosed quote.
    pub(crate) longest_quoted: usize,
    /// Any record of more bytes than this is too long to be one.
    pub(crate) longest: usize,
    /// After this many unclosed quotes a quoted field may no longer span lines.
    pub(crate) most_unclosed: u32,
}

impl Rules {
    /// For a file of that delimiter and so many columns.
    pub(crate) fn new(delimiter: u8, columns: usize) -> Self {
        let longest = 8 << 20;
        Self { delimiter, columns, above: 0, longest_quoted: longest, longest, most_unclosed: 64 }
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
    /// How many lines above the first record are still to come.
    above: u64,
    /// Whether the header record is still to come.
    pub(crate) header: bool,
    /// Whether the rest of a record that is too long is still to be passed over.
    skipping: bool,
}

const PLAIN: u8 = 0;
const DELIMITER: u8 = 1;
const NEWLINE: u8 = 2;
const QUOTE: u8 = 3;
const NUL: u8 = 4;

/// How a record ended.
enum End {
    /// At this offset: a newline or the end of the bytes.
    At(usize),
    /// Not yet: more bytes are needed.
    Open,
    /// Text after a closing quote, at this offset.
    AfterQuote(usize),
    /// A quote is never closed.
    Unclosed,
}

/// How a quoted field ended.
enum Close {
    /// Its closing quote is at this offset.
    Quote(usize),
    Open,
    Unclosed,
}

/// What is being scanned.
struct Input<'a> {
    bytes: &'a [u8],
    /// Whether no more bytes follow.
    last: bool,
    specials: Specials<'a>,
}

impl Scanner {
    pub(crate) fn new(rules: Rules, header: bool) -> Self {
        let mut class = [PLAIN; 256];
        class[usize::from(b'\n')] = NEWLINE;
        class[usize::from(b'\r')] = NEWLINE;
        class[usize::from(b'"')] = QUOTE;
        class[0] = NUL;
        class[usize::from(rules.delimiter)] = DELIMITER;
        Self { rules, class, line: 1, unclosed: 0, above: rules.above, header, skipping: false }
    }

    /// Marks the whole records at the beginning of `bytes` and gives the offset of what is left.
    /// `last` says that no more bytes follow, so that the last record needs no newline.
    pub(crate) fn scan(&mut self, bytes: &[u8], last: bool, index: &mut Index) -> usize {
        let columns = self.rules.columns;
        index.clear(columns, self.line);
        let specials = Specials::new(bytes, self.rules.delimiter);
        let mut input = Input { bytes, last, specials };
        let mut at = 0;
        if self.skipping {
            let Some(next) = to_next_line(bytes, 0, last) else {
                // half of a CRLF waits for the other half
                return memchr::memchr(b'\r', bytes).unwrap_or(bytes.len());
            };
            self.skipping = false;
            self.line += 1;
            at = next;
            input.specials.seek(at);
        }
        if self.above > 0 {
            at = self.pass_over(bytes, at, last, index);
            if self.above > 0 || self.skipping {
                return at;
            }
            input.specials.seek(at);
        }
        while at < bytes.len() {
            input.specials.skip_to(at);
            if columns != 1 && matches!(bytes[at], b'\n' | b'\r') {
                let Some(next) = after_newline(bytes, at, last) else { break };
                at = next;
                self.line += 1;
                continue;
            }
            let begun = index.begin();
            let outcome = self.record(&mut input, at, index);
            let longest = self.rules.longest;
            let (next, fault) = match outcome {
                End::At(end) if end - at > longest => {
                    (to_next_line(bytes, end, last), Some(DiagnosticKind::RecordTooLong))
                }
                End::Open if bytes.len() - at > longest => {
                    self.skipping = true;
                    (Some(bytes.len()), Some(DiagnosticKind::RecordTooLong))
                }
                End::At(end) if end == bytes.len() => (Some(end), None),
                End::At(end) => (after_newline(bytes, end, last), None),
                End::Open => (None, None),
                End::AfterQuote(from) => {
                    (to_next_line(bytes, from, last), Some(DiagnosticKind::TextAfterQuote))
                }
                End::Unclosed => {
                    (to_next_line(bytes, at, last), Some(DiagnosticKind::UnclosedQuote))
                }
            };
            let Some(next) = next else {
                index.forget(begun);
                break;
            };
            if fault.is_some() {
                self.unclosed += u32::from(fault == Some(DiagnosticKind::UnclosedQuote));
                input.specials.seek(next);
            }
            // a record without a quoted field is one line
            let lines = if index.quoted { count_lines(&bytes[at..next]) } else { 1 };
            if self.header {
                self.header = false;
                index.forget(begun);
            } else {
                index.record(bytes, begun, Record { start: at, next, line: self.line, fault });
            }
            // the line of a record passed over in parts is counted where it ends
            self.line += lines - u64::from(self.skipping);
            at = next;
        }
        at
    }

    /// Notes the lines above the first record; gives the offset of what is left.
    #[cold]
    fn pass_over(&mut self, bytes: &[u8], mut at: usize, last: bool, index: &mut Index) -> usize {
        while self.above > 0 && at < bytes.len() {
            let next = to_next_line(bytes, at, last);
            // the rest of a line that is too long is passed over like that of a record
            self.skipping = next.is_none() && bytes.len() - at > self.rules.longest;
            let Some(next) = next.or(self.skipping.then_some(bytes.len())) else { break };
            let line = &bytes[at..next];
            let text = line.iter().rposition(|b| !matches!(b, b'\n' | b'\r')).map_or(0, |i| i + 1);
            if text > 0 {
                index.above += 1;
                let kind = DiagnosticKind::AboveTable;
                index.faults.push((self.line, kind, at as u32, (at + text) as u32));
            }
            self.line += u64::from(!self.skipping);
            self.above -= 1;
            at = next;
            if self.skipping {
                break;
            }
        }
        at
    }

    /// Marks the fields of the record that begins at `record`.
    #[inline(always)]
    fn record(&self, input: &mut Input<'_>, record: usize, index: &mut Index) -> End {
        let bytes = input.bytes;
        let mut begin = record;
        let mut flags = 0;
        let delimiter = self.rules.delimiter;
        loop {
            // the common case: one delimiter after the other within 64 bytes
            let (base, mut mask) = (input.specials.base, input.specials.mask);
            let marks = index.room();
            let mut count = 0;
            while mask != 0 {
                let at = base + mask.trailing_zeros() as usize;
                if bytes.get(at) != Some(&delimiter) {
                    break;
                }
                mask &= mask - 1;
                marks[count] = at as u32 | flags;
                count += 1;
                flags = 0;
                begin = at + 1;
            }
            index.used += count;
            input.specials.mask = mask;
            let Some(at) = input.specials.next() else { break };
            match self.class[usize::from(bytes[at])] {
                DELIMITER => {
                    index.mark(at, flags);
                    flags = 0;
                    begin = at + 1;
                }
                NEWLINE => {
                    index.mark(at, flags);
                    return End::At(at);
                }
                QUOTE if at == begin => {
                    flags = QUOTED;
                    let close = match self.quoted(input, record, &mut flags, index) {
                        Close::Quote(close) => close,
                        Close::Open => return End::Open,
                        Close::Unclosed => return End::Unclosed,
                    };
                    // what follows a closing quote ends the field, or the record is faulty
                    match bytes.get(close + 1).map(|b| self.class[usize::from(*b)]) {
                        Some(DELIMITER | NEWLINE) => {}
                        Some(_) => return End::AfterQuote(close + 1),
                        None if input.last => {}
                        None => return End::Open,
                    }
                }
                QUOTE => index.odd(DiagnosticKind::BareQuote),
                NUL => {
                    index.odd(DiagnosticKind::NulRemoved);
                    flags |= DIRTY;
                }
                _ => {}
            }
        }
        if !input.last {
            return End::Open;
        }
        index.mark(bytes.len(), flags);
        End::At(bytes.len())
    }

    /// Goes to the closing quote of a field whose opening quote was the last candidate.
    fn quoted(
        &self,
        input: &mut Input<'_>,
        record: usize,
        flags: &mut u32,
        index: &mut Index,
    ) -> Close {
        index.quoted = true;
        let bytes = input.bytes;
        let one_line = self.unclosed >= self.rules.most_unclosed;
        while let Some(at) = input.specials.next() {
            if at - record >= self.rules.longest_quoted {
                return Close::Unclosed;
            }
            match bytes[at] {
                b'"' if bytes.get(at + 1) == Some(&b'"') => {
                    *flags |= DIRTY;
                    input.specials.next();
                }
                b'"' => return Close::Quote(at),
                b'\n' | b'\r' if one_line => return Close::Unclosed,
                0 => {
                    *flags |= DIRTY;
                    index.odd(DiagnosticKind::NulRemoved);
                }
                _ => {}
            }
        }
        if input.last || bytes.len() - record > self.rules.longest_quoted {
            Close::Unclosed
        } else {
            Close::Open
        }
    }
}

#[cfg(test)]
mod tests;
