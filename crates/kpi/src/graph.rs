//! Which figures follow from which, and working them out in one pass.
//!
//! A place is an index into the nodes of the tree. Absent is `NaN` throughout.

use formula::order::{cycles, sort};

/// A figure made of other figures.
pub trait Function {
    /// The result for these inputs, in the order that the function was bound with; `NaN` (or anything
    /// that is not finite) is absent.
    fn value(&self, inputs: &[f64]) -> f64;

    /// The results for many draws at once: one column an input. `out` is as long as each of them.
    fn column(&self, inputs: &[&[f64]], out: &mut [f64]) {
        let mut row = vec![f64::NAN; inputs.len()];
        for (at, out) in out.iter_mut().enumerate() {
            for (cell, input) in row.iter_mut().zip(inputs) {
                *cell = input[at];
            }
            *out = self.value(&row);
        }
    }

    /// The weights of a sum or difference, one an input (`a − b` is 1, −1): then shares of a change are
    /// plain differences. `None` when it is anything else.
    fn weights(&self) -> Option<Vec<f64>> {
        None
    }
}

/// Where the figure of a place comes from.
#[derive(Clone, Debug)]
pub enum Rule<F> {
    /// From outside: accounts, typed, overridden, or not known.
    Given,
    /// From the figures at these places, all different.
    Computed {
        /// In the order of the function's inputs.
        inputs: Vec<usize>,
        /// How.
        function: F,
    },
}

/// All places with their rules, in an order in which each comes after its inputs.
#[derive(Clone, Debug)]
pub struct Graph<F> {
    rules: Vec<Rule<F>>,
    /// Computed places that are in no cycle and above none.
    order: Vec<usize>,
    cycles: Vec<Vec<usize>>,
}

impl<F: Function> Graph<F> {
    /// Orders the places. Inputs past the end count as absent.
    #[must_use]
    pub fn new(rules: Vec<Rule<F>>) -> Self {
        let inputs: Vec<&[usize]> = rules.iter().map(Rule::inputs).collect();
        let (order, stuck) = sort(&inputs);
        let order = order.into_iter().filter(|at| rules[*at].is_computed()).collect();
        let cycles = cycles(&inputs, &stuck);
        Self { rules, order, cycles }
    }

    /// How many places there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rules.len()
    }

    /// Whether there is no place.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// The rule of a place.
    #[must_use]
    pub fn rule(&self, place: usize) -> Option<&Rule<F>> {
        self.rules.get(place)
    }

    /// The inputs of a place; none where it is given.
    #[must_use]
    pub fn inputs(&self, place: usize) -> &[usize] {
        self.rules.get(place).map_or(&[], Rule::inputs)
    }

    /// Computed places, each after its inputs. Those in or above a cycle are not among them.
    #[must_use]
    pub fn order(&self) -> &[usize] {
        &self.order
    }

    /// Formulas that lead back to themselves: each as the places along the way, the first one not
    /// repeated. Cycles that share places may be told as one.
    #[must_use]
    pub fn cycles(&self) -> &[Vec<usize>] {
        &self.cycles
    }

    /// All figures from those that are `given` (by place; what stands at computed places is not looked
    /// at). `overrides` (by place, `NaN` is none; may be empty) cut a node from its rule: everything
    /// above follows. In and above a cycle figures are absent, unless overridden.
    #[must_use]
    pub fn values(&self, given: &[f64], overrides: &[f64]) -> Vec<f64> {
        let mut values = Vec::new();
        self.values_into(given, overrides, &mut values);
        values
    }

    /// As [`Graph::values`], into a vector that is kept.
    pub fn values_into(&self, given: &[f64], overrides: &[f64], values: &mut Vec<f64>) {
        let set = |at: usize| overrides.get(at).copied().filter(|v| !v.is_nan());
        values.clear();
        values.extend(self.rules.iter().enumerate().map(|(at, rule)| {
            let own = if rule.is_computed() { f64::NAN } else { present(given.get(at)) };
            set(at).unwrap_or(own)
        }));
        let mut row = Vec::new();
        for &at in &self.order {
            if set(at).is_some() {
                continue;
            }
            let Rule::Computed { inputs, function } = &self.rules[at] else { continue };
            row.clear();
            row.extend(inputs.iter().map(|i| present(values.get(*i))));
            values[at] = finite(function.value(&row));
        }
        // What is above a cycle may live again once an override has cut it.
        if !self.cycles.is_empty() && !overrides.is_empty() {
            self.revive(&set, values);
        }
    }

    /// Works out places in or above a cycle whose inputs are all known by now to lead out of it.
    fn revive(&self, set: &impl Fn(usize) -> Option<f64>, values: &mut [f64]) {
        let none: &[usize] = &[];
        let cut: Vec<&[usize]> = (0..self.len())
            .map(|at| if set(at).is_some() { none } else { self.inputs(at) })
            .collect();
        for at in sort(&cut).0 {
            if let (Rule::Computed { inputs, function }, None) = (&self.rules[at], set(at)) {
                let row: Vec<f64> = inputs.iter().map(|i| present(values.get(*i))).collect();
                values[at] = finite(function.value(&row));
            }
        }
    }

    /// The places that a place's figure depends on, itself among them, ascending.
    #[must_use]
    pub fn below(&self, place: usize) -> Vec<usize> {
        self.below_with(place, &[])
    }

    fn below_with(&self, place: usize, cut: &[f64]) -> Vec<usize> {
        let mut seen = vec![false; self.len()];
        let mut open = vec![place];
        while let Some(at) = open.pop() {
            if let Some(seen) = seen.get_mut(at)
                && !std::mem::replace(seen, true)
            {
                let inputs = if is_cut(cut, at) { &[] } else { self.inputs(at) };
                open.extend(inputs);
            }
        }
        (0..self.len()).filter(|at| seen[*at]).collect()
    }

    /// Those of [`Graph::below`] that are given: what one may change to change it.
    #[must_use]
    pub fn leaves(&self, place: usize) -> Vec<usize> {
        self.leaves_with(place, &[])
    }

    /// As [`Graph::leaves`] when `overrides` (by place, `NaN` is none; may be empty) cut places from
    /// their rules: these are leaves then.
    #[must_use]
    pub fn leaves_with(&self, place: usize, overrides: &[f64]) -> Vec<usize> {
        let mut below = self.below_with(place, overrides);
        below.retain(|at| is_cut(overrides, *at) || !self.rules[*at].is_computed());
        below
    }
}

