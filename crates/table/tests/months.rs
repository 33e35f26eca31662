//! Months as numbers, days with the names of months, and decimal commas between commas: what is decided on the
//! whole column, and what stays as it was.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a failed test")]

mod common;

use common::load;
use proptest::prelude::*;
use table::{
    Cell, ColumnType, Day, DecimalMark, DiagnosticKind, Ingested, InspectionNote, Overrides,
    inspect,
};

/// More rows than the first look sees.
const MANY: usize = 120_000;

fn column(name: &str, cells: impl IntoIterator<Item = String>) -> Ingested {
    let mut text = format!("id,{name}\n");
    for (row, cell) in cells.into_iter().enumerate() {
        text.push_str(&format!("account {row},{cell}\n"));
    }
    load("x.csv", text.as_bytes())
}

fn few(name: &str, cells: &[&str]) -> Ingested {
    column(name, cells.iter().map(|cell| (*cell).to_owned()))
}

fn type_of(got: &Ingested) -> ColumnType {
    got.table.columns[1].data.column_type()
}

fn day(year: i32, month: u32, day: u32) -> Cell<'static> {
    Cell::Date(Day::from_ymd(year, month, day).unwrap())
}

#[test]
fn months_are_days_where_the_name_says_so() {
    for name in ["年月", "対象月", "contract_month", "YM"] {
        let got = few(name, &["201805", "", "202012", "-"]);
        assert_eq!((type_of(&got), got.report.total()), (ColumnType::Date, 0), "{name}");
        let data = &got.table.columns[1].data;
        assert_eq!(data.cell(0), day(2018, 5, 1));
        assert_eq!((data.cell(1), data.cell(2)), (Cell::Absent, day(2020, 12, 1)));
    }
    for name in ["seats", "months", "月額", "MRR per month"] {
        assert_eq!(type_of(&few(name, &["201805", "202012"])), ColumnType::Integer, "{name}");
    }
}

#[test]
fn one_number_that_is_no_month_keeps_all_of_them_numbers() {
    for odd in ["201813", "17", "189912", "２０１８０５", "2018.5"] {
        let got = few("年月", &["201805", "202012", odd]);
        assert_ne!(type_of(&got), ColumnType::Date, "{odd}");
    }
    // far behind what the first look sees
    for (odd, expected) in [("201800", ColumnType::Integer), ("1.5", ColumnType::Decimal)] {
        let cell = |row| if row == MANY - 1 { odd.to_owned() } else { "201805".to_owned() };
        let got = column("年月", (0..MANY).map(cell));
        assert_eq!((type_of(&got), got.report.total()), (expected, 0));
    }
}

#[test]
fn a_column_of_days_is_none_of_months() {
    let mut cells = vec!["2018-05-01"; 20];
    cells.push("201805");
    let got = few("更新月", &cells);
    assert_eq!((type_of(&got), got.report.total()), (ColumnType::Date, 1));
    assert_eq!(got.report.diagnostics[0].kind, DiagnosticKind::NotADate);
}

#[test]
fn days_with_the_name_of_the_month() {
    let got = few("since", &["\"May 01, 2019\"", "2 May 2019", "3-Jun-2019", "", "2019-06-04"]);
    assert_eq!((type_of(&got), got.report.total()), (ColumnType::Date, 0));
    let data = &got.table.columns[1].data;
    let cells: Vec<_> = (0..5).map(|row| data.cell(row)).collect();
    let expected =
        [day(2019, 5, 1), day(2019, 5, 2), day(2019, 6, 3), Cell::Absent, day(2019, 6, 4)];
    assert_eq!(cells, expected);
    let words = few("note", &["May 01, 2019", "Marketing", "Sales", "May"]);
    assert_eq!(type_of(&words), ColumnType::Text);
}

#[test]
fn days_above_numbers_are_their_titles() {
    let text = "id,\"Jan 1, 2019\",\"Feb 1, 2019\"\na,1,2\nb,3,4\n";
    let got = load("x.csv", text.as_bytes());
    assert_eq!((got.table.rows, got.layout.columns[1].name.as_str()), (2, "Jan 1, 2019"));
}

#[test]
fn decimal_commas_between_commas() {
    let got = few("share", &["\"1,5\"", "\"0,25\"", "3", ""]);
    assert_eq!((type_of(&got), got.report.total()), (ColumnType::Decimal, 0));
    assert_eq!(got.layout.columns[1].decimal, DecimalMark::Comma);
    assert_eq!(got.table.columns[1].data.cell(1), Cell::Decimal(0.25));
    // what is numbers with a point stays so, and what is not is told
    let mut cells = vec!["\"1,234\""; 99];
    cells.push("\"1,5\"");
    let got = few("share", &cells);
    assert_eq!((type_of(&got), got.report.total()), (ColumnType::Integer, 1));
    assert_eq!(got.table.columns[1].data.cell(0), Cell::Integer(1_234));
    // one column's commas say nothing of another's
    let got = load("x.csv", b"id,share,n\na,\"0,5\",\"1,234\"\nb,\"1,5\",\"2,345\"\n");
    assert_eq!(got.table.columns[2].data.cell(0), Cell::Integer(1_234));
    assert_eq!(got.table.columns[1].data.cell(0), Cell::Decimal(0.5));
}

