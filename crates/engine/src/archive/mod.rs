//! The workspace file: an ordinary zip of JSON and columns, one version number for the whole form.
//!
//! | entry | holds |
//! |---|---|
//! | `sodachi.json` | which form, which version, how many columns each snapshot has |
//! | `document.json` | the workspace document |
//! | `versions/N.json` | what it was when the user gave it a name, as `document.json` |
//! | `snapshots/N/meta.json` | [`crate::Meta`] |
//! | `snapshots/N/columns/C` | one column, as `table::codec` writes it |
//!
//! It is written and read entry by entry, so that a cancel is heard in between and no more than one
//! entry is in memory twice. Deflate (RFC 1951) is left to the caller: every browser has it.

mod crc;
mod packer;
#[cfg(test)]
mod tests;
mod unpacker;
mod version;

pub use packer::{Packer, Piece};
pub use unpacker::{Packed, Unpacker};
pub use version::NamedVersion;

use crate::message::Problem;
use serde::{Deserialize, Serialize};
use version::Heading;

/// The version of the form that this code writes.
const VERSION: u32 = 1;
const FORMAT: &str = "sodachi-workspace";
const MANIFEST: &str = "sodachi.json";
const DOCUMENT: &str = "document.json";

// What is read and what is written have the same bounds: no backup that cannot be read.
/// The largest file: beside it in memory there must be room for what comes out.
const MOST_FILE_BYTES: u64 = 1 << 30;
/// What one entry may unpack to.
const MOST_ENTRY_BYTES: u64 = 1 << 30;
/// What all entries together may unpack to.
const MOST_BYTES: u64 = 2 << 30;
/// What an entry of JSON may unpack to: in memory it takes several times as much.
const MOST_JSON_BYTES: u64 = 256 << 20;
/// More snapshots or columns than any workspace has.
const MOST_ENTRIES: u64 = 100_000;

/// What the file is, and how much of it there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Manifest {
    format: String,
    version: u32,
    /// Columns of each snapshot.
    snapshots: Vec<usize>,
    /// The named versions; files from before there were any lack them.
    #[serde(default)]
    versions: Vec<Heading>,
}

/// The entry of a named version, the first is 1.
fn version_name(version: usize) -> String {
    format!("versions/{version}.json")
}

/// The entry of a snapshot's description, the first snapshot is 1.
fn meta_name(snapshot: usize) -> String {
    format!("snapshots/{snapshot}/meta.json")
}

/// The entry of a column, the first is 1.
fn column_name(snapshot: usize, column: usize) -> String {
    format!("snapshots/{snapshot}/columns/{column}")
}

/// The size, when it is within the bound.
fn within(size: u64, most: u64) -> Result<u64, Problem> {
    if size > most { Err(Problem::WorkspaceTooLarge) } else { Ok(size) }
}
