//! From columns to the value of a measure, one `f64` per account, not-a-number where absent.

use crate::{ChangeKind, Input, Join, condition, formulas, truth};
use table::{ColumnData, Snapshot};

/// An earlier snapshot, seen from the accounts of the current one.
#[derive(Clone, Copy, Debug)]
pub struct Earlier<'a> {
    /// The earlier snapshot.
    pub snapshot: &'a Snapshot,
    /// Its columns of which nobody knows anything there, whatever their cells: see [`At::blind`].
    pub blind: &'a [String],
    /// From rows of the current snapshot to rows of the earlier one.
    pub join: &'a Join,
}

/// The moment at which values are taken: a snapshot and those before it.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    /// The snapshot whose accounts are looked at.
    pub snapshot: &'a Snapshot,
    /// Its columns of which nobody knows anything: derived ones that look back past the first snapshot.
    /// A formula that reads one is absent as a whole.
    pub blind: &'a [String],
    /// Earlier snapshots, newest first: the first is one snapshot back.
    pub earlier: &'a [Earlier<'a>],
}

/// The values of an input for all accounts of `at.snapshot` into `out`; not-a-number where absent,
/// never infinite.
pub fn values(input: &Input, at: &At<'_>, out: &mut Vec<f64>) {
    values_back(input, at, 0, out);
}

/// What [`values`] would have given `back` snapshots earlier, for the accounts of today: absent for
/// those that were not there, and for all when there is no snapshot that far back.
pub fn values_back(input: &Input, at: &At<'_>, back: usize, out: &mut Vec<f64>) {
    match input {
        Input::Column(name) => column_back(name, at, back, out),
        Input::Ratio { numerator, denominator } => {
            let mut below = Vec::new();
            column_back(numerator, at, back, out);
            column_back(denominator, at, back, &mut below);
            divide(out, &below);
        }
        Input::Change { column, kind, snapshots_back } => {
            let mut then = Vec::new();
            column_back(column, at, back, out);
            column_back(column, at, back.saturating_add(*snapshots_back as usize), &mut then);
            match kind {
                ChangeKind::Difference => out.iter_mut().zip(&then).for_each(|(n, t)| *n -= t),
                ChangeKind::Ratio => divide(out, &then),
            }
        }
        Input::DaysSince(name) => {
            if snapshot_back(at, back).and_then(|s| s.table.column(name)).is_some_and(is_date) {
                column_back(name, at, back, out);
                let date = snapshot_back(at, back).map_or(f64::NAN, |s| f64::from(s.date.0));
                out.iter_mut().for_each(|d| *d = date - *d);
            } else {
                fill_absent(at, out);
            }
        }
        Input::Check(condition) => from_snapshot(at, back, out, |snapshot, out| {
            let mut held = Vec::new();
            let formulas = |text: &str| formulas::mask(text, at, back);
            condition::mask(condition, &snapshot.table, blind_back(at, back), &formulas, &mut held);
            out.clear();
            out.extend(held.iter().map(|&t| match t {
                truth::FALSE => 0.0,
                truth::TRUE => 1.0,
                _ => f64::NAN,
            }));
        }),
        Input::Formula(text) => formulas::values_back(text, at, back, out),
    }
    out.iter_mut().for_each(|v| *v = if v.is_finite() { *v } else { f64::NAN });
}

/// Fills what is absent in `values` from earlier snapshots, nearest first, at most `snapshots` back.
pub fn fill_last_value(input: &Input, at: &At<'_>, snapshots: u32, values: &mut [f64]) {
    let mut before = Vec::new();
    for back in 1..=(snapshots as usize).min(at.earlier.len()) {
        if values.iter().all(|v| !v.is_nan()) {
            return;
        }
        values_back(input, at, back, &mut before);
        for (v, b) in values.iter_mut().zip(&before) {
            *v = if v.is_nan() { *b } else { *v };
        }
    }
}

pub(crate) fn snapshot_back<'a>(at: &At<'a>, back: usize) -> Option<&'a Snapshot> {
    match back.checked_sub(1) {
        None => Some(at.snapshot),
        Some(i) => at.earlier.get(i).map(|e| e.snapshot),
    }
}

/// The columns of which nobody knows anything `back` snapshots earlier.
pub(crate) fn blind_back<'a>(at: &At<'a>, back: usize) -> &'a [String] {
    match back.checked_sub(1) {
        None => at.blind,
        Some(i) => at.earlier.get(i).map_or(&[], |e| e.blind),
    }
}

fn is_date(column: &table::Column) -> bool {
    matches!(column.data, ColumnData::Date(_))
}

fn fill_absent(at: &At<'_>, out: &mut Vec<f64>) {
    out.clear();
    out.resize(at.snapshot.table.rows, f64::NAN);
}

fn column_back(name: &str, at: &At<'_>, back: usize, out: &mut Vec<f64>) {
    from_snapshot(at, back, out, |snapshot, out| {
        out.clear();
        out.resize(snapshot.table.rows, f64::NAN);
        if let Some(column) = snapshot.table.column(name) {
            column.data.numbers(0..snapshot.table.rows, out);
        }
    });
}

/// Runs `read` on the snapshot `back` snapshots earlier and brings its rows to those of today.
fn from_snapshot(
    at: &At<'_>,
    back: usize,
    out: &mut Vec<f64>,
    read: impl Fn(&Snapshot, &mut Vec<f64>),
) {
    match back.checked_sub(1) {
        None => read(at.snapshot, out),
        Some(i) => match at.earlier.get(i) {
            None => fill_absent(at, out),
            Some(earlier) => {
                let mut there = Vec::new();
                read(earlier.snapshot, &mut there);
                earlier.join.gather(&there, f64::NAN, out);
            }
        },
    }
}

fn divide(above: &mut [f64], below: &[f64]) {
    for (a, b) in above.iter_mut().zip(below) {
        *a = if *b == 0.0 { f64::NAN } else { *a / b };
    }
}
