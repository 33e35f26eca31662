//! Scores, levels, outcome, measures.

use super::Histogram;
use score::{ItemId, Model};
use serde::{Deserialize, Serialize};
use table::SnapshotId;

/// What a score is asked of: the model, the snapshot on show and the one it is compared with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScoringContext {
    /// Cards and levels.
    pub model: Model,
    /// The snapshot on show.
    pub as_of: SnapshotId,
    /// The earlier one that it is compared with.
    pub compared: Option<SnapshotId>,
}

/// How much of a [`ScoreView`] to work out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Detail {
    /// While a slider moves: distribution, level counts, outcome per level; no AUC, no measures'
    /// statistics (those fields are empty).
    Live,
    /// All of it.
    Full,
}

/// All accounts, scored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScoreView {
    /// Accounts of the snapshot.
    pub accounts: u32,
    /// Those with a score.
    pub scored: u32,
    /// Mean of the scores; `NaN` when none.
    pub mean: f64,
    /// The sum of the scores, of which it is the mean.
    pub sum: f64,
    /// 100 bins of one point; the last includes 100.
    pub distribution: Histogram,
    /// The same for the compared snapshot under the same model.
    pub compared_distribution: Option<Histogram>,
    /// Mean of the scores of the compared snapshot.
    pub compared_mean: Option<f64>,
    /// One a level, lowest first.
    pub levels: Vec<LevelView>,
    /// Accounts whose card is this, in the order of the model's cards.
    pub per_card: Vec<u32>,
    /// Outcome against score; `None` when there is no outcome column with both outcomes.
    pub outcome: Option<OutcomeView>,
    /// From which level to which; `None` without a compared snapshot.
    pub movement: Option<MovementView>,
    /// One a measure of the model, in model order; empty when live.
    pub measures: Vec<MeasureView>,
}

/// One level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LevelView {
    /// Accounts at this level.
    pub accounts: u32,
    /// Their revenue, when there is a revenue column.
    pub revenue: Option<f64>,
    /// Accounts at this level in the compared snapshot.
    pub compared: Option<u32>,
    /// Outcome at this level, when known.
    pub outcome: Option<LevelOutcome>,
}

/// The churn rate of a level.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LevelOutcome {
    /// Accounts at this level whose outcome is known.
    pub known: u32,
    /// Of them churned.
    pub churned: u32,
    /// churned ÷ known, 0–1; `NaN` when none is known.
    pub rate: f64,
    /// Wilson 95 % interval, lower end, 0–1.
    pub low: f64,
    /// Wilson 95 % interval, upper end, 0–1.
    pub high: f64,
}

/// Outcome against score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutcomeView {
    /// Scored accounts that churned.
    pub churned: u32,
    /// Scored accounts that stayed.
    pub retained: u32,
    /// Chance that a retained account scores higher than a churned one; `NaN` when live.
    pub auc: f64,
    /// DeLong 95 % interval.
    pub auc_low: f64,
    /// DeLong 95 % interval.
    pub auc_high: f64,
    /// Churn rate of the lowest tenth ÷ churn rate of all.
    pub lowest_decile_lift: f64,
    /// Calibration: per tenth of the scored accounts with a known outcome, lowest scores first, equal
    /// scores together; empty when live.
    pub deciles: Vec<DecileOutcome>,
    /// What a reader must know before trusting it.
    pub warnings: Vec<Warning>,
}

/// What became of a tenth of the scores.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct DecileOutcome {
    /// The mean of its scores; `NaN` when nobody is in it.
    pub mean_score: f64,
    /// Its churn rate.
    pub outcome: LevelOutcome,
}

/// What would lift the levels of a card's accounts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CardLevers {
    /// Which card.
    pub card: ItemId,
    /// The lowest level, the highest, then the others upwards; levels without accounts are left out.
    pub levels: Vec<score::LevelLevers>,
}

/// What a reader must know before trusting a figure (PRODUCT: backtest honesty).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// Fewer than 100 of one class: how many.
    FewEvents(u32),
    /// A single measure nearly decides the outcome.
    Leak(ItemId),
    /// The AUC's interval holds 0.5.
    NoReliableSignal,
    /// A higher level churns more than the one below.
    NotMonotone,
    /// Features and outcome come from one snapshot: association, not prediction.
    AssociationOnly,
}

/// From which level to which between the compared snapshot and the one on show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MovementView {
    /// `counts[from][to]`; index `levels` is "unscored", `levels + 1` is "not there".
    pub counts: Vec<Vec<u32>>,
    /// Accounts that rose.
    pub up: u32,
    /// Accounts that fell.
    pub down: u32,
    /// Accounts at the same level.
    pub same: u32,
    /// Accounts that were not there before.
    pub new: u32,
    /// Accounts that are not there any more.
    pub gone: u32,
}

/// One measure over all accounts of its card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MeasureView {
    /// Which.
    pub id: ItemId,
    /// Accounts of the card with a value.
    pub present: u32,
    /// Accounts of the card.
    pub accounts: u32,
    /// Mean points over the present; `NaN` when none.
    pub mean_points: f64,
    /// Points in 20 bins of 5.
    pub histogram: Histogram,
    /// AUC of the points against retained; `None` when there is no outcome.
    pub auc: Option<f64>,
}

/// One measure, to be edited.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MeasureDetail {
    /// Which.
    pub id: ItemId,
    /// Raw values, outliers beyond the 0.5th and 99.5th percentile gathered in the end bins.
    pub values: Histogram,
    /// Least raw value, `NaN` when none.
    pub min: f64,
    /// Greatest raw value.
    pub max: f64,
    /// Points in 20 bins of 5, absent policy applied.
    pub points: Histogram,
    /// Accounts of the card with a value.
    pub present: u32,
    /// Accounts of the card.
    pub accounts: u32,
    /// Accounts with a known outcome per bin of `values`; empty without an outcome.
    pub known: Vec<u32>,
    /// Of these, those that churned.
    pub churned: Vec<u32>,
}

/// How cut points are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CutMethod {
    /// Equal numbers of accounts.
    Quantile,
    /// The split that tells the outcome best.
    Outcome,
}

/// The templates for scorecards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TemplateKind {
    /// Deployment, Engagement, Adoption, ROI.
    Dear,
    /// Adoption, maturity, sentiment.
    AdoptionMaturitySentiment,
    /// A list of checks.
    Checks,
    /// Onboarding.
    Onboarding,
    /// あ・い・う・え・お: five slots to be named.
    FiveSlots,
    /// Nothing.
    Blank,
}
