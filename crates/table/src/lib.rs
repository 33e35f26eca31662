//! What the files say: typed columns with absent values, snapshots, and ingest with diagnostics.
//!
//! `table` never reads a clock, a file or the network: bytes and dates come in as arguments.
//! It knows nothing of scores, documents or browsers.

mod build;
mod cell;
pub mod codec;
mod column;
mod day;
pub mod decimal;
mod diagnostic;
mod encoding;
pub mod export;
mod few;
mod file_date;
pub mod fold;
mod infer;
mod ingest;
mod inspect;
mod layout;
mod names;
pub mod numbers;
pub mod order;
mod parse;
#[cfg(test)]
mod property;
pub mod random;
#[cfg(test)]
mod reference;
mod repeats;
mod role;
mod scan;
mod snapshot;
pub mod stats;
mod text;

pub use cell::Cell;
pub use column::{Column, ColumnData, ColumnType, Integers};
pub use day::Day;
pub use diagnostic::{Diagnostic, DiagnosticCount, DiagnosticKind, Report};
pub use encoding::decoder;
pub use few::sort_few;
pub use ingest::{Ingest, Ingested, Outcome, Progress, read};
pub use inspect::{ColumnLook, DateGuess, DateSource, Inspection, InspectionNote, inspect};
pub use layout::{
    ColumnPlan, DateOrder, DecimalMark, Delimiter, Encoding, Layout, OutcomeMeaning, Overrides,
    Unit,
};
pub use parse::boolean::yes_or_no;
pub use repeats::repeated;
pub use role::Role;
pub use snapshot::{Snapshot, SnapshotId, Source, Table};
pub use text::{Codes, Dictionary, TextColumn};
