//! The mean step of each input over the orders in which they may change.

use crate::graph::{Function, finite};
use table::random::SplitMix64;

/// Inputs that change one after the other.
pub(super) struct Game<'a, F> {
    pub(super) function: &'a F,
    pub(super) before: &'a [f64],
    pub(super) now: &'a [f64],
    /// The inputs that changed.
    pub(super) moved: &'a [usize],
}

/// The seed of the drawn orders: the same tree gives the same shares.
const SEED: u64 = 0x6b70_6921;

impl<F: Function> Game<'_, F> {
    /// Over all orders, by sets of inputs that have changed: how many orders lead to a set with every
    /// step defined, and how many lead on from it. `None` when no order is defined throughout.
    pub(super) fn exact(&self) -> Option<Vec<f64>> {
        let n = self.moved.len();
        let sets = 1_usize << n;
        let values = self.values(sets);
        // At most 10! orders: whole numbers that f64 holds exactly.
        let mut ways_to = vec![0.0; sets];
        let mut ways_on = vec![0.0; sets];
        (ways_to[0], ways_on[sets - 1]) = (1.0, 1.0);
        for set in 1..sets {
            if !values[set].is_nan() {
                ways_to[set] = bits(set, n).map(|i| ways_to[set & !(1 << i)]).sum();
            }
        }
        for set in (0..sets - 1).rev() {
            if !values[set].is_nan() {
                ways_on[set] = bits(!set, n).map(|i| ways_on[set | 1 << i]).sum();
            }
        }
        let orders = ways_to[sets - 1];
        if orders == 0.0 {
            return None;
        }
        let mut shares = vec![0.0; n];
        for set in 0..sets - 1 {
            for i in bits(!set, n) {
                let then = set | 1 << i;
                let ways = ways_to[set] * ways_on[then];
                if ways > 0.0 {
                    shares[i] += ways / orders * (values[then] - values[set]);
                }
            }
        }
        Some(shares)
    }

    /// The result for each set of inputs that have changed, as bits.
    fn values(&self, sets: usize) -> Vec<f64> {
        let mut row = self.before.to_vec();
        let value = |set: usize| {
            for (i, &at) in self.moved.iter().enumerate() {
                row[at] = if set >> i & 1 == 1 { self.now[at] } else { self.before[at] };
            }
            finite(self.function.value(&row))
        };
        (0..sets).map(value).collect()
    }

    /// Over drawn orders, each with its reverse. `None` when none of them is defined throughout.
    pub(super) fn drawn(&self, pairs: usize) -> Option<Vec<f64>> {
        let n = self.moved.len();
        let mut random = SplitMix64::new(SEED);
        let mut order: Vec<usize> = (0..n).collect();
        let mut shares = vec![0.0; n];
        let mut steps = vec![0.0; n];
        let mut row = Vec::new();
        let mut defined = 0_u32;
        for half in 0..2 * pairs {
            if half % 2 == 0 {
                random.shuffle(&mut order);
            } else {
                order.reverse();
            }
            if self.walk(&order, &mut row, &mut steps) {
                defined += 1;
                for (share, step) in shares.iter_mut().zip(&steps) {
                    *share += step;
                }
            }
        }
        shares.iter_mut().for_each(|s| *s /= f64::from(defined));
        (defined > 0).then_some(shares)
    }

    /// The steps of one order; false when one of them is not defined.
    fn walk(&self, order: &[usize], row: &mut Vec<f64>, steps: &mut [f64]) -> bool {
        row.clear();
        row.extend(self.before);
        let mut last = self.function.value(row);
        for &i in order {
            let at = self.moved[i];
            row[at] = self.now[at];
            let next = self.function.value(row);
            if !next.is_finite() {
                return false;
            }
            steps[i] = next - last;
            last = next;
        }
        true
    }
}

/// The bits of a set among the first `n`.
fn bits(set: usize, n: usize) -> impl Iterator<Item = usize> {
    (0..n).filter(move |i| set >> i & 1 == 1)
}
