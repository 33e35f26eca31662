//! What a column is for.

use serde::{Deserialize, Serialize};

/// The role of a column (glossary: column role, 列の役割).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Identifies the account; joins snapshots. At most one column.
    AccountId,
    /// What people call the account. At most one column.
    Name,
    /// A small set of values by which accounts are grouped. Any number of columns.
    Segment,
    /// When the account began. At most one column.
    StartDate,
    /// Recurring revenue of the account, in the file's currency. At most one column.
    Revenue,
    /// Who looks after the account. At most one column.
    Owner,
    /// Renewed or churned: what the score should foretell. At most one column.
    Outcome,
    /// When the outcome happened. At most one column.
    OutcomeDate,
    /// The date of the snapshot, one value for the whole file. At most one column.
    SnapshotDate,
    /// Usage or opinion that measures are made of. Any number of columns.
    #[default]
    MeasureInput,
    /// Kept, shown among the raw values, used for nothing else.
    Other,
}

impl Role {
    /// Whether any number of columns may have it.
    #[must_use]
    pub fn is_shared(self) -> bool {
        matches!(self, Self::Segment | Self::MeasureInput | Self::Other)
    }
}