impl<F> Rule<F> {
    fn inputs(&self) -> &[usize] {
        match self {
            Self::Given => &[],
            Self::Computed { inputs, .. } => inputs,
        }
    }

    fn is_computed(&self) -> bool {
        matches!(self, Self::Computed { .. })
    }
}

fn is_cut(overrides: &[f64], place: usize) -> bool {
    overrides.get(place).is_some_and(|v| !v.is_nan())
}

fn present(value: Option<&f64>) -> f64 {
    value.map_or(f64::NAN, |v| finite(*v))
}

/// Infinite counts as absent.
pub(crate) fn finite(value: f64) -> f64 {
    if value.is_finite() { value } else { f64::NAN }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calc, figures, graph, graphs, value_of};
    use proptest::prelude::*;

    #[test]
    fn circles_are_found_with_their_way() {
        let sum = |n| Calc::Weighted(vec![1.0; n]);
        // 0 uses 1 and 5; 1 → 2 → 3 → 1 is a circle, 4 uses itself, 5 is given.
        let graph = graph(&[
            (&[1, 5], sum(2)),
            (&[2], sum(1)),
            (&[3], sum(1)),
            (&[1, 4], sum(2)),
            (&[4], sum(1)),
            (&[], sum(0)),
        ]);
        assert_eq!(graph.cycles(), [vec![1, 2, 3], vec![4]]);
        let given = [f64::NAN, 0.0, 0.0, 0.0, 0.0, 7.0];
        let values = graph.values(&given, &[]);
        assert!(values[..5].iter().all(|v| v.is_nan()) && values[5] == 7.0);
        // An override cuts the circle.
        let nan = f64::NAN;
        let values = graph.values(&given, &[nan, nan, nan, 2.0, nan, nan]);
        assert_eq!(values[..4], [9.0, 2.0, 2.0, 2.0]);
        assert!(values[4].is_nan());
        assert_eq!(graph.leaves(0), [5]);
    }

    #[test]
    fn an_input_that_is_not_there_is_absent() {
        let graph = graph(&[(&[9], Calc::Product)]);
        assert!(graph.values(&[1.0], &[])[0].is_nan());
    }

    fn bits(values: &[f64]) -> Vec<Option<u64>> {
        values.iter().map(|v| (!v.is_nan()).then_some(v.to_bits())).collect()
    }

    proptest! {
        #[test]
        fn one_pass_is_asking_again_and_again(
            (graph, given, overrides, some) in graphs(16).prop_flat_map(|g| {
                let n = g.len();
                let some = prop::collection::vec(prop::bool::weighted(0.2), n..=n);
                (Just(g), figures(n), figures(n), some)
            }),
        ) {
            let overrides: Vec<f64> = overrides
                .iter()
                .zip(&some)
                .map(|(v, some)| if *some { *v } else { f64::NAN })
                .collect();
            for overrides in [&[][..], &overrides] {
                let expected: Vec<f64> =
                    (0..graph.len()).map(|at| value_of(&graph, at, &given, overrides)).collect();
                prop_assert_eq!(bits(&graph.values(&given, overrides)), bits(&expected));
            }
        }
    }
}
