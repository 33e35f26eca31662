//! Journeys: who stands where, who passes, how long it takes.
//!
//! Stages and checkpoints are told by their places in the question.

use super::ScoringContext;
use formula::{Problem, Type};
use score::journey::{Lift, Pace, Passing, StageAccounts, TimeToValue, Verdict};
use serde::{Deserialize, Serialize};

/// A journey over the accounts of the snapshots. Conditions are formulas over columns, score and level; a
/// blank one is none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JourneyContext {
    /// Model and snapshots.
    pub scoring: ScoringContext,
    /// Which accounts are of the kind; blank is all.
    pub kind: String,
    /// What success is for them; blank is not said.
    pub success: String,
    /// In order.
    pub stages: Vec<JourneyStage>,
}

/// A stage.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct JourneyStage {
    /// Which accounts have come here.
    pub entry: String,
    /// The share (0–1) of the accounts of the kind that are meant to have come here.
    pub target: Option<f64>,
    /// In order.
    pub checkpoints: Vec<JourneyCheckpoint>,
}

/// A checkpoint of a stage.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct JourneyCheckpoint {
    /// Which accounts have passed.
    pub condition: String,
    /// The share (0–1) of the accounts that came to the stage that are meant to pass.
    pub target: Option<f64>,
    /// Whether onboarding is complete with it, and the others of which that is said.
    pub onboarding: bool,
}

/// What one may ask of a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JourneyAsk {
    /// Who stands where, and who passes. → [`JourneyAnswer::View`]
    View,
    /// How long it takes, over all snapshots up to the one on show. → [`JourneyAnswer::Course`]
    Course,
}

/// What comes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JourneyAnswer {
    /// Who stands where.
    View(JourneyView),
    /// How long it takes.
    Course(JourneyCourse),
}

/// Who stands where, and who passes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JourneyView {
    /// In the snapshot on show; `None` when the condition of the kind cannot be used.
    pub now: Option<JourneyFigures>,
    /// In the compared snapshot; `None` also without one.
    pub before: Option<JourneyFigures>,
    /// `moves[from][to]` between the two, a place each: the stages, then at none, cannot be told, outside (not
    /// of the kind, or not in the snapshot). `None` also when a condition can be used in one of them only.
    pub moves: Option<Vec<Vec<u32>>>,
    /// Whether outcomes came after the snapshot on show; `None` when none are known. Where they did not, what
    /// lifts tell is association.
    pub outcome_is_later: Option<bool>,
    /// Conditions that say something wrong or doubtful in the snapshot on show or, where they do not there, in
    /// the compared one. Figures that hang on a wrong one are left out; all else is answered.
    pub problems: Vec<JourneyProblem>,
}

/// What is wrong with one condition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JourneyProblem {
    /// Which.
    pub at: JourneyPart,
    /// Whether it is so in the compared snapshot only.
    pub only_compared: bool,
    /// What its text says, in the order of the text.
    pub problems: Vec<Problem>,
    /// It gives this, and not yes or no.
    pub gives: Option<Type>,
}

/// A condition of a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JourneyPart {
    /// Which accounts are of the kind.
    Kind,
    /// What success is.
    Success,
    /// The entry condition of a stage.
    Entry(u32),
    /// A checkpoint of a stage: stage, checkpoint.
    Checkpoint(u32, u32),
}

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
    /// The same by level, lowest first, then those without a score; empty without a scorecard.
    pub by_level: Vec<u32>,
    /// Accounts that came here: standing here or at a later stage.
    pub reached: u32,
    /// Of these, by level as above.
    pub reached_by_level: Vec<u32>,
    /// Of these, accounts that stand at a later stage; `None` when no later one is measured.
    pub passed: Option<u32>,
    /// Accounts of whom this stage's condition cannot be told, and that stand at no later stage.
    pub doubtful: u32,
    /// reached ÷ accounts of the kind − target; `None` without a target, or nobody to have it.
    pub gap: Option<f64>,
    /// What kind of accounts stand here.
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
    /// The same by level, lowest first, then those without a score; empty without a scorecard.
    pub by_level: Vec<Passing>,
    /// Share that passed − target; `None` without a target, or nobody to have it.
    pub gap: Option<f64>,
    /// How much more often those who passed stay; `None` when no outcomes are known, and in the compared
    /// snapshot.
    pub lift: Option<Lift>,
    /// What is wrong with it.
    pub verdict: Option<Verdict>,
}

/// How long it takes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct JourneyCourse {
    /// Snapshots that were looked at: of the newest 60 up to the one on show, those in which all conditions
    /// can be used that can be there.
    pub snapshots: u32,
    /// Days from coming to a stage to going on, one a stage; `None` for one that is not measured, for the
    /// last, and with one snapshot.
    pub stages: Vec<Option<Pace>>,
    /// Days from the start date to the first snapshot at which the whole onboarding was passed; `None` when
    /// none is named or has its conditions, and with one snapshot.
    pub value: Option<TimeToValue>,
}
