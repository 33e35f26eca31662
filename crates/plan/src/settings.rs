//! What the workspace remembers besides its elements.

use score::Condition;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use table::Role;

/// The hash of a file's header by which its mapping is found again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct HeaderSignature(pub u64);

/// How files with one header are read, so that next week's takes one confirmation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mapping {
    /// The role of each column, by name.
    pub roles: BTreeMap<String, Role>,
    /// Encoding, delimiter and the like, as the importer wrote it; at most
    /// 32 levels deep.
    pub layout: serde_json::Value,
}

/// The table of accounts as the user set it up.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccountsView {
    /// Names of the columns shown, in order; `None` until the user chose: then the product chooses.
    pub columns: Option<Vec<String>>,
    /// The order of rows; `None` is the order of the file.
    pub sorting: Option<Sorting>,
    /// Filters kept under a name, in the order shown.
    pub filters: Vec<SavedFilter>,
}

/// An order of rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sorting {
    /// By what.
    #[serde(default, skip_serializing_if = "SortingBy::is_column")]
    pub by: SortingBy,
    /// The name of the column, where it is by one; else empty.
    pub column: String,
    /// Greatest first.
    pub descending: bool,
}

/// By what rows are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortingBy {
    /// By a column.
    #[default]
    Column,
    /// By the score.
    Score,
    /// By how much the score changed.
    Change,
}

impl SortingBy {
    fn is_column(&self) -> bool {
        *self == Self::Column
    }
}

/// A filter kept under a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SavedFilter {
    /// What people call it.
    pub name: String,
    /// Levels that are kept, 0 is the lowest; empty keeps all.
    pub levels: Vec<u8>,
    /// Whether accounts without a score are kept, as a level of their own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unscored: bool,
    /// Only accounts whose level rose, or fell; `None` keeps all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_up: Option<bool>,
    /// Text searched in name and id; empty is none.
    pub search: String,
    /// What accounts are kept.
    pub condition: Condition,
}
