//! Where an element stands among its siblings.

use serde::{Deserialize, Serialize};

/// The digits of a rank, in byte order.
const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A place among siblings: a fraction between 0 and 1 written in base 62 without the leading "0.".
/// Between any two there is always another, so a move touches one element only and its inverse
/// is exact. Compares as text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Rank(String);

impl Rank {
    /// A rank after `low` and before `high`; `None` is the open end. When `low` is not before
    /// `high`, the result is after `low`.
    #[must_use]
    pub fn between(low: Option<&Self>, high: Option<&Self>) -> Self {
        let low = low.map(Self::digits).unwrap_or_default();
        let high = high.map(Self::digits).filter(|h| *h > low);
        let digits = match high {
            Some(high) => midpoint(&low, Some(&high)),
            None if low.is_empty() => midpoint(&low, None),
            None => after(&low),
        };
        Self(digits.iter().map(|&d| char::from(DIGITS[usize::from(d)])).collect())
    }

    /// Whether it is written as ranks are: at least one digit, the last of them not zero (else
    /// nothing would fit between "1" and "10").
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.0.bytes().all(|b| b.is_ascii_alphanumeric()) && self.0.bytes().last() > Some(b'0')
    }

    /// Values 0–61, most significant first. A character that is no digit counts as 0.
    fn digits(&self) -> Vec<u8> {
        let mut digits: Vec<u8> =
            self.0.bytes().map(|b| DIGITS.binary_search(&b).unwrap_or(0) as u8).collect();
        while digits.last() == Some(&0) {
            digits.pop();
        }
        digits
    }
}

/// A little above `low`: people mostly append, and halving the rest each time would add a digit
/// for every sixth append.
fn after(low: &[u8]) -> Vec<u8> {
    match low.iter().position(|&d| d < 61) {
        Some(at) => {
            let mut digits = low[..=at].to_vec();
            digits[at] += 1;
            digits
        }
        None => [low, &[31]].concat(),
    }
}

/// Halfway between two fractions with `low < high`, as short as possible; `None` is 1.
fn midpoint(low: &[u8], high: Option<&[u8]>) -> Vec<u8> {
    let mut digits = Vec::new();
    let (mut low, mut high) = (low, high);
    loop {
        let first = low.first().copied().unwrap_or(0);
        let limit = high.map_or(62, |h| h.first().copied().unwrap_or(0));
        low = low.get(1..).unwrap_or_default();
        if limit > first + 1 {
            digits.push(first + (limit - first) / 2);
            return digits;
        }
        if limit == first {
            digits.push(first);
            high = high.map(|h| h.get(1..).unwrap_or_default());
        } else if let Some([next, _, ..]) = high {
            digits.push(*next);
            return digits;
        } else {
            digits.push(first);
            high = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Rank;
    use proptest::prelude::*;

    #[test]
    fn the_first_is_in_the_middle() {
        assert_eq!(Rank::between(None, None), Rank("V".into()));
    }

    #[test]
    fn a_thousand_appends_stay_short() {
        let mut rank = Rank::between(None, None);
        for _ in 0..1_000 {
            let next = Rank::between(Some(&rank), None);
            assert!(next > rank && next.is_valid());
            rank = next;
        }
        assert!(rank.0.len() <= 34, "{}", rank.0.len());
    }

    #[test]
    fn what_is_not_a_rank() {
        for text in ["", "0", "a0", "é", "a b"] {
            assert!(!Rank(text.into()).is_valid(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn there_is_always_room(places in prop::collection::vec(any::<prop::sample::Index>(), 1..200)) {
            let mut ranks: Vec<Rank> = Vec::new();
            for place in places {
                let at = place.index(ranks.len() + 1);
                let low = at.checked_sub(1).map(|i| &ranks[i]);
                let rank = Rank::between(low, ranks.get(at));
                prop_assert!(rank.is_valid());
                ranks.insert(at, rank);
                prop_assert!(ranks.is_sorted_by(|a, b| a < b));
            }
        }
    }
}
