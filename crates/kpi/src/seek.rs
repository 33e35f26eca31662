//! Which figure of one node brings another to a goal.

use crate::graph::{Function, Graph};
use serde::{Deserialize, Serialize};

/// What seeking found.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sought {
    /// With this figure the goal is reached; of several the nearest to where it stands.
    Reached(f64),
    /// No figure within the bounds reaches it. What was reached lies between these two.
    OutOfReach {
        /// The lowest.
        low: f64,
        /// The highest.
        high: f64,
    },
    /// Whatever the figure, there is no result: something else is absent.
    NoValue,
}

/// Steps of the first look over the bounds, to either side of where the figure stands.
const STEPS: usize = 64;
/// Enough for every bracket to shrink to the last digits.
const MOST_ROUNDS: usize = 200;

/// Seeks the figure of place `lever` (its rule is cut) for which place `of` becomes `goal`, between
/// `low` and `high`, from where the lever stands now. Other `overrides` hold.
#[must_use]
pub fn goal_seek<F: Function>(
    graph: &Graph<F>,
    (lever, low, high): (usize, f64, f64),
    (of, goal): (usize, f64),
    given: &[f64],
    overrides: &[f64],
) -> Sought {
    let mut cut = vec![f64::NAN; graph.len()];
    for (cut, o) in cut.iter_mut().zip(overrides) {
        *cut = *o;
    }
    let mut values = graph.values(given, &cut);
    let (Some(&start), true) = (values.get(lever), of < graph.len()) else {
        return Sought::NoValue;
    };
    seek(
        |x| {
            cut[lever] = x;
            graph.values_into(given, &cut, &mut values);
            values[of]
        },
        goal,
        start,
        (low, high),
    )
}

/// Seeks `x` between `low` and `high` with `f(x)` = `goal`, the nearest to `start` (`NaN`: to the
/// middle): looks over the bounds in steps, finer around the start, and closes in where the goal lies
/// between two neighbours. `f` may be absent (`NaN`) here and there, and may jump.
#[must_use]
pub fn seek(
    mut f: impl FnMut(f64) -> f64,
    goal: f64,
    start: f64,
    (low, high): (f64, f64),
) -> Sought {
    let (low, high) = (low.min(high), low.max(high));
    let start = if start.is_nan() { low / 2.0 + high / 2.0 } else { start.clamp(low, high) };
    let close = |y: f64, scale: f64| (y - goal).abs() <= 1e-9 * scale;
    let points: Vec<(f64, f64)> = look(low, start, high).into_iter().map(|x| (x, f(x))).collect();
    let found = points.iter().filter(|p| close(p.1, goal.abs())).map(|p| p.0);
    let mut best = nearest(found, start);
    for pair in points.windows(2) {
        let [(a, at_a), (b, at_b)] = [pair[0], pair[1]];
        let between = (at_a - goal) * (at_b - goal) < 0.0;
        let distance = (a - start).abs().min((b - start).abs());
        if between && best.is_none_or(|x: f64| distance < (x - start).abs()) {
            let x = itp(|x| f(x) - goal, (a, at_a - goal), (b, at_b - goal));
            // A jump over the goal does not reach it. What is near depends on what the figure is made of: of a
            // difference of thousands that is to be 0, rounding leaves more than of a share.
            if close(f(x), goal.abs().max(at_a.abs()).max(at_b.abs())) {
                best = nearest(best.into_iter().chain([x]), start);
            }
        }
    }
    if let Some(x) = best {
        return Sought::Reached(x);
    }
    let present = || points.iter().map(|p| p.1).filter(|y| y.is_finite());
    match (present().reduce(f64::min), present().reduce(f64::max)) {
        (Some(low), Some(high)) => Sought::OutOfReach { low, high },
        _ => Sought::NoValue,
    }
}

fn nearest(of: impl Iterator<Item = f64>, to: f64) -> Option<f64> {
    of.min_by(|a, b| (a - to).abs().total_cmp(&(b - to).abs()))
}

/// Points over the bounds, ascending, closer together the nearer to the start.
fn look(low: f64, start: f64, high: f64) -> Vec<f64> {
    let towards = |end: f64, i: usize| {
        let part = i as f64 / STEPS as f64;
        start + (end - start) * part * part
    };
    let mut points: Vec<f64> = (1..=STEPS).rev().map(|i| towards(low, i)).collect();
    points.push(start);
    points.extend((1..=STEPS).map(|i| towards(high, i)));
    points.dedup();
    points
}

/// Where `f` is 0 between two points with opposite signs, by the method of I. Oliveira and R.
/// Takahashi, "An enhancement of the bisection method average performance preserving minmax
/// optimality", ACM TOMS 47, 2020: interpolates, truncates towards the middle, projects onto where
/// bisection would be at worst. An absent value within counts as the sign of the upper end.
fn itp(mut f: impl FnMut(f64) -> f64, a: (f64, f64), b: (f64, f64)) -> f64 {
    let ((mut a, mut at_a), (mut b, mut at_b)) = (a, b);
    let upper = at_b.signum();
    let (k1, n0) = (0.2 / (b - a), 1.0);
    let tolerance = f64::EPSILON * a.abs().max(b.abs());
    let bisections = ((b - a) / (2.0 * tolerance).max(f64::MIN_POSITIVE)).log2().ceil().max(0.0);
    for round in 0..MOST_ROUNDS {
        if b - a <= 2.0 * tolerance {
            break;
        }
        let middle = a + (b - a) / 2.0;
        let most = tolerance * (bisections + n0 - round as f64).exp2();
        let radius = (most - (b - a) / 2.0).max(0.0);
        let truncation = k1 * (b - a) * (b - a);
        let straight = (at_b * a - at_a * b) / (at_b - at_a);
        let side = (middle - straight).signum();
        let cut = if truncation <= (middle - straight).abs() {
            straight + side * truncation
        } else {
            middle
        };
        let x = if (cut - middle).abs() <= radius { cut } else { middle - side * radius };
        let x = if x > a && x < b { x } else { middle };
        let y = f(x);
        if y == 0.0 {
            return x;
        }
        if y.is_nan() || y.signum() == upper {
            (b, at_b) = (x, if y.is_nan() { upper } else { y });
        } else {
            (a, at_a) = (x, y);
        }
    }
    if at_a.abs() < at_b.abs() { a } else { b }
}

