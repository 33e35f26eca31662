//! From which level to which, between two snapshots.

use crate::Join;
use serde::{Deserialize, Serialize};

/// Accounts by where they were and where they are (glossary: movement, レベル移動).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Movement {
    /// How many levels there are, L.
    pub levels: usize,
    /// `counts[from][to]`. From: the levels, then without a score (L), then new (L + 1, not there
    /// before). To: the levels, then without a score (L), then gone (L + 1, there no more).
    pub counts: Vec<Vec<u32>>,
    /// Accounts that are in a higher level than before.
    pub up: u32,
    /// Accounts that are in a lower level than before.
    pub down: u32,
    /// Accounts in the same level as before.
    pub stayed: u32,
}

impl Movement {
    /// The row or column of accounts without a score.
    #[must_use]
    pub fn unscored(&self) -> usize {
        self.levels
    }

    /// The row of new accounts, and the column of those that are gone.
    #[must_use]
    pub fn outside(&self) -> usize {
        self.levels + 1
    }
}

/// The movement from the levels `before` to the levels `after`; `join` leads from rows of after to
/// rows of before.
#[must_use]
pub fn movement(before: &[u8], after: &[u8], join: &Join, levels: usize) -> Movement {
    let place = |level: u8| usize::from(level).min(levels);
    let mut m = Movement {
        levels,
        counts: vec![vec![0; levels + 2]; levels + 2],
        up: 0,
        down: 0,
        stayed: 0,
    };
    let mut is_there = vec![false; before.len()];
    for (row, &now) in after.iter().enumerate() {
        let to = place(now);
        let Some(then) = join.row(row).filter(|&r| r < before.len()) else {
            m.counts[levels + 1][to] += 1;
            continue;
        };
        is_there[then] = true;
        let from = place(before[then]);
        m.counts[from][to] += 1;
        if from < levels && to < levels {
            match to.cmp(&from) {
                std::cmp::Ordering::Greater => m.up += 1,
                std::cmp::Ordering::Less => m.down += 1,
                std::cmp::Ordering::Equal => m.stayed += 1,
            }
        }
    }
    for (&then, _) in before.iter().zip(&is_there).filter(|(_, there)| !**there) {
        m.counts[place(then)][levels + 1] += 1;
    }
    m
}

#[cfg(test)]
mod tests {
    use super::movement;
    use crate::{Join, UNSCORED};

    #[test]
    fn everybody_is_somewhere() {
        // before: a Lv1, b Lv2, c no score, d Lv1; after: b Lv1, a Lv2, c Lv2, e Lv1
        let join = Join::from_rows(vec![1, 0, 2, Join::NONE]);
        let m = movement(&[0, 1, UNSCORED, 0], &[0, 1, 1, 0], &join, 2);
        assert_eq!(m.counts[1][0], 1, "b fell");
        assert_eq!(m.counts[0][1], 1, "a rose");
        assert_eq!(m.counts[m.unscored()][1], 1, "c got a score");
        assert_eq!(m.counts[m.outside()][0], 1, "e is new");
        assert_eq!(m.counts[0][m.outside()], 1, "d is gone");
        assert_eq!((m.up, m.down, m.stayed), (1, 1, 0));
        assert_eq!(m.counts.iter().flatten().sum::<u32>(), 5);
    }
}
