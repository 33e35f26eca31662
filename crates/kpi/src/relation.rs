//! Whether a KPI moves with the KGI. Correlation, never cause.

use crate::{Direction, Status, status};
use score::{Interval, correlation_interval, pearson, spearman};
use serde::{Deserialize, Serialize};

/// With fewer points than this nothing is said.
pub const FEW: usize = 5;

/// How two series move together.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Correlation {
    /// How many points both have.
    pub points: usize,
    /// Pearson's r with its 95 % interval; `None` with fewer than [`FEW`] points, or when one of them
    /// does not vary.
    pub pearson: Option<Interval>,
    /// Spearman's ρ, by rank; `None` likewise.
    pub spearman: Option<f64>,
}

impl Correlation {
    /// Whether there are too few points to say anything.
    #[must_use]
    pub fn is_few(&self) -> bool {
        self.points < FEW
    }

    /// Whether the interval leaves 0 out, so that they move together (or against each other) beyond
    /// chance, as far as the points are independent.
    #[must_use]
    pub fn is_clear(&self) -> bool {
        self.pearson.is_some_and(|r| !r.holds(0.0))
    }
}

/// How a KPI moves with the KGI some snapshots later.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lagged {
    /// So many snapshots later.
    pub lag: usize,
    /// Of the figures.
    pub level: Correlation,
    /// Of their steps from snapshot to snapshot: two series that both merely grow correlate in their
    /// figures, but not in these (G. U. Yule, "Why do we sometimes get nonsense-correlations between
    /// time-series?", 1926).
    pub steps: Correlation,
}

/// The correlation of two equally long rows of figures, over the places where both are present.
#[must_use]
pub fn correlation(x: &[f64], y: &[f64]) -> Correlation {
    let (a, b): (Vec<f64>, Vec<f64>) =
        x.iter().zip(y).filter(|(a, b)| a.is_finite() && b.is_finite()).unzip();
    let points = a.len();
    if points < FEW {
        return Correlation { points, pearson: None, spearman: None };
    }
    let pearson = pearson(&a, &b).and_then(|r| correlation_interval(r, points));
    Correlation { points, pearson, spearman: spearman(&a, &b) }
}

/// The KPI against the KGI at lags 0 … `most`, over snapshots oldest first; both equally long, `NaN` is
/// absent.
#[must_use]
pub fn lagged(kpi: &[f64], kgi: &[f64], most: usize) -> Vec<Lagged> {
    let steps = |of: &[f64]| of.windows(2).map(|w| w[1] - w[0]).collect::<Vec<f64>>();
    let (kpi_steps, kgi_steps) = (steps(kpi), steps(kgi));
    let at = |x: &[f64], y: &[f64], lag: usize| {
        let n = x.len().min(y.len()).saturating_sub(lag);
        correlation(&x[..n], y.get(lag..lag + n).unwrap_or_default())
    };
    (0..=most)
        .map(|lag| Lagged { lag, level: at(kpi, kgi, lag), steps: at(&kpi_steps, &kgi_steps, lag) })
        .collect()
}

/// Whether a KPI's target is met while the KGI did not get better from `before` to `now` (figures of
/// the KGI): then the KPI may be the wrong one, or its target too low. `None` when that cannot be told.
#[must_use]
pub fn met_in_vain(kpi: Status, kgi: Direction, before: f64, now: f64) -> Option<bool> {
    let known = !matches!(kpi, Status::NoTarget | Status::NoValue);
    let change = status::change(before, now, kgi)?;
    known.then_some(kpi == Status::Met && change.trend != status::Trend::Better)
}

#[cfg(test)]
mod tests {
    use super::{correlation, lagged, met_in_vain};
    use crate::{Direction::Higher, Direction::Lower, Status};

    #[test]
    fn few_points_say_nothing() {
        let nan = f64::NAN;
        let c = correlation(&[1.0, 2.0, 3.0, 4.0, nan], &[1.0, 2.0, 3.0, 4.0, 5.0]);
        assert_eq!((c.points, c.pearson, c.is_few(), c.is_clear()), (4, None, true, false));
        let c = correlation(&[1.0; 6], &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        assert_eq!((c.points, c.pearson, c.is_few()), (6, None, false));
    }

    #[test]
    fn an_interval_about_r() {
        // tanh(atanh(r) ± 1.96 / √(8 − 3))
        let x: Vec<f64> = (1..=8).map(f64::from).collect();
        let c = correlation(&x, &[2.0, 1.0, 4.0, 3.0, 6.0, 5.0, 8.0, 7.0]);
        let r = c.pearson.unwrap();
        assert!((r.estimate - 0.904_761_904_761_9).abs() < 1e-12, "{r:?}");
        assert!((r.low - 0.551_8).abs() < 1e-3 && (r.high - 0.982_9).abs() < 1e-3, "{r:?}");
        assert!(c.is_clear() && c.spearman == Some(r.estimate));
    }

    #[test]
    fn the_kgi_follows_two_snapshots_later() {
        let kpi = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0, 5.0, 3.0];
        let kgi: Vec<f64> = (0..10).map(|t: usize| if t < 2 { 0.0 } else { kpi[t - 2] }).collect();
        let found = lagged(&kpi, &kgi, 3);
        assert_eq!(found.iter().map(|l| l.level.points).collect::<Vec<_>>(), [10, 9, 8, 7]);
        assert_eq!(found[2].level.pearson.unwrap().estimate, 1.0);
        assert!(found[2].steps.is_clear() && !found[1].level.is_clear());
        assert_eq!(lagged(&kpi[..2], &kgi[..2], 5)[5].level.points, 0);
    }

    #[test]
    fn two_that_merely_grow_correlate_in_level_only() {
        let wiggle = |t: usize, k: usize| ((t * k) % 7) as f64;
        let a: Vec<f64> = (0..20).map(|t| t as f64 * 5.0 + wiggle(t, 3)).collect();
        let b: Vec<f64> = (0..20).map(|t| t as f64 * 9.0 + wiggle(t, 2)).collect();
        let found = lagged(&a, &b, 0)[0];
        assert!(found.level.pearson.unwrap().estimate > 0.9 && !found.steps.is_clear());
    }

    #[test]
    fn a_target_met_in_vain() {
        assert_eq!(met_in_vain(Status::Met, Higher, 0.8, 0.8), Some(true));
        assert_eq!(met_in_vain(Status::Met, Higher, 0.8, 0.9), Some(false));
        assert_eq!(met_in_vain(Status::Met, Lower, 0.8, 0.9), Some(true));
        assert_eq!(met_in_vain(Status::Near, Higher, 0.8, 0.7), Some(false));
        assert_eq!(met_in_vain(Status::NoTarget, Higher, 0.8, 0.7), None);
        assert_eq!(met_in_vain(Status::Met, Higher, f64::NAN, 0.7), None);
    }
}