#[cfg(test)]
mod tests {
    use super::{Sought, goal_seek, seek};
    use crate::testing::members;
    use proptest::prelude::*;

    fn reached(sought: Sought) -> f64 {
        match sought {
            Sought::Reached(x) => x,
            other => unreachable!("{other:?}"),
        }
    }

    #[test]
    fn goals() {
        let line = reached(seek(|x| 3.0 * x + 1.0, 10.0, 1.0, (0.0, 100.0)));
        assert!((line - 3.0).abs() < 1e-9);
        // Of two the nearer one.
        assert!((reached(seek(|x| x * x, 4.0, -1.0, (-10.0, 10.0))) + 2.0).abs() < 1e-9);
        assert!((reached(seek(|x| x * x, 4.0, 1.5, (-10.0, 10.0))) - 2.0).abs() < 1e-9);
        assert_eq!(seek(|x| x, 5.0, 5.0, (0.0, 9.0)), Sought::Reached(5.0));
        assert_eq!(seek(|x| 0.0 * x, 0.0, 5.0, (0.0, 9.0)), Sought::Reached(5.0));
    }

    #[test]
    fn a_goal_of_zero() {
        // as many new ones as were lost
        let net = |retention: f64| 1_611.0 - 46_713.0 * (1.0 - retention);
        let found = reached(seek(net, 0.0, 0.9, (0.0, 1.0)));
        assert!((found - (1.0 - 1_611.0 / 46_713.0)).abs() < 1e-12, "{found}");
        let small = reached(seek(|x| 1e-15 * net(x), 0.0, 0.9, (0.0, 1.0)));
        assert!((small - found).abs() < 1e-12, "{small}");
        // what comes near and turns back does not reach it
        let near = seek(|x| 1e-6 + (x - 0.3) * (x - 0.3), 0.0, 0.9, (0.0, 1.0));
        assert!(matches!(near, Sought::OutOfReach { .. }), "{near:?}");
        // nor does what falls to far below at once
        let jump = seek(|x| if x < 0.3 { 1e9 } else { -3.0 }, 0.0, 0.9, (0.0, 1.0));
        assert!(matches!(jump, Sought::OutOfReach { .. }), "{jump:?}");
    }

    #[test]
    fn out_of_reach_says_what_is() {
        let half = seek(|x| x / 2.0, 10.0, 1.0, (0.0, 1.0));
        assert_eq!(half, Sought::OutOfReach { low: 0.0, high: 0.5 });
        // A jump over the goal, and a pole.
        let jump = seek(|x| if x < 0.3 { 0.0 } else { 1.0 }, 0.5, 0.0, (0.0, 1.0));
        assert_eq!(jump, Sought::OutOfReach { low: 0.0, high: 1.0 });
        let pole = seek(|x| 1.0 / (x - 0.1234), 0.0, 0.0, (-1.0, 1.0));
        assert!(matches!(pole, Sought::OutOfReach { .. }));
        assert_eq!(seek(|_| f64::NAN, 0.0, 0.0, (0.0, 1.0)), Sought::NoValue);
        // Absent below a limit.
        let above = seek(|x| if x > 0.2 { x } else { f64::NAN }, 0.7, 0.0, (0.0, 1.0));
        assert!((reached(above) - 0.7).abs() < 1e-9);
    }

    #[test]
    fn through_a_tree() {
        let graph = members();
        let given = [f64::NAN, 50.0, f64::NAN, 1_000.0, 0.8];
        let found = goal_seek(&graph, (4, 0.0, 1.0), (0, 950.0), &given, &[]);
        assert!((reached(found) - 0.9).abs() < 1e-9);
        let found = goal_seek(&graph, (4, 0.0, 1.0), (0, 2_000.0), &given, &[]);
        assert_eq!(found, Sought::OutOfReach { low: 50.0, high: 1_050.0 });
        // What does not depend on it stays where it is.
        let found = goal_seek(&graph, (1, 0.0, 9.0), (2, 7.0), &given, &[]);
        assert_eq!(found, Sought::OutOfReach { low: 800.0, high: 800.0 });
        assert_eq!(goal_seek(&graph, (9, 0.0, 9.0), (2, 7.0), &given, &[]), Sought::NoValue);
    }

    proptest! {
        #[test]
        fn a_cubic_that_rises_is_always_reached(
            a in 0.01..5.0, b in 0.0..5.0, c in -100.0..100.0, x in -50.0..50.0, start in -50.0..50.0,
        ) {
            let f = |x: f64| a * x * x * x + b * x + c;
            let goal = f(x);
            let found = reached(seek(f, goal, start, (-50.0, 50.0)));
            prop_assert!((f(found) - goal).abs() <= 1e-9 * goal.abs().max(1e-9), "{found}");
        }
    }
}
