//! The figures of a journey in one snapshot, as they travel.

use super::{Lift, Passing, StageAccounts, Verdict};
use serde::{Deserialize, Serialize};

/// The accounts of one snapshot on their journey.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JourneyFigures {
    /// Accounts of the snapshot.
    pub all: u32,
    /// Accounts of the kind: those at the stages, at none, and of whom it cannot be told.
    pub accounts: u32,
    /// Accounts of whom it cannot be told whether they are of the kind. They are not counted below.
    pub unsure: u32,
    /// Accounts of the kind that stand at no stage.
    pub none: u32,
    /// Accounts of the kind of whom it cannot be told: their conditions look at something absent.
    pub unknown: u32,
    /// In order.
    pub stages: Vec<StageFigures>,
    /// Of the accounts of the kind, how many passed every checkpoint of the onboarding; `None` when none is
    /// named, or one of them has no condition that can be used.
    pub onboarding: Option<Passing>,
    /// Of the accounts of the kind, how many have success; `None` when that is not said.
    pub success: Option<Passing>,
}

/// One stage in one snapshot.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StageFigures {
    /// Whether there is an entry condition that can be used; without one nobody stands here.
    pub measured: bool,
    /// Accounts that stand here: at no later stage.
    pub standing: u32,
    /// The same by level, lowest first, then those without a score; empty without a scorecard, and in the
    /// compared snapshot.
    pub by_level: Vec<u32>,
    /// Accounts that came here: standing here or at a later stage.
    pub reached: u32,
    /// Accounts of the kind that meet this stage's own condition: at most `reached`, and fewer where a later
    /// stage's condition holds of some for which this one does not.
    pub meets: u32,
    /// Of these, by level as above.
    pub reached_by_level: Vec<u32>,
    /// Of these, accounts that stand at a later stage; `None` when no later one is measured.
    pub passed: Option<u32>,
    /// Accounts of whom this stage's condition cannot be told, and that stand at no later stage.
    pub doubtful: u32,
    /// reached ÷ accounts of the kind − target; `None` without a target, or nobody to have it.
    pub gap: Option<f64>,
    /// What kind of accounts stand here; nothing is said of the compared snapshot.
    pub accounts: StageAccounts,
    /// In order; `None` for a checkpoint without a condition that can be used.
    pub checkpoints: Vec<Option<CheckpointFigures>>,
}

/// One checkpoint in one snapshot: of the accounts that came to its stage, or of all of the kind where the
/// stage is not measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckpointFigures {
    /// How many passed.
    pub passing: Passing,
    /// The same by level, lowest first, then those without a score; empty without a scorecard, and in the
    /// compared snapshot.
    pub by_level: Vec<Passing>,
    /// Share that passed − target; `None` without a target, or nobody to have it.
    pub gap: Option<f64>,
    /// How much more often those who passed stay; `None` when no outcomes are known, and in the compared
    /// snapshot.
    pub lift: Option<Lift>,
    /// What is wrong with it.
    pub verdict: Option<Verdict>,
}
