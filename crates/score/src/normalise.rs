//! A first normaliser for a column that nobody has thought about yet.

use crate::facts::{self, Spread};
use crate::topic::{Topic, topic};
use crate::{ColumnFacts, Normaliser, fate};
use table::ColumnType;

/// A normaliser that makes sense of `values`: a check for booleans (and for 0 and 1), else a
/// straight line over the middle nine tenths of the values, its ends rounded to plain numbers.
///
/// Which end is best is read from the outcome where `fates` (a [`fate`] each) are given and the
/// relation is more than chance, else from the name (days since, tickets, overdue … are better low).
#[must_use]
pub fn suggest_normaliser(name: &str, values: &[f64], fates: Option<&[u8]>) -> Normaliser {
    let stayed = fates.map(|fates| {
        let one = |f: &u8| match *f {
            fate::RETAINED => 1.0,
            fate::CHURNED => 0.0,
            _ => f64::NAN,
        };
        fates.iter().map(one).collect::<Vec<f64>>()
    });
    let relation = stayed.and_then(|stayed| facts::with_staying(values, &stayed));
    let higher =
        relation.map_or_else(|| topic(name).is_none_or(Topic::higher_is_better), |r| r > 0.0);
    let is_flag = values.iter().all(|v| v.is_nan() || *v == 0.0 || *v == 1.0);
    of_spread(facts::spread(values), is_flag, higher)
}

/// As [`suggest_normaliser`], from the facts of a column.
pub(crate) fn of_facts(column: &ColumnFacts, topic: Option<Topic>) -> Normaliser {
    let higher =
        column.with_staying.map_or_else(|| topic.is_none_or(Topic::higher_is_better), |r| r > 0.0);
    of_spread(column.spread, is_flag(column), higher)
}

/// Whether a column says yes or no: in booleans, in 0 and 1, or in words where it is text.
pub(crate) fn is_flag(column: &ColumnFacts) -> bool {
    let in_0_1 = |s: Spread| s.low >= 0.0 && s.high <= 1.0 && s.middle.fract() == 0.0;
    matches!(column.column_type, ColumnType::Boolean | ColumnType::Text)
        || (column.column_type == ColumnType::Integer
            && column.distinct <= 2
            && column.spread.is_some_and(in_0_1))
}

fn of_spread(spread: Option<Spread>, is_flag: bool, higher_is_better: bool) -> Normaliser {
    if is_flag {
        return if higher_is_better {
            Normaliser::Check
        } else {
            Normaliser::Linear { worst: 1.0, best: 0.0 }
        };
    }
    let (low, high) = spread.map_or((0.0, 1.0), |s| plain_range(s.low, s.high));
    if higher_is_better {
        Normaliser::Linear { worst: low, best: high }
    } else {
        Normaliser::Linear { worst: high, best: low }
    }
}

/// The range from `low` to `high` with ends that are multiples of 1, 2 or 5 × 10ⁿ, never empty.
pub(crate) fn plain_range(low: f64, high: f64) -> (f64, f64) {
    if high <= low {
        return if low == 0.0 { (0.0, 1.0) } else { (low.min(0.0), low.max(0.0)) };
    }
    let step = plain_step((high - low) / 20.0);
    let (from, to) = (plain(low, step), plain(high, step));
    // a range that nearly starts at zero starts at zero
    let from = if from > 0.0 && from <= step { 0.0 } else { from };
    if to > from { (from, to) } else { (low, high) }
}

/// The multiple of `step` that is nearest to `x`, without the dust of binary fractions.
pub(crate) fn plain(x: f64, step: f64) -> f64 {
    let multiple = (x / step).round();
    // dividing by a whole number rounds once; multiplying by 0.1 would give 0.30000000000000004
    if step < 1.0 { multiple / (1.0 / step).round() } else { multiple * step }
}

/// The smallest of 1, 2 or 5 × 10ⁿ that is at least `x` (> 0).
pub(crate) fn plain_step(x: f64) -> f64 {
    let power = x.log10().floor() as i32;
    let ten = 10f64.powi(power);
    let digit = [1.0, 2.0, 5.0, 10.0].into_iter().find(|d| d * ten >= x * (1.0 - 1e-9));
    digit.unwrap_or(10.0) * ten
}

#[cfg(test)]
mod tests {
    use super::{plain_range, suggest_normaliser};
    use crate::Normaliser;

    #[test]
    fn ranges_have_plain_ends() {
        assert_eq!(plain_range(1.3, 61.7), (0.0, 60.0));
        assert_eq!(plain_range(0.113, 0.892), (0.1, 0.9));
        assert_eq!(plain_range(-47.0, 71.0), (-50.0, 70.0));
        assert_eq!(plain_range(18.0, 107.4), (20.0, 105.0));
        assert_eq!(plain_range(7.0, 7.0), (0.0, 7.0));
        assert_eq!(plain_range(0.0, 0.0), (0.0, 1.0));
    }

    #[test]
    fn direction_from_the_outcome_before_the_name() {
        let values: Vec<f64> = (0..=100).map(f64::from).collect();
        let best_is_high =
            |n: Normaliser| matches!(n, Normaliser::Linear { worst, best } if best > worst);
        assert!(best_is_high(suggest_normaliser("logins", &values, None)));
        assert!(!best_is_high(suggest_normaliser("tickets_30d", &values, None)));
        assert!(!best_is_high(suggest_normaliser("最終ログインからの日数", &values, None)));
        let high_left: Vec<u8> = (0..=100).map(|i| u8::from(i > 50)).collect();
        assert!(!best_is_high(suggest_normaliser("logins", &values, Some(&high_left))));
        let blind: Vec<u8> = (0..=100).map(|i| i % 2).collect();
        assert!(best_is_high(suggest_normaliser("logins", &values, Some(&blind))));
    }

    #[test]
    fn flags_become_checks() {
        assert_eq!(suggest_normaliser("onboarded", &[0.0, 1.0, f64::NAN], None), Normaliser::Check);
    }
}
