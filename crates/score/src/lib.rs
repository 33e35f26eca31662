//! How accounts are doing: scorecards, levels, explanation, statistics, movement.
//!
//! `score` never reads a clock, never allocates per row, and knows no document and no browser.

mod auc;
mod awaiting;
mod backtest;
mod candidate;
mod card;
mod change;
mod condition;
mod correlation;
mod cuts;
mod explain;
mod facts;
mod formulas;
mod histogram;
mod interval;
mod join;
pub mod journey;
mod kernel;
mod levels;
mod levers;
mod movement;
mod normalise;
mod outcome;
pub mod passes;
mod percentile;
mod points;
mod propose;
#[doc(hidden)]
pub mod reference;
mod row;
mod score;
mod spread;
mod template;
#[cfg(test)]
mod testing;
mod text;
mod topic;
mod values;
mod weights;

pub use auc::{Auc, auc};
pub use awaiting::{Match, matches};
pub use backtest::{
    Association, Backtest, FEW_EVENTS, LEAK_AUC, Observed, Warning, associations, backtest,
};
pub use card::{
    AbsentPolicy, Band, ChangeKind, Comparison, Condition, Dimension, Input, ItemId, Levels,
    Literal, Measure, Model, Normaliser, Scorecard,
};
pub use change::{ChangeShare, ScoreChange, score_change};
pub use condition::{Formulas, mask, truth};
pub use correlation::{correlation_interval, pearson, spearman};
pub use cuts::{cuts_by_outcome, cuts_by_quantile, cuts_by_shares};
pub use explain::{Explanation, MeasurePart, Origin, explain};
pub use facts::{ColumnFacts, Spread, column_facts};
pub use histogram::{ValueHistogram, points_curve, value_histogram};
pub use interval::{Interval, ratio_of_shares, wilson};
pub use join::Join;
pub use levels::{UNSCORED, assign_cards, level_of, levels};
pub use levers::{LevelLevers, Lever, levers};
pub use movement::{Movement, movement};
pub use normalise::suggest_normaliser;
pub use outcome::{ChurnedWhen, fate};
pub use percentile::sorted_present;
pub use points::{fill_absent_points, measure_points, points, points_in_place, segment_codes};
pub use propose::{Proposal, ProposedDimension, ProposedMeasure, suggest};
pub use row::{Absence, value_of_row};
pub use score::{CardPoints, NO_CARD, Scores, score_and_level, score_card, score_cards};
pub use spread::{Distribution, distribution};
pub(crate) use spread::{count_pairs, sum_by_level};
pub use template::{Template, TemplateSlot, template, templates};
pub use values::{At, Earlier, fill_last_value, values, values_back};
pub use weights::{CardWeights, DimensionWeight, MeasureWeight};
