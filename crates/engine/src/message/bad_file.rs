//! Why a workspace file, or a snapshot in it or in the database, is refused: which part, and what is
//! wrong with it. The front end has one message for each.

use serde::{Deserialize, Serialize};
use table::Day;
use table::codec::DecodeError;

/// Why a workspace file or a stored snapshot is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BadFile {
    /// The bytes are no zip, or its list of entries is damaged.
    NotZip,
    /// The file has more MiB than are read.
    TooLarge(u64),
    /// The list of entries claims more than any workspace has.
    TooManyEntries(u64),
    /// Entries were lost: the list ends early.
    Entries {
        /// How many there are.
        found: u64,
        /// How many there should be.
        claimed: u64,
    },
    /// A zip of another program: its own name for its form.
    Foreign(String),
    /// Something is wrong with one entry.
    Entry {
        /// The entry's name in the zip.
        name: String,
        /// What.
        why: BadEntry,
    },
    /// The description of a snapshot is not in the form that it should have.
    Description,
    /// The date of a snapshot is not in the years 1 to 9999.
    SnapshotDate,
    /// Something is wrong with one snapshot.
    Snapshot {
        /// The snapshot's date.
        date: Day,
        /// What.
        why: BadSnapshot,
    },
    /// Two snapshots have one date.
    SameDate,
    /// The document inside cannot be opened: the id of the message that says why.
    Document(String),
}

/// What is wrong with an entry of a workspace file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BadEntry {
    /// It is not there.
    Missing,
    /// Its bytes are not what was packed, or cannot be unpacked.
    Damaged,
    /// It ends too early.
    CutOff,
    /// It unpacks, or claims to unpack, to more than is allowed or possible.
    TooLarge,
    /// It lies over another entry.
    Overlap,
    /// Two entries have its name.
    Twice,
    /// It is packed in a way that is not read: the number of the method in the zip format.
    Method(u16),
    /// It is not in the form that it should have.
    Form,
}

/// What is wrong with a snapshot that was written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BadSnapshot {
    /// A column cannot be read.
    Column {
        /// Which, counted from 1.
        number: usize,
        /// Why.
        why: DecodeError,
    },
    /// A column has another number of rows than its snapshot.
    Rows {
        /// The column's name.
        column: String,
        /// How many rows it has.
        rows: usize,
        /// How many the snapshot has.
        expected: usize,
    },
    /// It has no columns.
    NoColumns,
    /// It claims more rows than can be read.
    TooManyRows(usize),
    /// There is not one role for each column.
    Roles {
        /// How many columns there are.
        columns: usize,
        /// How many roles there are.
        roles: usize,
    },
    /// Two columns have one name.
    SameColumn(String),
}

impl BadFile {
    /// What is wrong with the entry of that name.
    #[must_use]
    pub fn entry(name: &str, why: BadEntry) -> Self {
        Self::Entry { name: name.to_owned(), why }
    }
}
