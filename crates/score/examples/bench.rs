//! How long it takes to score half a million accounts anew after one weight has changed:
//! `cargo run --profile engine-release -p score --example bench`.

use score::*;
use std::hint::black_box;
use std::time::Instant;

const ROWS: usize = 500_000;
const MEASURES: usize = 8;
const RUNS: usize = 21;

fn main() {
    let mut seed = 1u64;
    let mut random = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as f64 / (1u64 << 31) as f64
    };
    let columns: Vec<Vec<f64>> = (0..MEASURES)
        .map(|m| {
            let absent = if m % 3 == 2 { 0.25 } else { 0.0 };
            (0..ROWS).map(|_| if random() < absent { f64::NAN } else { 100.0 * random() }).collect()
        })
        .collect();
    let points: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let fates: Vec<u8> = (0..ROWS).map(|_| u8::from(random() < 0.2)).collect();
    let mut card = card();
    let mut scores = Scores::default();
    score_card(&CardWeights::new(&card), &points, &mut scores);

    report("score, one card", || {
        card.dimensions[0].measures[0].weight += 0.125;
        score_card(&CardWeights::new(&card), black_box(&points), &mut scores);
    });
    let weights = CardWeights::new(&card);
    let its = CardPoints { weights: &weights, points: &points };
    let halves: Vec<u8> = (0..ROWS).map(|i| (i % 2) as u8).collect();
    report("score, two cards in turn", || {
        score_cards(black_box(&[its, its]), &halves, &mut scores);
    });
    let bands = Levels::default();
    let mut of_account = Vec::new();
    report("levels", || levels(black_box(&scores.score), &bands, None, &mut of_account));
    report("distribution", || {
        black_box(distribution(black_box(&scores.score), &of_account, 4));
    });
    let linear = Normaliser::Linear { worst: 10.0, best: 80.0 };
    let mut out = Vec::new();
    report("points, linear", || points_of(black_box(&columns[0]), &linear, &mut out));
    let rank = Normaliser::Percentile { higher_is_better: true, within: None };
    report("points, percentile", || points_of(black_box(&columns[0]), &rank, &mut out));
    report("AUC with interval", || {
        black_box(auc(black_box(&scores.score), &fates));
    });
    report("cuts by outcome", || {
        black_box(cuts_by_outcome(black_box(&scores.score), &fates, 4));
    });
    report("backtest, 8 measures", || {
        let measures: Vec<(ItemId, &[f64])> =
            points.iter().enumerate().map(|(i, p)| (ItemId(i as u64), *p)).collect();
        black_box(backtest(&scores.score, &of_account, 4, &fates, &measures, true));
    });
}

fn points_of(values: &[f64], normaliser: &Normaliser, out: &mut Vec<f64>) {
    score::points(values, normaliser, None, out);
}

/// Four dimensions of two measures.
fn card() -> Scorecard {
    let measure = |i: usize| Measure {
        id: ItemId(i as u64),
        name: String::new(),
        weight: 1.0 + i as f64 / 4.0,
        input: None,
        normaliser: Normaliser::Formula,
        absent: AbsentPolicy::Skip,
    };
    let dimension = |d: usize| Dimension {
        id: ItemId(100 + d as u64),
        name: String::new(),
        weight: 1.0 + d as f64,
        measures: (0..2).map(|i| measure(2 * d + i)).collect(),
    };
    Scorecard {
        id: ItemId(200),
        name: String::new(),
        filter: None,
        minimum_coverage: 0.5,
        dimensions: (0..MEASURES / 2).map(dimension).collect(),
    }
}

#[allow(clippy::print_stdout, reason = "a bench is run to be read")]
fn report(what: &str, mut run: impl FnMut()) {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{what:26} {:8.2} ms (least {:.2})", times[RUNS / 2], times[0]);
}
