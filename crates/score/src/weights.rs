//! The weights of a card, ready for the kernel.

use crate::{ItemId, Scorecard};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A measure's part in its card.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MeasureWeight {
    /// Which measure.
    pub id: ItemId,
    /// The weight among the measures of its dimension, ≥ 0.
    pub weight: f64,
    /// Its share of the whole score when nothing is absent: W_d ÷ ΣW × w_m ÷ Σw. All sum to 1, or
    /// all are 0.
    pub effective: f64,
}

/// A dimension's part in its card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DimensionWeight {
    /// Which dimension.
    pub id: ItemId,
    /// The weight among the dimensions, ≥ 0.
    pub weight: f64,
    /// Its measures, as positions in [`CardWeights::measures`].
    pub measures: Range<usize>,
    /// What a unit of measure weight adds to the coverage: W_d ÷ ΣW ÷ Σw.
    pub(crate) coverage_unit: f64,
}

/// The weights of a card: measures in the order of the card, dimension by dimension. Points are
/// handed to the kernels in this order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CardWeights {
    /// All measures.
    pub measures: Vec<MeasureWeight>,
    /// All dimensions.
    pub dimensions: Vec<DimensionWeight>,
    /// Under this coverage (0–1) an account has no score.
    pub minimum_coverage: f64,
}

impl CardWeights {
    /// The weights of a card. A weight that is negative or no number counts as 0. A dimension that
    /// can never have a mean (no measure with a weight) has no part in the card, so it lowers
    /// nobody's coverage.
    #[must_use]
    pub fn new(card: &Scorecard) -> Self {
        let mut measures = Vec::new();
        let mut dimensions = Vec::new();
        for d in &card.dimensions {
            let start = measures.len();
            measures.extend(d.measures.iter().map(|m| MeasureWeight {
                id: m.id,
                weight: usable(m.weight),
                effective: 0.0,
            }));
            dimensions.push(DimensionWeight {
                id: d.id,
                weight: usable(d.weight),
                measures: start..measures.len(),
                coverage_unit: 0.0,
            });
        }
        let within: Vec<f64> = dimensions
            .iter()
            .map(|d| measures[d.measures.clone()].iter().map(|m| m.weight).sum())
            .collect();
        let total: f64 =
            dimensions.iter().zip(&within).filter(|(_, w)| **w > 0.0).map(|(d, _)| d.weight).sum();
        if total > 0.0 {
            for (d, &sum) in dimensions.iter_mut().zip(&within).filter(|(_, w)| **w > 0.0) {
                d.coverage_unit = d.weight / total / sum;
                for m in &mut measures[d.measures.clone()] {
                    m.effective = m.weight * d.coverage_unit;
                }
            }
        }
        Self { measures, dimensions, minimum_coverage: card.minimum_coverage }
    }

    /// The position of a measure.
    #[must_use]
    pub fn position(&self, id: ItemId) -> Option<usize> {
        self.measures.iter().position(|m| m.id == id)
    }

    /// Whether an account with this coverage has a score. Rounding does not decide: a coverage that
    /// is short by less than 10⁻⁹ is enough.
    #[must_use]
    pub fn is_covered(&self, coverage: f64) -> bool {
        coverage + COVERAGE_SLACK >= self.minimum_coverage
    }
}

pub(crate) const COVERAGE_SLACK: f64 = 1e-9;

fn usable(weight: f64) -> f64 {
    if weight.is_finite() && weight > 0.0 { weight } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::CardWeights;
    use crate::testing::card;

    #[test]
    fn effective_weights_are_shares_of_the_whole() {
        let w = CardWeights::new(&card(&[(1.0, &[1.0, 3.0]), (3.0, &[5.0])]));
        let shares: Vec<f64> = w.measures.iter().map(|m| m.effective).collect();
        assert_eq!(shares, [0.0625, 0.1875, 0.75]);
    }

    #[test]
    fn a_dimension_without_weighted_measures_has_no_part() {
        let w =
            CardWeights::new(&card(&[(1.0, &[1.0]), (9.0, &[]), (9.0, &[0.0, -2.0, f64::NAN])]));
        assert_eq!(w.measures[0].effective, 1.0);
        assert!(w.measures[1..].iter().all(|m| m.effective == 0.0 && m.weight == 0.0));
    }

    #[test]
    fn rounding_does_not_decide_about_coverage() {
        let mut card = card(&[(0.3, &[0.1]), (0.7, &[0.2])]);
        card.minimum_coverage = 0.3;
        let w = CardWeights::new(&card);
        assert!(w.is_covered(w.measures[0].effective));
        assert!(!w.is_covered(0.29));
    }
}
