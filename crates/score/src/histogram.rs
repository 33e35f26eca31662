//! The spread of a measure's raw values, for the handles that turn them into points.

use crate::percentile::sorted_present;
use crate::{Normaliser, points};
use serde::{Deserialize, Serialize};
use table::numbers::quantile;

/// How the values of a measure are spread.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ValueHistogram {
    /// The lower edge of the first bin.
    pub low: f64,
    /// The upper edge of the last bin, which includes it.
    pub high: f64,
    /// Accounts per bin; all bins are equally wide.
    pub bins: Vec<u32>,
    /// Accounts with a value below `low`.
    pub under: u32,
    /// Accounts with a value above `high`.
    pub over: u32,
    /// Accounts with a value.
    pub present: u32,
    /// Accounts without one.
    pub absent: u32,
    /// Minimum, lower quartile, median, upper quartile, maximum; `None` without values.
    pub five_numbers: Option<[f64; 5]>,
    /// The mean; `None` without values.
    pub mean: Option<f64>,
}

/// Counts values in `bins` equal bins. The range leaves out tails of half a percent on either side
/// when these would take more than half of the picture; what is outside is counted as such.
#[must_use]
pub fn value_histogram(values: &[f64], bins: usize) -> ValueHistogram {
    let sorted = sorted_present(values);
    let (Some(&min), Some(&max)) = (sorted.first(), sorted.last()) else {
        return ValueHistogram {
            bins: vec![0; bins],
            absent: values.len() as u32,
            ..ValueHistogram::default()
        };
    };
    let (inner_low, inner_high) = (quantile(&sorted, 0.005), quantile(&sorted, 0.995));
    let has_long_tails = inner_high > inner_low && max - min > 2.0 * (inner_high - inner_low);
    let (low, high) = if has_long_tails { (inner_low, inner_high) } else { (min, max) };
    let under = sorted.partition_point(|&v| v < low);
    let inside = sorted.partition_point(|&v| v <= high);
    let mut counts = vec![0u32; bins];
    let scale = if high > low { bins as f64 / (high - low) } else { 0.0 };
    if bins > 0 {
        for v in &sorted[under..inside] {
            counts[(((v - low) * scale) as usize).min(bins - 1)] += 1;
        }
    }
    ValueHistogram {
        low,
        high,
        bins: counts,
        under: under as u32,
        over: (sorted.len() - inside) as u32,
        present: sorted.len() as u32,
        absent: (values.len() - sorted.len()) as u32,
        five_numbers: Some([0.0, 0.25, 0.5, 0.75, 1.0].map(|q| quantile(&sorted, q))),
        mean: Some(sorted.iter().sum::<f64>() / sorted.len() as f64),
    }
}

/// The points that a normaliser gives at `count` evenly spaced values from `low` to `high`, as (value,
/// points). A percentile is drawn over all `values` of the measure, whatever its segments.
#[must_use]
pub fn points_curve(
    normaliser: &Normaliser,
    values: &[f64],
    low: f64,
    high: f64,
    count: usize,
) -> Vec<(f64, f64)> {
    let step = if count > 1 { (high - low) / (count - 1) as f64 } else { 0.0 };
    let at: Vec<f64> = (0..count).map(|i| low + step * i as f64).collect();
    let mut curve = Vec::new();
    if let Normaliser::Percentile { higher_is_better, .. } = normaliser {
        let sorted = sorted_present(values);
        curve.extend(at.iter().map(|&x| {
            let less = sorted.partition_point(|&v| v < x);
            let up_to = sorted.partition_point(|&v| v <= x);
            let rank = 50.0 * (less + up_to) as f64 / sorted.len() as f64;
            if *higher_is_better { rank } else { 100.0 - rank }
        }));
    } else {
        points(&at, normaliser, None, &mut curve);
    }
    at.into_iter().zip(curve).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_counted_once() {
        let mut values: Vec<f64> = (0..1000).map(f64::from).collect();
        values.extend([f64::NAN, 1e9]);
        let h = value_histogram(&values, 20);
        assert_eq!((h.present, h.absent), (1001, 1));
        assert_eq!(h.bins.iter().sum::<u32>() + h.under + h.over, 1001);
        assert!(h.high < 1001.0 && h.over > 0, "the outlier does not flatten the rest: {h:?}");
        assert_eq!(value_histogram(&[3.0, 3.0], 4).bins, [2, 0, 0, 0]);
        assert_eq!(value_histogram(&[f64::NAN], 4).five_numbers, None);
    }

    #[test]
    fn curves_follow_the_normaliser() {
        let linear = Normaliser::Linear { worst: 10.0, best: 0.0 };
        assert_eq!(
            points_curve(&linear, &[], 0.0, 10.0, 3),
            [(0.0, 100.0), (5.0, 50.0), (10.0, 0.0)]
        );
        let rank = Normaliser::Percentile { higher_is_better: true, within: None };
        let curve = points_curve(&rank, &[1.0, 2.0, 3.0, 4.0], 0.0, 4.0, 3);
        assert_eq!(curve, [(0.0, 0.0), (2.0, 37.5), (4.0, 87.5)]);
    }
}
