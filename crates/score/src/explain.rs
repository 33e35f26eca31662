//! Why this score: one account, measure by measure.

use crate::{Absence, AbsentPolicy, At, CardPoints, ItemId, Measure, Scorecard, value_of_row};
use serde::{Deserialize, Serialize};

/// Where a measure's points came from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// From this snapshot's value.
    Present,
    /// The value is absent; an earlier snapshot's was taken.
    LastValue {
        /// How many snapshots earlier.
        snapshots_back: u32,
        /// Why there is none now.
        why: Absence,
    },
    /// The value is absent, and the policy gives points for that (worst: 0, neutral: 50).
    Policy {
        /// Why there is no value.
        why: Absence,
    },
    /// The value is absent, so the measure does not count for the account.
    Dropped {
        /// Why there is no value.
        why: Absence,
    },
}

/// A measure's part in an account's score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MeasurePart {
    /// Which measure.
    pub measure: ItemId,
    /// Of which dimension.
    pub dimension: ItemId,
    /// The raw value, `None` where absent.
    pub value: Option<f64>,
    /// 0–100, `None` where the measure does not count.
    pub points: Option<f64>,
    /// Its share of the whole score when nothing is absent.
    pub full_weight: f64,
    /// Its share of this account's score, after what is absent was dropped; 0 when it does not count.
    pub weight: f64,
    /// weight × points: these add up to the score.
    pub contribution: f64,
    /// What the score would gain were the points 100: weight × (100 − points).
    pub could_add: f64,
    /// Where the points came from.
    pub origin: Origin,
}

/// Why an account has the score it has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// The card that was used.
    pub card: ItemId,
    /// 0–100; `None` when too little is known of the account.
    pub score: Option<f64>,
    /// What the measures that are known come to, enough or not: the sum of the contributions. `None`
    /// when nothing with a weight is known.
    pub mean: Option<f64>,
    /// The share of the full weight whose measures are present, 0–1.
    pub coverage: f64,
    /// Under this coverage there is no score.
    pub minimum_coverage: f64,
    /// In the order of the card.
    pub measures: Vec<MeasurePart>,
}

/// Explains the score of the account in `row` of `at.snapshot`. `points` are those that the score was
/// made of; `card` is the scorecard that its weights came from.
#[must_use]
pub fn explain(card: &Scorecard, points: &CardPoints<'_>, at: &At<'_>, row: usize) -> Explanation {
    let weights = points.weights;
    let of_row =
        |m: usize| points.points.get(m).and_then(|p| p.get(row)).copied().filter(|p| !p.is_nan());
    let present = |d: &crate::DimensionWeight| -> f64 {
        let its = d.measures.clone();
        its.filter(|&m| of_row(m).is_some()).map(|m| weights.measures[m].weight).sum()
    };
    let total: f64 = weights.dimensions.iter().filter(|d| present(d) > 0.0).map(|d| d.weight).sum();
    let mut parts = Vec::with_capacity(weights.measures.len());
    let mut coverage = 0.0;
    for (d, dimension) in weights.dimensions.iter().zip(&card.dimensions) {
        let its_present = present(d);
        for (m, measure) in d.measures.clone().zip(&dimension.measures) {
            let full = weights.measures[m];
            let points = of_row(m);
            let counts = points.is_some() && its_present > 0.0 && total > 0.0;
            let weight = if counts { d.weight / total * (full.weight / its_present) } else { 0.0 };
            coverage += if points.is_some() { full.effective } else { 0.0 };
            let (value, origin) = origin(measure, at, row);
            parts.push(MeasurePart {
                measure: measure.id,
                dimension: d.id,
                value,
                points,
                full_weight: full.effective,
                weight,
                contribution: points.map_or(0.0, |p| weight * p),
                could_add: points.map_or(0.0, |p| weight * (100.0 - p)),
                origin,
            });
        }
    }
    let mean = (total > 0.0).then(|| parts.iter().map(|p| p.contribution).sum());
    Explanation {
        card: card.id,
        score: mean.filter(|_| weights.is_covered(coverage)),
        mean,
        coverage,
        minimum_coverage: weights.minimum_coverage,
        measures: parts,
    }
}

fn origin(measure: &Measure, at: &At<'_>, row: usize) -> (Option<f64>, Origin) {
    let Some(input) = &measure.input else {
        return (None, Origin::Dropped { why: Absence::NoInput });
    };
    let why = match value_of_row(input, at, 0, row) {
        Ok(value) => return (Some(value), Origin::Present),
        Err(why) => why,
    };
    match measure.absent {
        AbsentPolicy::Skip => (None, Origin::Dropped { why }),
        AbsentPolicy::Worst | AbsentPolicy::Neutral => (None, Origin::Policy { why }),
        AbsentPolicy::LastValue { snapshots } => {
            let oldest = snapshots.min(at.earlier.len() as u32);
            let found = (1..=oldest)
                .find_map(|back| Some((back, value_of_row(input, at, back as usize, row).ok()?)));
            match found {
                Some((snapshots_back, value)) => {
                    (Some(value), Origin::LastValue { snapshots_back, why })
                }
                None => (None, Origin::Dropped { why }),
            }
        }
    }
}
