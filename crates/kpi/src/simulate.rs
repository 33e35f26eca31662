//! What comes of figures that are not certain.

mod normal;

use crate::Range;
use crate::graph::{Function, Graph, Rule, finite};
use normal::quantile;
use serde::{Deserialize, Serialize};
use table::random::SplitMix64;

/// How many draws a simulation makes when nobody says otherwise.
pub const DRAWS: usize = 10_000;

/// A figure that is not certain: in one of ten cases below `low`, as often below as above `middle`, in
/// one of ten above `high`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Uncertain {
    /// P10.
    pub low: f64,
    /// P50.
    pub middle: f64,
    /// P90.
    pub high: f64,
}

impl From<Range> for Uncertain {
    fn from(range: Range) -> Self {
        Self { low: range.low, middle: range.middle, high: range.high }
    }
}

impl Uncertain {
    /// The figure that a share `p` (0 < p < 1) of all cases lies below: normal to either side of the
    /// middle, each side as wide as its tenth says (a two-piece normal, joined at the median).
    #[must_use]
    pub fn quantile(&self, p: f64) -> f64 {
        self.at(quantile(p))
    }

    fn at(&self, z: f64) -> f64 {
        let wide = if z < 0.0 { self.middle - self.low } else { self.high - self.middle };
        self.middle + z / normal::Z90 * wide
    }
}

/// Draws every uncertain figure (by place; its rule is cut) `draws` times and works the tree out for
/// each, all else from `given` and `overrides`. The draws of a figure are spread evenly over its
/// quantiles, in random order (Latin hypercube: M. McKay, R. Beckman and W. Conover, Technometrics 21,
/// 1979), so its own P10, P50 and P90 come out as they went in. The same seed gives the same result.
///
/// One answer a place: `None` where any draw has no figure (a range over some of the cases would pass
/// for one over all).
#[must_use]
pub fn simulate<F: Function>(
    graph: &Graph<F>,
    given: &[f64],
    overrides: &[f64],
    uncertain: &[(usize, Uncertain)],
    draws: usize,
    seed: u64,
) -> Vec<Option<Uncertain>> {
    let base = graph.values(given, overrides);
    let mut columns: Vec<Option<Vec<f64>>> = vec![None; graph.len()];
    let z: Vec<f64> = (0..draws).map(|i| quantile((i as f64 + 0.5) / draws as f64)).collect();
    let mut random = SplitMix64::new(seed);
    for (place, range) in uncertain {
        if let Some(column) = columns.get_mut(*place) {
            let mut drawn: Vec<f64> = z.iter().map(|z| range.at(*z)).collect();
            random.shuffle(&mut drawn);
            *column = Some(drawn);
        }
    }
    for &at in graph.order() {
        let cut = overrides.get(at).is_some_and(|v| !v.is_nan());
        let Some(Rule::Computed { inputs, function }) = graph.rule(at) else { continue };
        // What nothing uncertain reaches stands as it was worked out.
        let reached = inputs.iter().any(|i| columns.get(*i).is_some_and(Option::is_some));
        if cut || columns[at].is_some() || !reached {
            continue;
        }
        let constant: Vec<Vec<f64>> = inputs
            .iter()
            .map(|i| match columns.get(*i) {
                Some(Some(_)) => Vec::new(),
                _ => vec![base.get(*i).copied().unwrap_or(f64::NAN); draws],
            })
            .collect();
        let slices: Vec<&[f64]> = inputs
            .iter()
            .zip(&constant)
            .map(|(i, constant)| columns.get(*i).and_then(Option::as_deref).unwrap_or(constant))
            .collect();
        let mut out = vec![f64::NAN; draws];
        function.column(&slices, &mut out);
        out.iter_mut().for_each(|v| *v = finite(*v));
        columns[at] = Some(out);
    }
    let certain = |v: f64| (!v.is_nan()).then_some(Uncertain { low: v, middle: v, high: v });
    columns
        .into_iter()
        .zip(base)
        .map(|(column, base)| column.map_or_else(|| certain(base), tenths))
        .collect()
}

