//! What became of the accounts, beside their scores.

use super::{Outcomes, Scored, level_count};
use crate::message::{DecileOutcome, LevelOutcome, LevelView, MeasureView, OutcomeView, Warning};
use score::LEAK_AUC;

/// The churn rate of a level.
pub(super) fn level_outcome(churned: u32, known: u32) -> LevelOutcome {
    let interval = score::wilson(u64::from(churned), u64::from(known));
    LevelOutcome {
        known,
        churned,
        rate: interval.map_or(f64::NAN, |i| i.estimate),
        low: interval.map_or(f64::NAN, |i| i.low),
        high: interval.map_or(f64::NAN, |i| i.high),
    }
}

/// Counts only: what follows a slider.
pub(super) fn live_outcome(levels: &[LevelView]) -> OutcomeView {
    let (mut known, mut churned) = (0, 0);
    for outcome in levels.iter().filter_map(|l| l.outcome) {
        known += outcome.known;
        churned += outcome.churned;
    }
    OutcomeView {
        churned,
        retained: known - churned,
        auc: f64::NAN,
        auc_low: f64::NAN,
        auc_high: f64::NAN,
        lowest_decile_lift: f64::NAN,
        deciles: Vec::new(),
        warnings: Vec::new(),
    }
}

fn decile(group: &score::Observed) -> DecileOutcome {
    DecileOutcome {
        mean_score: group.mean_score.unwrap_or(f64::NAN),
        outcome: level_outcome(group.churned as u32, group.accounts as u32),
    }
}

/// With what follows when the slider rests.
pub(super) fn full_outcome(
    now: &Scored,
    o: &Outcomes,
    counts: OutcomeView,
    measures: &[MeasureView],
) -> OutcomeView {
    let levels = level_count(&now.model.levels);
    let test = score::backtest(&now.scores.score, &now.levels, levels, &o.fates, &[], o.later);
    let few = counts.churned.min(counts.retained);
    let mut warnings: Vec<Warning> = test
        .warnings
        .iter()
        .filter_map(|w| match w {
            score::Warning::FewEvents { .. } => None, // of those scored, below
            score::Warning::SingleMeasureLeak { measure, .. } => Some(Warning::Leak(*measure)),
            score::Warning::NoReliableSignal => Some(Warning::NoReliableSignal),
            score::Warning::NotMonotone => Some(Warning::NotMonotone),
            score::Warning::AssociationOnly => Some(Warning::AssociationOnly),
        })
        .collect();
    if u64::from(few) < score::FEW_EVENTS {
        warnings.push(Warning::FewEvents(few));
    }
    warnings.extend(
        measures
            .iter()
            .filter(|m| m.auc.is_some_and(|a| a.max(1.0 - a) > LEAK_AUC))
            .map(|m| Warning::Leak(m.id)),
    );
    OutcomeView {
        auc: test.auc.unwrap_or(f64::NAN),
        auc_low: test.auc_interval.map_or(f64::NAN, |i| i.low),
        auc_high: test.auc_interval.map_or(f64::NAN, |i| i.high),
        lowest_decile_lift: test.lowest_decile_lift.unwrap_or(f64::NAN),
        deciles: test.deciles.iter().map(decile).collect(),
        warnings,
        ..counts
    }
}
