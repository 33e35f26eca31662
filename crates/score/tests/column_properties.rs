//! What is read column by column agrees with what is read row by row.

use proptest::prelude::*;
use score::*;
use table::*;

fn close(a: f64, b: f64) -> bool {
    (a.is_nan() && b.is_nan()) || (a - b).abs() < 1e-9
}

/// Few distinct values, so that ties are common.
fn value() -> impl Strategy<Value = f64> {
    prop_oneof![1 => Just(f64::NAN), 4 => (-3..4i8).prop_map(f64::from), 2 => -10.0..10.0f64]
}

proptest! {
    #[test]
    fn fast_condition_is_slow_condition(
        table in tables(), condition in conditions(), blind in prop::collection::vec(column_name(), 0..3),
    ) {
        let mut fast = Vec::new();
        let formulas = |text: &str| text.bytes().map(|b| b % 3).collect();
        mask(&condition, &table, &blind, &formulas, &mut fast);
        for (row, &fast) in fast.iter().enumerate() {
            prop_assert_eq!(fast, reference::condition(&condition, &table, row, &blind, &formulas), "row {}", row);
        }
    }

    #[test]
    fn column_values_are_row_values(
        now in tables(), then in tables(), input in inputs(),
        joins in prop::collection::vec(prop::option::of(0..12u32), 12),
    ) {
        let rows = now.rows;
        let last = then.rows as u32;
        let join = Join::from_rows(
            joins[..rows].iter().map(|j| j.filter(|j| *j < last).unwrap_or(Join::NONE)).collect(),
        );
        let (now, then) = (snapshot_of(now, 20_010), snapshot_of(then, 20_000));
        let earlier = [Earlier { blind: &[], snapshot: &then, join: &join }];
        let at = At { blind: &[], snapshot: &now, earlier: &earlier };
        for back in 0..3 {
            let mut fast = Vec::new();
            values_back(&input, &at, back, &mut fast);
            prop_assert_eq!(fast.len(), rows);
            for (row, &fast) in fast.iter().enumerate() {
                let slow = value_of_row(&input, &at, back, row).unwrap_or(f64::NAN);
                prop_assert!(close(fast, slow), "{} {} {:?}", fast, slow, input);
            }
        }
    }
}

fn snapshot_of(table: Table, date: i32) -> Snapshot {
    Snapshot {
        id: SnapshotId(0),
        date: Day(date),
        roles: vec![Role::MeasureInput; table.columns.len()],
        table,
        source: Source::default(),
        report: Report::default(),
    }
}

const WORDS: [&str; 5] = ["Free", "free", "ＦＲＥＥ plan", "機能", "10"];

fn tables() -> impl Strategy<Value = Table> {
    (0..12usize).prop_flat_map(|n| {
        let text = prop::collection::vec(prop::option::of(0..WORDS.len() as u8), n);
        let integer = prop::collection::vec(prop_oneof![Just(i8::MIN), -3..4i8], n);
        let decimal = prop::collection::vec(value(), n);
        let boolean = prop::collection::vec(0..3u8, n);
        let date =
            prop::collection::vec(prop_oneof![Just(ColumnData::DATE_ABSENT), 19_998..20_003i32], n);
        (text, integer, decimal, boolean, date).prop_map(move |(t, i, d, b, day)| {
            let mut dictionary = Dictionary::default();
            WORDS.iter().for_each(|w| {
                dictionary.push(w);
            });
            let codes = Codes::U8(t.iter().map(|c| c.unwrap_or(u8::MAX)).collect());
            let data = [
                ("t", ColumnData::Text(TextColumn { codes, dictionary })),
                ("i", ColumnData::Integer(Integers::I8(i))),
                ("d", ColumnData::Decimal(d)),
                ("b", ColumnData::Boolean(b)),
                ("day", ColumnData::Date(day)),
            ];
            let columns = data.map(|(name, data)| Column { name: name.to_owned(), data });
            Table { columns: columns.into(), rows: n }
        })
    })
}

fn column_name() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["t", "i", "d", "b", "day", "missing"]).prop_map(str::to_owned)
}

fn conditions() -> impl Strategy<Value = Condition> {
    let operator = prop::sample::select(&Comparison::ALL[..]);
    let some_text = || {
        prop::sample::select(vec!["Free", "free", "機", "10", "-1", "true", "0", "2024-10-04", "x"])
            .prop_map(str::to_owned)
    };
    let literal = prop_oneof![
        value().prop_map(Literal::Number),
        some_text().prop_map(Literal::Text),
        any::<bool>().prop_map(Literal::Boolean),
        (19_998..20_003i32).prop_map(|d| Literal::Date(Day(d))),
    ];
    let leaf = prop_oneof![
        4 => (column_name(), operator, literal)
            .prop_map(|(column, operator, value)| Condition::Compare { column, operator, value }),
        1 => (column_name(), prop::collection::vec(some_text(), 0..3))
            .prop_map(|(column, values)| Condition::OneOf { column, values }),
        1 => column_name().prop_map(|column| Condition::Absent { column }),
        1 => "[a-c]{0,12}".prop_map(Condition::Formula),
    ];
    leaf.prop_recursive(3, 12, 3, |part| {
        prop_oneof![
            prop::collection::vec(part.clone(), 0..3).prop_map(Condition::All),
            prop::collection::vec(part.clone(), 0..3).prop_map(Condition::Any),
            part.prop_map(|p| Condition::Not(Box::new(p))),
        ]
    })
}

fn inputs() -> impl Strategy<Value = Input> {
    let kind = prop::sample::select(vec![ChangeKind::Difference, ChangeKind::Ratio]);
    prop_oneof![
        column_name().prop_map(Input::Column),
        (column_name(), column_name())
            .prop_map(|(numerator, denominator)| Input::Ratio { numerator, denominator }),
        (column_name(), kind, 1..3u32).prop_map(|(column, kind, snapshots_back)| Input::Change {
            column,
            kind,
            snapshots_back
        }),
        column_name().prop_map(Input::DaysSince),
        conditions().prop_map(Input::Check),
    ]
}