/// P10, P50 and P90 of the draws (the mean of the two about the place, where it falls between).
fn tenths(mut draws: Vec<f64>) -> Option<Uncertain> {
    if draws.is_empty() || draws.iter().any(|v| v.is_nan()) {
        return None;
    }
    let mut at = |p: f64| {
        let place = p * draws.len() as f64 - 0.5;
        let lower = place.floor().max(0.0) as usize;
        let (_, &mut low, above) = draws.select_nth_unstable_by(lower, f64::total_cmp);
        let next = above.iter().copied().reduce(f64::min).unwrap_or(low);
        low + (next - low) * (place - place.floor())
    };
    Some(Uncertain { low: at(0.1), middle: at(0.5), high: at(0.9) })
}

#[cfg(test)]
mod tests {
    use super::{DRAWS, Uncertain, simulate, tenths};
    use crate::testing::{Calc, graph};

    const WIDE: Uncertain = Uncertain { low: 90.0, middle: 100.0, high: 130.0 };

    fn near(found: Uncertain, low: f64, middle: f64, high: f64, within: f64) {
        let all = [(found.low, low), (found.middle, middle), (found.high, high)];
        assert!(all.iter().all(|(a, b)| (a - b).abs() <= within), "{found:?}");
    }

    #[test]
    fn tenths_go_in_and_come_out() {
        let graph = graph(&[(&[], Calc::Product), (&[0, 2], Calc::Product), (&[], Calc::Product)]);
        let found = simulate(&graph, &[1.0, 0.0, 2.0], &[], &[(0, WIDE)], DRAWS, 1);
        near(found[0].unwrap(), 90.0, 100.0, 130.0, 0.02);
        near(found[1].unwrap(), 180.0, 200.0, 260.0, 0.04);
        assert_eq!(found[2], Some(Uncertain { low: 2.0, middle: 2.0, high: 2.0 }));
        assert_eq!(found, simulate(&graph, &[1.0, 0.0, 2.0], &[], &[(0, WIDE)], DRAWS, 1));
        // An override stands.
        let fixed = simulate(&graph, &[1.0, 0.0, 2.0], &[f64::NAN, 7.0], &[(0, WIDE)], DRAWS, 1);
        assert_eq!(fixed[1], Some(Uncertain { low: 7.0, middle: 7.0, high: 7.0 }));
    }

    #[test]
    fn the_sum_of_two_normals() {
        let graph = graph(&[
            (&[1, 2], Calc::Weighted(vec![1.0, -1.0])),
            (&[], Calc::Product),
            (&[], Calc::Product),
        ]);
        // Deviations 3 and 4 make 5; a tenth of a normal lies 1.2816 deviations out.
        let normal = |mean: f64, deviation: f64| {
            let out = 1.281_551_565_5 * deviation;
            Uncertain { low: mean - out, middle: mean, high: mean + out }
        };
        let uncertain = [(1, normal(10.0, 3.0)), (2, normal(4.0, 4.0))];
        let found = simulate(&graph, &[0.0; 3], &[], &uncertain, DRAWS, 2);
        near(found[0].unwrap(), 6.0 - 6.408, 6.0, 6.0 + 6.408, 0.25);
    }

    #[test]
    fn absent_in_some_draws_is_no_range() {
        let graph = graph(&[(&[1, 2], Calc::Quotient), (&[], Calc::Product), (&[], Calc::Product)]);
        let found = simulate(&graph, &[0.0, f64::NAN, 2.0], &[], &[(2, WIDE)], 100, 3);
        assert_eq!(found[0], None);
        assert_eq!(found[1], None);
        assert!(found[2].is_some());
    }

    #[test]
    fn tenths_of_sorted_draws() {
        let found = tenths((0..10).map(f64::from).collect()).unwrap();
        near(found, 0.5, 4.5, 8.5, 1e-12);
        assert_eq!(tenths(vec![]), None);
        near(tenths(vec![3.0]).unwrap(), 3.0, 3.0, 3.0, 0.0);
    }
}
