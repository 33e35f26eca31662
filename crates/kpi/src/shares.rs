//! How much of a change comes from each input, adding up to it exactly.

mod orders;
mod settle;

use crate::graph::{Function, finite};
use serde::{Deserialize, Serialize};
pub(crate) use settle::settle;

/// Up to so many inputs that changed, every order is counted; above, orders are drawn.
pub const MOST_EXACT: usize = 10;
/// How many orders are drawn, in pairs of an order and its reverse.
pub(crate) const DRAWN_PAIRS: usize = 256;

/// A change, shared out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Split {
    /// One share an input, in order; together the change, to the last digits of the largest of them. An
    /// input that did not change has 0.
    Shares(Vec<f64>),
    /// The inputs moved it together: in no order of change is every step defined (a division by zero
    /// on the way, say), so no part of it is due to one of them.
    Together(f64),
    /// There is no change to share out.
    Unknown(Unshared),
}

/// Why there are no shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unshared {
    /// There was no figure before.
    AbsentBefore,
    /// There is no figure now.
    AbsentNow,
    /// There is a figure on neither side.
    AbsentBoth,
}

/// The shares of the change of `function` when its inputs go from `before` to `now` (same length, `NaN`
/// is absent): differences where the function is a sum, else Shapley values, the mean over all orders
/// in which the inputs may change one after the other of the step that each makes (L. S. Shapley, "A
/// value for n-person games", 1953; of changes: A. Shorrocks, "Decomposition procedures for
/// distributional analysis", 1999/2013). Where some orders have a step that is not defined the mean is
/// over the others, so the shares still telescope. Above [`MOST_EXACT`] changed inputs orders are drawn
/// with a fixed seed, each with its reverse (J. Castro et al., "Polynomial calculation of the Shapley
/// value based on sampling", 2009): every order adds up to the change, hence so does their mean.
#[must_use]
pub fn shares(function: &impl Function, before: &[f64], now: &[f64]) -> Split {
    let then = finite(function.value(before));
    let value = finite(function.value(now));
    match (then.is_nan(), value.is_nan()) {
        (true, true) => return Split::Unknown(Unshared::AbsentBoth),
        (true, false) => return Split::Unknown(Unshared::AbsentBefore),
        (false, true) => return Split::Unknown(Unshared::AbsentNow),
        (false, false) => {}
    }
    let change = value - then;
    let mut shares = vec![0.0; before.len()];
    let present = |row: &[f64]| row.iter().all(|v| !v.is_nan());
    if let Some(weights) = function.weights()
        && present(before)
        && present(now)
    {
        for (share, ((w, a), b)) in shares.iter_mut().zip(weights.iter().zip(before).zip(now)) {
            *share = w * (b - a);
        }
        settle(&mut shares, change);
        return Split::Shares(shares);
    }
    let same = |a: f64, b: f64| a == b || a.is_nan() && b.is_nan();
    let moved: Vec<usize> = (0..before.len()).filter(|i| !same(before[*i], now[*i])).collect();
    let game = orders::Game { function, before, now, moved: &moved };
    let found = if moved.len() <= MOST_EXACT { game.exact() } else { game.drawn(DRAWN_PAIRS) };
    let Some(found) = found else { return Split::Together(change) };
    for (at, share) in moved.iter().zip(found) {
        shares[*at] = share;
    }
    settle(&mut shares, change);
    Split::Shares(shares)
}

#[cfg(test)]
mod tests {
    use super::{DRAWN_PAIRS, Split, Unshared, orders, shares};
    use crate::graph::Function;
    use crate::testing::{Calc, figures, orders_mean};
    use proptest::prelude::*;
    use table::numbers::sum;

