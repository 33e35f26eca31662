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
    fn one_pass_is_one_after_the_other(
        (card, columns) in scored_cards(),
        mut cuts in prop::collection::vec(0.0..100.0f64, 1..7),
        hysteresis_points in prop_oneof![Just(0.0), 0.5..20.0f64],
        previous in prop::option::of(prop::collection::vec(0..9u8, 40)),
        cards in prop::collection::vec(0..3u8, 40),
        repeat in 1..30usize,
    ) {
        cuts.sort_by(f64::total_cmp);
        // more rows than a block has
        let columns: Vec<Vec<f64>> = columns.iter().map(|c| c.repeat(repeat)).collect();
        let rows = columns.first().map_or(0, Vec::len);
        let again = |few: &[u8]| few.iter().copied().cycle().take(rows).collect::<Vec<u8>>();
        let (cards, previous) = (again(&cards), previous.map(|p| again(&p)));
        let points: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let weights = CardWeights::new(&card);
        let its = [CardPoints { weights: &weights, points: &points }; 2];
        let rule = Levels { cuts, hysteresis_points, ..Levels::default() };
        let (mut scores, mut of_account) = (Scores::default(), Vec::new());
        let previous = previous.as_deref();
        let spread = score_and_level(&its, &cards, &rule, previous, &mut scores, &mut of_account);
        let mut one = Scores::default();
        score_cards(&its, &cards, &mut one);
        prop_assert_eq!((scores.scored, scores.unscored), (one.scored, one.unscored));
        for row in 0..rows {
            prop_assert_eq!(scores.score[row].to_bits(), one.score[row].to_bits());
            let level = reference::level(one.score[row], &rule, previous.map(|p| p[row]));
            prop_assert_eq!(of_account[row], level);
        }
        let slow = reference::distribution(&one.score, &of_account, rule.count());
        prop_assert_eq!(&spread.bins, &slow.bins);
        prop_assert_eq!(&spread.levels, &slow.levels);
        prop_assert_eq!((spread.scored, spread.unscored), (slow.scored, slow.unscored));
        prop_assert!(close(spread.mean.unwrap_or(f64::NAN), slow.mean.unwrap_or(f64::NAN)));
        let again = distribution(&scores.score, &of_account, rule.count());
        prop_assert_eq!(again, spread);
    }

    #[test]
    fn contributions_add_up_to_the_score((card, columns) in scored_cards()) {
        let weights = CardWeights::new(&card);
        let points: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let its = CardPoints { weights: &weights, points: &points };
        let mut scores = Scores::default();
        score_card(&weights, &points, &mut scores);
        let empty = snapshot(Vec::new());
        let at = At { blind: &[], snapshot: &empty, earlier: &[] };
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
        let at = At { blind: &[], snapshot: &empty, earlier: &[] };
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
}

fn snapshot(columns: Vec<Column>) -> Snapshot {
    Snapshot {
        id: SnapshotId(0),
        date: Day(20_000),
        roles: vec![Role::MeasureInput; columns.len()],
        table: Table { columns, rows: 0 },
        source: Source::default(),
        report: Report::default(),
    }
}
