//! What the tests over files share.
#![allow(dead_code, reason = "each test binary uses a part of it")]
#![allow(clippy::panic, reason = "a failed test")]

use std::path::PathBuf;
use table::{Cell, ColumnData, ColumnType, Ingest, Ingested, Outcome, Overrides, inspect};

/// A file under the shared data.
pub(crate) fn path(name: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data")).join(name)
}

/// Its bytes.
pub(crate) fn data(name: &str) -> Vec<u8> {
    std::fs::read(path(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// Looks at the first MiB and reads the file in uneven pieces, as often as asked for.
pub(crate) fn load(name: &str, bytes: &[u8]) -> Ingested {
    load_with(name, bytes, &Overrides::default(), None)
}

/// The same with overrides, and all columns of one type.
pub(crate) fn load_with(
    name: &str,
    bytes: &[u8],
    overrides: &Overrides,
    column_type: Option<ColumnType>,
) -> Ingested {
    let head = &bytes[..bytes.len().min(1 << 20)];
    let mut layout = inspect(head, head.len() == bytes.len(), name, overrides).layout;
    for plan in &mut layout.columns {
        plan.column_type = column_type;
    }
    let header = layout.header;
    let mut ingest = Ingest::new(layout);
    let mut rounds = 0;
    loop {
        for piece in bytes.chunks(100_003) {
            ingest.push(piece);
        }
        assert_eq!(ingest.progress().bytes, bytes.len() as u64);
        match ingest.finish() {
            Outcome::Done(done) => {
                assert_eq!(done.layout.header, header);
                for column in &done.table.columns {
                    assert_eq!(column.data.len(), done.table.rows, "{}", column.name);
                }
                assert_eq!(done.report.rows_read, done.table.rows as u64);
                return *done;
            }
            Outcome::Again(next) => ingest = *next,
        }
        rounds += 1;
        assert!(rounds < 8, "{name} is read forever");
    }
}

/// The values of an integer column.
pub(crate) fn integers(got: &Ingested, name: &str) -> Vec<Option<i64>> {
    match &got.table.column(name).unwrap_or_else(|| panic!("no {name}")).data {
        ColumnData::Integer(v) => (0..v.len()).map(|row| v.get(row)).collect(),
        other => panic!("{name} is {:?}", other.column_type()),
    }
}

/// The values of a decimal column, NaN where absent.
pub(crate) fn decimals(got: &Ingested, name: &str) -> Vec<f64> {
    match &got.table.column(name).unwrap_or_else(|| panic!("no {name}")).data {
        ColumnData::Decimal(v) => v.clone(),
        other => panic!("{name} is {:?}", other.column_type()),
    }
}

/// The values of a text column.
pub(crate) fn texts(got: &Ingested, column: usize) -> Vec<Option<String>> {
    let data = &got.table.columns[column].data;
    (0..data.len())
        .map(|row| match data.cell(row) {
            Cell::Absent => None,
            Cell::Text(text) => Some(text.to_owned()),
            other => panic!("{other:?} in a text column"),
        })
        .collect()
}
