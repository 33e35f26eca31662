//! Correlation over the accounts where both numbers are present.

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

#[cfg(test)]
mod tests {
    use super::{pearson, spearman};

    #[test]
    fn straight_bent_and_constant() {
        let is = |r: Option<f64>, x: f64| (r.unwrap() - x).abs() < 1e-12;
        assert!(is(pearson(&[1.0, 2.0, 3.0], &[2.0, 4.0, 6.0]), 1.0));
        assert!(is(spearman(&[1.0, 2.0, 30.0], &[-1.0, -8.0, -9.0]), -1.0));
        assert!(is(pearson(&[1.0, 2.0, 3.0, 4.0], &[1.0, 3.0, 2.0, 4.0]), 0.8));
        assert_eq!(pearson(&[1.0, 1.0], &[2.0, 4.0]), None);
        assert_eq!(pearson(&[1.0, f64::NAN], &[2.0, 4.0]), None);
    }
}
