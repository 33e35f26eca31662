//! Rows to CSV: for spreadsheets, marketing-automation tools and whoever reads next.
//!
//! RFC 4180 with CRLF, UTF-8 with a byte order mark or CP932, in one part or several, each with the
//! header. A text that a spreadsheet would run as a formula is led by an apostrophe.

mod cp932;
mod encode;
mod guard;

use crate::Cell;
use encode::Target;
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

/// How an export is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportOptions {
    /// Characters to bytes.
    pub encoding: ExportEncoding,
    /// Where a new part begins.
    pub split: Split,
}

/// How characters become bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportEncoding {
    /// UTF-8 with a byte order mark, which spreadsheets need to know it by.
    #[default]
    Utf8,
    /// Shift_JIS with Microsoft's extensions. What it does not have becomes 〓 and is reported.
    Cp932,
}

/// Where a new part begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Split {
    /// Nowhere: one part.
    #[default]
    Whole,
    /// After so many rows, the header not counted; 0 counts as 1.
    Rows(u64),
    /// Before a part has more bytes than this; a part has one row at least.
    Bytes(u64),
}

/// A character that the encoding does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unencodable {
    /// The row, from 1; 0 is the header.
    pub row: u64,
    /// The column, from 0.
    pub column: u32,
    /// The character.
    pub character: char,
}

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// The parts that were not taken before, in order.
    pub parts: Vec<Vec<u8>>,
    /// Rows written, the headers not counted.
    pub rows: u64,
    /// The first [`Exported::MOST_KEPT`] characters that could not be written as they are.
    pub unencodable: Vec<Unencodable>,
    /// How many there were in all.
    pub unencodable_count: u64,
    /// How many cells were led by an apostrophe because they look like formulas.
    pub guarded: u64,
}

impl Exported {
    /// Past this many unencodable characters only the count goes on.
    pub const MOST_KEPT: usize = 10_000;
}

/// Writes rows, one after the other.
pub struct Exporter {
    split: Split,
    target: Target,
    /// The header as bytes, with the byte order mark.
    head: Vec<u8>,
    part: Vec<u8>,
    rows_in_part: u64,
    row: Vec<u8>,
    column: u32,
    text: String,
    done: Exported,
}

impl Exporter {
    /// Begins with the names of the columns.
    #[must_use]
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>, options: ExportOptions) -> Self {
        let mut this = Self {
            split: options.split,
            target: Target::new(options.encoding),
            head: Vec::new(),
            part: Vec::new(),
            rows_in_part: 0,
            row: Vec::new(),
            column: 0,
            text: String::new(),
            done: Exported::default(),
        };
        for name in names {
            this.text(name);
        }
        this.row.extend_from_slice(b"\r\n");
        this.head.extend_from_slice(this.target.mark());
        this.head.append(&mut this.row);
        this.column = 0;
        this.part.clone_from(&this.head);
        this
    }

    /// Writes the next cell of the row. Dates are ISO 8601, decimals as short as they can be read back.
    pub fn cell(&mut self, cell: Cell<'_>) {
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        // writing to a string does not fail
        let _ = match cell {
            Cell::Absent => Ok(()),
            Cell::Text(t) => {
                self.text = text;
                return self.text(t);
            }
            Cell::Integer(v) => write!(text, "{v}"),
            Cell::Decimal(v) => write!(text, "{v}"),
            Cell::Boolean(v) => write!(text, "{v}"),
            Cell::Date(day) => write!(text, "{day}"),
        };
        self.field(&text, false);
        self.text = text;
    }

    /// Writes the next cell of the row, a text.
    pub fn text(&mut self, text: &str) {
        let guarded = guard::needs_one(text);
        self.done.guarded += u64::from(guarded);
        self.field(text, guarded);
    }

    /// Ends the row.
    pub fn end_row(&mut self) {
        self.row.extend_from_slice(b"\r\n");
        let full = self.rows_in_part > 0
            && match self.split {
                Split::Whole => false,
                Split::Rows(most) => self.rows_in_part >= most.max(1),
                Split::Bytes(most) => (self.part.len() + self.row.len()) as u64 > most,
            };
        if full {
            self.done.parts.push(std::mem::replace(&mut self.part, self.head.clone()));
            self.rows_in_part = 0;
        }
        self.part.append(&mut self.row);
        self.rows_in_part += 1;
        self.done.rows += 1;
        self.column = 0;
    }

    /// The parts that are complete, so that they need not all be in memory.
    pub fn take_parts(&mut self) -> Vec<Vec<u8>> {
        std::mem::take(&mut self.done.parts)
    }

    /// Ends the last part. Without a row there is one part with the header.
    #[must_use]
    pub fn finish(mut self) -> Exported {
        self.done.parts.push(self.part);
        self.done
    }

    fn field(&mut self, text: &str, guarded: bool) {
        if self.column > 0 {
            self.row.push(b',');
        }
        let quoted = text.contains(['"', ',', '\r', '\n'])
            || text.starts_with([' ', '\t'])
            || text.ends_with([' ', '\t']);
        if quoted {
            self.row.push(b'"');
        }
        if guarded {
            self.row.push(b'\'');
        }
        let row = self.done.rows + u64::from(!self.head.is_empty());
        let (column, done) = (self.column, &mut self.done);
        self.target.write(text, quoted, &mut self.row, |character| {
            done.unencodable_count += 1;
            if done.unencodable.len() < Exported::MOST_KEPT {
                done.unencodable.push(Unencodable { row, column, character });
            }
        });
        if quoted {
            self.row.push(b'"');
        }
        self.column += 1;
    }
}

#[cfg(test)]
mod tests;
