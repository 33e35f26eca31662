//! Round numbers for axes and handles.

/// The smallest of 1, 2 or 5 × 10ⁿ that is at least `step`; 1 when `step` is not a positive number.
#[must_use]
pub fn nice_step(step: f64) -> f64 {
    if !step.is_finite() || step <= 0.0 {
        return 1.0;
    }
    let ten = 10f64.powi(step.log10().floor() as i32);
    let digit = [1.0, 2.0, 5.0].into_iter().find(|d| d * ten >= step * (1.0 - 1e-9));
    digit.unwrap_or(10.0) * ten
}

/// About `count` round values within the range, ends included; empty when there is no range.
#[must_use]
pub fn nice_ticks(low: f64, high: f64, count: usize) -> Vec<f64> {
    if !(low.is_finite() && high.is_finite() && high > low) || count == 0 {
        return Vec::new();
    }
    let step = nice_step((high - low) / count as f64);
    let first = (low / step - 1e-9).ceil();
    let last = (high / step + 1e-9).floor();
    // Dividing by a whole number rounds once; multiplying by 0.1 would give 0.30000000000000004.
    let at = |n: f64| if step < 1.0 { n / (1.0 / step).round() } else { n * step };
    (0..)
        .map(|i| first + f64::from(i))
        .take_while(|n| *n <= last)
        .map(|n| if n == 0.0 { 0.0 } else { at(n) })
        .collect()
}

/// How many decimals tell multiples of `step` apart, at most 6.
#[must_use]
pub fn decimals_of_step(step: f64) -> usize {
    if !step.is_finite() || step <= 0.0 {
        return 0;
    }
    (0..6).find(|&d| (step * 10f64.powi(d as i32)).fract().abs() < 1e-6).unwrap_or(6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round() {
        assert_eq!(nice_ticks(0.0, 100.0, 4), [0.0, 50.0, 100.0]);
        assert_eq!(nice_ticks(0.0, 100.0, 5), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(nice_ticks(-1.3, 2.2, 4), [-1.0, 0.0, 1.0, 2.0]);
        assert_eq!(nice_ticks(0.0, 0.4, 4), [0.0, 0.1, 0.2, 0.3, 0.4]);
        assert!(nice_ticks(1.0, 1.0, 4).is_empty());
        assert!(nice_ticks(f64::NAN, 1.0, 4).is_empty());
    }

    #[test]
    fn steps_say_how_many_decimals() {
        assert_eq!([5.0, 0.5, 0.02].map(decimals_of_step), [0, 1, 2]);
        assert_eq!([0.7, 12.0, 1e-3].map(nice_step), [1.0, 20.0, 1e-3]);
        assert_eq!(decimals_of_step(f64::NAN), 0);
    }
}
