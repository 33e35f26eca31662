//! Where a figure stands: against its target, and against the compared snapshot.

use crate::Direction;
use serde::{Deserialize, Serialize};

/// Within this share of the target on its wrong side a figure counts as near.
pub const NEAR: f64 = 0.05;

/// A figure against its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// At the target or on its better side.
    Met,
    /// Missed by at most [`NEAR`] of the target.
    Near,
    /// Missed by more.
    Missed,
    /// There is a figure, but no target.
    NoTarget,
    /// There is no figure.
    NoValue,
}

/// Whether a change is for the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trend {
    /// In the node's direction.
    Better,
    /// Against it.
    Worse,
    /// Not at all.
    Same,
}

/// A figure against an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The earlier figure.
    pub before: f64,
    /// Now less before.
    pub difference: f64,
    /// The difference as a share of the earlier figure's size; `None` when that was 0.
    pub relative: Option<f64>,
    /// Whether it is for the better.
    pub trend: Trend,
}

/// Status of a value (`NaN` is absent) against a target. A target of 0 is met or missed, never near.
#[must_use]
pub fn status(value: f64, target: Option<f64>, direction: Direction) -> Status {
    if !value.is_finite() {
        return Status::NoValue;
    }
    let Some(target) = target else { return Status::NoTarget };
    let short = match direction {
        Direction::Higher => target - value,
        Direction::Lower => value - target,
    };
    if short <= 0.0 {
        Status::Met
    } else if short <= NEAR * target.abs() {
        Status::Near
    } else {
        Status::Missed
    }
}

/// The change from `before` to `now`; `None` when either is absent.
#[must_use]
pub fn change(before: f64, now: f64, direction: Direction) -> Option<Change> {
    let difference = now - before;
    if !(before.is_finite() && now.is_finite() && difference.is_finite()) {
        return None;
    }
    let gain = match direction {
        Direction::Higher => difference,
        Direction::Lower => -difference,
    };
    let trend = if gain > 0.0 {
        Trend::Better
    } else if gain < 0.0 {
        Trend::Worse
    } else {
        Trend::Same
    };
    let relative = (before != 0.0).then(|| difference / before.abs());
    Some(Change { before, difference, relative, trend })
}

#[cfg(test)]
mod tests {
    use super::{Direction::*, Status::*, Trend, change, status};

    #[test]
    fn against_the_target() {
        let cases = [
            (100.0, Some(100.0), Higher, Met),
            (99.0, Some(100.0), Higher, Near),
            (95.0, Some(100.0), Higher, Near),
            (94.9, Some(100.0), Higher, Missed),
            (3.0, Some(3.0), Lower, Met),
            (3.1, Some(3.0), Lower, Near),
            (4.0, Some(3.0), Lower, Missed),
            (-104.0, Some(-100.0), Higher, Near),
            (0.1, Some(0.0), Lower, Missed),
            (0.0, Some(0.0), Lower, Met),
            (1.0, None, Higher, NoTarget),
            (f64::NAN, Some(1.0), Higher, NoValue),
            (f64::INFINITY, None, Higher, NoValue),
        ];
        for (value, target, direction, expected) in cases {
            assert_eq!(status(value, target, direction), expected, "{value} {target:?}");
        }
    }

    #[test]
    fn for_better_or_worse() {
        let c = change(-50.0, -40.0, Higher).unwrap();
        assert_eq!((c.difference, c.relative, c.trend), (10.0, Some(0.2), Trend::Better));
        assert_eq!(change(5.0, 6.0, Lower).unwrap().trend, Trend::Worse);
        let c = change(0.0, 0.0, Lower).unwrap();
        assert_eq!((c.relative, c.trend), (None, Trend::Same));
        assert_eq!(change(f64::NAN, 1.0, Higher), None);
    }
}
