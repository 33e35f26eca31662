//! How scores are spread, and counts per level, for a pass over blocks of accounts.
//!
//! What is counted in a table that is indexed by the data waits for itself: two accounts of one
//! level are one increment after the other. So there are four tables for histograms, and few kinds
//! (levels, outcomes) are counted by comparing bytes, sixteen at once.

use crate::kernel::{keep, mask};
use serde::{Deserialize, Serialize};

/// How the scores are spread.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Distribution {
    /// Accounts per point of score: \[0, 1) … \[99, 100\], 100 bins.
    pub bins: Vec<u32>,
    /// Accounts per level, lowest first.
    pub levels: Vec<u32>,
    /// Accounts with a score.
    pub scored: u32,
    /// Accounts without one.
    pub unscored: u32,
    /// The sum of the scores.
    pub sum: f64,
    /// The mean of the scores; `None` when nobody has one.
    pub mean: Option<f64>,
}

/// The distribution of some scores with their levels, of which there are `level_count`.
#[must_use]
pub fn distribution(scores: &[f64], levels: &[u8], level_count: usize) -> Distribution {
    let mut spread = Spread::new(level_count);
    for (scores, levels) in scores.chunks(512).zip(levels.chunks(512)) {
        spread.add(scores, levels);
    }
    spread.finish()
}

/// Rows at a time.
const ROWS: usize = 64;

/// A [`Distribution`] in the making.
pub(crate) struct Spread {
    tables: [[u32; 128]; 4],
    levels: Vec<u32>,
    sums: [f64; ROWS],
    missing: [u64; ROWS],
    rows: u32,
}

impl Spread {
    pub(crate) fn new(level_count: usize) -> Self {
        Self {
            tables: [[0; 128]; 4],
            levels: vec![0; level_count],
            sums: [0.0; ROWS],
            missing: [0; ROWS],
            rows: 0,
        }
    }

    /// Takes in some scores and their levels, which are equally many.
    pub(crate) fn add(&mut self, scores: &[f64], levels: &[u8]) {
        self.rows += scores.len() as u32;
        let (blocks, rest) = scores.as_chunks::<ROWS>();
        blocks.iter().for_each(|block| self.add_block(block));
        if !rest.is_empty() {
            let mut block = [f64::NAN; ROWS];
            block[..rest.len()].copy_from_slice(rest);
            self.add_block(&block);
        }
        for (level, count) in (0..).zip(&mut self.levels) {
            *count += count_where(levels, |l| l == level);
        }
    }

    fn add_block(&mut self, scores: &[f64; ROWS]) {
        let mut bins = [0u64; ROWS];
        bins_of(scores, &mut bins, &mut self.sums, &mut self.missing);
        for four in bins.as_chunks::<4>().0 {
            for (table, bin) in self.tables.iter_mut().zip(four) {
                table[(bin & 127) as usize] += 1;
            }
        }
    }

    pub(crate) fn finish(self) -> Distribution {
        let mut bins: Vec<u32> =
            (0..100).map(|bin| self.tables.iter().map(|table| table[bin]).sum()).collect();
        // also the rows that a last block was filled up with
        bins[0] -= self.missing.iter().sum::<u64>() as u32;
        let scored: u32 = bins.iter().sum();
        let sum: f64 = self.sums.iter().sum();
        Distribution {
            bins,
            levels: self.levels,
            scored,
            unscored: self.rows - scored,
            sum,
            mean: (scored > 0).then(|| sum / f64::from(scored)),
        }
    }
}

/// The bins of some scores, 0 for what is not a number; the scores onto `sums`, and onto `missing`
/// which are none.
#[inline(never)]
fn bins_of(
    scores: &[f64; ROWS],
    bins: &mut [u64; ROWS],
    sums: &mut [f64; ROWS],
    missing: &mut [u64; ROWS],
) {
    /// Added to a whole number it leaves that number in the lowest bits.
    const WHOLE: f64 = (1u64 << 52) as f64;
    for row in 0..ROWS {
        let score = keep(scores[row], mask(scores[row] > 0.0));
        missing[row] = missing[row].wrapping_sub(mask(scores[row].is_nan()));
        sums[row] += score;
        let over = mask(score >= 99.0);
        let score = keep(score, !over) + keep(99.0, over);
        bins[row] = (score.floor() + WHOLE).to_bits();
    }
}

