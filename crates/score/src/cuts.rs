//! Where to cut the score into levels.

use crate::fate;
use crate::percentile::sorted_present;
use table::numbers::quantile;

/// Cut points that make `levels` groups of about equal size, rounded to a tenth of a point; strictly
/// ascending, so fewer than asked for when many scores are equal. Empty without scores.
#[must_use]
pub fn cuts_by_quantile(scores: &[f64], levels: usize) -> Vec<f64> {
    let shares: Vec<f64> = (1..levels).map(|i| i as f64 / levels as f64).collect();
    cuts_by_shares(scores, &shares)
}

/// Cut points under which the given shares (0–1, ascending) of the scored accounts lie; as
/// [`cuts_by_quantile`].
#[must_use]
pub fn cuts_by_shares(scores: &[f64], shares: &[f64]) -> Vec<f64> {
    let sorted = sorted_present(scores);
    let mut cuts: Vec<f64> = Vec::with_capacity(shares.len());
    for &share in shares {
        let cut = (quantile(&sorted, share) * 10.0).round() / 10.0;
        if cut > 0.0 && cut <= 100.0 && cuts.last().is_none_or(|&last| cut > last) {
            cuts.push(cut);
        }
    }
    cuts
}

/// Bins of one point of score.
const BINS: usize = 100;

/// The cut points, whole points of score, that split the accounts into `levels` groups whose
/// outcomes differ most: they minimise the binomial deviance of the outcome given the group, exactly,
/// by dynamic programming (W. D. Fisher, "On grouping for maximum homogeneity", JASA 53, 1958, with
/// the deviance of Breiman et al., "Classification and Regression Trees", 1984). Each group holds
/// at least 1 % of the accounts. `None` when the outcome does not vary, or the scores do not allow
/// so many groups.
#[must_use]
pub fn cuts_by_outcome(scores: &[f64], fates: &[u8], levels: usize) -> Option<Vec<f64>> {
    // accounts and churned with a score under each whole point
    let mut accounts = [0.0f64; BINS + 1];
    let mut churned = [0.0f64; BINS + 1];
    for (&score, &f) in scores.iter().zip(fates) {
        if !score.is_nan() && f <= fate::CHURNED {
            let bin = (score.max(0.0) as usize).min(BINS - 1);
            accounts[bin + 1] += 1.0;
            churned[bin + 1] += f64::from(f);
        }
    }
    for bin in 1..=BINS {
        accounts[bin] += accounts[bin - 1];
        churned[bin] += churned[bin - 1];
    }
    let (all, left) = (accounts[BINS], churned[BINS]);
    if levels < 2 || left == 0.0 || left == all {
        return None;
    }
    let least = (all / 100.0).max(1.0);
    let deviance = |from: usize, to: usize| {
        let n = accounts[to] - accounts[from];
        let k = churned[to] - churned[from];
        let entropy = |x: f64| if x > 0.0 { -x * (x / n).ln() } else { 0.0 };
        if n < least { f64::INFINITY } else { entropy(k) + entropy(n - k) }
    };
    // best[end]: the least deviance of the groups so far when the last ends at `end`
    let mut best: Vec<f64> = (0..=BINS).map(|end| deviance(0, end)).collect();
    let mut choices = Vec::with_capacity(levels - 1);
    for _ in 1..levels {
        let mut next = vec![f64::INFINITY; BINS + 1];
        let mut choice = vec![0; BINS + 1];
        for end in 1..=BINS {
            for (start, so_far) in best.iter().enumerate().take(end).skip(1) {
                let total = so_far + deviance(start, end);
                if total < next[end] {
                    (next[end], choice[end]) = (total, start);
                }
            }
        }
        best = next;
        choices.push(choice);
    }
    if !best[BINS].is_finite() {
        return None;
    }
    let mut end = BINS;
    let mut cuts: Vec<f64> = Vec::with_capacity(choices.len());
    for choice in choices.iter().rev() {
        end = choice[end];
        cuts.push(end as f64);
    }
    cuts.reverse();
    Some(cuts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_make_equal_groups() {
        let scores: Vec<f64> = (0..=100).map(f64::from).chain([f64::NAN]).collect();
        assert_eq!(cuts_by_quantile(&scores, 4), [25.0, 50.0, 75.0]);
        assert_eq!(cuts_by_shares(&scores, &[0.1, 0.9]), [10.0, 90.0]);
        assert_eq!(cuts_by_quantile(&[7.0; 9], 4), [7.0], "equal scores cannot be told apart");
        assert!(cuts_by_quantile(&[], 4).is_empty());
    }

    #[test]
    fn the_best_split_finds_the_steps() {
        // churn 90 % under 30, 40 % from 30 to 60, 5 % above
        let (mut scores, mut fates) = (Vec::new(), Vec::new());
        for i in 0..2000u32 {
            let score = f64::from(i % 100) + 0.5;
            let rate = if score < 30.0 {
                18
            } else if score < 60.0 {
                8
            } else {
                1
            };
            scores.push(score);
            fates.push(u8::from(i / 100 < rate));
        }
        assert_eq!(cuts_by_outcome(&scores, &fates, 3), Some(vec![30.0, 60.0]));
        let one = cuts_by_outcome(&scores, &fates, 2).unwrap();
        assert!(one == [30.0] || one == [60.0], "{one:?}");
        assert_eq!(cuts_by_outcome(&scores, &vec![0; 2000], 3), None);
        assert_eq!(cuts_by_outcome(&[50.0, 50.0], &[0, 1], 2), None);
    }
}
