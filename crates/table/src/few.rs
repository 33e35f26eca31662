//! Putting a few things in order.

use std::cmp::Ordering;

/// Sorts a list of at most some hundred things, such as columns or snapshots; equal ones keep their
/// order. The sorts of the standard library are five kilobytes of wasm for every type and order, and for
/// so few things are no faster.
pub fn sort_few<T>(list: &mut [T], mut order: impl FnMut(&T, &T) -> Ordering) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && order(&list[at - 1], &list[at]) == Ordering::Greater {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_same_as_the_standard_librarys(list in proptest::collection::vec((0u8..9, any::<u8>()), 0..40)) {
            let (mut few, mut many) = (list.clone(), list);
            sort_few(&mut few, |a, b| b.0.cmp(&a.0));
            many.sort_by_key(|a| std::cmp::Reverse(a.0));
            prop_assert_eq!(few, many);
        }
    }
}
