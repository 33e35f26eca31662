//! The fast evaluator gives what the slow one gives.

use super::formulas;
use crate::testing::shown;
use crate::{Environment, Frame, Joins, KnownColumn, Moment, Scores, Type, Unit, Value, check};
use proptest::prelude::*;
use std::borrow::Cow;
use table::{Codes, Column, ColumnData, Day, Dictionary, Integers, Table, TextColumn};

/// Random snapshots, newest first, with random joins.
#[derive(Clone, Debug)]
struct Past {
    tables: Vec<(Day, Table)>,
    /// By pair of moments, as many as there may be rows.
    joins: Vec<u32>,
    scores: Vec<f64>,
}

impl Joins for Past {
    fn rows(&self, from: usize, to: usize) -> Cow<'_, [u32]> {
        let there = self.tables[to].1.rows as u32;
        let shift = from * 7 + to * 3;
        let all = (0..self.tables[from].1.rows).map(|r| self.joins[(r + shift) % self.joins.len()]);
        all.map(|r| if r < there { r } else { Frame::NOT_THERE }).collect::<Vec<_>>().into()
    }
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        2 => Just(f64::NAN),
        4 => (-20i32..20).prop_map(f64::from),
        3 => -100.0..100.0,
        1 => any::<f64>().prop_filter("finite", |n| n.is_finite()),
    ]
}

fn words(codes: Vec<u8>) -> ColumnData {
    let mut dictionary = Dictionary::default();
    for word in ["a", "b", "ab", "Ａ", "12", " x  y ", ""] {
        dictionary.push(word);
    }
    let codes = codes.into_iter().map(|c| if c > 6 { u8::MAX } else { c }).collect();
    ColumnData::Text(TextColumn { codes: Codes::U8(codes), dictionary })
}

fn table() -> impl Strategy<Value = Table> {
    (0usize..22).prop_flat_map(|rows| {
        let many = |s: BoxedStrategy<f64>| prop::collection::vec(s, rows);
        (
            many(number().boxed()),
            prop::collection::vec(prop_oneof![Just(i64::MIN), -5i64..9, any::<i64>()], rows),
            prop::collection::vec(prop_oneof![Just(i8::MIN), -3i8..4], rows),
            prop::collection::vec(0u8..3, rows),
            prop::collection::vec(prop_oneof![Just(i32::MIN), 19_000i32..21_000], rows),
            prop::collection::vec(0u8..9, rows),
            prop::collection::vec(0u8..9, rows),
        )
            .prop_map(move |(n, i, small, f, d, t, u)| {
                let columns = [
                    ("n", ColumnData::Decimal(n)),
                    ("i", ColumnData::Integer(Integers::I64(i))),
                    ("small", ColumnData::Integer(Integers::I8(small))),
                    ("f", ColumnData::Boolean(f)),
                    ("d", ColumnData::Date(d)),
                    ("t", words(t)),
                    ("u", words(u)),
                ];
                let columns = columns.map(|(n, data)| Column { name: n.to_owned(), data });
                Table { columns: columns.into(), rows }
            })
    })
}

/// Another file: two columns have each other's names, or one is not there.
fn otherwise(mut table: Table, (one, other): (usize, usize)) -> Table {
    if one == other {
        table.columns.remove(one);
    } else {
        let name = std::mem::take(&mut table.columns[one].name);
        table.columns[one].name = std::mem::replace(&mut table.columns[other].name, name);
    }
    table
}

fn past() -> impl Strategy<Value = Past> {
    let change = prop::option::weighted(0.3, (0usize..7, 0usize..7));
    (
        prop::collection::vec((table(), 1i32..30, change), 1..6),
        prop::collection::vec(0u32..30, 1..40),
        prop::collection::vec(prop_oneof![Just(f64::NAN), 0.0..100.0], 22),
    )
        .prop_map(|(tables, joins, scores)| {
            let mut date = 20_800;
            let dated = |(at, (table, days, change)): (usize, (Table, i32, Option<_>))| {
                date -= days;
                // the formula was checked against the first
                let table = match change.filter(|_| at > 0) {
                    Some(change) => otherwise(table, change),
                    None => table,
                };
                (Day(date), table)
            };
            Past { tables: tables.into_iter().enumerate().map(dated).collect(), joins, scores }
        })
}

fn environment() -> Environment {
    let types = [
        ("n", Type::Number),
        ("i", Type::Number),
        ("small", Type::Number),
        ("f", Type::Boolean),
        ("d", Type::Date),
        ("t", Type::Text),
        ("u", Type::Text),
    ];
    let column = |(name, column_type): (&str, Type)| KnownColumn {
        name: name.to_owned(),
        column_type,
        unit: Unit::Unknown,
        texts: Vec::new(),
        near: Vec::new(),
    };
    let columns = types.into_iter().map(column).collect();
    Environment { columns, measures: vec!["m".to_owned()], scores: true }
}

fn agree(text: &str, past: &Past) -> Result<(), TestCaseError> {
    let checked = check(text, &environment());
    let Some(formula) = checked.formula else {
        return Err(TestCaseError::fail(format!("{text}: {:?}", checked.problems)));
    };
    let moment = |(date, table): &(Day, Table)| (*date, table.rows);
    let rows = moment(&past.tables[0]).1;
    let scores =
        Scores { score: &past.scores, level: &past.scores, points: vec![("m", &past.scores)] };
    let moments = past.tables.iter().map(|(date, table)| Moment {
        date: *date,
        table,
        scores: Some(scores.clone()),
    });
    let frame = Frame { moments: moments.collect(), joins: past };
    let dates: Vec<Day> = past.tables.iter().map(|t| t.0).collect();
    let looked_at = formula.moments(&dates);
    // no more snapshots than it says that it needs
    let mut nearer = frame.clone();
    nearer.moments.truncate(looked_at.last().map_or(1, |last| last + 1));
    let is_known = |blind: Option<&(usize, String)>| {
        let is_blind =
            |moment, column: &str| blind.is_some_and(|(m, name)| *m == moment && name == column);
        formula.is_known(&nearer, &is_blind)
    };
    let known = is_known(None);
    prop_assert!(known || ["PREV", "CHANGE"].iter().any(|f| text.contains(f)), "{}", text);
    let column = formula.column(&nearer);
    prop_assert_eq!(column.len(), rows);
    for row in 0..rows {
        let (slow, reads) = crate::reference::value(&formula.typed, &frame, row);
        let fast = Value::from(column.cell(row));
        prop_assert_eq!(&fast, &slow, "{} in row {}", text, row);
        let single = formula.value(&nearer, row);
        prop_assert_eq!(shown(&single), shown(&slow), "{} alone in row {}", text, row);
        prop_assert!(!(known && reads.missed), "{}", text);
        for read in &reads.columns {
            prop_assert!(looked_at.contains(&read.0), "{}: {:?}", text, read);
            prop_assert!(!is_known(Some(read)), "{}: {:?}", text, read);
            let there = past.tables[read.0].1.column(&read.1).is_some();
            prop_assert!(!known || there, "{}: {:?}", text, read);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn numbers(text in formulas::number(3), past in past()) {
        agree(&text, &past)?;
    }

    #[test]
    fn conditions(text in formulas::condition(3), past in past()) {
        agree(&text, &past)?;
    }

    #[test]
    fn texts(text in formulas::text(3), past in past()) {
        agree(&text, &past)?;
    }

    #[test]
    fn dates(text in formulas::date(3), past in past()) {
        agree(&text, &past)?;
    }
}
