//! Arithmetic that whoever reckons with columns shares: sums, quantiles, and what becomes of infinity.

/// A result as it goes on: finite, else not-a-number, which is absent; no negative zero.
#[inline(always)]
#[must_use]
#[expect(clippy::eq_op, reason = "infinite less itself is not a number, without a branch")]
pub fn settle(x: f64) -> f64 {
    let nothing = x - x; // 0 for what is finite, else not-a-number
    x + nothing
}

/// A sum that keeps what each addition rounds away (A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur
/// Summation endlicher Summen", ZAMM 54, 1974): money does not gather errors over half a million rows.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sum {
    sum: f64,
    lost: f64,
}

impl Sum {
    /// Adds a number.
    #[inline]
    pub fn add(&mut self, x: f64) {
        let next = self.sum + x;
        let big = self.sum.abs() >= x.abs();
        self.lost += if big { (self.sum - next) + x } else { (x - next) + self.sum };
        self.sum = next;
    }

    /// The sum so far.
    #[must_use]
    pub fn total(self) -> f64 {
        self.sum + self.lost
    }
}

/// The [`Sum`] of some numbers.
#[must_use]
pub fn sum(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut sum = Sum::default();
    values.into_iter().for_each(|x| sum.add(x));
    sum.total()
}

/// The value below which the share `q` (0–1) of a sorted slice lies: linear between order statistics (R.
/// Hyndman, Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996, type 7;
/// Excel's `PERCENTILE.INC`). Not-a-number for an empty slice.
#[must_use]
pub fn quantile(sorted: &[f64], q: f64) -> f64 {
    let Some((low, part)) = place(sorted.len(), q) else { return f64::NAN };
    between(sorted[low], part, || sorted[low + 1])
}

/// [`quantile`] of numbers in any order, which are put into another.
#[must_use]
pub fn quantile_of(numbers: &mut [f64], q: f64) -> f64 {
    let Some((low, part)) = place(numbers.len(), q) else { return f64::NAN };
    let (_, below, above) = numbers.select_nth_unstable_by(low, f64::total_cmp);
    between(*below, part, || above.iter().copied().fold(f64::INFINITY, f64::min))
}

/// Which order statistic lies below, and how far on to the next the quantile lies: 0 where there is no next.
fn place(count: usize, q: f64) -> Option<(usize, f64)> {
    let at = q.clamp(0.0, 1.0) * count.checked_sub(1)? as f64;
    Some((at.floor() as usize, at.fract()))
}

fn between(below: f64, part: f64, above: impl Fn() -> f64) -> f64 {
    if part == 0.0 { below } else { below + (above() - below) * part }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn money_adds_up() {
        assert_eq!(sum([0.1; 10]), 1.0);
        assert_eq!(sum([1e16, 1.0, -1e16]), 1.0);
    }

    #[test]
    fn what_is_not_finite_is_absent() {
        assert_eq!(settle(1.5), 1.5);
        assert!(settle(-0.0).is_sign_positive());
        assert!(
            [f64::INFINITY, f64::NEG_INFINITY, f64::NAN].into_iter().all(|x| settle(x).is_nan())
        );
    }

    #[test]
    fn quantiles_as_in_a_spreadsheet() {
        let sorted = [1.0, 2.0, 4.0, 8.0];
        let all = [0.0, 0.25, 0.5, 0.75, 1.0, 2.0].map(|q| quantile(&sorted, q));
        assert_eq!(all, [1.0, 1.75, 3.0, 5.0, 8.0, 8.0]);
        assert!(quantile(&[], 0.5).is_nan() && quantile_of(&mut [], 0.5).is_nan());
    }

    proptest! {
        #[test]
        fn the_order_does_not_matter(
            mut numbers in prop::collection::vec(-1e6..1e6, 1..40), q in 0.0..=1.0,
        ) {
            let mut sorted = numbers.clone();
            sorted.sort_by(f64::total_cmp);
            prop_assert_eq!(quantile_of(&mut numbers, q), quantile(&sorted, q));
        }
    }
}
