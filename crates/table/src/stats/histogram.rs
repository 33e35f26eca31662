//! Histograms whose edges are numbers that people like.

use serde::{Deserialize, Serialize};

/// Counts of values in bins of equal width.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Histogram {
    /// The lower edge of the first bin.
    pub start: f64,
    /// The width of a bin: 1, 2 or 5 times a power of ten.
    pub step: f64,
    /// How many values each bin holds; its lower edge is inclusive. The last bin holds the greatest
    /// value even where that is its upper edge.
    pub counts: Vec<u64>,
    /// How many values are absent.
    pub absent: u64,
}

impl Histogram {
    /// Of values in which `NaN` is absent, with at most `bins` bins (at least one). `whole` says that
    /// all values are whole numbers, so that no bin is narrower than 1. `None` when nothing is
    /// present.
    #[must_use]
    pub fn of(values: &[f64], bins: usize, whole: bool) -> Option<Self> {
        let real = || values.iter().copied().filter(|v| v.is_finite());
        let min = real().fold(f64::INFINITY, f64::min);
        let max = real().fold(f64::NEG_INFINITY, f64::max);
        if min > max {
            return None;
        }
        let bins = bins.max(1);
        let mut step = nice_step((max - min) / bins as f64);
        if whole {
            step = step.max(1.0);
        }
        // rounding the first edge down may cost one bin more than there are; numbers at the ends of
        // what a float holds have no edges that people like, and share one bin
        let (mut start, mut count) = (min, 1);
        for _ in 0..4 {
            let first = (min / step).floor() * step;
            let last = ((max - first) / step).floor();
            let closed = last > 0.0 && first + last * step >= max && !whole;
            let needed = if closed { last } else { last + 1.0 };
            if needed <= bins as f64 || (bins == 1 && needed <= 2.0) {
                (start, count) = (first, (needed as usize).min(bins));
                break;
            }
            step = nice_step(step * 1.01);
        }
        let mut counts = vec![0; count.max(1)];
        let last = counts.len() - 1;
        for value in real() {
            let bin = ((value - start) / step) as usize;
            counts[bin.min(last)] += 1;
        }
        let absent = values.iter().filter(|v| !v.is_finite()).count() as u64;
        Some(Self { start, step, counts, absent })
    }

    /// The lower edge of bin `bin`, which is the upper edge of the one before.
    #[must_use]
    pub fn edge(&self, bin: usize) -> f64 {
        self.start + self.step * bin as f64
    }
}

/// The least of 1, 2 and 5 times a power of ten that is not under `least`; 1 for zero.
fn nice_step(least: f64) -> f64 {
    if least.is_nan() || least <= 0.0 || !least.is_finite() {
        return if least == f64::INFINITY { f64::MAX } else { 1.0 };
    }
    let power = 10f64.powi(least.log10().floor() as i32);
    if power <= 0.0 {
        return f64::MIN_POSITIVE;
    }
    let times = [1.0, 2.0, 5.0, 10.0].into_iter().find(|t| t * power >= least * (1.0 - 1e-12));
    times.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(values: &[f64], bins: usize, whole: bool, start: f64, step: f64, counts: &[u64]) {
        let got = Histogram::of(values, bins, whole).unwrap();
        assert_eq!((got.start, got.step, got.counts.as_slice()), (start, step, counts));
    }

    #[test]
    fn edges_that_people_like() {
        check(&[0.0, 1.0, 1.0], 10, true, 0.0, 1.0, &[1, 2]);
        check(&[5.0], 10, true, 5.0, 1.0, &[1]);
        check(&[0.0, 10.0], 5, false, 0.0, 2.0, &[1, 0, 0, 0, 1]);
        check(&[3.0, 97.0], 10, true, 0.0, 10.0, &[1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
        check(&[-3.0, 4.0, f64::NAN], 4, false, -4.0, 2.0, &[1, 0, 0, 1]);
    }

    #[test]
    fn of_nothing() {
        assert_eq!(Histogram::of(&[f64::NAN], 5, false), None);
    }

    #[test]
    fn of_numbers_at_the_ends() {
        for values in [[-1e308, 1e308], [0.0, 5e-324], [1e17, 1e17 + 16.0], [-f64::MAX, f64::MAX]] {
            let got = Histogram::of(&values, 10, false).unwrap();
            assert_eq!(got.counts.iter().sum::<u64>(), 2, "{values:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_value_is_in_its_bin(
            values in proptest::collection::vec(-1e6..1e6f64, 1..50), bins in 1usize..40,
        ) {
            let got = Histogram::of(&values, bins, false).unwrap();
            prop_assert!(got.counts.len() <= bins);
            prop_assert_eq!(got.counts.iter().sum::<u64>(), values.len() as u64);
            let slack = got.step * 1e-9;
            let min = values.iter().copied().fold(f64::INFINITY, f64::min);
            prop_assert!(got.start <= min + slack);
            if bins > 1 {
                let max = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                prop_assert!(got.edge(got.counts.len()) >= max - slack);
            }
        }
    }
}
