//! A column's type is decided on all of it, however late the surprise.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a failed test")]

mod common;

use common::{integers, load, load_with, texts};
use table::{
    Cell, ColumnType, DateOrder, DecimalMark, DiagnosticKind, Ingested, InspectionNote, Overrides,
    Unit, inspect,
};

/// Far more rows than the first look sees.
const ROWS: usize = 200_000;

/// A file of an id and one column, whose cells are given by row.
fn file(cell: impl Fn(usize) -> String) -> Vec<u8> {
    let mut text = String::from("id,x\n");
    for row in 0..ROWS {
        text.push_str(&format!("account {row},{}\n", cell(row)));
    }
    assert!(text.len() > 2 << 20);
    text.into_bytes()
}

#[track_caller]
fn check(cell: impl Fn(usize) -> String, expected: ColumnType, misfits: u64) -> Ingested {
    let got = load("x.csv", &file(cell));
    assert_eq!(got.table.columns[1].data.column_type(), expected);
    assert_eq!(got.layout.columns[1].guess, expected);
    assert_eq!((got.table.rows, got.report.total()), (ROWS, misfits));
    got
}

#[test]
fn one_decimal_comma_at_the_end_tells_what_all_points_mean() {
    let mut text = String::from("id;x\n");
    for row in 0..ROWS - 1 {
        text.push_str(&format!("account {row};1.234\n"));
    }
    text.push_str("the last account;0,5\n");
    let got = load("x.csv", text.as_bytes());
    assert_eq!(got.layout.columns[1].decimal, DecimalMark::Comma);
    let column = &got.table.columns[1].data;
    assert_eq!(column.cell(0), Cell::Decimal(1_234.0));
    assert_eq!(column.cell(ROWS - 1), Cell::Decimal(0.5));
}

/// Nothing in the first MiB says what the column holds; the mark of the file's other numbers goes for it too.
#[test]
fn a_column_that_begins_late_has_the_mark_of_the_file() {
    let mut text = String::from("id;share;late\n");
    for row in 0..ROWS {
        let late = if row < ROWS - 5 { "" } else { "1,250" };
        text.push_str(&format!("a rather long account {row};0,5;{late}\n"));
    }
    assert!(text.len() > 2 << 20);
    let got = load("x.csv", text.as_bytes());
    assert_eq!(got.layout.columns[2].decimal, DecimalMark::Comma);
    assert_eq!(got.table.columns[2].data.cell(ROWS - 1), Cell::Decimal(1.25));
}

#[test]
fn one_leading_zero_at_the_end_keeps_all_as_text() {
    let last = ROWS - 1;
    let cell = |row| if row == last { "00123".into() } else { format!("{row}") };
    let got = check(cell, ColumnType::Text, 0);
    let texts = texts(&got, 1);
    assert_eq!(texts[last].as_deref(), Some("00123"));
    assert_eq!(texts[7].as_deref(), Some("7"));
}

#[test]
fn a_few_words_among_numbers_are_reported_with_their_lines() {
    let cell = |row| if row % 100 == 99 { "unknown".into() } else { format!("{row}") };
    let got = check(cell, ColumnType::Integer, 2_000);
    let first = &got.report.diagnostics[0];
    assert_eq!((first.line, first.column), (101, Some(1)));
    assert_eq!((first.kind, first.text.as_str()), (DiagnosticKind::NotAnInteger, "unknown"));
    assert_eq!(got.report.count_in_column(1), 2_000);
    assert_eq!(got.table.columns[1].data.cell(99), Cell::Absent);
}

#[test]
fn many_words_after_the_first_look_make_text() {
    check(|row| if row > ROWS / 2 { format!("w{row}") } else { "5".into() }, ColumnType::Text, 0);
}

#[test]
fn words_at_first_and_numbers_later_make_numbers() {
    let cell = |row| if row < 3_000 { "?".into() } else { format!("{}", row % 50) };
    check(cell, ColumnType::Integer, 3_000);
    check(|row| if row < 150_000 { String::new() } else { "1.5".into() }, ColumnType::Decimal, 0);
    check(
        |row| if row < 150_000 { String::new() } else { "2026-11-16".into() },
        ColumnType::Date,
        0,
    );
}

#[test]
fn integers_widen_in_place() {
    let got = check(|row| format!("{}", row as i64 * row as i64), ColumnType::Integer, 0);
    assert_eq!(integers(&got, "x")[ROWS - 1], Some((ROWS as i64 - 1).pow(2)));
    let last = ROWS - 1;
    check(|row| if row == last { "0.5".into() } else { "3".into() }, ColumnType::Decimal, 0);
}

#[test]
fn a_third_word_makes_text_of_yes_and_no() {
    let cell = |row: usize| ["Yes", "No"][row % 2].to_owned();
    check(cell, ColumnType::Boolean, 0);
    check(|row| if row > 190_000 { "Maybe".into() } else { cell(row) }, ColumnType::Text, 0);
}

