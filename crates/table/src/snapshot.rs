//! All accounts as of one date.

use crate::{Column, Day, Report, Role};
use serde::{Deserialize, Serialize};

/// Columns of equal length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The columns, in file order; names are unique.
    pub columns: Vec<Column>,
    /// How many rows each of them has.
    pub rows: usize,
}

impl Table {
    /// The column of that name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|c| c.name == name)
    }
}

/// Identifies a snapshot within its workspace; never used again after a delete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SnapshotId(pub u32);

/// All accounts as of one date (glossary: snapshot, スナップショット).
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// Its identity.
    pub id: SnapshotId,
    /// The date that it shows.
    pub date: Day,
    /// The rows.
    pub table: Table,
    /// The role of each column, as long as `table.columns`.
    pub roles: Vec<Role>,
    /// Where it came from.
    pub source: Source,
    /// What could not be read.
    pub report: Report,
}

/// Where a snapshot came from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// The file's name, without a path.
    pub file: String,
    /// Its size in bytes.
    pub bytes: u64,
}
