//! One façade over the pure crates: a call in, an answer out; plain data only.
//!
//! `engine` never does IO and never reads a clock: whoever owns it (the worker, a test) brings bytes,
//! dates and storage, and carries out the calls that need them with the methods of [`Engine`].

mod accounts;
pub mod archive;
mod data;
mod engine;
mod formulas;
mod journey;
mod json;
mod kpi_tree;
pub mod message;
mod scoring;
mod store;

pub use accounts::Exporting;
pub use engine::Engine;
pub use journey::CourseWalk;
pub use store::{Meta, SnapshotParts, Stored};
