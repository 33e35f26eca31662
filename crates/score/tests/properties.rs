//! The kernels agree with their slow references.

use proptest::prelude::*;
use score::*;
use table::*;

fn close(a: f64, b: f64) -> bool {
    (a.is_nan() && b.is_nan()) || (a - b).abs() < 1e-9
}

fn present(x: f64) -> Option<f64> {
    Some(x).filter(|x| !x.is_nan())
}

/// A card of dimensions with weights; the measures' ids count from 1.
fn card(dimensions: &[(f64, Vec<f64>)], minimum_coverage: f64) -> Scorecard {
    let mut next = 0;
    let mut id = || {
        next += 1;
        ItemId(next)
    };
    let dimensions = dimensions
        .iter()
        .map(|(weight, measures)| Dimension {
            id: ItemId(0),
            name: String::new(),
            weight: *weight,
            measures: measures
                .iter()
                .map(|&weight| Measure {
                    id: id(),
                    name: String::new(),
                    weight,
                    input: None,
                    normaliser: Normaliser::Formula,
                    absent: AbsentPolicy::Skip,
                })
                .collect(),
        })
        .collect();
    Scorecard { id: ItemId(0), name: String::new(), filter: None, minimum_coverage, dimensions }
}

fn weight() -> impl Strategy<Value = f64> {
    prop_oneof![1 => Just(0.0), 4 => 0.01..50.0f64, 1 => Just(1.0)]
}

fn dimensions() -> impl Strategy<Value = Vec<(f64, Vec<f64>)>> {
    prop::collection::vec((weight(), prop::collection::vec(weight(), 0..4)), 0..5)
}

fn points_or_absent() -> impl Strategy<Value = f64> {
    prop_oneof![2 => Just(f64::NAN), 5 => 0.0..=100.0f64, 1 => Just(0.0), 1 => Just(100.0)]
}

/// Few distinct values, so that ties are common.
fn value() -> impl Strategy<Value = f64> {
    prop_oneof![1 => Just(f64::NAN), 4 => (-3..4i8).prop_map(f64::from), 2 => -10.0..10.0f64]
}

fn scored_cards() -> impl Strategy<Value = (Scorecard, Vec<Vec<f64>>)> {
    (dimensions(), prop_oneof![Just(0.0), Just(0.5), 0.0..=1.0f64], 0..40usize).prop_flat_map(
        |(d, least, rows)| {
            let measures: usize = d.iter().map(|d| d.1.len()).sum();
            let column = prop::collection::vec(points_or_absent(), rows);
            (Just(card(&d, least)), prop::collection::vec(column, measures))
        },
    )
}

