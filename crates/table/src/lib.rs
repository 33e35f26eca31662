//! What the files say: typed columns with absent values, snapshots, and ingest with diagnostics.
//!
//! `table` never reads a clock, a file or the network: bytes and dates come in as arguments.
//! It knows nothing of scores, documents or browsers.

mod cell;
mod column;
mod day;
mod role;
mod snapshot;
mod text;

pub use cell::Cell;
pub use column::{Column, ColumnData, ColumnType, Integers};
pub use day::Day;
pub use role::Role;
pub use snapshot::{Report, Snapshot, SnapshotId, Source, Table};
pub use text::{Codes, Dictionary, TextColumn};
