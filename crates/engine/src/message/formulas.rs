//! A formula while it is written: what is wrong with it, what it gives.

use super::ScoringContext;
use super::data::ColumnShape;
use formula::{Environment, Problem, Shape, Type, Unit, Value};
use serde::{Deserialize, Serialize};

/// A formula and where it is used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormulaQuery {
    /// Model and snapshots.
    pub context: ScoringContext,
    /// The formula.
    pub text: String,
    /// Whether it may ask for scores: yes in filters and alerts, no in a measure, which scores are made of.
    pub scores: bool,
    /// The account whose value is shown, by the text of its id; `None` is the first one.
    pub account: Option<String>,
}

/// What a formula says and gives in the snapshot on show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormulaView {
    /// What it may speak of: enough for the page to complete names while one types.
    pub environment: Environment,
    /// What is wrong or doubtful, in the order of the text.
    pub problems: Vec<Problem>,
    /// What it gives; `None` when a problem is an error.
    pub result: Option<FormulaResult>,
}

/// What a formula gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormulaResult {
    /// The type of its values.
    pub result_type: Type,
    /// The unit of its numbers.
    pub unit: Unit,
    /// Whether it has a value for each account or one for all.
    pub shape: Shape,
    /// The value of the account asked for, else of the first one that has any; or the one figure.
    pub value: Value,
    /// The name of that account; empty when it is not in the snapshot, or the value is one figure.
    pub account: String,
    /// Over all accounts; `None` when it is one figure.
    pub column: Option<FormulaColumn>,
}

/// A formula over all accounts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormulaColumn {
    /// Accounts with a value.
    pub present: u64,
    /// Accounts without.
    pub absent: u64,
    /// Different values.
    pub distinct: u64,
    /// Least, mean and greatest with a histogram, or the commonest texts.
    pub values: ColumnShape,
}
