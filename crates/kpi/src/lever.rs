//! How far a slider over a figure goes.

use crate::Unit;

/// The bounds of a slider over a figure that is now `value` (`NaN` is absent): all that makes sense for
/// shares and points, else from nothing to twice as much.
#[must_use]
pub fn lever_bounds(unit: &Unit, value: f64) -> (f64, f64) {
    let value = if value.is_finite() { value } else { 0.0 };
    let natural = match unit {
        Unit::Percent => Some(1.0),
        Unit::Points => Some(100.0),
        _ => None,
    };
    match natural {
        Some(most) if (0.0..=most).contains(&value) => (0.0, most),
        _ if value > 0.0 => (0.0, 2.0 * value),
        _ if value < 0.0 => (2.0 * value, 0.0),
        _ => (0.0, 100.0),
    }
}

#[cfg(test)]
mod tests {
    use super::lever_bounds;
    use crate::Unit;

    #[test]
    fn what_makes_sense() {
        assert_eq!(lever_bounds(&Unit::Percent, 0.3), (0.0, 1.0));
        assert_eq!(lever_bounds(&Unit::Percent, 1.2), (0.0, 2.4));
        assert_eq!(lever_bounds(&Unit::Points, 43.0), (0.0, 100.0));
        assert_eq!(lever_bounds(&Unit::Money, -5.0), (-10.0, 0.0));
        assert_eq!(lever_bounds(&Unit::Count, f64::NAN), (0.0, 100.0));
        assert_eq!(lever_bounds(&Unit::Percent, f64::NAN), (0.0, 1.0));
    }
}
