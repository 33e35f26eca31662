//! Who stands where.

use super::truths::{Groups, Truths, bit, count, count_both};
use crate::Join;

/// Where each account of the kind stands: at the furthest stage whose entry condition holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    rows: usize,
    /// The accounts at each stage, then those at none, then those of whom it cannot be told.
    places: Vec<Vec<u64>>,
    /// The accounts of whom a stage's own condition cannot be told and who stand at no later one.
    doubtful: Vec<u32>,
}

impl Standing {
    /// The accounts of a kind at the stages in order. A stage without a usable condition (`None`) has nobody.
    ///
    /// Accounts of which no condition holds are at none when all conditions say no; when at least one of them
    /// looks at something absent, it cannot be told. Accounts for which `kind` does not hold are nowhere.
    #[must_use]
    pub fn new(kind: &Truths, stages: &[Option<&Truths>]) -> Self {
        let mut left = kind.holds.clone();
        let mut unknown = vec![0; left.len()];
        let mut doubtful = vec![0; stages.len()];
        let mut places = Vec::with_capacity(stages.len() + 2);
        for (stage, doubtful) in stages.iter().zip(&mut doubtful).rev() {
            let Some(stage) = stage else {
                places.push(vec![0; left.len()]);
                continue;
            };
            *doubtful = count_both(&left, &stage.unknown);
            unknown.iter_mut().zip(&stage.unknown).for_each(|(all, here)| *all |= here);
            places.push(left.iter().zip(&stage.holds).map(|(left, here)| left & here).collect());
            left.iter_mut().zip(&stage.holds).for_each(|(left, here)| *left &= !here);
        }
        places.reverse();
        places.push(left.iter().zip(&unknown).map(|(left, unknown)| left & !unknown).collect());
        places.push(left.iter().zip(&unknown).map(|(left, unknown)| left & unknown).collect());
        Self { rows: kind.rows(), places, doubtful }
    }

    /// How many stages there are.
    #[must_use]
    pub fn stages(&self) -> usize {
        self.doubtful.len()
    }

    /// Accounts at each stage, then those at none, then those of whom it cannot be told. They add up to all
    /// accounts of the kind.
    #[must_use]
    pub fn counts(&self) -> Vec<u32> {
        self.places.iter().map(|place| count(place)).collect()
    }

    /// Accounts of whom the condition of a stage cannot be told and who stand at no later stage; they may
    /// stand at an earlier one.
    #[must_use]
    pub fn doubtful(&self, stage: usize) -> u32 {
        self.doubtful.get(stage).copied().unwrap_or(0)
    }

    /// The accounts at a stage by group.
    #[must_use]
    pub fn by_group(&self, stage: usize, groups: &Groups) -> Vec<u32> {
        let at = self.places.get(stage).map_or(&[][..], Vec::as_slice);
        groups.0.iter().map(|group| count_both(at, group)).collect()
    }

    /// The accounts that reached a stage: those at it or at a later one.
    #[must_use]
    pub fn reached(&self, stage: usize) -> Truths {
        let mut all = Truths::same(self.rows, crate::truth::FALSE);
        for place in self.places.iter().take(self.stages()).skip(stage) {
            all.holds.iter_mut().zip(place).for_each(|(all, here)| *all |= here);
        }
        all
    }

    /// The number of each row's place: of its stage, then [`Self::none`], [`Self::unknown`], and
    /// [`Self::outside`] for those that are not of the kind. At most 253 stages are told apart.
    #[must_use]
    pub fn numbers(&self) -> Vec<u8> {
        let mut numbers = vec![self.outside() as u8; self.rows];
        for (rows, at) in numbers.chunks_mut(64).zip(0..) {
            for (number, place) in self.places.iter().enumerate() {
                let mut bits = place[at];
                while bits != 0 {
                    rows[bits.trailing_zeros() as usize] = number as u8;
                    bits &= bits - 1;
                }
            }
        }
        numbers
    }

    /// The number of the place of those at no stage.
    #[must_use]
    pub fn none(&self) -> usize {
        self.stages()
    }

    /// The number of the place of those of whom it cannot be told.
    #[must_use]
    pub fn unknown(&self) -> usize {
        self.stages() + 1
    }

    /// The number of the place of those that are not of the kind, or not there.
    #[must_use]
    pub fn outside(&self) -> usize {
        self.stages() + 2
    }
}

/// From which place to which, between two snapshots: `counts[from][to]` by the numbers that
/// [`Standing::numbers`] gives, the last of them being outside. `join` leads from rows of `now` to rows of
/// `before`. Accounts that are outside on both sides are not counted.
#[must_use]
pub fn moves(before: &[u8], now: &[u8], join: &Join, stages: usize) -> Vec<Vec<u32>> {
    let outside = stages + 2;
    let place = |number: u8| usize::from(number).min(outside);
    let mut counts = vec![vec![0; outside + 1]; outside + 1];
    let mut is_there = vec![0u64; before.len().div_ceil(64)];
    for (row, to) in now.iter().enumerate() {
        let then = join.row(row).filter(|then| *then < before.len());
        let from = then.map_or(outside, |then| {
            is_there[then / 64] |= 1 << (then % 64);
            place(before[then])
        });
        counts[from][place(*to)] += 1;
    }
    for (row, from) in before.iter().enumerate() {
        if !bit(&is_there, row) {
            counts[place(*from)][outside] += 1;
        }
    }
    counts[outside][outside] = 0;
    counts
}
