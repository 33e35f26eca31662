//! A change followed down to the figures that it comes from.

use crate::graph::{Function, Graph, Rule};
use crate::shares::{Split, Unshared, settle, shares};

/// What a place has to do with the change of the one that is explained.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Driver {
    /// Which place.
    pub place: usize,
    /// So much of the change.
    pub share: f64,
}

/// The change of one place, followed down.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// The change.
    pub change: f64,
    /// How much of it comes through each place, by place; the explained one has all of it. A place that
    /// several others use has the sum of what comes through them.
    pub through: Vec<f64>,
    /// Where it ends: places that are given, that an override cuts, or whose inputs moved them only
    /// together. Largest first; they add up to the change, to the last digits of what comes through.
    pub ends: Vec<Driver>,
}

/// The shares of the inputs of each place (see [`shares`]), by place; `None` where a place is given.
/// `before` and `now` are all figures, `cut` the overrides that `now` was worked out with (by place,
/// `NaN` is none; may be empty): they are causes themselves.
#[must_use]
pub fn splits<F: Function>(
    graph: &Graph<F>,
    before: &[f64],
    now: &[f64],
    cut: &[f64],
) -> Vec<Option<Split>> {
    (0..graph.len()).map(|at| split(graph, at, before, now, cut)).collect()
}

/// The shares of the inputs of one place; arguments and answer as for [`splits`].
#[must_use]
pub fn split<F: Function>(
    graph: &Graph<F>,
    place: usize,
    before: &[f64],
    now: &[f64],
    cut: &[f64],
) -> Option<Split> {
    let Some(Rule::Computed { inputs, function }) = graph.rule(place) else { return None };
    if cut.get(place).is_some_and(|v| !v.is_nan()) {
        return None;
    }
    let row = |values: &[f64]| -> Vec<f64> {
        inputs.iter().map(|i| values.get(*i).copied().unwrap_or(f64::NAN)).collect()
    };
    Some(shares(function, &row(before), &row(now)))
}

/// Follows the change of a place down to the leaves: the share of each input in the change of its user
/// is handed on in proportion. Arguments as for [`splits`].
///
/// # Errors
/// The place has no figure before or now.
pub fn explain<F: Function>(
    graph: &Graph<F>,
    place: usize,
    before: &[f64],
    now: &[f64],
    cut: &[f64],
) -> Result<Explained, Unshared> {
    let figure = |values: &[f64]| values.get(place).copied().unwrap_or(f64::NAN);
    let change = match (figure(before).is_nan(), figure(now).is_nan()) {
        (true, true) => return Err(Unshared::AbsentBoth),
        (true, false) => return Err(Unshared::AbsentBefore),
        (false, true) => return Err(Unshared::AbsentNow),
        (false, false) => figure(now) - figure(before),
    };
    let mut through = vec![0.0; graph.len()];
    through[place] = change;
    let mut ends = vec![0.0; graph.len()];
    // From the top: all that comes to a place has come before it is handed on. What is given (or in a
    // cycle, and overridden) hands nothing on.
    let mut handed = vec![false; graph.len()];
    graph.order().iter().for_each(|at| handed[*at] = true);
    let rest = (0..graph.len()).filter(|at| !handed[*at]);
    for at in graph.order().iter().rev().copied().chain(rest) {
        let mine = through[at];
        if mine == 0.0 {
            continue;
        }
        match split(graph, at, before, now, cut) {
            Some(Split::Shares(shares)) => {
                let whole = now[at] - before[at];
                for (input, share) in graph.inputs(at).iter().zip(shares) {
                    through[*input] += if at == place { share } else { mine * (share / whole) };
                }
            }
            _ => ends[at] = mine,
        }
    }
    settle(&mut ends, change);
    let mut ends: Vec<Driver> = ends
        .iter()
        .enumerate()
        .filter(|(_, share)| **share != 0.0)
        .map(|(place, share)| Driver { place, share: *share })
        .collect();
    table::order::sort_by(&mut ends, |a, b| b.share.abs().total_cmp(&a.share.abs()));
    Ok(Explained { change, through, ends })
}

#[cfg(test)]
mod tests {
    use super::{explain, splits};
    use crate::shares::{Split, Unshared};
    use crate::testing::{Calc, figures, graph, graphs, members};
    use proptest::prelude::*;

    #[test]
    fn a_change_goes_down_to_where_it_came_from() {
        let graph = members();
        let nan = f64::NAN;
        let before = graph.values(&[nan, 20.0, nan, 100.0, 0.8], &[]);
        let now = graph.values(&[nan, 30.0, nan, 100.0, 0.9], &[]);
        let explained = explain(&graph, 0, &before, &now, &[]).unwrap();
        assert!((explained.change - 20.0).abs() < 1e-12);
        let ends: Vec<_> = explained.ends.iter().map(|d| (d.place, d.share.round())).collect();
        assert_eq!(ends, [(1, 10.0), (4, 10.0)]);
        assert_eq!(explained.through[2].round(), 10.0);
        let gone = explain(&graph, 0, &before, &[nan; 5], &[]);
        assert_eq!(gone, Err(Unshared::AbsentNow));
    }

    #[test]
    fn an_override_is_a_cause_itself() {
        let graph = graph(&[(&[1], Calc::Product), (&[2], Calc::Product), (&[], Calc::Product)]);
        let before = graph.values(&[f64::NAN, f64::NAN, 5.0], &[]);
        let cut = [f64::NAN, 7.0, f64::NAN];
        let now = graph.values(&[f64::NAN, f64::NAN, 6.0], &cut);
        let explained = explain(&graph, 0, &before, &now, &cut).unwrap();
        assert_eq!(explained.ends.iter().map(|d| d.place).collect::<Vec<_>>(), [1]);
        assert_eq!(splits(&graph, &before, &now, &cut)[1], None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn what_it_comes_from_adds_up(
            (graph, given) in graphs(24).prop_flat_map(|g| {
                let n = g.len();
                (Just(g), (figures(n), figures(n)))
            }),
        ) {
            let before = graph.values(&given.0, &[]);
            let now = graph.values(&given.1, &[]);
            for (place, split) in splits(&graph, &before, &now, &[]).iter().enumerate() {
                let change = now[place] - before[place];
                match split {
                    Some(Split::Shares(shares)) => {
                        let scale = shares.iter().fold(change.abs(), |m, s| m.max(s.abs()));
                        let sum: f64 = shares.iter().sum();
                        prop_assert!((sum - change).abs() <= 1e-9 * scale, "{sum} {change}");
                    }
                    Some(Split::Together(whole)) => prop_assert_eq!(*whole, change),
                    Some(Split::Unknown(_)) => prop_assert!(change.is_nan()),
                    None => prop_assert!(graph.inputs(place).is_empty()),
                }
            }
            match explain(&graph, 0, &before, &now, &[]) {
                Ok(e) => {
                    let scale = e.through.iter().fold(e.change.abs(), |m, s| m.max(s.abs()));
                    let sum: f64 = e.ends.iter().map(|d| d.share).sum();
                    prop_assert!((sum - e.change).abs() <= 1e-9 * scale, "{sum} {}", e.change);
                }
                Err(_) => prop_assert!((now[0] - before[0]).is_nan()),
            }
        }
    }
}
