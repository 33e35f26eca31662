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
    auc_and_spearman(values, fates).map(|(auc, _)| auc)
}

/// With the area, at no further cost, Spearman's ρ of the values with having stayed (1) or left (0);
/// `None` for ρ where the values do not vary.
pub(crate) fn auc_and_spearman(values: &[f64], fates: &[u8]) -> Option<(Auc, Option<f64>)> {
    let mut kinds = [Vec::new(), Vec::new()];
    for (v, &f) in values.iter().zip(fates) {
        if f <= fate::CHURNED && !v.is_nan() {
            kinds[usize::from(f)].push(key(*v));
        }
    }
    kinds.iter_mut().for_each(|kind| kind.sort_unstable());
    let [retained, churned] = kinds;
    let (m, n) = (retained.len() as f64, churned.len() as f64);
    if m == 0.0 || n == 0.0 {
        return None;
    }

    // Walking the ties upwards: each retained account of a tie is above `churned_below` churned ones
    // and level with the tie's; each churned one is under what of the retained is left.
    let (mut up, mut down) = (Moments::default(), Moments::default());
    let (mut i, mut j) = (0, 0);
    let mut tied = 0.0; // Σ t³ − t over the ties
    while let Some(&least) = [retained.get(i), churned.get(j)].into_iter().flatten().min() {
        let (retained_below, churned_below) = (i as f64, j as f64);
        i += retained[i..].iter().take_while(|k| **k == least).count();
        j += churned[j..].iter().take_while(|k| **k == least).count();
        let (stayed, left) = (i as f64 - retained_below, j as f64 - churned_below);
        up.add((churned_below + left / 2.0) / n, stayed);
        down.add((m - retained_below - stayed / 2.0) / m, left);
        let t = stayed + left;
        tied += t * t * t - t;
    }
    let auc = up.mean();
    let interval = (m > 1.0 && n > 1.0).then(|| {
        let half = Z95 * (up.variance() / m + down.variance() / n).sqrt();
        Interval { estimate: auc, low: (auc - half).max(0.0), high: (auc + half).min(1.0) }
    });
    // The ranks of the retained sum to mn·AUC + m(m + 1)/2, so Pearson's r of the mid-ranks needs
    // nothing but the area and the ties.
    let all = m + n;
    let of_ranks = (all * all * all - all - tied) / 12.0;
    let rho = m * n * (auc - 0.5) / (of_ranks * (m * n / all)).sqrt();
    let spearman = (of_ranks > 0.0).then(|| rho.clamp(-1.0, 1.0));
    Some((Auc { auc, interval, retained: m as u64, churned: n as u64 }, spearman))
}

/// A whole number in the order of the value: whole numbers sort twice as fast as doubles.
fn key(value: f64) -> u64 {
    let bits = (value + 0.0).to_bits(); // −0 becomes 0
    bits ^ (((bits as i64 >> 63) as u64) | 1 << 63)
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
