//! Short lists put in order by one piece of code. The standard sort is made anew for each type and each
//! comparison, four kilobytes a time, which is right for columns and wrong for a dozen lines of a list.

use std::cmp::Ordering;

/// Puts the items in the order that `compare` says; equal ones stay as they were. For lists that a person
/// reads: each comparison is a call, so columns are sorted by the standard library.
pub fn sort_by<T>(items: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    let sources = sources(items.len(), &mut |a, b| compare(&items[a], &items[b]));
    arrange(&sources, &mut |a, b| items.swap(a, b));
}

/// Puts the items in the order of what `key` gives; equal ones stay as they were. As [`sort_by`].
pub fn sort_by_key<T, K: Ord>(items: &mut [T], mut key: impl FnMut(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Puts the items in their own order. As [`sort_by`].
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// For each place of the ordered list, where its item is now.
#[inline(never)]
fn sources(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sources: Vec<usize> = (0..len).collect();
    sources.sort_by(|a, b| compare(*a, *b));
    sources
}

/// Brings every item from its source to its place, along the cycles that they make.
#[inline(never)]
fn arrange(sources: &[usize], swap: &mut dyn FnMut(usize, usize)) {
    let mut done = vec![false; sources.len()];
    for start in 0..sources.len() {
        let mut place = start;
        while !std::mem::replace(&mut done[place], true) {
            let source = sources[place];
            if source == start {
                break;
            }
            swap(place, source);
            place = source;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// As the standard library's stable sort, equal items in place.
        #[test]
        fn as_the_standard_sort(keys in proptest::collection::vec(0_u8..12, 0..60)) {
            let mut ours: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
            let mut theirs = ours.clone();
            theirs.sort_by_key(|item| std::cmp::Reverse(item.0));
            sort_by(&mut ours, |a, b| b.0.cmp(&a.0));
            prop_assert_eq!(&ours, &theirs);
            theirs.sort_by_key(|item| item.0 % 5);
            sort_by_key(&mut ours, |item| item.0 % 5);
            prop_assert_eq!(&ours, &theirs);
            theirs.sort();
            sort(&mut ours);
            prop_assert_eq!(ours, theirs);
        }
    }
}
