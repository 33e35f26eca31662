//! One account: why its score is what it is, and why it moved.

use score::*;
use table::*;

const ABSENT: f64 = f64::NAN;

fn snapshot(id: u32, columns: &[(&str, &[f64])]) -> Snapshot {
    let rows = columns.first().map_or(0, |c| c.1.len());
    let columns: Vec<Column> = columns
        .iter()
        .map(|(name, v)| Column { name: (*name).into(), data: ColumnData::Decimal(v.to_vec()) })
        .collect();
    Snapshot {
        id: SnapshotId(id),
        date: Day(20_000),
        roles: vec![Role::MeasureInput; columns.len()],
        table: Table { columns, rows },
        source: Source::default(),
        report: Report::default(),
    }
}

fn measure(id: u64, weight: f64, input: Option<Input>, absent: AbsentPolicy) -> Measure {
    let normaliser = Normaliser::Linear { worst: 0.0, best: 10.0 };
    Measure { id: ItemId(id), name: String::new(), weight, input, normaliser, absent }
}

fn column(name: &str) -> Option<Input> {
    Some(Input::Column(name.into()))
}

/// Two dimensions: the first of measures 1 (weight 3) and 2 (weight 1), the second, twice as heavy,
/// of measure 3.
fn card() -> Scorecard {
    let ratio = Input::Ratio { numerator: "b".into(), denominator: "c".into() };
    let first = vec![
        measure(1, 3.0, column("a"), AbsentPolicy::Skip),
        measure(2, 1.0, Some(ratio), AbsentPolicy::Neutral),
    ];
    let second = vec![measure(3, 1.0, column("d"), AbsentPolicy::LastValue { snapshots: 2 })];
    let dimension =
        |id, weight, measures| Dimension { id: ItemId(id), name: String::new(), weight, measures };
    Scorecard {
        id: ItemId(100),
        name: String::new(),
        filter: None,
        minimum_coverage: 0.5,
        dimensions: vec![dimension(11, 1.0, first), dimension(12, 2.0, second)],
    }
}

fn explained(card: &Scorecard, at: &At<'_>, row: usize) -> Explanation {
    let points: Vec<Vec<f64>> = card
        .dimensions
        .iter()
        .flat_map(|d| &d.measures)
        .map(|m| {
            let (mut values, mut points) = (Vec::new(), Vec::new());
            measure_points(m, at, &mut values, &mut points);
            points
        })
        .collect();
    let points: Vec<&[f64]> = points.iter().map(Vec::as_slice).collect();
    let weights = CardWeights::new(card);
    explain(card, &CardPoints { weights: &weights, points: &points }, at, row)
}

#[test]
fn where_points_come_from_when_a_value_is_absent() {
    let now = snapshot(2, &[("a", &[4.0]), ("b", &[1.0]), ("c", &[0.0]), ("d", &[ABSENT])]);
    let then = snapshot(1, &[("a", &[9.0]), ("d", &[8.0])]);
    let join = Join::from_rows(vec![0]);
    let earlier = [Earlier { blind: &[], snapshot: &then, join: &join }];
    let e = explained(&card(), &At { blind: &[], snapshot: &now, earlier: &earlier }, 0);

    assert_eq!(e.measures[0].origin, Origin::Present);
    let why = Absence::ZeroDenominator { column: "c".into() };
    assert_eq!(e.measures[1].origin, Origin::Policy { why });
    let why = Absence::NoCell { column: "d".into() };
    assert_eq!(e.measures[2].origin, Origin::LastValue { snapshots_back: 1, why });

    let weights: Vec<f64> = e.measures.iter().map(|m| m.weight).collect();
    assert!(weights.iter().zip([0.25, 1.0 / 12.0, 2.0 / 3.0]).all(|(w, x)| (w - x).abs() < 1e-12));
    let points: Vec<Option<f64>> = e.measures.iter().map(|m| m.points).collect();
    assert_eq!(points, [Some(40.0), Some(50.0), Some(80.0)]);
    assert!((e.measures[0].could_add - 15.0).abs() < 1e-12);
    assert!((e.score.unwrap() - (10.0 + 50.0 / 12.0 + 160.0 / 3.0)).abs() < 1e-12);
}

