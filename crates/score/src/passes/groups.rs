//! Accounts by the group that each is in.

use table::TextColumn;

/// Per group the sum of `over`, and of `under`; without that how many have a number in `over`. What is not a number
/// adds nothing, nor do rows past the end of `over` and groups from `groups` on.
#[inline(never)]
#[must_use]
pub fn sums_by_group(
    over: &[f64],
    under: Option<&[f64]>,
    group_of: &[u32],
    groups: usize,
) -> Vec<(f64, f64)> {
    let mut sums = vec![(0.0, 0.0); groups];
    let known = |x: f64| if x.is_nan() { 0.0 } else { x };
    for (row, group) in group_of.iter().enumerate() {
        let Some((sum, weight)) = sums.get_mut(*group as usize) else { continue };
        let value = over.get(row).copied().unwrap_or(f64::NAN);
        *sum += known(value);
        *weight += match under {
            Some(under) => known(under.get(row).copied().unwrap_or(f64::NAN)),
            None => f64::from(u8::from(!value.is_nan())),
        };
    }
    sums
}

/// Per group whether any of its accounts has a number.
#[inline(never)]
#[must_use]
pub fn any_by_group(numbers: &[f64], group_of: &[u32], groups: usize) -> Vec<bool> {
    let mut any = vec![false; groups];
    for (number, group) in numbers.iter().zip(group_of) {
        if let Some(any) = any.get_mut(*group as usize) {
            *any |= !number.is_nan();
        }
    }
    any
}

/// The group of each account by what its text stands for, `none` where it has no text.
#[inline(never)]
#[must_use]
pub fn group_of_each(text: &TextColumn, by_code: &[u32], none: u32) -> Vec<u32> {
    let of = |row| text.code(row).map_or(none, |code| by_code[code as usize]);
    (0..text.len()).map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_add_up() {
        let (over, under) = ([1.0, f64::NAN, 4.0], [2.0, 8.0, f64::NAN]);
        let group_of = [0, 0, 1, 7];
        assert_eq!(sums_by_group(&over, None, &group_of, 2), [(1.0, 1.0), (4.0, 1.0)]);
        assert_eq!(sums_by_group(&over, Some(&under), &group_of, 2), [(1.0, 10.0), (4.0, 0.0)]);
        assert_eq!(any_by_group(&under, &group_of, 3), [true, false, false]);
    }
}
