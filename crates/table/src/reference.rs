//! The slow, readable reader that the fast one is tested against: the whole text at once, one
//! character at a time, every cell a string of its own. Not for use on large files.

use crate::diagnostic::DiagnosticKind;
use crate::scan::Rules;

/// One record: its line, and its cells or why it was rejected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) line: u64,
    pub(crate) cells: Result<Vec<String>, DiagnosticKind>,
}

enum Quoted {
    Closed,
    TextAfter,
    Never,
}

/// All records of a file, as many cells as there are columns.
pub(crate) fn read(text: &str, rules: &Rules) -> Vec<Record> {
    let bytes = text.as_bytes();
    let mut records = Vec::new();
    let mut at = 0;
    let mut unclosed = 0;
    for _ in 0..rules.above {
        let start = at;
        while at < bytes.len() && !is_newline(bytes[at]) {
            at += 1;
        }
        if at > start {
            let line = line_of(bytes, start);
            records.push(Record { line, cells: Err(DiagnosticKind::AboveTable) });
        }
        at = skip_newline(bytes, at);
    }
    while at < bytes.len() {
        if rules.columns != 1 && is_newline(bytes[at]) {
            at = skip_newline(bytes, at);
            continue;
        }
        let start = at;
        let line = line_of(bytes, start);
        let mut cells = Vec::new();
        let mut fault = None;
        loop {
            let mut cell = Vec::new();
            if bytes.get(at) == Some(&b'"') {
                let one_line = unclosed >= rules.most_unclosed;
                let (how, end) = quoted(bytes, start, at, rules, one_line, &mut cell);
                at = end;
                match how {
                    Quoted::Closed => {}
                    Quoted::TextAfter => {
                        fault = Some(DiagnosticKind::TextAfterQuote);
                        break;
                    }
                    Quoted::Never => {
                        fault = Some(DiagnosticKind::UnclosedQuote);
                        unclosed += 1;
                        at = start;
                        break;
                    }
                }
            } else {
                while at < bytes.len() && bytes[at] != rules.delimiter && !is_newline(bytes[at]) {
                    cell.push(bytes[at]);
                    at += 1;
                }
            }
            cell.retain(|b| *b != 0);
            cells.push(String::from_utf8_lossy(&cell).into_owned());
            if bytes.get(at) == Some(&rules.delimiter) {
                at += 1;
            } else {
                break;
            }
        }
        while at < bytes.len() && !is_newline(bytes[at]) {
            at += 1;
        }
        at = skip_newline(bytes, at);
        let n = rules.columns;
        if fault.is_none()
            && cells.len() > n
            && (n == 0 || cells[n..].iter().any(|c| !c.is_empty()))
        {
            fault = Some(DiagnosticKind::TooManyFields);
        }
        cells.resize(n, String::new());
        records.push(Record { line, cells: fault.map_or(Ok(cells), Err) });
    }
    records
}

/// Reads a quoted field from its opening quote; gives the offset behind its closing quote.
fn quoted(
    bytes: &[u8],
    record: usize,
    open: usize,
    rules: &Rules,
    one_line: bool,
    cell: &mut Vec<u8>,
) -> (Quoted, usize) {
    let mut at = open + 1;
    loop {
        match bytes.get(at) {
            None => return (Quoted::Never, at),
            Some(_) if at - record >= rules.longest_quoted => return (Quoted::Never, at),
            Some(&b) if one_line && is_newline(b) => return (Quoted::Never, at),
            Some(b'"') => match bytes.get(at + 1) {
                Some(b'"') => {
                    cell.push(b'"');
                    at += 2;
                }
                Some(&b) if b != rules.delimiter && !is_newline(b) => {
                    return (Quoted::TextAfter, at + 1);
                }
                _ => return (Quoted::Closed, at + 1),
            },
            Some(&b) => {
                cell.push(b);
                at += 1;
            }
        }
    }
}

fn is_newline(b: u8) -> bool {
    b == b'\n' || b == b'\r'
}

fn skip_newline(bytes: &[u8], at: usize) -> usize {
    match &bytes[at..] {
        [b'\r', b'\n', ..] => at + 2,
        [] => at,
        _ => at + 1,
    }
}

fn line_of(bytes: &[u8], offset: usize) -> u64 {
    let newlines = (0..offset)
        .filter(|&i| bytes[i] == b'\n' || (bytes[i] == b'\r' && bytes.get(i + 1) != Some(&b'\n')));
    1 + newlines.count() as u64
}