#[test]
fn what_is_dropped_leaves_its_weight_to_the_others() {
    let now = snapshot(1, &[("a", &[ABSENT, 5.0]), ("b", &[3.0, ABSENT]), ("c", &[1.0, 1.0])]);
    let mut card = card();
    card.dimensions[1].measures[0].input = None;
    card.minimum_coverage = 0.0;
    let at = At { blind: &[], snapshot: &now, earlier: &[] };
    let e = explained(&card, &at, 0);
    assert_eq!(e.measures[2].origin, Origin::Dropped { why: Absence::NoInput });
    assert_eq!((e.measures[1].weight, e.score), (1.0, Some(30.0)));
    assert!((e.coverage - 1.0 / 12.0).abs() < 1e-12);

    card.minimum_coverage = 0.5;
    let e = explained(&card, &at, 1);
    assert_eq!(e.score, None, "a third is known, half is wanted");
    assert!((e.mean.unwrap() - 50.0).abs() < 1e-12);
}

#[test]
fn every_kind_of_absence_has_its_reason() {
    let now = snapshot(2, &[("a", &[ABSENT, 1.0])]);
    let then = snapshot(1, &[("a", &[1.0])]);
    let join = Join::from_rows(vec![0, Join::NONE]);
    let earlier = [Earlier { blind: &[], snapshot: &then, join: &join }];
    let at = At { blind: &[], snapshot: &now, earlier: &earlier };
    let change = |snapshots_back| Input::Change {
        column: "a".into(),
        kind: ChangeKind::Ratio,
        snapshots_back,
    };
    let more = Condition::Compare {
        column: "a".into(),
        operator: Comparison::Greater,
        value: Literal::Number(0.0),
    };
    let a = || "a".to_owned();
    assert_eq!(value_of_row(&change(1), &at, 0, 0), Err(Absence::NoCell { column: a() }));
    assert_eq!(value_of_row(&change(1), &at, 0, 1), Err(Absence::NewAccount));
    assert_eq!(value_of_row(&change(2), &at, 0, 1), Err(Absence::NoSnapshot));
    let zz = Input::Column("zz".into());
    assert_eq!(value_of_row(&zz, &at, 0, 0), Err(Absence::NoColumn { column: "zz".into() }));
    let since = Input::DaysSince(a());
    assert_eq!(value_of_row(&since, &at, 0, 1), Err(Absence::WrongType { column: a() }));
    assert_eq!(
        value_of_row(&Input::Check(more.clone()), &at, 0, 0),
        Err(Absence::ConditionUnknown)
    );
    assert_eq!(value_of_row(&Input::Check(more), &at, 0, 1), Ok(1.0));
}

fn change_of(then: [f64; 3], now: [f64; 3], recorded: Option<f64>) -> Option<ScoreChange> {
    let columns =
        |v: [f64; 3]| snapshot(1, &[("a", &[v[0]]), ("b", &[v[1]]), ("c", &[1.0]), ("d", &[v[2]])]);
    let mut card = card();
    for d in &mut card.dimensions {
        d.measures.iter_mut().for_each(|m| m.absent = AbsentPolicy::Skip);
    }
    let of = |v| explained(&card, &At { blind: &[], snapshot: &columns(v), earlier: &[] }, 0);
    score_change(&of(then), &of(now), recorded)
}

#[test]
fn a_change_belongs_to_the_measure_that_changed() {
    let c = change_of([2.0, 5.0, 5.0], [6.0, 5.0, 5.0], None).unwrap();
    let shares: Vec<f64> = c.shares.iter().map(|s| s.by_points + s.by_weight).collect();
    assert!((shares[0] - 10.0).abs() < 1e-12 && shares[1] == 0.0 && shares[2] == 0.0, "{shares:?}");
    assert_eq!((c.by_scorecard, c.scorecard_changed), (0.0, false));
}

#[test]
fn a_measure_that_appears_counts_for_what_it_stands_out() {
    let c = change_of([5.0, 5.0, ABSENT], [5.0, 5.0, 8.0], None);
    assert_eq!(c, None, "there was no score before");
    let c = change_of([5.0, ABSENT, 5.0], [5.0, 9.0, 5.0], None).unwrap();
    let shares: Vec<f64> = c.shares.iter().map(|s| s.by_points + s.by_weight).collect();
    assert!((shares.iter().sum::<f64>() - (c.after - c.before)).abs() < 1e-12);
    assert!(shares[1] > 0.9 * (c.after - c.before), "{shares:?}");
    assert_eq!(c.shares[1].points, (None, Some(90.0)));
}

#[test]
fn a_new_scorecard_is_told_apart_from_the_customer() {
    let c = change_of([2.0, 5.0, 5.0], [2.0, 5.0, 5.0], Some(60.0)).unwrap();
    assert!(c.scorecard_changed);
    assert!((c.by_scorecard - (c.after - 60.0)).abs() < 1e-12, "the customer did not change");
    assert!(c.shares.iter().all(|s| s.by_points == 0.0 && s.by_weight == 0.0));
}
