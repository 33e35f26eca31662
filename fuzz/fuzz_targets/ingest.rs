//! A delimited file of any bytes: every row is read or rejected, and pieces do not matter.
#![no_main]

use libfuzzer_sys::fuzz_target;
use table::{Ingest, Ingested, Layout, Outcome, Overrides, inspect};

/// Reads in pieces of `size` bytes, as often as asked for.
fn read(layout: Layout, bytes: &[u8], size: usize) -> Ingested {
    let mut ingest = Ingest::new(layout);
    for _ in 0..8 {
        bytes.chunks(size).for_each(|piece| ingest.push(piece));
        match ingest.finish() {
            Outcome::Done(done) => return *done,
            Outcome::Again(next) => ingest = *next,
        }
    }
    panic!("read forever");
}

fuzz_target!(|bytes: &[u8]| {
    // the first byte chooses the size of the pieces, the others are the file
    let Some((size, bytes)) = bytes.split_first() else { return };
    let layout = inspect(bytes, true, "any.csv", &Overrides::default()).layout;
    let got = read(layout.clone(), bytes, usize::from(*size) + 1);
    assert_eq!(got.table.rows as u64, got.report.rows_read);
    for column in &got.table.columns {
        assert_eq!(column.data.len(), got.table.rows, "{}", column.name);
    }
    let whole = read(layout, bytes, usize::MAX);
    assert_eq!(got.report, whole.report);
    // absent decimals are no numbers, and so no equal ones
    assert_eq!(format!("{:?}", got.table), format!("{:?}", whole.table));
});
