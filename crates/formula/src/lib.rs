//! One small language for derived columns, measures, checks, segments, filters, alert conditions and the
//! nodes of the KPI tree: what one may ask of columns.
//!
//! The language is described in `docs/formula.md`; the examples there are tests of this crate.
//!
//! `formula` never reads a clock (`TODAY()` is the date of the snapshot), never allocates per row, never
//! panics whatever the text is, and knows no scorecard, document or browser: scores come in as columns.

mod check;
mod columns;
mod compile;
mod editor;
mod environment;
mod evaluate;
mod formula;
mod frame;
mod function;
mod judge;
mod kernel;
mod lex;
mod moments;
mod nearest;
pub mod order;
#[cfg(test)]
mod page;
mod parse;
mod print;
mod problem;
mod program;
#[cfg(test)]
mod property;
mod reach;
#[cfg(test)]
mod reference;
mod run;
mod scalar;
mod span;
#[cfg(test)]
mod testing;
mod text;
mod texts;
pub mod tree;
mod typed;
mod unit;

pub use check::{Checked, check};
pub use columns::{Columns, DerivedColumn, Sorted};
pub use editor::{
    Candidate, CandidateKind, Completion, SignatureAt, TokenClass, column_names, complete, rename,
    signature_at, tokens,
};
pub use environment::{Environment, KnownColumn};
pub use evaluate::Value;
pub use formula::{Formula, Shape};
pub use frame::{Frame, Joins, Moment, NoJoins, Scores};
pub use function::{FUNCTIONS, Function, Group, Id, Parameter, function};
pub use nearest::nearest;
pub use parse::{Parsed, parse};
pub use print::{is_score_word, written_name, written_number, written_text};
pub use problem::{Problem, ProblemKind, Severity};
pub use reach::reach;
pub use span::Span;
pub use tree::{Binary, Expr, ExprKind, TimeUnit, Unary};
pub use unit::{Type, Unit};

/// The longest text that is read, in bytes.
pub const MAX_BYTES: usize = 20_000;

/// How deep expressions may be nested. A sum of so many parts is nested as deep.
pub const MAX_DEPTH: usize = 200;