#[test]
fn lists_of_two_between_commas_stay_text() {
    let pairs = ["\"1,10\"", "\"1,1\"", "\"2,3\"", "1", "\"１，１０\""];
    let got = few("answers", &pairs);
    assert_eq!((type_of(&got), got.report.total()), (ColumnType::Text, 0));
    assert_eq!(got.table.columns[1].data.cell(0), Cell::Text("1,10"));
    // numbers in what the first look sees
    let late =
        |row| if row < MANY / 2 { "7".to_owned() } else { format!("\"{},12\"", 1 + row % 9) };
    assert_eq!(type_of(&column("answers", (0..MANY).map(late))), ColumnType::Text);
    // one that is no list of two tells what the others are
    for odd in ["0,5", "1,05", "0,125", "-1,5", "€1,5", "100,5", "1.234,5"] {
        let got = few("share", &["\"12,5\"", "\"7,25\"", &format!("\"{odd}\"")]);
        assert_eq!(type_of(&got), ColumnType::Decimal, "{odd}");
    }
    // as does the user
    let text = b"id,x\na,\"1,10\"\nb,\"2,3\"\n";
    let mut layout = inspect(text, true, "x.csv", &Overrides::default()).layout;
    layout.columns[1].column_type = Some(ColumnType::Decimal);
    let got = table::read(layout, text);
    assert_eq!((type_of(&got), got.report.total()), (ColumnType::Decimal, 0));
    assert_eq!(got.table.columns[1].data.cell(1), Cell::Decimal(2.3));
}

#[test]
fn a_decimal_comma_between_commas_is_told() {
    let notes = |text: &str| inspect(text.as_bytes(), true, "x.csv", &Overrides::default()).notes;
    let told = InspectionNote::DecimalCommas("x".to_owned());
    assert!(notes("id,x\na,\"0,5\"\nb,\"2,3\"\n").contains(&told));
    assert!(!notes("id,x\na,\"2,5\"\nb,\"2,3\"\n").contains(&told));
    assert!(!notes("id,x\na,\"1,234\"\nb,\"2,345.5\"\n").contains(&told));
    assert!(!notes("id;x\na;0,5\nb;2,3\n").contains(&told));
}

#[test]
fn decimal_commas_that_come_late() {
    let late = |row| if row < MANY / 2 { format!("{row}") } else { format!("\"{row},5\"") };
    let got = column("x", (0..MANY).map(late));
    assert_eq!((type_of(&got), got.report.total()), (ColumnType::Decimal, 0));
    assert_eq!(got.table.columns[1].data.cell(MANY - 1), Cell::Decimal(MANY as f64 - 0.5));
    let early = |row| if row < MANY / 100 { format!("\"{row},5\"") } else { format!("{row}") };
    let got = column("x", (0..MANY).map(early));
    assert_eq!(type_of(&got), ColumnType::Integer);
    assert_eq!(got.report.total(), MANY as u64 / 100);
}

/// A cell as a number: with a point, and with a comma.
fn with_marks(cell: &str) -> [Option<f64>; 2] {
    let number = |cell: &str| -> Option<f64> {
        let (whole, fraction) = cell.split_once('.').unwrap_or((cell, "0"));
        let digits = whole.trim_start_matches('-');
        let groups: Vec<&str> = digits.split(',').collect();
        let grouped = groups.len() > 1;
        let fits = |(i, g): (usize, &&str)| if i == 0 { g.len() <= 3 } else { g.len() == 3 };
        if grouped && !groups.iter().enumerate().all(fits) || fraction.contains(['.', ',']) {
            return None;
        }
        format!("{}.{fraction}", whole.replace(',', "")).parse().ok()
    };
    let swap = |c| match c {
        '.' => ',',
        ',' => '.',
        c => c,
    };
    [number(cell), number(&cell.chars().map(swap).collect::<String>())]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Between commas a decimal comma is read only where the column is none of numbers with a point.
    #[test]
    fn what_a_point_makes_numbers_is_read_with_one(
        cells in proptest::collection::vec("-?[1-9][0-9]{0,2}([.,][0-9]{1,3}){0,2}", 1..60),
        same in 0usize..90,
    ) {
        let mut cells = cells;
        cells.extend(std::iter::repeat_n(cells[0].clone(), same));
        let got = column("x", cells.iter().map(|cell| format!("\"{cell}\"")));
        let misfits = |mark: usize| {
            let none = cells.iter().filter(|cell| with_marks(cell)[mark].is_none());
            none.count()
        };
        let fits = |misfits: usize| misfits * 1_000 <= cells.len() * 30;
        let data = &got.table.columns[1].data;
        for (row, cell) in cells.iter().enumerate() {
            let [point, comma] = with_marks(cell);
            let value = match data.cell(row) {
                Cell::Integer(value) => Some(value as f64),
                Cell::Decimal(value) => Some(value),
                Cell::Absent => None,
                _ => {
                    prop_assert!(!fits(misfits(0)));
                    return Ok(());
                }
            };
            let expected = if fits(misfits(0)) { point } else { comma };
            prop_assert_eq!(value, expected, "{}", cell);
        }
    }
}