#[test]
fn one_late_date_tells_day_from_month() {
    let cell = |row| if row == ROWS - 5 { "31/1/2015".into() } else { "2/3/2015".to_owned() };
    let head = &file(cell)[..1 << 20];
    let look = inspect(head, false, "x.csv", &Overrides::default());
    assert!(look.notes.contains(&InspectionNote::AmbiguousDates("x".into())));
    let got = check(cell, ColumnType::Date, 0);
    assert_eq!(got.layout.columns[1].date_order, DateOrder::DayFirst);
    let Cell::Date(day) = got.table.columns[1].data.cell(0) else { panic!("a date") };
    assert_eq!(day.to_string(), "2015-03-02");
}

#[test]
fn dates_of_the_other_order_are_reported_not_mixed_in() {
    let mut text = String::from("a,b\n");
    for row in 0..100 {
        text.push_str(["x,31/1/2015\n", "x,1/31/2015\n"][usize::from(row == 50)]);
    }
    for forced in [None, Some(ColumnType::Date)] {
        let look = inspect(text.as_bytes(), true, "x.csv", &Overrides::default());
        let mut layout = look.layout;
        layout.columns[1].column_type = forced;
        let got = table::read(layout, text.as_bytes());
        assert_eq!(got.layout.columns[1].date_order, DateOrder::DayFirst);
        let found: Vec<_> = got.report.diagnostics.iter().map(|d| (d.line, d.kind)).collect();
        assert_eq!(found, [(52, DiagnosticKind::NotADate)]);
    }
}

#[test]
fn units_are_taken_off_and_others_reported() {
    let text = "a,b\n\"¥1,200\",5%\n\"¥2,000\",7.5%\n";
    let got = load("x.csv", text.as_bytes());
    assert_eq!(integers(&got, "a"), [Some(1_200), Some(2_000)]);
    assert_eq!(got.layout.columns[0].unit, Some(Unit::Yen));
    assert_eq!(got.layout.columns[1].unit, Some(Unit::Percent));
    let mut text = String::from("a,b\n");
    for row in 0..100 {
        text.push_str(if row == 50 { "$5,1\n" } else { "¥5,1\n" });
    }
    let got = load("x.csv", text.as_bytes());
    assert_eq!(got.report.count(DiagnosticKind::OtherUnit), 1);
}

#[test]
fn a_demanded_type_is_kept_and_misfits_reported() {
    let text = b"a,b\n001,x\n2.5,x\nz,x\n";
    let got = load_with("x.csv", text, &Overrides::default(), Some(ColumnType::Integer));
    assert_eq!(integers(&got, "a"), [Some(1), None, None]);
    assert_eq!(integers(&got, "b"), [None, None, None]);
    assert_eq!(got.report.count(DiagnosticKind::NotAnInteger), 5);
}

#[test]
fn names_are_unique_and_never_empty() {
    let got = load("x.csv", b"a,,a,a (2),a\n1,2,3,4,5\n");
    let names: Vec<_> = got.table.columns.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names, ["a", "#2", "a (2)", "a (2) (2)", "a (3)"]);
    let got = load("x.csv", b"1,2\n3,4\n");
    let names: Vec<_> = got.table.columns.iter().map(|c| c.name.as_str()).collect();
    assert_eq!((names.as_slice(), got.table.rows), (["#1", "#2"].as_slice(), 2));
}

#[test]
fn lines_count_quoted_and_blank_ones() {
    let got = load("x.csv", b"a,b\r\n\r\n\"x\r\ny\",1\r\n\r\n\"p\nq\rr\",2,3\r\ns,4\r\n5\r\n");
    let found: Vec<_> = got.report.diagnostics.iter().map(|d| (d.line, d.kind)).collect();
    assert_eq!(found, [(6, DiagnosticKind::TooManyFields), (10, DiagnosticKind::TooFewFields)]);
}

#[test]
fn the_signature_is_that_of_the_names() {
    let sign = |text: &str| {
        inspect(text.as_bytes(), true, "x.csv", &Overrides::default()).header_signature
    };
    assert_eq!(sign("a,b\n1,2\n"), sign("a;b\nx;y\nz;w\n"));
    assert_ne!(sign("a,b\n1,2\n"), sign("b,a\n1,2\n"));
    assert_ne!(sign("ab,c\n1,2\n"), sign("a,bc\n1,2\n"));
}

#[test]
fn a_layout_survives_json() {
    let look = inspect(b"id,plan\n1,a\n2,b\n", true, "2026-11-16.csv", &Overrides::default());
    let json = serde_json::to_string(&look).unwrap();
    assert_eq!(serde_json::from_str::<table::Inspection>(&json).unwrap(), look);
    let got = load("x.csv", b"a,b\n1\n");
    let json = serde_json::to_string(&got.report).unwrap();
    assert_eq!(serde_json::from_str::<table::Report>(&json).unwrap(), got.report);
}
