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
    /// The name of the column.
    pub column: String,
    /// Greatest first.
    pub descending: bool,
}

/// A filter kept under a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SavedFilter {
    /// What people call it.
    pub name: String,
    /// Levels that are kept, 0 is the lowest; empty keeps all.
    pub levels: Vec<u8>,
    /// Text searched in name and id; empty is none.
    pub search: String,
    /// What accounts are kept.
    pub condition: Condition,
}
