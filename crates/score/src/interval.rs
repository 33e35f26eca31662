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

/// One share ÷ another with its 95 % interval, each share as successes and trials; `None` when a side has no
/// trials, or the other share is 0.
///
/// The interval is put together from those of [`wilson`] (MOVER-R: A. Donner, G. Y. Zou, "Closed-form
/// confidence intervals for functions of the normal mean and standard deviation", Statistical Methods in
/// Medical Research 21, 2012), so that it can be had for few trials, and for a share of 0 or 1.
#[must_use]
pub fn ratio_of_shares(one: (u64, u64), other: (u64, u64)) -> Option<Interval> {
    let (p, q) = (wilson(one.0, one.1)?, wilson(other.0, other.1)?);
    if other.0 == 0 {
        return None;
    }
    let product = p.estimate * q.estimate;
    // the squares of what each end lies off, as parts of the squares of the estimates
    let part = |end: f64, estimate: f64| end * (2.0 * estimate - end);
    let root = |a: f64, b: f64| (product * product - a * b).max(0.0).sqrt();
    let (p_low, q_high) = (part(p.low, p.estimate), part(q.high, q.estimate));
    let (p_high, q_low) = (part(p.high, p.estimate), part(q.low, q.estimate));
    // written so that nothing is divided by what may be 0 where the other share is near 0
    let under = product + root(p_low, q_high);
    Some(Interval {
        estimate: p.estimate / q.estimate,
        low: if under > 0.0 { p_low / under } else { 0.0 },
        high: (product + root(p_high, q_low)) / q_low,
    })
}

#[cfg(test)]
mod tests {
    use super::{ratio_of_shares, wilson};

    #[test]
    fn a_ratio_of_shares() {
        let even = ratio_of_shares((50, 100), (50, 100)).unwrap();
        assert_eq!(even.estimate, 1.0);
        // symmetric about 1 as a factor: what one side gains, the other loses
        assert!((even.low * even.high - 1.0).abs() < 1e-12, "{even:?}");
        let (a, b) = ((40, 50), (20, 50));
        let (there, back) = (ratio_of_shares(a, b).unwrap(), ratio_of_shares(b, a).unwrap());
        assert!((there.low * back.high - 1.0).abs() < 1e-12, "{there:?} {back:?}");
        assert!(there.low > 1.0 && there.low < 2.0 && there.high > 2.0, "{there:?}");
        let none = ratio_of_shares((0, 10), (5, 10)).unwrap();
        assert!(none.low == 0.0 && none.estimate == 0.0 && none.high > 0.0 && none.high < 1.0);
        let few = ratio_of_shares((1, 1), (1, 40)).unwrap();
        assert!(few.low < few.estimate && few.estimate < few.high && few.high.is_finite());
        assert_eq!(ratio_of_shares((1, 2), (0, 2)), None);
        assert_eq!(ratio_of_shares((1, 2), (0, 0)), None);
    }

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
