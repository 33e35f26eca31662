//! The value of a measure for one account, and why there is none.

use crate::{
    At, ChangeKind, Input, formulas, reference, truth,
    values::{blind_back, snapshot_back},
};
use serde::{Deserialize, Serialize};
use table::{Cell, Snapshot};

/// Why an account has no value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Absence {
    /// No column was chosen for the measure yet.
    NoInput,
    /// The snapshot has no such column.
    NoColumn {
        /// The name that was looked for.
        column: String,
    },
    /// The column does not hold numbers (or days, where days are wanted).
    WrongType {
        /// The column's name.
        column: String,
    },
    /// The cell is absent.
    NoCell {
        /// The column's name.
        column: String,
    },
    /// The value below the line is 0.
    ZeroDenominator {
        /// The column's name.
        column: String,
    },
    /// There is no snapshot that far back.
    NoSnapshot,
    /// The account was not there yet.
    NewAccount,
    /// The condition looks at a cell that is absent.
    ConditionUnknown,
    /// The result is too large to be a number.
    TooLarge,
    /// The formula has an error, or gives something that is no number.
    FormulaWrong,
    /// The formula gives nothing for the account.
    FormulaAbsent,
}

/// The value of an input for the account in `row` of `at.snapshot`, as it was `back` snapshots
/// earlier; agrees with [`crate::values_back`].
pub fn value_of_row(input: &Input, at: &At<'_>, back: usize, row: usize) -> Result<f64, Absence> {
    let number = |name: &str, back| number_of_row(name, at, back, row);
    let value = match input {
        Input::Column(name) => number(name, back)?,
        Input::Ratio { numerator, denominator } => {
            let above = number(numerator, back)?;
            divide(above, number(denominator, back)?, denominator)?
        }
        Input::Change { column, kind, snapshots_back } => {
            let now = number(column, back)?;
            let then = number(column, back.saturating_add(*snapshots_back as usize))?;
            match kind {
                ChangeKind::Difference => now - then,
                ChangeKind::Ratio => divide(now, then, column)?,
            }
        }
        Input::DaysSince(column) => {
            let (snapshot, there) = row_back(at, back, row)?;
            match cell(snapshot, column, there)? {
                Cell::Date(day) => f64::from(snapshot.date.0) - f64::from(day.0),
                Cell::Absent => return Err(Absence::NoCell { column: column.clone() }),
                _ => return Err(Absence::WrongType { column: column.clone() }),
            }
        }
        Input::Check(condition) => {
            let (snapshot, there) = row_back(at, back, row)?;
            let formulas = |text: &str| formulas::mask(text, at, back);
            match reference::condition(
                condition,
                &snapshot.table,
                there,
                blind_back(at, back),
                &formulas,
            ) {
                truth::FALSE => 0.0,
                truth::TRUE => 1.0,
                _ => return Err(Absence::ConditionUnknown),
            }
        }
        Input::Formula(text) => {
            let (_, there) = row_back(at, back, row)?;
            formulas::value_of_row(text, at, back, there)?
        }
    };
    if value.is_finite() { Ok(value) } else { Err(Absence::TooLarge) }
}

fn divide(above: f64, below: f64, column: &str) -> Result<f64, Absence> {
    if below == 0.0 {
        return Err(Absence::ZeroDenominator { column: column.to_owned() });
    }
    Ok(above / below)
}

fn row_back<'a>(at: &At<'a>, back: usize, row: usize) -> Result<(&'a Snapshot, usize), Absence> {
    let snapshot = snapshot_back(at, back).ok_or(Absence::NoSnapshot)?;
    let there = match back.checked_sub(1) {
        None => Some(row),
        Some(i) => at.earlier.get(i).and_then(|e| e.join.row(row)),
    };
    Ok((snapshot, there.ok_or(Absence::NewAccount)?))
}

fn cell<'a>(snapshot: &'a Snapshot, name: &str, row: usize) -> Result<Cell<'a>, Absence> {
    let column = snapshot.table.column(name);
    Ok(column.ok_or_else(|| Absence::NoColumn { column: name.to_owned() })?.data.cell(row))
}

fn number_of_row(name: &str, at: &At<'_>, back: usize, row: usize) -> Result<f64, Absence> {
    let (snapshot, there) = row_back(at, back, row)?;
    match cell(snapshot, name, there)? {
        Cell::Integer(n) => Ok(n as f64),
        Cell::Decimal(x) => Ok(x),
        Cell::Boolean(b) => Ok(f64::from(u8::from(b))),
        Cell::Date(d) => Ok(f64::from(d.0)),
        Cell::Absent => Err(Absence::NoCell { column: name.to_owned() }),
        Cell::Text(_) => Err(Absence::WrongType { column: name.to_owned() }),
    }
}
