//! Correlation over the accounts where both numbers are present.

use crate::interval::{Interval, Z95};

/// Pearson's r; `None` with fewer than two pairs, or when one side does not vary.
#[must_use]
pub fn pearson(x: &[f64], y: &[f64]) -> Option<f64> {
    let both = || x.iter().zip(y).filter(|(a, b)| !a.is_nan() && !b.is_nan());
    let (mut n, mut mean_x, mut mean_y) = (0.0, 0.0, 0.0);
    for (a, b) in both() {
        n += 1.0;
        mean_x += a;
        mean_y += b;
    }
    mean_x /= n;
    mean_y /= n;
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for (a, b) in both() {
        let (a, b) = (a - mean_x, b - mean_y);
        xx += a * a;
        yy += b * b;
        xy += a * b;
    }
    (xx > 0.0 && yy > 0.0).then(|| (xy / (xx.sqrt() * yy.sqrt())).clamp(-1.0, 1.0))
}

/// Spearman's ρ: Pearson's r of the mid-ranks (Spearman 1904; ties share the mean of their ranks).
#[must_use]
pub fn spearman(x: &[f64], y: &[f64]) -> Option<f64> {
    let (mut a, mut b): (Vec<f64>, Vec<f64>) =
        x.iter().zip(y).filter(|(a, b)| !a.is_nan() && !b.is_nan()).unzip();
    crate::percentile::midranks(&mut a, None);
    crate::percentile::midranks(&mut b, None);
    pearson(&a, &b)
}

/// The 95 % interval of Pearson's r over `points` pairs (R. A. Fisher, "On the probable error of a
/// coefficient of correlation deduced from a small sample", 1921); `None` with fewer than four pairs. At
/// r = ±1 it has no width.
#[must_use]
pub fn correlation_interval(r: f64, points: usize) -> Option<Interval> {
    if points < 4 || !(-1.0..=1.0).contains(&r) {
        return None;
    }
    let half = Z95 / ((points - 3) as f64).sqrt();
    let (low, high) = ((r.atanh() - half).tanh(), (r.atanh() + half).tanh());
    Some(Interval { estimate: r, low, high })
}

#[cfg(test)]
mod tests {
    use super::{correlation_interval, pearson, spearman};

    #[test]
    fn straight_bent_and_constant() {
        let is = |r: Option<f64>, x: f64| (r.unwrap() - x).abs() < 1e-12;
        assert!(is(pearson(&[1.0, 2.0, 3.0], &[2.0, 4.0, 6.0]), 1.0));
        assert!(is(spearman(&[1.0, 2.0, 30.0], &[-1.0, -8.0, -9.0]), -1.0));
        assert!(is(pearson(&[1.0, 2.0, 3.0, 4.0], &[1.0, 3.0, 2.0, 4.0]), 0.8));
        assert_eq!(pearson(&[1.0, 1.0], &[2.0, 4.0]), None);
        assert_eq!(pearson(&[1.0, f64::NAN], &[2.0, 4.0]), None);
    }

    #[test]
    fn an_interval_narrows_with_points() {
        // tanh(0.5493 ± 1.96 / √(20 − 3))
        let i = correlation_interval(0.5, 20).unwrap();
        assert!((i.low - 0.074_1).abs() < 1e-3 && (i.high - 0.771_8).abs() < 1e-3, "{i:?}");
        let one = correlation_interval(1.0, 9).unwrap();
        assert_eq!((one.low, one.high), (1.0, 1.0));
        assert_eq!(correlation_interval(0.5, 3), None);
    }
}
