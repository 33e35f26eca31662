//! Estimates with what is known of their precision.

use serde::{Deserialize, Serialize};

/// The 97.5 % point of the normal distribution: 95 % lie within ± this many standard errors.
pub(crate) const Z95: f64 = 1.959_963_984_540_054;

/// An estimate with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The estimate.
    pub estimate: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    /// Whether the interval holds a value, ends included.
    #[must_use]
    pub fn holds(&self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// A share of successes with its 95 % score interval (E. B. Wilson, "Probable inference, the law of
/// succession, and statistical inference", JASA 22, 1927); `None` without trials.
#[must_use]
pub fn wilson(successes: u64, trials: u64) -> Option<Interval> {
    if trials == 0 {
        return None;
    }
    let (n, z2) = (trials as f64, Z95 * Z95);
    let p = successes as f64 / n;
    let centre = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z95 * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt() / (1.0 + z2 / n);
    Some(Interval {
        estimate: p,
        low: if successes == 0 { 0.0 } else { (centre - half).max(0.0) },
        high: if successes == trials { 1.0 } else { (centre + half).min(1.0) },
    })
}

#[cfg(test)]
mod tests {
    use super::wilson;

    #[test]
    fn wilson_by_the_book() {
        // 10 of 100: 5.52 % … 17.44 % (Newcombe 1998, method 3)
        let i = wilson(10, 100).unwrap();
        assert!((i.low - 0.0552).abs() < 5e-5 && (i.high - 0.1744).abs() < 5e-5, "{i:?}");
        // 0 of 20: 0 … 16.11 %
        let none = wilson(0, 20).unwrap();
        assert!(none.low == 0.0 && (none.high - 0.1611).abs() < 5e-5, "{none:?}");
        assert_eq!(wilson(20, 20).unwrap().high, 1.0);
        assert_eq!(wilson(0, 0), None);
    }
}
