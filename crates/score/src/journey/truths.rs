//! One bit for each account.

use crate::truth;

/// Whether a condition holds for each row of a snapshot: yes, no, or it cannot be told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Truths {
    rows: usize,
    /// Bit r of word w is row 64·w + r.
    pub(crate) holds: Vec<u64>,
    /// Where it cannot be told; never where it holds.
    pub(crate) unknown: Vec<u64>,
}

impl Truths {
    /// From one [`truth`] value a row.
    #[must_use]
    pub fn of(mask: &[u8]) -> Self {
        let bits = |wanted: u8| mask.chunks(64).map(|rows| word(rows, wanted)).collect();
        Self { rows: mask.len(), holds: bits(truth::TRUE), unknown: bits(truth::UNKNOWN) }
    }

    /// The same for all of so many rows.
    #[must_use]
    pub fn same(rows: usize, value: u8) -> Self {
        let full = || {
            let mut words = vec![u64::MAX; rows.div_ceil(64)];
            if let (Some(last), rest @ 1..) = (words.last_mut(), rows % 64) {
                *last = (1 << rest) - 1;
            }
            words
        };
        let none = || vec![0; rows.div_ceil(64)];
        match value {
            truth::TRUE => Self { rows, holds: full(), unknown: none() },
            truth::FALSE => Self { rows, holds: none(), unknown: none() },
            _ => Self { rows, holds: none(), unknown: full() },
        }
    }

    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// For how many rows it holds.
    #[must_use]
    pub fn count(&self) -> u32 {
        count(&self.holds)
    }

    /// For how many rows it cannot be told.
    #[must_use]
    pub fn count_unknown(&self) -> u32 {
        count(&self.unknown)
    }

    /// The [`truth`] value of a row; unknown past the end.
    #[must_use]
    pub fn get(&self, row: usize) -> u8 {
        if row >= self.rows || bit(&self.unknown, row) {
            truth::UNKNOWN
        } else if bit(&self.holds, row) {
            truth::TRUE
        } else {
            truth::FALSE
        }
    }

    /// Both: no where either is no, else unknown where either is.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        let ours = self.holds.iter_mut().zip(&mut self.unknown);
        for ((yes, unsure), (y, u)) in ours.zip(other.holds.iter().zip(&other.unknown)) {
            let possible = (*yes | *unsure) & (y | u);
            *yes &= y;
            *unsure = possible & !*yes;
        }
        self
    }

    /// For how many rows of each group it holds.
    #[must_use]
    pub fn by_group(&self, groups: &Groups) -> Vec<u32> {
        groups.0.iter().map(|group| count_both(&self.holds, group)).collect()
    }

    /// What it takes to keep it, in bytes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        16 * self.holds.len()
    }
}

/// The rows of each of some groups, one bit a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups(pub(crate) Vec<Vec<u64>>);

impl Groups {
    /// Rows by their group's number. Those with a number of `count` or more make one group of their own, the
    /// last.
    #[must_use]
    pub fn of(group_of: &[u8], count: u8) -> Self {
        let mut groups = vec![vec![0; group_of.len().div_ceil(64)]; usize::from(count) + 1];
        for (at, rows) in group_of.chunks(64).enumerate() {
            let mut rest = u64::MAX >> (64 - rows.len());
            for (number, group) in (0..count).zip(&mut groups) {
                group[at] = word(rows, number);
                rest &= !group[at];
            }
            groups[usize::from(count)][at] = rest;
        }
        Self(groups)
    }
}

/// The bits of up to 64 rows that have a value.
fn word(rows: &[u8], wanted: u8) -> u64 {
    // Eight bytes of 0 or 1 become eight bits by one multiplication.
    let eight = |rows: &[u8]| {
        let mut bytes = [0; 8];
        for (to, from) in bytes.iter_mut().zip(rows) {
            *to = u8::from(*from == wanted);
        }
        u64::from_le_bytes(bytes).wrapping_mul(0x0102_0408_1020_4080) >> 56
    };
    rows.chunks(8).zip((0..64).step_by(8)).fold(0, |all, (rows, shift)| all | eight(rows) << shift)
}

/// How many bits are set.
pub(crate) fn count(words: &[u64]) -> u32 {
    words.iter().map(|w| w.count_ones()).sum()
}

/// How many bits are set in both.
pub(crate) fn count_both(a: &[u64], b: &[u64]) -> u32 {
    a.iter().zip(b).map(|(a, b)| (a & b).count_ones()).sum()
}

/// How many bits are set in all three.
pub(crate) fn count_in_all(a: &[u64], b: &[u64], c: &[u64]) -> u32 {
    a.iter().zip(b).zip(c).map(|((a, b), c)| (a & b & c).count_ones()).sum()
}

/// Whether a row's bit is set.
pub(crate) fn bit(words: &[u64], row: usize) -> bool {
    words.get(row / 64).is_some_and(|w| w >> (row % 64) & 1 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_say_what_the_rows_said() {
        let mask: Vec<u8> = (0..150).map(|row| (row * 7 % 3) as u8).collect();
        let truths = Truths::of(&mask);
        let back: Vec<u8> = (0..150).map(|row| truths.get(row)).collect();
        assert_eq!(back, mask);
        assert_eq!((truths.count(), truths.count_unknown()), (50, 50));
        assert_eq!(truths.get(150), truth::UNKNOWN);
        for value in 0..3 {
            for rows in [0, 1, 64, 65, 130] {
                assert_eq!(Truths::same(rows, value), Truths::of(&vec![value; rows]));
            }
        }
    }

    #[test]
    fn both_as_kleene_says() {
        use truth::{FALSE as F, TRUE as T, UNKNOWN as U};
        let a = [F, F, F, T, T, T, U, U, U];
        let b = [F, T, U, F, T, U, F, T, U];
        let both = Truths::of(&a).and(&Truths::of(&b));
        assert_eq!(both, Truths::of(&[F, F, F, F, T, U, F, U, U]));
    }

    #[test]
    fn every_row_is_in_one_group() {
        let groups = Groups::of(&[0, 1, 9, 1, 2], 2);
        let counts: Vec<u32> = groups.0.iter().map(|g| count(g)).collect();
        assert_eq!(counts, [1, 2, 2]);
    }
}
