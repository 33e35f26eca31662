//! Journeys: who stands where, who passes, how long it takes.
//!
//! Stages and checkpoints are told by their places in the question.

use super::ScoringContext;
use formula::{Problem, Type};
use score::journey::{JourneyFigures, Pace, TimeToValue};
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
