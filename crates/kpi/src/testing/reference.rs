//! What the kernels must give, written as it is said.

use crate::graph::{Function, Graph, Rule};

/// A figure by asking its inputs, and theirs, again and again.
pub(crate) fn value_of<F: Function>(
    graph: &Graph<F>,
    place: usize,
    given: &[f64],
    overrides: &[f64],
) -> f64 {
    if !overrides.is_empty() && !overrides[place].is_nan() {
        return overrides[place];
    }
    let value = match graph.rule(place) {
        Some(Rule::Computed { inputs, function }) => {
            let row: Vec<f64> =
                inputs.iter().map(|i| value_of(graph, *i, given, overrides)).collect();
            function.value(&row)
        }
        _ => given[place],
    };
    if value.is_finite() { value } else { f64::NAN }
}

/// The mean step of each input over every order in which they may change, of those orders whose every
/// step is defined.
pub(crate) fn orders_mean(function: &impl Function, a: &[f64], b: &[f64]) -> Option<Vec<f64>> {
    let mut sums = vec![0.0; a.len()];
    let mut count = 0.0;
    for order in permutations(a.len()) {
        let mut row = a.to_vec();
        let mut values = vec![function.value(&row)];
        for &i in &order {
            row[i] = b[i];
            values.push(function.value(&row));
        }
        if values.iter().all(|v| v.is_finite()) {
            count += 1.0;
            for (i, pair) in order.iter().zip(values.windows(2)) {
                sums[*i] += pair[1] - pair[0];
            }
        }
    }
    (count > 0.0).then(|| sums.iter().map(|s| s / count).collect())
}

fn permutations(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    let shorter = permutations(n - 1);
    let insert = |p: &Vec<usize>, at: usize| {
        let mut p = p.clone();
        p.insert(at, n - 1);
        p
    };
    shorter.iter().flat_map(|p| (0..n).map(move |at| insert(p, at))).collect()
}
