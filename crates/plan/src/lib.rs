//! What the team decided: the workspace document, its edits with exact inverses, undo, the log it is
//! saved as, and migrations between schema versions.
//!
//! The document is one tree of elements with typed links between them. Scorecards, dimensions,
//! measures, KPI trees with their nodes, derived columns, canvases with their blocks and notes, journeys with their
//! stages, checkpoints and lanes are the bodies it knows today; another kind of body is one arm of [`Body`], one of
//! [`Kind`] and its rules in [`Kind::accepts_parent`] and [`Body::check`].
//!
//! `plan` never reads a clock, never draws an id from anywhere but the document's own counter, never
//! sees a row of data, and knows no browser. Selection, scroll and the like are not part of it.

mod apply;
mod canvas;
mod check;
mod checksum;
mod columns;
mod compare;
mod copy;
mod document;
mod edit;
mod element;
mod error;
mod gaps;
mod history;
mod journey;
mod kpi_tree;
mod link;
mod log;
mod migrate;
mod model;
mod rank;
mod review;
mod settings;
mod thread;
mod whole;

pub use canvas::{
    Block, COLOURS, Canvas, Column, ColumnKind, Group, Layout, Note, NoteKind, NoteMove, Standing,
    Template, Vrio, WinWin, growth, split_list, template, templates, vrio, win_win,
};
pub use columns::{BadColumnName, ColumnOfFile, DERIVED_ROLES, Origin};
pub use compare::{Became, Difference};
pub use copy::NotKept;
pub use document::{Document, MAX_ID, SCHEMA};
pub use edit::{Edit, Recording};
pub use element::{Body, Element, ElementId, Kind, holds_areas};
pub use error::{EditError, Field};
pub use gaps::Gap;
pub use history::{Gesture, History, MAX_STEPS};
pub use journey::{
    Checkpoint, Finding, Journey, Lane, LaneKind, MOST_EMOTION, Misfit, Preset, Span, Stage, Touch,
    preset, presets,
};
pub use kpi_tree::OutlineMove;
pub use link::{Link, LinkId, LinkKind};
pub use log::{Cut, Dropped, Log, OpenError, Opened, open};
pub use migrate::{MigrateError, migrate_document, migrate_edit};
pub use rank::Rank;
pub use review::{QUARTER, Review};
pub use settings::{AccountsView, HeaderSignature, Mapping, SavedFilter, Sorting, SortingBy};
pub use thread::{Along, ThreadStep};
pub use whole::{ThreadColumn, WholeThread};
