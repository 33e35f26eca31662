use super::*;
use crate::{Day, Overrides, inspect, read};
use proptest::prelude::*;

fn export(options: ExportOptions, rows: &[&[&str]]) -> Exported {
    let mut exporter = Exporter::new(["id", "名前"], options);
    for row in rows {
        row.iter().for_each(|cell| exporter.text(cell));
        exporter.end_row();
    }
    exporter.finish()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn utf8_with_mark_and_crlf() {
    let got = export(ExportOptions::default(), &[&["1", "a,\"b\"\n"], &["2", "=1+1"]]);
    assert_eq!(text(&got.parts[0]), "\u{FEFF}id,名前\r\n1,\"a,\"\"b\"\"\n\"\r\n2,'=1+1\r\n");
    assert_eq!((got.rows, got.guarded, got.parts.len()), (2, 1, 1));
}

#[test]
fn every_kind_of_cell() {
    let mut exporter = Exporter::new(["x"], ExportOptions::default());
    for cell in [
        Cell::Absent,
        Cell::Integer(-5),
        Cell::Decimal(-0.25),
        Cell::Boolean(true),
        Cell::Date(Day(0)),
        Cell::Text("a"),
    ] {
        exporter.cell(cell);
    }
    exporter.end_row();
    let got = exporter.finish();
    assert_eq!(text(&got.parts[0]), "\u{FEFF}x\r\n,-5,-0.25,true,1970-01-01,a\r\n");
}

#[test]
fn cp932_says_what_it_does_not_have() {
    let options = ExportOptions { encoding: ExportEncoding::Cp932, ..ExportOptions::default() };
    let got = export(options, &[&["1", "髙橋～〜①"], &["2", "a😎b한"]]);
    let bytes = &got.parts[0];
    let decoded = crate::read(inspect(bytes, true, "a.csv", &Overrides::default()).layout, bytes);
    let column = &decoded.table.columns[1].data;
    assert_eq!(column.cell(0), Cell::Text("髙橋～～①"));
    assert_eq!(column.cell(1), Cell::Text("a〓b〓"));
    assert_eq!(got.unencodable_count, 2);
    assert_eq!(got.unencodable[0], Unencodable { row: 2, column: 1, character: '😎' });
}

#[test]
fn parts_by_rows_and_by_bytes() {
    let rows: Vec<&[&str]> = vec![&["1", "a"]; 5];
    let by_rows = ExportOptions { split: Split::Rows(2), ..ExportOptions::default() };
    let got = export(by_rows, &rows);
    let lines: Vec<_> = got.parts.iter().map(|p| text(p).lines().count()).collect();
    assert_eq!(lines, [3, 3, 2]);
    assert!(got.parts.iter().all(|p| text(p).starts_with("\u{FEFF}id,")));
    let head = "\u{FEFF}id,名前\r\n".len() as u64;
    let by_bytes = ExportOptions { split: Split::Bytes(head + 10), ..ExportOptions::default() };
    let got = export(by_bytes, &rows);
    assert_eq!(got.parts.len(), 3);
    assert!(got.parts.iter().all(|p| p.len() as u64 <= head + 10));
    let tiny = ExportOptions { split: Split::Bytes(1), ..ExportOptions::default() };
    assert_eq!(export(tiny, &rows).parts.len(), 5);
    assert_eq!(export(tiny, &[]).parts.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_exported_is_read_back(
        rows in proptest::collection::vec(("[a-z]{1,3}", "日[a,\"\r\n日 x]{0,6}x"), 1..12),
        cp932 in any::<bool>(),
    ) {
        let encoding = if cp932 { ExportEncoding::Cp932 } else { ExportEncoding::Utf8 };
        let mut exporter = Exporter::new(["k", "v"], ExportOptions { encoding, ..Default::default() });
        for (k, v) in &rows {
            exporter.text(k);
            exporter.cell(Cell::Text(v));
            exporter.end_row();
        }
        let bytes = exporter.finish().parts.remove(0);
        let encoding = if cp932 { crate::Encoding::ShiftJis } else { crate::Encoding::Utf8 };
        let overrides = Overrides {
            encoding: Some(encoding),
            delimiter: Some(crate::Delimiter::Comma),
            above: Some(0),
            header: Some(true),
        };
        let mut layout = inspect(&bytes, true, "a.csv", &overrides).layout;
        for plan in &mut layout.columns {
            plan.column_type = Some(crate::ColumnType::Text);
        }
        let got = read(layout, &bytes);
        prop_assert_eq!(got.table.rows, rows.len());
        for (i, (k, v)) in rows.iter().enumerate() {
            prop_assert_eq!(got.table.columns[0].data.cell(i), Cell::Text(k));
            prop_assert_eq!(got.table.columns[1].data.cell(i), Cell::Text(v));
        }
    }
}
