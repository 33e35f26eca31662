//! From points to scores: the kernel that runs on every frame while a weight slider moves.

use crate::kernel::{BLOCK, score_rows};
use crate::levels::Leveller;
use crate::spread::Spread;
use crate::{CardWeights, Distribution, Levels, UNSCORED};

/// One score and one coverage per account.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scores {
    /// 0–100, higher is healthier; not-a-number for an account without a score.
    pub score: Vec<f64>,
    /// The share of the effective weight whose measures were present, 0–1.
    pub coverage: Vec<f32>,
    /// How many accounts have a score.
    pub scored: usize,
    /// How many have none: too little is known of them, nothing known has a weight, or no card is
    /// for them.
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
/// nothing that is present has a weight. There are as many accounts as points: none for a card
/// without measures (there [`score_cards`] knows how many).
pub fn score_card(weights: &CardWeights, points: &[&[f64]], out: &mut Scores) {
    let card = CardPoints { weights, points };
    let rows = card.rows();
    out.resize(rows);
    score_rows(&card, 0, &mut out.score, &mut out.coverage);
    out.count();
}

/// Scores each account under its own card: `cards[assignment[row]]`. An account with [`NO_CARD`] has
/// no score, nor has one whose card has no measures. All cards hold points for all accounts; one
/// card for all costs no more than [`score_card`].
pub fn score_cards(cards: &[CardPoints<'_>], assignment: &[u8], out: &mut Scores) {
    let rows = assignment.len();
    out.resize(rows);
    for start in (0..rows).step_by(BLOCK) {
        let end = (start + BLOCK).min(rows);
        let (score, coverage) = (&mut out.score[start..end], &mut out.coverage[start..end]);
        score_some(cards, start, &assignment[start..end], score, coverage);
    }
    out.count();
}

/// As [`score_cards`], with the level of each account as [`crate::levels`] gives it, and the counts:
/// all in one pass over blocks that stay in the first-level cache. This runs on every frame while a
/// slider moves. `previous` are the levels before, one per account, for hysteresis.
// Not inlined: who calls it may be built for size, and would make it so.
#[inline(never)]
pub fn score_and_level(
    cards: &[CardPoints<'_>],
    assignment: &[u8],
    levels: &Levels,
    previous: Option<&[u8]>,
    out: &mut Scores,
    of_account: &mut Vec<u8>,
) -> Distribution {
    let rows = assignment.len();
    out.resize(rows);
    of_account.resize(rows, UNSCORED);
    let leveller = Leveller::new(levels);
    let mut spread = Spread::new(levels.cuts.len() + 1);
    for start in (0..rows).step_by(BLOCK) {
        let end = (start + BLOCK).min(rows);
        let (score, coverage) = (&mut out.score[start..end], &mut out.coverage[start..end]);
        score_some(cards, start, &assignment[start..end], score, coverage);
        let its = &mut of_account[start..end];
        leveller.level(score, previous.and_then(|p| p.get(start..end)), its);
        spread.add(score, its);
    }
    let spread = spread.finish();
    (out.scored, out.unscored) = (spread.scored as usize, spread.unscored as usize);
    spread
}

/// A block of at most [`BLOCK`] accounts from `start` on, `its` being their cards.
fn score_some(
    cards: &[CardPoints<'_>],
    start: usize,
    its: &[u8],
    to_score: &mut [f64],
    to_coverage: &mut [f32],
) {
    let n = its.len();
    let reaches = |card: &CardPoints<'_>| card.rows() >= start + n;
    let only = its.first().copied().unwrap_or(NO_CARD);
    let card = cards.get(usize::from(only)).filter(|c| reaches(c));
    // folded, not short-circuited: sixteen at once
    if let Some(card) = card.filter(|_| its.iter().fold(0, |other, c| other | (c ^ only)) == 0) {
        score_rows(card, start, to_score, to_coverage);
        return;
    }
    to_score.fill(f64::NAN);
    to_coverage.fill(0.0);
    let mut score = [f64::NAN; BLOCK];
    let mut coverage = [0.0f32; BLOCK];
    for (number, card) in cards.iter().enumerate().filter(|(_, c)| reaches(c)) {
        if !its.iter().any(|c| usize::from(*c) == number) {
            continue;
        }
        score_rows(card, start, &mut score[..n], &mut coverage[..n]);
        for i in (0..n).filter(|&i| usize::from(its[i]) == number) {
            to_score[i] = score[i];
            to_coverage[i] = coverage[i];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::card;

    const NONE: f64 = f64::NAN;

    /// Score and coverage of one account under dimensions of (weight, weights of measures).
    fn of(dimensions: &[(f64, &[f64])], points: &[f64]) -> (Option<f64>, f32) {
        let columns: Vec<&[f64]> = points.chunks(1).collect();
        let mut out = Scores::default();
        score_card(&CardWeights::new(&card(dimensions)), &columns, &mut out);
        assert_eq!(out.scored + out.unscored, 1);
        (Some(out.score[0]).filter(|s| !s.is_nan()), out.coverage[0])
    }

    #[test]
    fn first_in_the_dimension_then_over_dimensions() {
        // (3·80 + 1·40) ÷ 4 = 70; (1·70 + 3·10) ÷ 4 = 25
        assert_eq!(
            of(&[(1.0, &[3.0, 1.0]), (3.0, &[5.0])], &[80.0, 40.0, 10.0]),
            (Some(25.0), 1.0)
        );
    }

    #[test]
    fn an_absent_measure_leaves_its_weight_to_its_dimension() {
        assert_eq!(
            of(&[(1.0, &[3.0, 1.0]), (1.0, &[1.0])], &[NONE, 40.0, 10.0]),
            (Some(25.0), 0.625)
        );
    }

    #[test]
    fn a_dimension_without_any_measure_drops_out() {
        assert_eq!(
            of(&[(1.0, &[1.0, 1.0]), (1.0, &[1.0])], &[NONE, NONE, 10.0]),
            (Some(10.0), 0.5)
        );
    }

    #[test]
    fn too_little_known_is_no_score_and_not_zero() {
        assert_eq!(of(&[(2.0, &[1.0]), (1.0, &[1.0])], &[NONE, 10.0]).0, None);
        assert_eq!(of(&[(1.0, &[1.0])], &[0.0]), (Some(0.0), 1.0), "a score of 0 is a score");
    }

    #[test]
    fn without_weight_there_is_no_score() {
        assert_eq!(of(&[(0.0, &[1.0]), (1.0, &[0.0])], &[50.0, 50.0]), (None, 0.0));
        assert_eq!(of(&[(1.0, &[0.0, 1.0])], &[50.0, 60.0]), (Some(60.0), 1.0));
    }

    #[test]
    fn more_measures_than_a_pass_takes() {
        let weights = [1.0; 19];
        let points: Vec<f64> =
            (0..19).map(|i| if i % 2 == 0 { f64::from(i) } else { NONE }).collect();
        let (score, coverage) = of(&[(1.0, &weights)], &points);
        assert_eq!(score, Some(9.0));
        assert!((coverage - 10.0 / 19.0).abs() < 1e-6);
    }

    #[test]
    fn a_card_without_measures_scores_nobody() {
        let weights = CardWeights::new(&card(&[]));
        let mut out = Scores::default();
        score_cards(&[CardPoints { weights: &weights, points: &[] }], &[0, 0, NO_CARD], &mut out);
        assert_eq!((out.scored, out.unscored), (0, 3));
    }
}
