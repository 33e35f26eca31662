//! Rows that are chosen and put in order.

use crate::{UNSCORED, text, truth};
use std::cmp::Ordering;
use table::{Column, ColumnData, Dictionary, fold};

/// Keeps of the rows those of which something is true ([`truth`]).
#[inline(never)]
pub fn keep_true(keep: &mut [bool], truths: &[u8]) {
    keep.iter_mut().zip(truths).for_each(|(keep, t)| *keep &= *t == truth::TRUE);
}

/// Keeps the rows whose level is one of those wanted; those without one when `unscored`.
#[inline(never)]
pub fn keep_levels(keep: &mut [bool], levels: &[u8], wanted: &[u8], unscored: bool) {
    for (keep, level) in keep.iter_mut().zip(levels) {
        *keep &= if *level == UNSCORED { unscored } else { wanted.contains(level) };
    }
}

/// Keeps the rows that are in a higher level than before, or with `up` false in a lower one.
#[inline(never)]
pub fn keep_moved(keep: &mut [bool], before: &[u8], now: &[u8], up: bool) {
    for ((keep, then), now) in keep.iter_mut().zip(before).zip(now) {
        let known = *then != UNSCORED && *now != UNSCORED;
        *keep &= known && if up { now > then } else { now < then };
    }
}

/// Marks the rows whose text holds `wanted`, which is folded.
#[inline(never)]
pub fn find_text(found: &mut [bool], data: &ColumnData, wanted: &str) {
    let hits = |text: &str| fold::contains(text, wanted);
    if let ColumnData::Text(text) = data {
        let hits: Vec<bool> = text.dictionary.iter().map(hits).collect();
        for (row, found) in found.iter_mut().enumerate() {
            *found |= text.code(row).is_some_and(|c| hits[c as usize]);
        }
        return;
    }
    for (row, found) in found.iter_mut().enumerate() {
        *found |= text::of_cell(data.cell(row)).is_some_and(|text| hits(&text));
    }
}

/// The rows that are kept, ascending.
#[inline(never)]
#[must_use]
pub fn kept(keep: &[bool]) -> Vec<u32> {
    (0..keep.len() as u32).filter(|row| keep[*row as usize]).collect()
}

/// `now − then` per row; not-a-number where either is missing.
#[inline(never)]
#[must_use]
pub fn difference(now: &[f64], then: &[f64]) -> Vec<f64> {
    now.iter().zip(then).map(|(now, then)| now - then).collect()
}

/// The sum of a column's numbers in some rows.
#[inline(never)]
#[must_use]
pub fn sum_of_rows(data: &ColumnData, rows: &[u32]) -> f64 {
    let mut numbers = vec![f64::NAN; data.len()];
    data.numbers(0..data.len(), &mut numbers);
    rows.iter().map(|&row| numbers[row as usize]).filter(|x| !x.is_nan()).sum()
}

/// The values as numbers that sort as they should: text by its place in the order of all texts.
#[inline(never)]
#[must_use]
pub fn numbers_in_order(column: &Column) -> Vec<f64> {
    if let ColumnData::Text(text) = &column.data {
        let mut codes: Vec<u32> = (0..text.dictionary.len() as u32).collect();
        codes.sort_unstable_by(|a, b| compare(&text.dictionary, *a, *b));
        let mut place = vec![0.0; codes.len()];
        let (mut last, mut at) = (None, 0.0);
        for code in codes {
            let s = text.dictionary.get(code);
            if last.is_some_and(|l| l != s) {
                at += 1.0;
            }
            place[code as usize] = at;
            last = Some(s);
        }
        return (0..text.len())
            .map(|row| text.code(row).map_or(f64::NAN, |c| place[c as usize]))
            .collect();
    }
    let mut numbers = vec![f64::NAN; column.data.len()];
    column.data.numbers(0..column.data.len(), &mut numbers);
    numbers
}

// Not inlined: the sort has a dozen places where it compares.
#[inline(never)]
fn compare(dictionary: &Dictionary, a: u32, b: u32) -> Ordering {
    dictionary.get(a).cmp(dictionary.get(b))
}

/// Sorts rows by a number each; absent last either way, ties by row. The number becomes an unsigned
/// key of the same order, so that one integer comparison decides.
#[inline(never)]
pub fn sort_rows(rows: &mut Vec<u32>, values: &[f64], descending: bool) {
    let key = |row: u32| {
        let v = values[row as usize];
        if v.is_nan() {
            return u64::MAX;
        }
        let bits = v.to_bits();
        let ascending = if bits >> 63 == 1 { !bits } else { bits | (1 << 63) };
        // One less than the greatest, which is kept for absent.
        (if descending { !ascending } else { ascending }).min(u64::MAX - 1)
    };
    let mut keyed: Vec<(u64, u32)> = rows.iter().map(|&row| (key(row), row)).collect();
    keyed.sort_unstable();
    rows.clear();
    rows.extend(keyed.into_iter().map(|(_, row)| row));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{decimals, text};

    #[test]
    fn numbers_sort_with_absent_last_and_ties_by_row() {
        let values = [2.0, f64::NAN, -1.5, 2.0, 0.0, -0.5];
        let mut rows = vec![0, 1, 2, 3, 4, 5];
        sort_rows(&mut rows, &values, false);
        assert_eq!(rows, [2, 5, 4, 0, 3, 1]);
        sort_rows(&mut rows, &values, true);
        assert_eq!(rows, [0, 3, 4, 5, 2, 1]);
    }

    #[test]
    fn texts_are_placed_in_their_order() {
        let data = text(&["b", "a", "", "b"]);
        let numbers = numbers_in_order(&Column { name: String::new(), data });
        assert_eq!((numbers[0], numbers[1], numbers[3]), (1.0, 0.0, 1.0));
        assert!(numbers[2].is_nan());
    }

    #[test]
    fn rows_are_kept_and_added_up() {
        let mut keep = [true, true, false, true];
        keep_true(&mut keep, &[truth::TRUE, truth::UNKNOWN, truth::TRUE, truth::TRUE]);
        assert_eq!(kept(&keep), [0, 3]);
        let data = decimals(&[1.0, 2.0, 4.0, f64::NAN]);
        assert_eq!(sum_of_rows(&data, &[0, 2, 3]), 5.0);
        assert_eq!(difference(&[5.0, 1.0], &[2.0, 1.5]), [3.0, -0.5]);
    }
}