/// How many of some bytes are so.
fn count_where(bytes: &[u8], is_so: impl Fn(u8) -> bool) -> u32 {
    // as many at a time as a count of bytes can hold
    let some = |few: &[u8]| few.iter().map(|b| u8::from(is_so(*b))).sum::<u8>();
    bytes.chunks(128).map(|few| u32::from(some(few))).sum()
}

/// Counts pairs: `counts[level][kind]` for levels from 0 to `levels` − 1 and kinds from 0 to
/// `KINDS` − 1. Accounts of other levels or kinds are left out.
#[must_use]
pub(crate) fn count_pairs<const KINDS: usize>(
    of_level: &[u8],
    of_kind: &[u8],
    levels: usize,
) -> Vec<[u32; KINDS]> {
    let mut counts = vec![[0u32; KINDS]; levels];
    for (of_level, of_kind) in of_level.chunks(128).zip(of_kind.chunks(128)) {
        for (level, counts) in (0u8..).zip(&mut counts) {
            for (kind, count) in (0u8..).zip(counts) {
                let both = of_level.iter().zip(of_kind);
                let is_so = both.map(|(l, k)| u8::from(*l == level) & u8::from(*k == kind));
                *count += u32::from(is_so.sum::<u8>());
            }
        }
    }
    counts
}

/// Sums of numbers per level, from 0 to `levels` − 1 and at most 7 of them; what is not a number
/// counts nothing. `numbers` fills its second argument with those of the rows from its first on.
#[must_use]
pub(crate) fn sum_by_level(
    of_level: &[u8],
    levels: usize,
    mut numbers: impl FnMut(usize, &mut [f64]),
) -> Vec<f64> {
    const BLOCK: usize = 1_024;
    let levels = levels.min(7);
    let mut sums = [[0.0f64; 8]; 4];
    let mut block = [f64::NAN; BLOCK];
    for (start, its) in (0..).step_by(BLOCK).zip(of_level.chunks(BLOCK)) {
        let block = &mut block[..its.len()];
        numbers(start, block);
        for (row, (level, number)) in its.iter().zip(block).enumerate() {
            // the eighth place is for accounts without a level, so that no row needs a test
            let place = usize::from(*level).min(levels) & 7;
            sums[row & 3][place] += if number.is_nan() { 0.0 } else { *number };
        }
    }
    (0..levels).map(|level| sums.iter().map(|s| s[level]).sum()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::UNSCORED;

    #[test]
    fn the_last_bin_holds_a_hundred() {
        let d = distribution(&[0.0, 0.99, 99.0, 100.0, f64::NAN], &[0, 0, 3, 3, UNSCORED], 4);
        assert_eq!((d.bins[0], d.bins[99], d.scored, d.unscored), (2, 2, 4, 1));
        assert_eq!((d.levels, d.mean), (vec![2, 0, 0, 2], Some(49.9975)));
        assert_eq!(distribution(&[f64::NAN], &[UNSCORED], 2).mean, None);
    }

    #[test]
    fn pairs_and_sums_leave_out_what_has_no_level() {
        let levels = [0, 1, 1, UNSCORED, 0];
        assert_eq!(count_pairs(&levels, &[0, 1, 2, 1, 1], 2), [[1, 1], [0, 1]]);
        let numbers = [1.0, f64::NAN, 4.0, 8.0, 16.0];
        let sums = sum_by_level(&levels, 2, |from, out| out.copy_from_slice(&numbers[from..]));
        assert_eq!(sums, [17.0, 4.0]);
    }
}
