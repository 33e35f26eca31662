//! What a node gains when one of its leaves moves a little: a tornado.

use crate::graph::{Function, Graph};
use serde::{Deserialize, Serialize};

/// How far a leaf is moved: 1 % of its size, to either side.
pub const NUDGE: f64 = 0.01;

/// What moving one leaf does.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sensitivity {
    /// Which place was moved.
    pub place: usize,
    /// The change of the node when it is [`NUDGE`] less; `NaN` where that leaves no figure.
    pub less: f64,
    /// The change of the node when it is [`NUDGE`] more.
    pub more: f64,
}

impl Sensitivity {
    /// How far apart the two are: what bars are ranked by. An absent one counts as no change.
    #[must_use]
    pub fn swing(&self) -> f64 {
        let known = |x: f64| if x.is_nan() { 0.0 } else { x };
        (known(self.more) - known(self.less)).abs()
    }
}

/// Moves each leaf below `of` by [`NUDGE`] of its size, one at a time, all else as with `overrides`
/// (places they cut count as leaves themselves); the largest swing first. Leaves that are absent or 0
/// have nothing to be moved by and are left out.
#[must_use]
pub fn sensitivities<F: Function>(
    graph: &Graph<F>,
    of: usize,
    given: &[f64],
    overrides: &[f64],
) -> Vec<Sensitivity> {
    let mut cut = vec![f64::NAN; graph.len()];
    for (cut, o) in cut.iter_mut().zip(overrides) {
        *cut = *o;
    }
    let mut values = graph.values(given, &cut);
    let Some(base) = values.get(of).copied().filter(|v| !v.is_nan()) else { return Vec::new() };
    let leaves: Vec<(usize, f64)> = graph
        .leaves_with(of, &cut)
        .into_iter()
        .map(|at| (at, values[at]))
        .filter(|leaf| leaf.0 != of && !leaf.1.is_nan() && leaf.1 != 0.0)
        .collect();
    let mut nudged = |at: usize, to: f64| {
        let own = std::mem::replace(&mut cut[at], to);
        graph.values_into(given, &cut, &mut values);
        cut[at] = own;
        values[of] - base
    };
    let mut found: Vec<Sensitivity> = leaves
        .iter()
        .map(|&(place, value)| {
            let step = NUDGE * value.abs();
            Sensitivity {
                place,
                less: nudged(place, value - step),
                more: nudged(place, value + step),
            }
        })
        .collect();
    table::order::sort_by(&mut found, |a, b| b.swing().total_cmp(&a.swing()));
    found
}

#[cfg(test)]
mod tests {
    use super::sensitivities;
    use crate::testing::{Calc, figures, graph, graphs, value_of};
    use proptest::prelude::*;

    #[test]
    fn the_largest_first() {
        let graph = graph(&[
            (&[1, 2, 3], Calc::Weighted(vec![1.0, -1.0, 1.0])),
            (&[], Calc::Product),
            (&[], Calc::Product),
            (&[], Calc::Product),
        ]);
        let given = [f64::NAN, 100.0, -300.0, 0.0];
        let found = sensitivities(&graph, 0, &given, &[]);
        let found: Vec<_> = found.iter().map(|s| (s.place, s.less, s.more)).collect();
        assert_eq!(found, [(2, 3.0, -3.0), (1, -1.0, 1.0)]);
    }

    proptest! {
        #[test]
        fn each_is_the_tree_worked_out_again(
            (graph, given) in graphs(16).prop_flat_map(|g| {
                let n = g.len();
                (Just(g), figures(n))
            }),
        ) {
            let base = value_of(&graph, 0, &given, &[]);
            let found = sensitivities(&graph, 0, &given, &[]);
            prop_assert!(found.is_sorted_by(|a, b| a.swing() >= b.swing()));
            for s in found {
                let mut moved = given.clone();
                moved[s.place] += 0.01 * moved[s.place].abs();
                let expected = value_of(&graph, 0, &moved, &[]) - base;
                prop_assert!(s.more.is_nan() && expected.is_nan() || s.more == expected);
            }
        }
    }
}
