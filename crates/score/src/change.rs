//! Why the score moved: the customer, or the scorecard.

use crate::{Explanation, ItemId};
use serde::{Deserialize, Serialize};

/// What a measure did to the change of an account's score.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangeShare {
    /// Which measure.
    pub measure: ItemId,
    /// Points before and now, `None` where the measure did not count.
    pub points: (Option<f64>, Option<f64>),
    /// The part of the change that comes from the measure's points: mean weight × change of points.
    pub by_points: f64,
    /// The part that comes from its weight for this account, because measures came or went: change
    /// of weight × (its mean points − mean of the two scores).
    pub by_weight: f64,
}

/// The change of one account's score between two snapshots, shared out exactly.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScoreChange {
    /// The score then, under the scorecards of then.
    pub before: f64,
    /// The score now.
    pub after: f64,
    /// What the new scorecards alone did: the score of then under the scorecards of now, less
    /// `before`. 0 when they are the same.
    pub by_scorecard: f64,
    /// Whether two versions of the scorecards are compared; the screen has to say so.
    pub scorecard_changed: bool,
    /// Per measure; with `by_scorecard` they add up to after − before.
    pub shares: Vec<ChangeShare>,
}

/// Shares out the change of an account's score from `before` to `after`, both explained under the
/// scorecards of now. `recorded` is the score of then under the scorecards of then, where these
/// were others. `None` when either side has no score.
///
/// A score is Σ weight × points with weights that sum to 1. The change of each product is split at
/// the midpoint, which is its Shapley value for two factors: mean weight × Δpoints + mean points ×
/// Δweight. As the Δweights sum to 0, a constant may be taken off the points they multiply: with
/// the mean of the two scores taken off, a measure that appears counts for as much as it stands out.
/// A measure that is present on one side only is taken to have the same points on the other.
#[must_use]
pub fn score_change(
    before: &Explanation,
    after: &Explanation,
    recorded: Option<f64>,
) -> Option<ScoreChange> {
    let (then, now) = (before.score?, after.score?);
    let level = f64::midpoint(then, now);
    let find = |e: &Explanation, id| {
        e.measures.iter().find(|m| m.measure == id).and_then(|m| Some((m.weight, m.points?)))
    };
    let gone =
        before.measures.iter().filter(|m| !after.measures.iter().any(|a| a.measure == m.measure));
    let shares = after
        .measures
        .iter()
        .chain(gone)
        .filter_map(|m| {
            let (old, new) = (find(before, m.measure), find(after, m.measure));
            let (w0, p0) = old.or(new.map(|(_, p)| (0.0, p)))?;
            let (w1, p1) = new.or(old.map(|(_, p)| (0.0, p)))?;
            Some(ChangeShare {
                measure: m.measure,
                points: (old.map(|o| o.1), new.map(|n| n.1)),
                by_points: f64::midpoint(w0, w1) * (p1 - p0),
                by_weight: (w1 - w0) * (f64::midpoint(p0, p1) - level),
            })
        })
        .collect();
    Some(ScoreChange {
        before: recorded.unwrap_or(then),
        after: now,
        by_scorecard: recorded.map_or(0.0, |r| then - r),
        scorecard_changed: recorded.is_some(),
        shares,
    })
}
