//! Rows whose id stood in a row before: an account stands in one row of a snapshot.

use crate::{Cell, ColumnData};
use std::collections::HashSet;

/// The rows, ascending and from 0, whose id is that of an earlier row. Absent ids repeat nothing.
#[must_use]
pub fn repeated(ids: &ColumnData) -> Vec<usize> {
    let rows = ids.len();
    match ids {
        ColumnData::Text(text) => {
            // As many different ids as rows that have one: the dictionary has told already.
            let present = (0..rows).filter(|&row| text.code(row).is_some()).count();
            if present == text.dictionary.len() {
                return Vec::new();
            }
            // By string, not by code: a dictionary need not be without doubles.
            let mut seen: HashSet<&str> = HashSet::with_capacity(rows);
            (0..rows).filter(|&row| text.get(row).is_some_and(|id| !seen.insert(id))).collect()
        }
        _ => {
            let mut seen: HashSet<u64> = HashSet::with_capacity(rows);
            (0..rows).filter(|&row| key(ids.cell(row)).is_some_and(|id| !seen.insert(id))).collect()
        }
    }
}

/// What tells the values of one type apart. Whole numbers stay whole: as floats long ones fall together.
fn key(cell: Cell<'_>) -> Option<u64> {
    match cell {
        Cell::Absent | Cell::Text(_) => None,
        Cell::Integer(n) => Some(n.cast_unsigned()),
        // no two zeros
        Cell::Decimal(x) => Some((x + 0.0).to_bits()),
        Cell::Boolean(yes) => Some(u64::from(yes)),
        Cell::Date(day) => Some(u64::from(day.0.cast_unsigned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Layout, Overrides, inspect, read};

    fn ids(csv: &str) -> Vec<usize> {
        let layout: Layout = inspect(csv.as_bytes(), true, "a.csv", &Overrides::default()).layout;
        let table = read(layout, csv.as_bytes()).table;
        repeated(&table.columns[0].data)
    }

    #[test]
    fn the_later_rows_are_the_repeated_ones() {
        assert_eq!(ids("name,n\na,1\nb,1\na,1\nc,1\na,1\n"), [2, 4]);
        assert_eq!(ids("number,m\n3,1\n1,1\n3,1\n"), [2]);
        assert_eq!(ids("d,m\n2026-01-02,1\n2026-01-03,1\n2026-01-02,1\n"), [2]);
        assert_eq!(ids("name,n\na,1\nb,1\n"), [] as [usize; 0]);
    }

    #[test]
    fn long_numbers_are_told_apart() {
        assert_eq!(ids("n,m\n9007199254740993,1\n9007199254740992,2\n"), [] as [usize; 0]);
    }
}
