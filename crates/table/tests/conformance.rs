//! csv-spectrum and csv-test-data, every file, against their expected JSON.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a failed test")]

mod common;

use common::{data, load_with, path, texts};
use serde_json::Value;
use table::{ColumnType, DiagnosticKind, Ingested, Overrides};

/// The records of a file as text; absent cells are "".
fn records(got: &Ingested) -> Vec<Vec<String>> {
    let columns: Vec<_> = (0..got.table.columns.len()).map(|c| texts(got, c)).collect();
    (0..got.table.rows)
        .map(|row| columns.iter().map(|c| c[row].clone().unwrap_or_default()).collect())
        .collect()
}

fn read(file: &str, header: Option<bool>) -> Ingested {
    let overrides = Overrides { header, ..Overrides::default() };
    load_with(file, &data(file), &overrides, Some(ColumnType::Text))
}

/// The expected records: arrays, objects, or one object.
fn expected(json: &Value, names: &[String]) -> Vec<Vec<String>> {
    let text = |v: &Value| v.as_str().unwrap().to_owned();
    let record = |v: &Value| match v {
        Value::Array(cells) => cells.iter().map(text).collect(),
        Value::Object(map) => names.iter().map(|n| text(&map[n])).collect(),
        other => panic!("{other}"),
    };
    match json {
        Value::Array(records) => records.iter().map(record).collect(),
        one => vec![record(one)],
    }
}

#[track_caller]
fn check(suite: &str, csv: &str, stem: &str) {
    let json = data(&format!("{suite}/json/{stem}.json"));
    let json: Value = serde_json::from_slice(&json).unwrap();
    let objects = match &json {
        Value::Array(records) => records.first().is_none_or(Value::is_object),
        _ => true,
    };
    let got = read(&format!("{suite}/{csv}/{stem}.csv"), Some(objects));
    let names: Vec<String> = got.table.columns.iter().map(|c| c.name.clone()).collect();
    if stem == "location_coordinates" {
        // inches are bare quotes: kept, and said
        assert_eq!(got.report.count(DiagnosticKind::BareQuote), got.report.total());
        // the suite's own JSON has another phone number than its CSV
        assert_eq!(records(&got)[0][1..], expected(&json, &names)[0][1..]);
        return;
    }
    assert_eq!(got.report.total(), 0, "{stem}");
    assert_eq!(records(&got), expected(&json, &names), "{stem}");
}

fn stems(folder: &str) -> Vec<String> {
    let mut stems: Vec<String> = std::fs::read_dir(path(folder))
        .unwrap()
        .map(|e| e.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    stems.sort();
    assert!(!stems.is_empty());
    stems
}

#[test]
fn csv_spectrum() {
    for stem in stems("csv-spectrum/csvs") {
        check("csv-spectrum", "csvs", &stem);
    }
}

#[test]
fn csv_test_data() {
    for stem in stems("csv-test-data/csv").iter().filter(|s| !s.starts_with("bad-")) {
        check("csv-test-data", "csv", stem);
    }
}

#[test]
fn bad_files_are_reported() {
    use DiagnosticKind::{BareQuote, TextAfterQuote, TooFewFields, TooManyFields, UnclosedQuote};
    for (stem, kind) in [
        ("bad-header-less-fields", TooFewFields),
        ("bad-header-more-fields", TooManyFields),
        ("bad-missing-quote", UnclosedQuote),
        ("bad-quotes-with-unescaped-quote", TextAfterQuote),
        ("bad-unescaped-quote", BareQuote),
    ] {
        let got = read(&format!("csv-test-data/csv/{stem}.csv"), None);
        let report = &got.report;
        assert_eq!(report.total(), 1, "{stem}");
        assert_eq!((report.diagnostics[0].kind, report.diagnostics[0].line), (kind, 2), "{stem}");
        assert_eq!(report.rows_rejected, u64::from(kind.rejects_row()), "{stem}");
        assert_eq!(report.rows_read + report.rows_rejected, 1, "{stem}");
    }
}

#[test]
fn files_without_rows_say_so() {
    use table::{InspectionNote, inspect};
    let note = |stem: &str| {
        let bytes = data(&format!("csv-test-data/csv/{stem}.csv"));
        inspect(&bytes, true, stem, &Overrides::default()).notes
    };
    assert_eq!(note("bad-header-no-header"), [InspectionNote::Empty]);
    // a header alone: whether it is the right one, the user sees
    assert_eq!(note("bad-header-wrong-header"), [InspectionNote::NoRows]);
    // rows there are, and none that can be read: which and why
    let none = |line, kind| InspectionNote::NoRowFits { records: 1, line, kind };
    assert_eq!(note("bad-missing-quote"), [none(2, DiagnosticKind::UnclosedQuote)]);
    assert_eq!(note("bad-quotes-with-unescaped-quote"), [none(2, DiagnosticKind::TextAfterQuote)]);
}
