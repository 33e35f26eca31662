//! Checkpoints: who passed, and whether those who passed stay more often.

use super::truths::{Groups, Truths, count_both, count_in_all};
use crate::{Interval, fate, ratio_of_shares, wilson};
use serde::{Deserialize, Serialize};

/// When so large a share passes even at the low end of its interval, a checkpoint tells nobody apart.
pub const MOST_PASS: f64 = 0.95;

/// Of some accounts, how many passed a checkpoint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passing {
    /// Its condition holds.
    pub passed: u32,
    /// It does not.
    pub failed: u32,
    /// It cannot be told: it looks at something absent.
    pub unknown: u32,
}

impl Passing {
    /// The share that passed of those of whom it can be told, 0–1; not-a-number for nobody.
    #[must_use]
    pub fn share(&self) -> f64 {
        f64::from(self.passed) / f64::from(self.passed + self.failed)
    }

    /// All three together.
    #[must_use]
    pub fn accounts(&self) -> u32 {
        self.passed + self.failed + self.unknown
    }
}

/// How often accounts that passed a checkpoint stayed, against those that did not.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lift {
    /// Of those that passed and whose outcome is known: how many, and how many stayed.
    pub passed: (u32, u32),
    /// The same of those that did not pass.
    pub failed: (u32, u32),
    /// Renewal rate of those that passed ÷ of those that did not, with its 95 % interval; `None` when there
    /// is nobody on one side, or nobody stayed of those that did not pass.
    pub lift: Option<Interval>,
}

impl Lift {
    /// Of those that stayed and of whom it can be told, the share that passed, with its 95 % Wilson interval.
    #[must_use]
    pub fn successful(&self) -> Option<Interval> {
        let (passed, failed) = (u64::from(self.passed.1), u64::from(self.failed.1));
        wilson(passed, passed + failed)
    }
}

/// Why a checkpoint is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nearly all pass, see [`MOST_PASS`]: it tells nobody apart.
    AllPass,
    /// Of the accounts that stayed fewer than half passed, even at the high end of the interval: success
    /// does not hang on it.
    SuccessfulDoNotPass,
}

/// How many of some accounts passed.
#[must_use]
pub fn passing(of: &Truths, checkpoint: &Truths) -> Passing {
    let passed = count_both(&of.holds, &checkpoint.holds);
    let unknown = count_both(&of.holds, &checkpoint.unknown);
    Passing { passed, failed: of.count() - passed - unknown, unknown }
}

/// The same by group.
#[must_use]
pub fn passing_by(of: &Truths, checkpoint: &Truths, groups: &Groups) -> Vec<Passing> {
    let among = |group: &Vec<u64>| {
        let passed = count_in_all(&of.holds, &checkpoint.holds, group);
        let unknown = count_in_all(&of.holds, &checkpoint.unknown, group);
        Passing { passed, failed: count_both(&of.holds, group) - passed - unknown, unknown }
    };
    groups.0.iter().map(among).collect()
}

/// What became of those that passed and of those that did not. `fates` are the groups by [`fate`]:
/// retained, churned, and all else.
#[must_use]
pub fn lift(of: &Truths, checkpoint: &Truths, fates: &Groups) -> Lift {
    let by = passing_by(of, checkpoint, fates);
    let with = |kind: u8| by.get(usize::from(kind)).copied().unwrap_or_default();
    let (stayed, left) = (with(fate::RETAINED), with(fate::CHURNED));
    let passed = (stayed.passed + left.passed, stayed.passed);
    let failed = (stayed.failed + left.failed, stayed.failed);
    let wide = |(known, stayed): (u32, u32)| (u64::from(stayed), u64::from(known));
    Lift { passed, failed, lift: ratio_of_shares(wide(passed), wide(failed)) }
}

/// What is wrong with a checkpoint, if anything.
#[must_use]
pub fn verdict(passing: &Passing, lift: Option<&Lift>) -> Option<Verdict> {
    let known = u64::from(passing.passed) + u64::from(passing.failed);
    let share = wilson(u64::from(passing.passed), known)?;
    if share.low >= MOST_PASS {
        return Some(Verdict::AllPass);
    }
    let successful = lift.and_then(Lift::successful)?;
    (successful.high < 0.5).then_some(Verdict::SuccessfulDoNotPass)
}
