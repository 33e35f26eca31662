//! How the document is saved: a compacted state and an append-only log of the edits since.
//!
//! A line of the log is a CRC-32 in eight hexadecimal digits, a space, and the JSON of one edit with
//! its sequence number and schema version. A line that was cut anywhere fails its checksum, so the
//! log opens to the last whole edit. State and log may be written in two steps: lines that the
//! state already holds are known by their number and passed over.

use crate::checksum::crc32;
use crate::migrate::{MigrateError, migrate_document, migrate_edit};
use crate::{Document, Edit, EditError, SCHEMA};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// From so many lines on a compaction pays.
const COMPACT_AFTER: u64 = 1_000;

/// Numbers the edits as they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    sequence: u64,
    lines: u64,
}

#[derive(Serialize)]
struct RecordRef<'a> {
    sequence: u64,
    schema: u32,
    edit: &'a Edit,
}

#[derive(Deserialize)]
struct Record {
    sequence: u64,
    schema: u64,
    edit: Value,
}

#[derive(Serialize)]
struct StateRef<'a> {
    sequence: u64,
    document: &'a Document,
}

#[derive(Deserialize)]
struct State {
    sequence: u64,
    document: Value,
}

impl Log {
    /// The line, with its line feed, to append for an edit that was just applied.
    ///
    /// # Errors
    /// When the edit has no JSON form; no accepted edit is like that. Then the state must be written
    /// instead.
    pub fn record(&mut self, edit: &Edit) -> Result<String, serde_json::Error> {
        let sequence = self.sequence + 1;
        let json = serde_json::to_string(&RecordRef { sequence, schema: SCHEMA, edit })?;
        self.sequence = sequence;
        self.lines += 1;
        Ok(format!("{:08x} {json}\n", crc32(json.as_bytes())))
    }

    /// The whole document as JSON, holding all edits recorded so far. Once it is saved the lines
    /// of the log up to now may go, in the same transaction or later.
    ///
    /// # Errors
    /// When the document has no JSON form; none that passes [`Document::check`] is like that.
    pub fn compact(&mut self, document: &Document) -> Result<String, serde_json::Error> {
        let json = serde_json::to_string(&StateRef { sequence: self.sequence, document })?;
        self.lines = 0;
        Ok(json)
    }

    /// Applies one line that was written elsewhere: how a log is opened, and how a second tab follows
    /// the one that writes. False when the document holds that edit already, or the line is empty.
    ///
    /// # Errors
    /// When the line cannot be used; then nothing has changed.
    pub fn replay(&mut self, document: &mut Document, line: &[u8]) -> Result<bool, Cut> {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        if line.is_empty() {
            return Ok(false);
        }
        let edit = read_line(line, self.sequence)?;
        let new = edit.is_some();
        if let Some(edit) = edit {
            document.apply(edit).map_err(Cut::Refused)?;
            self.sequence += 1;
        }
        self.lines += 1;
        Ok(new)
    }

    /// The number of the last edit, 0 before the first.
    #[must_use]
    pub fn sequence(&self) -> u64 {
        self.sequence
    }

    /// Whether the log has grown so long that a compaction pays.
    #[must_use]
    pub fn is_long(&self) -> bool {
        self.lines >= COMPACT_AFTER
    }
}

/// What was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The document with all whole edits.
    pub document: Document,
    /// Goes on numbering. When something was dropped, or the log does not end with a line feed, or
    /// the document was migrated, save a compacted state before appending.
    pub log: Log,
    /// How many edits of the log were applied on top of the state.
    pub applied: u64,
    /// What of the log could not be used, from there to its end.
    pub dropped: Option<Dropped>,
}

/// The end of a log that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Where in the log it begins.
    pub from_byte: usize,
    /// How long it is.
    pub bytes: usize,
    /// Why.
    pub why: Cut,
}

/// Why a line of a log ends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cut {
    /// It is not whole: cut or damaged.
    NotWhole,
    /// A line is missing before it.
    Gap {
        /// The number that should follow.
        expected: u64,
        /// The number found.
        found: u64,
    },
    /// It is of another version.
    Version(MigrateError),
    /// It is whole but not an edit of this version.
    Unreadable,
    /// The document does not take it.
    Refused(EditError),
}

/// Why a state cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// It is not JSON, or not of the form of a state; with the reader's words.
    Unreadable(String),
    /// It is of another version.
    Version(MigrateError),
    /// It breaks a rule of the document.
    Invalid(EditError),
}

impl OpenError {
    /// The id of the message that says it, the same in all languages.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "open-unreadable",
            Self::Version(MigrateError::Newer { .. }) => "open-newer",
            Self::Version(_) => "open-version",
            Self::Invalid(_) => "open-invalid",
        }
    }
}

/// Opens a state (`None`: an empty workspace) and the lines of the log written since.
///
/// # Errors
/// When the state cannot be read. A log never makes it fail: what cannot be used of it is reported.
pub fn open(state: Option<&str>, lines: &[u8]) -> Result<Opened, OpenError> {
    let (mut document, sequence) = match state {
        Some(json) => read_state(json)?,
        None => (Document::default(), 0),
    };
    let mut log = Log { sequence, lines: 0 };
    let (mut applied, mut from_byte, mut dropped) = (0, 0, None);
    for line in lines.split_inclusive(|&b| b == b'\n') {
        match log.replay(&mut document, line) {
            Ok(new) => applied += u64::from(new),
            Err(why) => {
                dropped = Some(Dropped { from_byte, bytes: lines.len() - from_byte, why });
                break;
            }
        }
        from_byte += line.len();
    }
    Ok(Opened { document, log, applied, dropped })
}

fn read_state(json: &str) -> Result<(Document, u64), OpenError> {
    let unreadable = |e: serde_json::Error| OpenError::Unreadable(e.to_string());
    let state: State = serde_json::from_str(json).map_err(unreadable)?;
    let value = migrate_document(state.document).map_err(OpenError::Version)?;
    let document: Document = serde_json::from_value(value).map_err(unreadable)?;
    document.check().map_err(OpenError::Invalid)?;
    Ok((document, state.sequence))
}

/// The edit of a line; `None` when the state, which is at number `at`, holds it already.
fn read_line(line: &[u8], at: u64) -> Result<Option<Edit>, Cut> {
    let (sum, json) = line.split_at_checked(9).ok_or(Cut::NotWhole)?;
    if sum != format!("{:08x} ", crc32(json)).as_bytes() {
        return Err(Cut::NotWhole);
    }
    let record: Record = serde_json::from_slice(json).map_err(|_| Cut::Unreadable)?;
    if record.sequence <= at {
        return Ok(None);
    }
    if record.sequence != at + 1 {
        return Err(Cut::Gap { expected: at + 1, found: record.sequence });
    }
    let edit = migrate_edit(record.schema, record.edit).map_err(Cut::Version)?;
    serde_json::from_value(edit).map(Some).map_err(|_| Cut::Unreadable)
}