    #[test]
    fn named_cases() {
        let nan = f64::NAN;
        let minus = Calc::Weighted(vec![1.0, -1.0]);
        assert_eq!(shares(&minus, &[5.0, 1.0], &[9.0, 2.0]), Split::Shares(vec![4.0, -1.0]));
        // 2 × 3 → 4 × 5: each order gives one factor the other's old value, the other its new one.
        let product = shares(&Calc::Product, &[2.0, 3.0], &[4.0, 5.0]);
        assert_eq!(product, Split::Shares(vec![8.0, 6.0]));
        // An input that did not move has no share.
        let ratio = shares(&Calc::Quotient, &[2.0, 4.0], &[3.0, 4.0]);
        assert_eq!(ratio, Split::Shares(vec![0.25, 0.0]));
        let absent = |a, b| shares(&Calc::Product, &[a], &[b]);
        assert_eq!(absent(nan, 1.0), Split::Unknown(Unshared::AbsentBefore));
        assert_eq!(absent(1.0, nan), Split::Unknown(Unshared::AbsentNow));
        assert_eq!(absent(nan, nan), Split::Unknown(Unshared::AbsentBoth));
    }

    /// 1 ÷ (a + b): while one of them has changed and the other has not, it is not defined.
    struct Inverse;
    impl Function for Inverse {
        fn value(&self, x: &[f64]) -> f64 {
            1.0 / (x[0] + x[1])
        }
    }

    #[test]
    fn orders_that_are_not_defined_do_not_count() {
        assert_eq!(shares(&Inverse, &[1.0, 1.0], &[-1.0, -1.0]), Split::Together(-1.0));
        // With a first it would be 1 ÷ 0, so only the order in which b is first counts.
        let one = shares(&Inverse, &[1.0, 1.0], &[-1.0, 3.0]);
        assert_eq!(one, Split::Shares(vec![0.5 - 0.25, 0.25 - 0.5]));
    }

    #[test]
    fn drawn_orders_come_near_to_all_of_them() {
        let before = [3.0, 1.0, 2.0, 5.0, 4.0, 1.5, 2.5];
        let now = [4.0, 2.0, 2.5, 4.0, 4.5, 2.0, 1.0];
        let moved: Vec<usize> = (0..7).collect();
        let game =
            orders::Game { function: &Calc::Quotient, before: &before, now: &now, moved: &moved };
        let (exact, drawn) = (game.exact().unwrap(), game.drawn(DRAWN_PAIRS).unwrap());
        let size = exact.iter().map(|s| s.abs()).sum::<f64>();
        for (a, b) in exact.iter().zip(&drawn) {
            assert!((a - b).abs() < 0.03 * size, "{a} {b}");
        }
    }

    fn calc(inputs: usize) -> impl Strategy<Value = Calc> {
        prop_oneof![
            Just(Calc::Weighted((0..inputs).map(|i| i as f64 - 1.5).collect())),
            Just(Calc::Product),
            Just(Calc::Quotient),
            Just(Calc::Greatest),
            Just(Calc::Jump),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_500))]
        #[test]
        fn the_mean_over_all_orders(
            (function, before, now) in (2usize..6).prop_flat_map(|n| (calc(n), figures(n), figures(n))),
        ) {
            let change = function.value(&now) - function.value(&before);
            match shares(&function, &before, &now) {
                Split::Shares(shares) => {
                    let expected = orders_mean(&function, &before, &now).unwrap();
                    let scale = expected.iter().fold(change.abs(), |m, s| m.max(s.abs()));
                    for (found, expected) in shares.iter().zip(&expected) {
                        prop_assert!((found - expected).abs() <= 1e-9 * scale);
                    }
                    prop_assert!((sum(shares.iter().copied()) - change).abs() <= 1e-9 * scale);
                }
                Split::Together(whole) => {
                    prop_assert_eq!(whole, change);
                    prop_assert_eq!(orders_mean(&function, &before, &now), None);
                }
                Split::Unknown(_) => prop_assert!(!change.is_finite()),
            }
        }

        #[test]
        fn many_inputs_add_up_as_well(
            (function, before, now) in (11usize..16).prop_flat_map(|n| (calc(n), figures(n), figures(n))),
        ) {
            let change = function.value(&now) - function.value(&before);
            if let Split::Shares(shares) = shares(&function, &before, &now) {
                let scale = shares.iter().fold(change.abs(), |m, s| m.max(s.abs()));
                prop_assert!((sum(shares.iter().copied()) - change).abs() <= 1e-9 * scale);
            }
        }
    }
}
