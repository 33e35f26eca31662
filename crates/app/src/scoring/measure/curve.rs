//! What the picture of a measure shows across, and its curve.

use chart::nice_step;
use engine::message::{Histogram, MeasureDetail};
use score::{Normaliser, points_curve};

/// Points of the curve.
const SAMPLES: usize = 201;

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
    let Normaliser::Percentile { higher_is_better, .. } = normaliser else {
        return points_curve(normaliser, &[], low, high, SAMPLES);
    };
    let total: u64 = values.counts.iter().map(|&n| u64::from(n)).sum();
    let mut below = 0u64;
    let mut curve = Vec::with_capacity(values.counts.len() + 1);
    for (i, n) in values.counts.iter().chain([&0]).enumerate() {
        let share = 100.0 * below as f64 / total.max(1) as f64;
        let points = if *higher_is_better { share } else { 100.0 - share };
        curve.push((values.start + values.step * i as f64, points));
        below += u64::from(*n);
    }
    curve
}

#[cfg(test)]
mod tests {
    use super::*;
    use score::ItemId;

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
            churn_rate: Vec::new(),
        };
        assert_eq!(range(&detail, &[-5.0, 8.0]), (-5.0, 10.0));
        assert_eq!(range(&detail, &[f64::NAN]), (0.0, 10.0));
        let flat = MeasureDetail { values: Histogram { step: 0.0, ..histogram() }, ..detail };
        assert_eq!(range(&flat, &[]), (-1.0, 1.0));
        assert_eq!(handle_step((0.0, 60.0)), 1.0);
    }

    #[test]
    fn a_percentile_s_curve_counts_up() {
        let n = Normaliser::Percentile { higher_is_better: true, within: None };
        assert_eq!(curve(&n, &histogram(), (0.0, 10.0)), [(0.0, 0.0), (5.0, 75.0), (10.0, 100.0)]);
    }
}
