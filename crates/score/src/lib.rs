//! How accounts are doing: scorecards, levels, explanation, statistics, movement.
//!
//! `score` never reads a clock, never allocates per row, and knows no document and no browser.

mod card;

pub use card::{
    AbsentPolicy, Band, ChangeKind, Comparison, Condition, Dimension, Input, ItemId, Levels,
    Literal, Measure, Model, Normaliser, Scorecard,
};
