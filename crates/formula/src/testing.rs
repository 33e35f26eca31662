//! The example of `docs/formula.md` as a frame, and the one helper of this crate's tests.

use crate::{
    Environment, Formula, Frame, Joins, Moment, Scores, Severity, Shape, Value, reference,
};
use std::borrow::Cow;
use table::{
    Codes, Column, ColumnData, Day, Dictionary, Integers, Report, Role, Snapshot, SnapshotId,
    Source, Table, TextColumn,
};

/// The page of the documentation.
pub(crate) const PAGE: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/formula.md"));

/// The snapshots of the example, newest first.
pub(crate) struct Example {
    pub(crate) snapshots: Vec<Snapshot>,
}

const SCORE: [f64; 4] = [80.0, 35.0, f64::NAN, 60.0];
const LEVEL: [f64; 4] = [4.0, 2.0, f64::NAN, 3.0];
const POINTS: [f64; 4] = [100.0, 25.0, f64::NAN, 50.0];

impl Example {
    pub(crate) fn new() -> Self {
        let parts = PAGE.split("\nSnapshot of ").skip(1);
        let snapshots = parts.map(|part| {
            let date = crate::text::day(&part[..10]).unwrap();
            let rows: Vec<Vec<&str>> =
                part.lines().skip(2).take_while(|l| l.starts_with('|')).map(cells).collect();
            snapshot(date, &rows)
        });
        Self { snapshots: snapshots.collect() }
    }

    pub(crate) fn environment(&self) -> Environment {
        let measures = vec!["Use of seats".to_owned()];
        Environment { measures, scores: true, ..Environment::of(&self.snapshots[0]) }
    }

    pub(crate) fn frame(&self) -> Frame<'_> {
        let mut moments: Vec<Moment<'_>> = Vec::new();
        for s in &self.snapshots {
            moments.push(Moment { date: s.date, table: &s.table, scores: None });
        }
        moments[0].scores =
            Some(Scores { score: &SCORE, level: &LEVEL, points: vec![("Use of seats", &POINTS)] });
        Frame { moments, joins: self }
    }
}

/// By the texts of the first column.
impl Joins for Example {
    fn rows(&self, from: usize, to: usize) -> Cow<'_, [u32]> {
        let ids = |m: usize| {
            let table = &self.snapshots[m].table;
            (0..table.rows).map(|r| table.columns[0].data.cell(r)).collect::<Vec<_>>()
        };
        let there = ids(to);
        let row = |id| there.iter().position(|t| *t == id).map_or(Frame::NOT_THERE, |r| r as u32);
        ids(from).into_iter().map(row).collect::<Vec<_>>().into()
    }
}

/// The cells of a line of a table.
pub(crate) fn cells(line: &str) -> Vec<&str> {
    line.trim().trim_matches('|').split('|').map(str::trim).collect()
}

fn snapshot(date: Day, rows: &[Vec<&str>]) -> Snapshot {
    let columns: Vec<Column> = rows[0]
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let cells: Vec<&str> = rows[2..].iter().map(|r| r[at]).collect();
            Column { name: (*name).to_owned(), data: column(&cells) }
        })
        .collect();
    let role = |c: &Column| match c.name.as_str() {
        "id" => Role::AccountId,
        "mrr" => Role::Revenue,
        _ => Role::MeasureInput,
    };
    Snapshot {
        id: SnapshotId(date.0 as u32),
        date,
        roles: columns.iter().map(role).collect(),
        table: Table { rows: rows.len() - 2, columns },
        source: Source::default(),
        report: Report::default(),
    }
}

/// The narrowest type that all cells are of; "" is absent.
fn column(cells: &[&str]) -> ColumnData {
    let all = |is: &dyn Fn(&str) -> bool| cells.iter().all(|c| c.is_empty() || is(c));
    if all(&|c| c.parse::<i8>().is_ok()) {
        return ColumnData::Integer(Integers::I16(
            cells.iter().map(|c| c.parse().unwrap_or(i16::MIN)).collect(),
        ));
    }
    if all(&|c| c.parse::<f64>().is_ok()) {
        return ColumnData::Decimal(cells.iter().map(|c| c.parse().unwrap_or(f64::NAN)).collect());
    }
    if all(&|c| matches!(c, "yes" | "no")) {
        let one = |c: &&str| match *c {
            "yes" => 1,
            "no" => 0,
            _ => ColumnData::BOOLEAN_ABSENT,
        };
        return ColumnData::Boolean(cells.iter().map(one).collect());
    }
    if all(&|c| crate::text::day(c).is_some()) {
        let one = |c: &&str| crate::text::day(c).map_or(ColumnData::DATE_ABSENT, |d| d.0);
        return ColumnData::Date(cells.iter().map(one).collect());
    }
    let mut dictionary = Dictionary::default();
    let mut seen: Vec<&str> = Vec::new();
    let mut codes = Vec::new();
    for cell in cells {
        codes.push(match seen.iter().position(|s| s == cell) {
            _ if cell.is_empty() => u8::MAX,
            Some(code) => code as u8,
            None => {
                seen.push(cell);
                dictionary.push(cell) as u8
            }
        });
    }
    let codes = Codes::U8(codes);
    ColumnData::Text(TextColumn { codes, dictionary })
}

/// A value as the page writes it: numbers to four places.
pub(crate) fn shown(value: &Value) -> String {
    match value {
        Value::Absent => "–".to_owned(),
        Value::Number(n) => ((n * 1e4).round() / 1e4 + 0.0).to_string(),
        Value::Text(text) => text.clone(),
        Value::Boolean(yes) => crate::text::from_boolean(*yes).to_owned(),
        Value::Date(day) => day.to_string(),
    }
}

/// A formula over the example, without errors.
#[track_caller]
pub(crate) fn formula(text: &str, environment: &Environment) -> Formula {
    let checked = crate::check(text, environment);
    let errors: Vec<_> =
        checked.problems.iter().filter(|p| p.severity() == Severity::Error).collect();
    assert_eq!(errors, Vec::<&crate::Problem>::new(), "{text}");
    checked.formula.unwrap()
}

/// Works a formula out on the example and compares: values joined by ` · `, one for each account, or one
/// figure. The reference has to agree.
#[track_caller]
pub(crate) fn check(text: &str, expected: &str) {
    let example = Example::new();
    let (frame, environment) = (example.frame(), example.environment());
    let formula = formula(text, &environment);
    let rows = if formula.shape() == Shape::PerAccount { 4 } else { 1 };
    let values: Vec<Value> = (0..rows).map(|row| formula.value(&frame, row)).collect();
    let found: Vec<String> = values.iter().map(shown).collect();
    assert_eq!(found.join(" · "), expected, "{text}");
    for (row, value) in values.iter().enumerate() {
        let slow = reference::value(&formula.typed, &frame, row).0;
        assert_eq!(shown(&slow), shown(value), "reference: {text}, row {row}");
        assert_eq!(formula.column(&frame).cell(row), cell(value), "column: {text}, row {row}");
    }
}

fn cell(value: &Value) -> table::Cell<'_> {
    match value {
        Value::Absent => table::Cell::Absent,
        Value::Number(n) => table::Cell::Decimal(*n),
        Value::Text(text) => table::Cell::Text(text),
        Value::Boolean(yes) => table::Cell::Boolean(*yes),
        Value::Date(day) => table::Cell::Date(*day),
    }
}
