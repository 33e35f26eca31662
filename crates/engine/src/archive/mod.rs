//! The workspace file: an ordinary zip of JSON and columns, one version number for the whole form.
//!
//! | entry | holds |
//! |---|---|
//! | `sodachi.json` | which form, which version, how many columns each snapshot has |
//! | `document.json` | the workspace document |
//! | `snapshots/N/meta.json` | [`crate::Meta`] |
//! | `snapshots/N/columns/C` | one column, as `table::codec` writes it |
//!
//! It is written and read entry by entry, so that a cancel is heard in between and no more than one
//! entry is in memory twice. Deflate (RFC 1951) is left to the caller: every browser has it.

mod packer;
#[cfg(test)]
mod tests;
mod unpacker;

pub use packer::{Packer, Piece};
pub use unpacker::{Packed, Unpacker};

use serde::{Deserialize, Serialize};

/// The version of the form that this code writes.
const VERSION: u32 = 1;
const FORMAT: &str = "sodachi-workspace";
const MANIFEST: &str = "sodachi.json";
const DOCUMENT: &str = "document.json";

/// What the file is, and how much of it there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Manifest {
    format: String,
    version: u32,
    /// Columns of each snapshot.
    snapshots: Vec<usize>,
}

/// The entry of a snapshot's description, the first snapshot is 1.
fn meta_name(snapshot: usize) -> String {
    format!("snapshots/{snapshot}/meta.json")
}

/// The entry of a column, the first is 1.
fn column_name(snapshot: usize, column: usize) -> String {
    format!("snapshots/{snapshot}/columns/{column}")
}