proptest! {
    #[test]
    fn fast_score_is_slow_score((card, columns) in scored_cards()) {
        let weights = CardWeights::new(&card);
        let points: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let mut fast = Scores::default();
        score_card(&weights, &points, &mut fast);
        for row in 0..fast.score.len() {
            let of_row: Vec<Option<f64>> = columns.iter().map(|c| present(c[row])).collect();
            let (score, coverage) = reference::score(&card, &of_row);
            // at the very edge of the least coverage either answer is right
            if (coverage - card.minimum_coverage + 1e-9).abs() > 1e-12 {
                prop_assert!(close(fast.score[row], score.unwrap_or(f64::NAN)));
            }
            prop_assert!((f64::from(fast.coverage[row]) - coverage).abs() < 1e-6);
        }
        prop_assert_eq!(fast.scored + fast.unscored, fast.score.len());
    }

    #[test]
    fn a_card_among_others_scores_as_alone(
        (card, columns) in scored_cards(),
        seed in any::<u64>(),
    ) {
        let weights = CardWeights::new(&card);
        let points: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let (mut alone, mut among) = (Scores::default(), Scores::default());
        score_card(&weights, &points, &mut alone);
        let assignment: Vec<u8> =
            (0..alone.score.len()).map(|i| if (seed >> (i % 64)) & 1 == 1 { 0 } else { NO_CARD }).collect();
        score_cards(&[CardPoints { weights: &weights, points: &points }], &assignment, &mut among);
        for (row, &its) in assignment.iter().enumerate() {
            let expected = if its == 0 { alone.score[row] } else { f64::NAN };
            prop_assert!(close(among.score[row], expected));
        }
    }

    #[test]
    fn contributions_add_up_to_the_score((card, columns) in scored_cards()) {
        let weights = CardWeights::new(&card);
        let points: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let its = CardPoints { weights: &weights, points: &points };
        let mut scores = Scores::default();
        score_card(&weights, &points, &mut scores);
        let empty = snapshot(Vec::new());
        let at = At { snapshot: &empty, earlier: &[] };
        for row in 0..scores.score.len() {
            let e = explain(&card, &its, &at, row);
            let sum: f64 = e.measures.iter().map(|m| m.contribution).sum();
            prop_assert!(close(e.score.unwrap_or(f64::NAN), scores.score[row]));
            if let Some(score) = e.score {
                prop_assert!(close(sum, score));
                let room: f64 = e.measures.iter().map(|m| m.could_add).sum();
                prop_assert!(close(score + room, 100.0));
            }
        }
    }

    #[test]
    fn shares_add_up_to_the_change(
        (then, now) in (dimensions(), 0..2usize).prop_flat_map(|(d, _)| {
            let n: usize = d.iter().map(|d| d.1.len()).sum();
            let one = || prop::collection::vec(points_or_absent(), n);
            (Just(card(&d, 0.0)), one(), Just(card(&d, 0.0)), one())
                .prop_map(|(a, p, b, q)| ((a, p), (b, q)))
        }),
        recorded in prop::option::of(0.0..100.0f64),
    ) {
        let empty = snapshot(Vec::new());
        let at = At { snapshot: &empty, earlier: &[] };
        let explained = |(card, points): &(Scorecard, Vec<f64>)| {
            let weights = CardWeights::new(card);
            let columns: Vec<&[f64]> = points.chunks(1).collect();
            explain(card, &CardPoints { weights: &weights, points: &columns }, &at, 0)
        };
        if let Some(c) = score_change(&explained(&then), &explained(&now), recorded) {
            let shared: f64 = c.shares.iter().map(|s| s.by_points + s.by_weight).sum();
            prop_assert!(close(shared + c.by_scorecard, c.after - c.before));
            prop_assert_eq!(c.scorecard_changed, recorded.is_some());
        }
    }

    #[test]
    fn fast_percentile_is_slow_percentile(
        rows in prop::collection::vec((value(), 0..3u32), 0..60),
        higher_is_better in any::<bool>(),
    ) {
        let (values, segments): (Vec<f64>, Vec<u32>) = rows.into_iter().unzip();
        let mut fast = Vec::new();
        let normaliser = Normaliser::Percentile { higher_is_better, within: None };
        points(&values, &normaliser, Some(&segments), &mut fast);
        let known: Vec<Option<f64>> = values.iter().map(|v| present(*v)).collect();
        for (fast, slow) in fast.iter().zip(reference::percentiles(&known, &segments)) {
            let slow = slow.map_or(f64::NAN, |p| if higher_is_better { p } else { 100.0 - p });
            prop_assert!(close(*fast, slow));
        }
    }

    #[test]
    fn fast_auc_is_slow_auc(rows in prop::collection::vec((value(), 0..3u8), 0..80)) {
        let (values, fates): (Vec<f64>, Vec<u8>) = rows.iter().copied().unzip();
        let of = |kind: u8| -> Vec<f64> {
            rows.iter().filter(|r| r.1 == kind && !r.0.is_nan()).map(|r| r.0).collect()
        };
        let (stayed, left) = (of(fate::RETAINED), of(fate::CHURNED));
        match auc(&values, &fates) {
            None => prop_assert!(stayed.is_empty() || left.is_empty()),
            Some(a) => {
                prop_assert!(close(a.auc, reference::auc(&stayed, &left)));
                let stayed: Vec<f64> =
                    fates.iter().map(|f| [1.0, 0.0, f64::NAN][usize::from(*f)]).collect();
                let rho = associations(&[(ItemId(1), &values)], &fates)[0].spearman;
                let slow = spearman(&values, &stayed);
                prop_assert!(close(rho.unwrap_or(f64::NAN), slow.unwrap_or(f64::NAN)));
                prop_assert!(a.interval.is_none_or(|i| i.low <= a.auc + 1e-12 && a.auc <= i.high + 1e-12));
            }
        }
    }

    #[test]
    fn fast_condition_is_slow_condition(table in tables(), condition in conditions()) {
        let mut fast = Vec::new();
        mask(&condition, &table, &mut fast);
        for (row, &fast) in fast.iter().enumerate() {
            prop_assert_eq!(fast, reference::condition(&condition, &table, row), "row {}", row);
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
        let earlier = [Earlier { snapshot: &then, join: &join }];
        let at = At { snapshot: &now, earlier: &earlier };
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

fn snapshot(columns: Vec<Column>) -> Snapshot {
    snapshot_of(Table { columns, rows: 0 }, 20_000)
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
    let operator = prop::sample::select(vec![
        Comparison::Equal,
        Comparison::NotEqual,
        Comparison::Less,
        Comparison::AtMost,
        Comparison::Greater,
        Comparison::AtLeast,
        Comparison::Contains,
    ]);
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
