//! What only wasm in a browser does of reading and writing files: the scan by SIMD, the decoders of the
//! browser behind `table`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test may: clippy does not see that these are tests")]

#[path = "../../table/src/scan/candidates.rs"]
mod candidates;
#[path = "../src/decode.rs"]
mod decode;

use candidates::{LOW, candidates};
use table::export::{ExportEncoding, ExportOptions, Exporter};
use table::{Cell, ColumnType, Encoding, Overrides};
use wasm_bindgen_test::wasm_bindgen_test;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// Numbers that look like chance (xorshift, Marsaglia 2003).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most as u64) as usize
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

fn slow(block: &[u8; 64], delimiter: u8) -> u64 {
    let is = |b: u8| b == b'"' || b == delimiter || b < LOW;
    (0..64).filter(|&i| is(block[i])).map(|i| 1 << i).sum()
}

#[wasm_bindgen_test]
fn the_mask_by_simd_is_the_slow_one() {
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    for delimiter in [b',', b'\t', b';', b'|'] {
        // every byte in every place
        for byte in 0..=255 {
            for at in 0..64 {
                let mut block = [b'x'; 64];
                block[at] = byte;
                assert_eq!(candidates(&block, delimiter), slow(&block, delimiter), "{byte} {at}");
            }
        }
        for _ in 0..20_000 {
            let often = [b'"', delimiter, b'\n', b'\r', 0, 13, 14, 0x80, 0xFF];
            let block: [u8; 64] = std::array::from_fn(|_| match chance.below(3) {
                0 => often[chance.below(often.len())],
                _ => chance.below(256) as u8,
            });
            assert_eq!(candidates(&block, delimiter), slow(&block, delimiter), "{block:?}");
        }
    }
}

#[wasm_bindgen_test]
fn what_is_exported_is_read_in_every_encoding() {
    table::decoder::use_decoders(decode::decoder);
    let mut chance = Chance(7);
    let pieces = ["a", "x,y", "\"", "\r\n", "日本", "髙", "ﾎｯｶｲﾄﾞｳ", "①", "ソ表", " ", ";"];
    let rows: Vec<[String; 2]> = (0..3_000)
        .map(|row| {
            // begins like no formula: one would be led by an apostrophe
            let long: String = (0..chance.below(12)).map(|_| chance.pick(&pieces)).collect();
            [format!("{row}{}", chance.pick(&pieces)), format!("備{long}終")]
        })
        .collect();
    let written = |encoding| {
        let options = ExportOptions { encoding, ..ExportOptions::default() };
        let mut exporter = Exporter::new(["顧客", "備考"], options);
        for row in &rows {
            row.iter().for_each(|cell| exporter.cell(Cell::Text(cell)));
            exporter.end_row();
        }
        let done = exporter.finish();
        assert_eq!(done.unencodable_count, 0);
        done.parts.concat()
    };
    let utf8 = written(ExportEncoding::Utf8);
    let text = std::str::from_utf8(&utf8).unwrap();
    let units = |f: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(f).collect::<Vec<u8>>();
    for (encoding, bytes) in [
        (Encoding::ShiftJis, written(ExportEncoding::Cp932)),
        (Encoding::Utf16Le, units(u16::to_le_bytes)),
        (Encoding::Utf16Be, units(u16::to_be_bytes)),
        (Encoding::Utf8, utf8.clone()),
    ] {
        let look = table::inspect(&bytes, true, "a.csv", &Overrides::default());
        assert_eq!(look.layout.encoding, encoding);
        let mut layout = look.layout;
        layout.columns.iter_mut().for_each(|c| c.column_type = Some(ColumnType::Text));
        let got = table::read(layout, &bytes);
        assert_eq!(got.table.rows, rows.len(), "{encoding:?}");
        for (column, data) in got.table.columns.iter().enumerate() {
            for (row, expected) in rows.iter().enumerate() {
                assert_eq!(data.data.cell(row), Cell::Text(&expected[column]), "{encoding:?}");
            }
        }
    }
}
