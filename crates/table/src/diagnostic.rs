//! What could not be read, kept with its place, text and reason.

use serde::{Deserialize, Serialize};

/// Why a row or a cell could not be read, or was read with a doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DiagnosticKind {
    /// The row has more non-empty fields than there are columns; rejected.
    TooManyFields,
    /// The row has fewer fields than there are columns; kept, the missing cells are absent.
    TooFewFields,
    /// Text follows a closing quote; the row is rejected.
    TextAfterQuote,
    /// A quote is never closed; its line is rejected.
    UnclosedQuote,
    /// A quote stands inside a field that does not begin with one; kept as it is.
    BareQuote,
    /// NUL bytes were taken out of the cell.
    NulRemoved,
    /// Bytes that are no characters in the file's encoding were replaced by U+FFFD.
    InvalidCharacters,
    /// Not a whole number; the cell is absent.
    NotAnInteger,
    /// Not a number; the cell is absent.
    NotADecimal,
    /// Neither yes nor no; the cell is absent.
    NotABoolean,
    /// Not a calendar day; the cell is absent.
    NotADate,
    /// Another unit than the rest of the column (¥ among $); the cell is absent.
    OtherUnit,
    /// The row has no account id, so that nobody can be found in it; rejected.
    NoAccountId,
    /// A line above the first record, which is not part of the table: a title, a date of export.
    AboveTable,
    /// More bytes than any row of a table has before the line ends; rejected up to the next line.
    RecordTooLong,
    /// The account id stands in an earlier row, which is the one that is kept; rejected.
    RepeatedId,
}

impl DiagnosticKind {
    /// Whether the whole row is missing from the table.
    #[must_use]
    pub fn rejects_row(self) -> bool {
        matches!(
            self,
            Self::TooManyFields
                | Self::TextAfterQuote
                | Self::UnclosedQuote
                | Self::NoAccountId
                | Self::RecordTooLong
                | Self::RepeatedId
        )
    }
}

/// One thing that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// The physical line on which the record begins, from 1.
    pub line: u64,
    /// The column, from 0; `None` when the whole row is meant.
    pub column: Option<u32>,
    /// The reason.
    pub kind: DiagnosticKind,
    /// The cell's or the row's text, at most [`Diagnostic::TEXT_CHARS`] characters and an ellipsis.
    pub text: String,
}

impl Diagnostic {
    /// How many characters of the text are kept.
    pub const TEXT_CHARS: usize = 1_000;
}

/// How often a reason occurred in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiagnosticCount {
    /// The reason.
    pub kind: DiagnosticKind,
    /// The column, from 0; `None` for whole rows.
    pub column: Option<u32>,
    /// How often, those past [`Report::MOST_KEPT`] included.
    pub count: u64,
}

/// What could not be read. Rows read and rejected, the header and what stands above it add up to the
/// records of the file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Report {
    /// Rows that are in the table.
    pub rows_read: u64,
    /// Rows that are not, each with a diagnostic.
    pub rows_rejected: u64,
    /// Lines above the first record that are not blank, each with a diagnostic.
    pub lines_above: u64,
    /// Every diagnostic up to [`Report::MOST_KEPT`], sorted by line, then column, rows before cells.
    pub diagnostics: Vec<Diagnostic>,
    /// How many more there were.
    pub truncated: u64,
    /// How often each reason occurred, by column; sorted by reason, then column.
    pub counts: Vec<DiagnosticCount>,
}

impl Report {
    /// Past this many diagnostics only counts go on.
    pub const MOST_KEPT: usize = 1_000_000;

    /// All diagnostics, kept or not.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.diagnostics.len() as u64 + self.truncated
    }

    /// How often a reason occurred.
    #[must_use]
    pub fn count(&self, kind: DiagnosticKind) -> u64 {
        self.counts.iter().filter(|c| c.kind == kind).map(|c| c.count).sum()
    }

    /// How many diagnostics a column has.
    #[must_use]
    pub fn count_in_column(&self, column: u32) -> u64 {
        self.counts.iter().filter(|c| c.column == Some(column)).map(|c| c.count).sum()
    }

    /// Keeps or counts one.
    pub(crate) fn add(
        &mut self,
        line: u64,
        column: Option<u32>,
        kind: DiagnosticKind,
        text: &[u8],
    ) {
        let at = self.counts.binary_search_by_key(&(kind, column), |c| (c.kind, c.column));
        match at {
            Ok(i) => self.counts[i].count += 1,
            Err(i) => self.counts.insert(i, DiagnosticCount { kind, column, count: 1 }),
        }
        if self.diagnostics.len() < Self::MOST_KEPT {
            self.diagnostics.push(Diagnostic { line, column, kind, text: shorten(text) });
        } else {
            self.truncated += 1;
        }
    }
}

/// The text, at most [`Diagnostic::TEXT_CHARS`] characters of it.
fn shorten(bytes: &[u8]) -> String {
    // four bytes are the longest character: what is cut here is past the limit anyway
    let most = bytes.len().min(Diagnostic::TEXT_CHARS * 4 + 4);
    let text = String::from_utf8_lossy(&bytes[..most]);
    match text.char_indices().nth(Diagnostic::TEXT_CHARS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.into_owned(),
    }
}
