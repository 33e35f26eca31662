//! A stored column or table of any bytes: refused, or one that can be written again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use table::codec::{decode, decode_table, encode};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(column) = decode(bytes) {
        for row in 0..column.data.len() {
            let _ = column.data.cell(row);
        }
        assert_eq!(encode(&column), bytes);
    }
    if let Ok(table) = decode_table(bytes) {
        assert!(table.columns.iter().all(|c| c.data.len() == table.rows));
    }
});
