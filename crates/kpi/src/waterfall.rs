//! A change as steps from the figure before to the figure now, and what a sentence needs of it.

use serde::{Deserialize, Serialize};

/// One step.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Which of the shares it is; `None` is all the small ones together, or all there are where they
    /// cannot be told apart.
    pub share: Option<usize>,
    /// The running total before it.
    pub from: f64,
    /// The running total after it.
    pub to: f64,
}

/// Steps that lead from one figure to the other.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Waterfall {
    /// The figure before.
    pub start: f64,
    /// The figure now.
    pub end: f64,
    /// Each starts where the one before it ended; the last ends at `end`.
    pub steps: Vec<Step>,
}

/// In which order the steps stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// As the shares were given: as the children stand in the tree.
    #[default]
    AsGiven,
    /// The largest first, whatever its sign.
    BySize,
}

/// Who moved it most, in both directions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// The whole change.
    pub change: f64,
    /// The largest positive share: which, how much.
    pub most_up: Option<(usize, f64)>,
    /// The largest negative share: which, how much.
    pub most_down: Option<(usize, f64)>,
    /// All the others together.
    pub rest: f64,
    /// How many others there are that are not 0.
    pub others: usize,
}

/// The steps of shares that add up to `end − start`. Shares of 0 make no step; with more than `most`
/// steps the smallest become one, which stands last.
#[must_use]
pub fn waterfall(start: f64, end: f64, shares: &[f64], order: Order, most: usize) -> Waterfall {
    let mut by_size: Vec<usize> = (0..shares.len()).filter(|i| shares[*i] != 0.0).collect();
    table::order::sort_by(&mut by_size, |a, b| shares[*b].abs().total_cmp(&shares[*a].abs()));
    let kept = if by_size.len() > most { most.saturating_sub(1) } else { by_size.len() };
    let small = by_size.split_off(kept);
    if order == Order::AsGiven {
        table::order::sort(&mut by_size);
    }
    let mut parts: Vec<(Option<usize>, f64)> =
        by_size.iter().map(|i| (Some(*i), shares[*i])).collect();
    if !small.is_empty() {
        parts.push((None, small.iter().map(|i| shares[*i]).sum()));
    }
    let mut at = start;
    let mut steps: Vec<Step> = parts
        .into_iter()
        .map(|(share, size)| {
            let from = at;
            at += size;
            Step { share, from, to: at }
        })
        .collect();
    // Rounding of the running total must not show as a gap at the end.
    if let Some(last) = steps.last_mut() {
        last.to = end;
    }
    Waterfall { start, end, steps }
}

impl Waterfall {
    /// One step from the one figure to the other: for inputs that moved it only together.
    #[must_use]
    pub fn together(start: f64, end: f64) -> Self {
        Self { start, end, steps: vec![Step { share: None, from: start, to: end }] }
    }
}

/// What a sentence says of the shares of a change.
#[must_use]
pub fn facts(shares: &[f64]) -> Facts {
    let all = || shares.iter().copied().enumerate();
    let most_up = all().filter(|s| s.1 > 0.0).max_by(|a, b| a.1.total_cmp(&b.1));
    let most_down = all().filter(|s| s.1 < 0.0).min_by(|a, b| a.1.total_cmp(&b.1));
    let named = |i: usize| [most_up, most_down].iter().flatten().any(|s| s.0 == i);
    let others = || all().filter(|s| s.1 != 0.0 && !named(s.0));
    Facts {
        change: shares.iter().sum(),
        most_up,
        most_down,
        rest: others().map(|s| s.1).sum(),
        others: others().count(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Order, facts, waterfall};

    const SHARES: [f64; 5] = [1.0, -4.0, 0.0, 6.0, -0.5];

    #[test]
    fn steps_run_from_start_to_end() {
        let w = waterfall(10.0, 12.5, &SHARES, Order::AsGiven, 9);
        let steps: Vec<_> = w.steps.iter().map(|s| (s.share, s.from, s.to)).collect();
        let expected = [
            (Some(0), 10.0, 11.0),
            (Some(1), 11.0, 7.0),
            (Some(3), 7.0, 13.0),
            (Some(4), 13.0, 12.5),
        ];
        assert_eq!(steps, expected);
        let w = waterfall(10.0, 12.5, &SHARES, Order::BySize, 3);
        let steps: Vec<_> = w.steps.iter().map(|s| (s.share, s.to)).collect();
        assert_eq!(steps, [(Some(3), 16.0), (Some(1), 12.0), (None, 12.5)]);
        assert!(waterfall(1.0, 1.0, &[0.0], Order::BySize, 3).steps.is_empty());
    }

    #[test]
    fn what_a_sentence_says() {
        let f = facts(&SHARES);
        assert_eq!((f.most_up, f.most_down), (Some((3, 6.0)), Some((1, -4.0))));
        assert_eq!((f.change, f.rest, f.others), (2.5, 0.5, 2));
        assert_eq!(facts(&[0.0]).most_up, None);
    }
}
