//! What the picture of a measure shows across, and its curve.

use chart::nice_step;
use engine::message::{Histogram, MeasureDetail};
use score::{Normaliser, points_curve};

/// Points of the curve.
const SAMPLES: usize = 201;
/// Bins of points, 5 points each.
const POINT_BINS: usize = 20;

/// From the least to the greatest of values and handles, with a little room where a handle lies
/// outside of the values.
pub(super) fn range(detail: &MeasureDetail, ends: &[f64]) -> (f64, f64) {
    let values = &detail.values;
    let mut low = values.start;
    let mut high = values.start + values.step * values.counts.len() as f64;
    for end in ends.iter().filter(|e| e.is_finite()) {
        low = low.min(*end);
        high = high.max(*end);
    }
    if high > low {
        (low, high)
    } else if low.is_finite() {
        (low - 1.0, low + 1.0)
    } else {
        (0.0, 1.0)
    }
}

/// Handles stand on multiples of this: about a hundredth of what is shown.
pub(super) fn handle_step((low, high): (f64, f64)) -> f64 {
    nice_step((high - low) / 100.0)
}

/// Value and points across the picture. For a percentile, the share of accounts below each bin's
/// edges (within a segment it may be another).
pub(super) fn curve(
    normaliser: &Normaliser,
    values: &Histogram,
    (low, high): (f64, f64),
) -> Vec<(f64, f64)> {
    match normaliser {
        Normaliser::Percentile { higher_is_better, .. } => ranks(values, *higher_is_better),
        // Corners are where they are, not at the nearest sample.
        Normaliser::Linear { worst, best } => {
            let mut at = vec![low, worst.clamp(low, high), best.clamp(low, high), high];
            at.sort_by(f64::total_cmp);
            at.dedup();
            at.iter().flat_map(|x| points_curve(normaliser, &[], *x, *x, 1)).collect()
        }
        Normaliser::Bands { below, steps } => {
            let mut curve = vec![(low, *below)];
            let mut points = *below;
            for step in steps.iter().filter(|s| s.from <= high) {
                if step.from > low {
                    curve.extend([(step.from, points), (step.from, step.points)]);
                } else {
                    curve = vec![(low, step.points)];
                }
                points = step.points;
            }
            curve.push((high, points));
            curve
        }
        Normaliser::Check | Normaliser::Formula => {
            points_curve(normaliser, &[], low, high, SAMPLES)
        }
    }
}

/// Accounts per 5 points, told from the bins of values: what is shown while a handle is dragged, until
/// the engine has counted. `None` for a percentile, which a drag does not change.
pub(super) fn points_of_bins(normaliser: &Normaliser, values: &Histogram) -> Option<Vec<u32>> {
    if matches!(normaliser, Normaliser::Percentile { .. }) {
        return None;
    }
    let mut counts = vec![0; POINT_BINS];
    for (i, &n) in values.counts.iter().enumerate() {
        let middle = values.start + values.step * (i as f64 + 0.5);
        let curve = points_curve(normaliser, &[], middle, middle, 1);
        let points = curve.first().map_or(f64::NAN, |p| p.1);
        let bin = (points / 100.0 * POINT_BINS as f64) as usize;
        counts[bin.min(POINT_BINS - 1)] += n;
    }
    Some(counts)
}

/// The share of accounts under each edge of the bins.
fn ranks(values: &Histogram, higher_is_better: bool) -> Vec<(f64, f64)> {
    let total: u64 = values.counts.iter().map(|&n| u64::from(n)).sum();
    let mut below = 0u64;
    let mut curve = Vec::with_capacity(values.counts.len() + 1);
    for (i, n) in values.counts.iter().chain([&0]).enumerate() {
        let share = 100.0 * below as f64 / total.max(1) as f64;
        let points = if higher_is_better { share } else { 100.0 - share };
        curve.push((values.start + values.step * i as f64, points));
        below += u64::from(*n);
    }
    curve
}

#[cfg(test)]
mod tests {
    use super::*;
    use score::{Band, ItemId};

    fn histogram() -> Histogram {
        Histogram { start: 0.0, step: 5.0, counts: vec![3, 1] }
    }

    #[test]
    fn handles_outside_of_the_values_are_shown() {
        let detail = MeasureDetail {
            id: ItemId(1),
            values: histogram(),
            min: 0.0,
            max: 10.0,
            points: Histogram::default(),
            present: 4,
            accounts: 4,
            known: Vec::new(),
            churned: Vec::new(),
        };
        assert_eq!(range(&detail, &[-5.0, 8.0]), (-5.0, 10.0));
        assert_eq!(range(&detail, &[f64::NAN]), (0.0, 10.0));
        let flat = MeasureDetail { values: Histogram { step: 0.0, ..histogram() }, ..detail };
        assert_eq!(range(&flat, &[]), (-1.0, 1.0));
        assert_eq!(handle_step((0.0, 60.0)), 1.0);
    }

    #[test]
    fn corners_are_exact() {
        let linear = Normaliser::Linear { worst: 8.0, best: 2.0 };
        let corners = [(0.0, 100.0), (2.0, 100.0), (8.0, 0.0), (10.0, 0.0)];
        assert_eq!(curve(&linear, &histogram(), (0.0, 10.0)), corners);
        let steps = [(-1.0, 10.0), (4.0, 60.0), (99.0, 100.0)];
        let steps = steps.map(|(from, points)| Band { from, points }).to_vec();
        let bands = Normaliser::Bands { below: 0.0, steps };
        let corners = [(0.0, 10.0), (4.0, 10.0), (4.0, 60.0), (10.0, 60.0)];
        assert_eq!(curve(&bands, &histogram(), (0.0, 10.0)), corners);
    }

    #[test]
    fn points_are_told_from_bins() {
        let linear = Normaliser::Linear { worst: 0.0, best: 5.0 };
        let counts = points_of_bins(&linear, &histogram()).unwrap();
        assert_eq!((counts[10], counts[19]), (3, 1));
        assert_eq!(counts.iter().sum::<u32>(), 4);
    }

    #[test]
    fn a_percentile_s_curve_counts_up() {
        let n = Normaliser::Percentile { higher_is_better: true, within: None };
        assert_eq!(curve(&n, &histogram(), (0.0, 10.0)), [(0.0, 0.0), (5.0, 75.0), (10.0, 100.0)]);
    }
}
