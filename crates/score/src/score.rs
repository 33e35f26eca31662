//! From points to scores: the kernel that runs on every frame while a weight slider moves.

use crate::CardWeights;
use crate::kernel::{BLOCK, score_rows};

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
    let mut score = [f64::NAN; BLOCK];
    let mut coverage = [0.0f32; BLOCK];
    for start in (0..rows).step_by(BLOCK) {
        let end = (start + BLOCK).min(rows);
        let its = &assignment[start..end];
        let (to_score, to_coverage) = (&mut out.score[start..end], &mut out.coverage[start..end]);
        let only = its.first().copied().unwrap_or(NO_CARD);
        let card = cards.get(usize::from(only)).filter(|c| c.rows() >= end);
        if let Some(card) = card.filter(|_| its.iter().all(|c| *c == only)) {
            score_rows(card, start, to_score, to_coverage);
            continue;
        }
        to_score.fill(f64::NAN);
        to_coverage.fill(0.0);
        for (number, card) in cards.iter().enumerate().filter(|(_, c)| c.rows() >= end) {
            if !its.iter().any(|c| usize::from(*c) == number) {
                continue;
            }
            let n = end - start;
            score_rows(card, start, &mut score[..n], &mut coverage[..n]);
            for i in (0..n).filter(|&i| usize::from(its[i]) == number) {
                to_score[i] = score[i];
                to_coverage[i] = coverage[i];
            }
        }
    }
    out.count();
}
