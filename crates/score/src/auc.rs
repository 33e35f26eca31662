//! How well a number tells those who stayed from those who left.

use crate::fate;
use crate::interval::{Interval, Z95};

/// An area under the ROC curve, with the counts behind it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Auc {
    /// The probability that a retained account has a higher value than a churned one, ties half.
    pub auc: f64,
    /// The 95 % interval, cut to 0–1; `None` with fewer than two accounts of either kind.
    pub interval: Option<Interval>,
    /// Retained accounts with a value.
    pub retained: u64,
    /// Churned accounts with a value.
    pub churned: u64,
}

/// The area under the ROC curve of `values` against `fates` with the interval of DeLong, DeLong and
/// Clarke-Pearson ("Comparing the areas under two or more correlated ROC curves", Biometrics 44,
/// 1988), by mid-ranks in n log n (Sun and Xu, IEEE Signal Processing Letters 21, 2014).
///
/// Accounts without a value or with an unknown fate are left out; `None` when one kind is missing.
#[must_use]
pub fn auc(values: &[f64], fates: &[u8]) -> Option<Auc> {
    let mut known: Vec<(f64, bool)> = values
        .iter()
        .zip(fates)
        .filter(|(v, f)| !v.is_nan() && **f <= fate::CHURNED)
        .map(|(v, f)| (*v, *f == fate::RETAINED))
        .collect();
    let m = known.iter().filter(|k| k.1).count() as f64;
    let n = known.len() as f64 - m;
    if m == 0.0 || n == 0.0 {
        return None;
    }
    known.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));

    // Walking the ties upwards: each retained account of a tie is above `churned_below` churned ones
    // and level with the tie's; each churned one is under what of the retained is left.
    let (mut retained_below, mut churned_below) = (0.0, 0.0);
    let (mut up, mut down) = (Moments::default(), Moments::default());
    for ties in known.chunk_by(|a, b| a.0 == b.0) {
        let retained = ties.iter().filter(|t| t.1).count() as f64;
        let churned = ties.len() as f64 - retained;
        up.add((churned_below + churned / 2.0) / n, retained);
        down.add((m - retained_below - retained / 2.0) / m, churned);
        retained_below += retained;
        churned_below += churned;
    }
    let auc = up.mean();
    let interval = (m > 1.0 && n > 1.0).then(|| {
        let half = Z95 * (up.variance() / m + down.variance() / n).sqrt();
        Interval { estimate: auc, low: (auc - half).max(0.0), high: (auc + half).min(1.0) }
    });
    Some(Auc { auc, interval, retained: m as u64, churned: n as u64 })
}

/// Count, mean and spread, with repeated values added at once (Welford 1962, weighted).
#[derive(Default)]
struct Moments {
    count: f64,
    mean: f64,
    squares: f64,
}

impl Moments {
    fn add(&mut self, value: f64, times: f64) {
        if times > 0.0 {
            self.count += times;
            let off = value - self.mean;
            self.mean += off * times / self.count;
            self.squares += times * off * (value - self.mean);
        }
    }

    fn mean(&self) -> f64 {
        self.mean
    }

    fn variance(&self) -> f64 {
        self.squares / (self.count - 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::auc;

    #[test]
    fn perfect_reversed_and_blind() {
        let of = |v: &[f64], f: &[u8]| auc(v, f).map(|a| a.auc);
        assert_eq!(of(&[1.0, 2.0, 3.0, 4.0], &[1, 1, 0, 0]), Some(1.0));
        assert_eq!(of(&[1.0, 2.0, 3.0, 4.0], &[0, 0, 1, 1]), Some(0.0));
        assert_eq!(of(&[5.0, 5.0], &[0, 1]), Some(0.5));
        assert_eq!(of(&[1.0, 2.0, 3.0], &[0, 0, 2]), None);
        assert_eq!(of(&[1.0, f64::NAN, 3.0], &[1, 0, 0]), Some(1.0));
    }

    #[test]
    fn delong_variance_of_a_worked_example() {
        // retained 1, 3, 4 and churned 0, 2: V10 = ½, 1, 1 and V01 = 1, ⅔;
        // variance = (1/12)/3 + (1/18)/2 = 1/18
        let a = auc(&[1.0, 3.0, 4.0, 0.0, 2.0], &[0, 0, 0, 1, 1]).unwrap();
        assert!((a.auc - 5.0 / 6.0).abs() < 1e-12);
        let half = 1.959_963_984_540_054 * (1.0f64 / 18.0).sqrt();
        let interval = a.interval.unwrap();
        assert!((interval.low - (5.0 / 6.0 - half)).abs() < 1e-12);
        assert_eq!(interval.high, 1.0);
    }
}
