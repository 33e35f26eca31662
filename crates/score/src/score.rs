//! From points to scores: the kernel that runs on every frame while a weight slider moves.

use crate::CardWeights;
use crate::weights::COVERAGE_SLACK;

/// One score and one coverage per account.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scores {
    /// 0–100, higher is healthier; not-a-number for an account without a score.
    pub score: Vec<f64>,
    /// The share of the effective weight whose measures were present, 0–1.
    pub coverage: Vec<f32>,
    /// How many accounts have a score.
    pub scored: usize,
    /// How many have none because too little was known of them (or nothing has a weight).
    pub unscored: usize,
}

impl Scores {
    fn resize(&mut self, rows: usize) {
        self.score.resize(rows, f64::NAN);
        self.coverage.resize(rows, 0.0);
    }

    fn count(&mut self) {
        self.unscored = self.score.iter().map(|s| usize::from(s.is_nan())).sum();
        self.scored = self.score.len() - self.unscored;
    }
}

/// A card's weights and the points of its measures for all accounts.
#[derive(Clone, Copy, Debug)]
pub struct CardPoints<'a> {
    /// The weights.
    pub weights: &'a CardWeights,
    /// One column of points per measure, in the order of `weights.measures`, of equal length. A
    /// measure without a column counts as absent for all.
    pub points: &'a [&'a [f64]],
}

impl CardPoints<'_> {
    /// How many accounts.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.points.iter().map(|p| p.len()).min().unwrap_or(0)
    }
}

/// Marks an account that no card is for.
pub const NO_CARD: u8 = u8::MAX;

/// Scores all accounts under one card: the weighted mean of the present measures in each dimension,
/// then of the dimensions that have one. The buffers of `out` are used again.
///
/// An account whose coverage is under the card's minimum has no score, nor has any account when
/// nothing that is present has a weight.
pub fn score_card(weights: &CardWeights, points: &[&[f64]], out: &mut Scores) {
    let card = CardPoints { weights, points };
    let rows = card.rows();
    out.resize(rows);
    score_rows(&card, 0, &mut out.score, &mut out.coverage);
    out.count();
}

/// Scores each account under its own card: `cards[assignment[row]]`. An account with [`NO_CARD`] has
/// no score. All cards hold points for all accounts.
pub fn score_cards(cards: &[CardPoints<'_>], assignment: &[u8], out: &mut Scores) {
    let rows = assignment.len();
    out.resize(rows);
    out.score.fill(f64::NAN);
    out.coverage.fill(0.0);
    let mut score = [f64::NAN; BLOCK];
    let mut coverage = [0.0f32; BLOCK];
    for start in (0..rows).step_by(BLOCK) {
        let end = (start + BLOCK).min(rows);
        for (number, card) in cards.iter().enumerate() {
            let is_its = |row: &u8| usize::from(*row) == number;
            if card.rows() < end || !assignment[start..end].iter().any(is_its) {
                continue;
            }
            let n = end - start;
            score_rows(card, start, &mut score[..n], &mut coverage[..n]);
            for (i, _) in assignment[start..end].iter().enumerate().filter(|(_, row)| is_its(row)) {
                out.score[start + i] = score[i];
                out.coverage[start + i] = coverage[i];
            }
        }
    }
    out.count();
}

const BLOCK: usize = 1024;

/// Rows at a time: as many sums as fit the vector registers.
const LANES: usize = 8;

fn score_rows(card: &CardPoints<'_>, first: usize, score: &mut [f64], coverage: &mut [f32]) {
    let rows = score.len();
    let whole = rows - rows % LANES;
    let mut start = 0;
    while start < whole {
        let mut columns = Lanes::default();
        add_up(card, &mut columns, |points| {
            let mut lane = [0.0; LANES];
            lane.copy_from_slice(&points[first + start..first + start + LANES]);
            lane
        });
        let end = start + LANES;
        columns.finish(card.weights, &mut score[start..end], &mut coverage[start..end]);
        start = end;
    }
    if whole < rows {
        let mut columns = Lanes::default();
        add_up(card, &mut columns, |points| {
            let mut lane = [f64::NAN; LANES];
            lane[..rows - whole].copy_from_slice(&points[first + whole..first + rows]);
            lane
        });
        columns.finish(card.weights, &mut score[whole..], &mut coverage[whole..]);
    }
}

#[derive(Default)]
struct Lanes {
    sum: [f64; LANES],
    weight: [f64; LANES],
    covered: [f64; LANES],
}

#[inline(always)]
fn add_up(card: &CardPoints<'_>, lanes: &mut Lanes, load: impl Fn(&[f64]) -> [f64; LANES]) {
    for d in &card.weights.dimensions {
        let mut sum = [0.0; LANES];
        let mut weight = [0.0; LANES];
        let end = d.measures.end.min(card.points.len());
        let columns = card.points.get(d.measures.start..end).unwrap_or_default();
        for (points, m) in columns.iter().zip(&card.weights.measures[d.measures.clone()]) {
            let lane = load(points);
            for i in 0..LANES {
                let here = !lane[i].is_nan();
                sum[i] += if here { lane[i] * m.weight } else { 0.0 };
                weight[i] += if here { m.weight } else { 0.0 };
            }
        }
        for i in 0..LANES {
            let here = weight[i] > 0.0;
            let mean = sum[i] / weight[i];
            lanes.sum[i] += if here { mean * d.weight } else { 0.0 };
            lanes.weight[i] += if here { d.weight } else { 0.0 };
            lanes.covered[i] += weight[i] * d.coverage_unit;
        }
    }
}

impl Lanes {
    #[inline(always)]
    fn finish(&self, weights: &CardWeights, score: &mut [f64], coverage: &mut [f32]) {
        let enough = weights.minimum_coverage - COVERAGE_SLACK;
        for (i, (score, coverage)) in score.iter_mut().zip(coverage).enumerate() {
            // 0 ÷ 0 is not a number: nothing with a weight was present
            let mean = self.sum[i] / self.weight[i];
            *score = if self.covered[i] >= enough { mean } else { f64::NAN };
            *coverage = self.covered[i] as f32;
        }
    }
}
