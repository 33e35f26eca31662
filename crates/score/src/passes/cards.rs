//! The accounts of one card.

use crate::NO_CARD;
use std::hash::{DefaultHasher, Hasher};

/// How many accounts a card has.
#[inline(never)]
#[must_use]
pub fn count_of_card(assignment: &[u8], card: u8) -> u32 {
    assignment.iter().filter(|of| **of == card).count() as u32
}

/// How many accounts each of so many cards has.
#[inline(never)]
#[must_use]
pub fn count_by_card(assignment: &[u8], cards: usize) -> Vec<u32> {
    let mut counts = [0; 256];
    for card in assignment {
        counts[usize::from(*card)] += 1;
    }
    counts.into_iter().take(cards.min(usize::from(NO_CARD))).collect()
}

/// The bytes of a card's accounts, `other` for all others.
#[inline(never)]
#[must_use]
pub fn bytes_of_card(bytes: &[u8], assignment: &[u8], card: u8, other: u8) -> Vec<u8> {
    let its = |(byte, of): (&u8, &u8)| if *of == card { *byte } else { other };
    bytes.iter().zip(assignment).map(its).collect()
}

/// The numbers of a card's accounts, not-a-number for all others.
#[inline(never)]
#[must_use]
pub fn numbers_of_card(numbers: &[f64], assignment: &[u8], card: u8) -> Vec<f64> {
    let its = |(number, of): (&f64, &u8)| if *of == card { *number } else { f64::NAN };
    numbers.iter().zip(assignment).map(its).collect()
}

/// The points of a measure among the accounts of a card.
#[derive(Clone, Debug, PartialEq)]
pub struct PointsOfCard {
    /// How many accounts have points.
    pub count: u32,
    /// Their sum.
    pub sum: f64,
    /// Their histogram: 20 bins of 5 points, the last includes 100.
    pub bins: Vec<u32>,
}

/// Adds up points, 0–100 each or not-a-number.
#[inline(never)]
#[must_use]
pub fn points_of_card(points: &[f64], assignment: &[u8], card: u8) -> PointsOfCard {
    let mut found = PointsOfCard { count: 0, sum: 0.0, bins: vec![0; 20] };
    for (p, of) in points.iter().zip(assignment) {
        if !p.is_nan() && *of == card {
            found.count += 1;
            found.sum += p;
            found.bins[((p / 5.0) as usize).min(19)] += 1;
        }
    }
    found
}

/// One bit per value, 64 to a word: whether it is there.
#[inline(never)]
#[must_use]
pub fn present_bits(values: &[f64]) -> Vec<u64> {
    let word = |chunk: &[f64]| {
        let bits = chunk.iter().enumerate();
        bits.fold(0, |word, (bit, v)| word | u64::from(!v.is_nan()) << bit)
    };
    values.chunks(64).map(word).collect()
}

/// How many accounts of a card have a value, by [`present_bits`].
#[inline(never)]
#[must_use]
pub fn count_present(bits: &[u64], assignment: &[u8], card: u8) -> u32 {
    let has = |row: usize| bits[row / 64] >> (row % 64) & 1 == 1;
    assignment.iter().enumerate().filter(|(row, of)| **of == card && has(*row)).count() as u32
}

/// A number that stands for these bytes.
#[inline(never)]
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_card_has_its_own() {
        let (points, cards) = ([0.0, 5.0, f64::NAN, 100.0, 7.0], [0, 0, 0, 0, 1]);
        assert_eq!(count_by_card(&cards, 3), [4, 1, 0]);
        let own = points_of_card(&points, &cards, 0);
        assert_eq!((own.count, own.sum), (3, 105.0));
        assert_eq!((own.bins[0], own.bins[1], own.bins[19], own.bins.len()), (1, 1, 1, 20));
        assert_eq!(bytes_of_card(&[1, 2, 3, 4, 5], &cards, 0, 9), [1, 2, 3, 4, 9]);
        let others = numbers_of_card(&points, &cards, 1);
        assert!(others[4] == 7.0 && others[..4].iter().all(|x| x.is_nan()));
    }

    #[test]
    fn what_is_present_is_counted() {
        let values: Vec<f64> = (0..130).map(|n| if n % 3 == 0 { f64::NAN } else { 1.0 }).collect();
        let cards: Vec<u8> = (0..130).map(|n| u8::from(n >= 64)).collect();
        let bits = present_bits(&values);
        let count = |card| (0..130).filter(|n| n % 3 > 0 && cards[*n] == card).count() as u32;
        assert_eq!([0, 1].map(|card| count_present(&bits, &cards, card)), [count(0), count(1)]);
        assert!(fingerprint(&cards) != fingerprint(&cards[1..]));
    }
}
