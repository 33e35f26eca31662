//! What became of accounts.

use crate::{Join, count_pairs, fate, sum_by_level};
use table::ColumnData;

/// Tells of accounts what a later snapshot knows. `known` has the fate of each account as far as it is told,
/// `own` what the accounts' own snapshot says, `join` leads to the later one, whose fates these are. Who had left
/// already is not told of.
#[inline(never)]
pub fn tell_later(known: &mut [u8], own: Option<&[u8]>, join: &Join, fates: &[u8]) {
    for (row, known) in known.iter_mut().enumerate() {
        let gone = own.is_some_and(|own| own[row] == fate::CHURNED);
        if *known == fate::UNKNOWN && !gone {
            *known = join.row(row).map_or(fate::UNKNOWN, |row| fates[row]);
        }
    }
}

/// How many stayed and how many left, per level from 0 to `levels` − 1: see [`fate`].
#[inline(never)]
#[must_use]
pub fn fates_by_level(of_level: &[u8], fates: &[u8], levels: usize) -> Vec<[u32; 2]> {
    count_pairs(of_level, fates, levels)
}

/// The sum of a column's numbers per level, as [`sum_by_level`].
#[inline(never)]
#[must_use]
pub fn revenue_by_level(of_level: &[u8], levels: usize, data: &ColumnData) -> Vec<f64> {
    sum_by_level(of_level, levels, |from, out| data.numbers(from..from + out.len(), out))
}

/// Of the accounts whose fate is known and that have a value, how many there are and how many left, in bins of
/// width `step` from `start` on; what lies outside is in the first or the last.
#[inline(never)]
#[must_use]
pub fn value_outcomes(
    values: &[f64],
    fates: &[u8],
    (start, step): (f64, f64),
    bins: usize,
) -> (Vec<u32>, Vec<u32>) {
    let (mut known, mut churned) = (vec![0; bins], vec![0; bins]);
    for (value, of) in values.iter().zip(fates) {
        if !value.is_nan() && *of != fate::UNKNOWN {
            let bin = if step > 0.0 { (value - start) / step } else { 0.0 };
            let bin = (bin.max(0.0) as usize).min(bins - 1);
            known[bin] += 1;
            churned[bin] += u32::from(*of == fate::CHURNED);
        }
    }
    (known, churned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use fate::{CHURNED, RETAINED, UNKNOWN};

    #[test]
    fn who_had_left_is_not_told_of() {
        let mut known = [UNKNOWN, UNKNOWN, RETAINED, UNKNOWN];
        let own = [UNKNOWN, CHURNED, UNKNOWN, UNKNOWN];
        let join = Join::from_rows(vec![1, 0, 0, Join::NONE]);
        tell_later(&mut known, Some(&own), &join, &[CHURNED, RETAINED]);
        assert_eq!(known, [RETAINED, UNKNOWN, RETAINED, UNKNOWN]);
    }

    #[test]
    fn values_have_their_outcomes() {
        let values = [-1.0, 0.0, 5.0, 99.0, f64::NAN, 5.0];
        let fates = [RETAINED, CHURNED, CHURNED, RETAINED, RETAINED, UNKNOWN];
        let (known, churned) = value_outcomes(&values, &fates, (0.0, 5.0), 3);
        assert_eq!((known, churned), (vec![2, 1, 1], vec![1, 1, 0]));
        assert_eq!(value_outcomes(&values, &fates, (0.0, 0.0), 2).0, [4, 0]);
    }
}
