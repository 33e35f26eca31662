//! The sample from the outside: its shape, its numbers, and that it tells what it promises to tell.

#[cfg(test)]
mod outcome;
#[cfg(test)]
mod shape;

use sample::{Field, Language, Sample, Spec, generate};
use table::{ColumnData, Day, Snapshot};

/// A Monday.
const LAST: Day = Day(20_773);

fn small(language: Language) -> Sample {
    generate(Spec { accounts: 500, weeks: 5, ..Spec::new(LAST, language) })
}

fn column(snapshot: &Snapshot, field: Field) -> &ColumnData {
    let at = Field::ALL.iter().position(|f| *f == field).unwrap_or(0);
    &snapshot.table.columns[at].data
}

fn numbers(snapshot: &Snapshot, field: Field) -> Vec<f64> {
    let mut out = vec![0.0; snapshot.table.rows];
    column(snapshot, field).numbers(0..snapshot.table.rows, &mut out);
    out
}
