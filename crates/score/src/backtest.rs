//! What the score would have foretold, told honestly.

use crate::interval::{Interval, wilson};
use crate::{ItemId, auc, correlation, fate};
use serde::{Deserialize, Serialize};

/// Under so many accounts of either kind, results are a rumour.
pub const FEW_EVENTS: u64 = 100;
/// A single measure that tells the kinds apart better than this probably knows the outcome.
pub const LEAK_AUC: f64 = 0.95;

/// Observed outcomes of a group of accounts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Observed {
    /// Accounts with a score and a known outcome.
    pub accounts: u64,
    /// Of these, those that left.
    pub churned: u64,
    /// The share that left, with its 95 % Wilson interval; `None` for no accounts.
    pub churn_rate: Option<Interval>,
    /// The mean of the scores; `None` for no accounts.
    pub mean_score: Option<f64>,
}

/// A measure's own relation to the outcome. Positive correlations and an AUC over 0.5: accounts with
/// a higher value stay.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Association {
    /// Which measure.
    pub measure: ItemId,
    /// Accounts with a value and a known outcome.
    pub accounts: u64,
    /// The probability that a retained account has a higher value than a churned one.
    pub auc: Option<f64>,
    /// Its 95 % DeLong interval.
    pub auc_interval: Option<Interval>,
    /// Pearson's r with having stayed (1) or left (0).
    pub pearson: Option<f64>,
    /// Spearman's ρ with the same.
    pub spearman: Option<f64>,
}

/// Why a result is to be taken with care.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// Of the accounts with a score, fewer than [`FEW_EVENTS`] left, or fewer stayed.
    FewEvents {
        /// Accounts with a score that stayed.
        retained: u64,
        /// Accounts with a score that left.
        churned: u64,
    },
    /// One measure alone has an AUC over [`LEAK_AUC`] (or under its mirror image): it probably
    /// became known only with the outcome.
    SingleMeasureLeak {
        /// Which.
        measure: ItemId,
        /// Its AUC.
        auc: f64,
    },
    /// The interval of the AUC holds 0.5.
    NoReliableSignal,
    /// A higher level does not always have a lower churn rate.
    NotMonotone,
    /// Values and outcome come from the same snapshot: association, not prediction.
    AssociationOnly,
}

/// What the score says about the outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Backtest {
    /// Accounts that stayed, with or without a score.
    pub retained: u64,
    /// Accounts that left, with or without a score.
    pub churned: u64,
    /// Accounts whose outcome is not known.
    pub unknown: u64,
    /// The probability that a retained account scores higher than a churned one, with its 95 %
    /// DeLong interval; `None` when one kind is missing.
    pub auc: Option<f64>,
    /// The 95 % interval of the AUC.
    pub auc_interval: Option<Interval>,
    /// Churn rate of the tenth with the lowest scores ÷ churn rate of all with a score.
    pub lowest_decile_lift: Option<f64>,
    /// Per level, lowest first.
    pub levels: Vec<Observed>,
    /// Whether the churn rate never rises from one level (that has accounts) to the next.
    pub monotone: bool,
    /// Per tenth of the scored accounts, lowest first; equal scores stay together.
    pub deciles: Vec<Observed>,
    /// Per measure.
    pub measures: Vec<Association>,
    /// What to say beside the figures.
    pub warnings: Vec<Warning>,
}

/// Compares scores with what became of the accounts (a [`fate`] each). `levels` are those of the
/// accounts, `measures` their values. `outcome_is_later`: the values are older than the outcome;
/// otherwise results are association only.
#[must_use]
pub fn backtest(
    scores: &[f64],
    levels: &[u8],
    level_count: usize,
    fates: &[u8],
    measures: &[(ItemId, &[f64])],
    outcome_is_later: bool,
) -> Backtest {
    let count = |kind: u8| fates.iter().filter(|f| **f == kind).count() as u64;
    let (retained, churned) = (count(fate::RETAINED), count(fate::CHURNED));
    let area = auc::auc(scores, fates);
    let by_level = per_level(scores, levels, level_count, fates);
    let ranked = ranked(scores, fates);
    let rates: Vec<f64> =
        by_level.iter().filter_map(|o| o.churn_rate).map(|r| r.estimate).collect();
    let mut result = Backtest {
        retained,
        churned,
        unknown: fates.len() as u64 - retained - churned,
        auc: area.map(|a| a.auc),
        auc_interval: area.and_then(|a| a.interval),
        lowest_decile_lift: lowest_decile_lift(&ranked),
        levels: by_level,
        monotone: rates.is_sorted_by(|a, b| a >= b),
        deciles: deciles(&ranked),
        measures: associations(measures, fates),
        warnings: Vec::new(),
    };
    result.warnings = warnings(&result, outcome_is_later);
    result
}

fn warnings(b: &Backtest, outcome_is_later: bool) -> Vec<Warning> {
    let mut found = Vec::new();
    if !outcome_is_later {
        found.push(Warning::AssociationOnly);
    }
    let scored: u64 = b.deciles.iter().map(|d| d.accounts).sum();
    let churned: u64 = b.deciles.iter().map(|d| d.churned).sum();
    let retained = scored - churned;
    if retained < FEW_EVENTS || churned < FEW_EVENTS {
        found.push(Warning::FewEvents { retained, churned });
    }
    if b.auc_interval.is_none_or(|i| i.holds(0.5)) {
        found.push(Warning::NoReliableSignal);
    }
    if !b.monotone {
        found.push(Warning::NotMonotone);
    }
    found.extend(b.measures.iter().filter_map(|m| {
        let auc = m.auc.filter(|a| a.max(1.0 - a) > LEAK_AUC)?;
        Some(Warning::SingleMeasureLeak { measure: m.measure, auc })
    }));
    found
}

/// The relation of each measure's values to the outcome.
#[must_use]
pub fn associations(measures: &[(ItemId, &[f64])], fates: &[u8]) -> Vec<Association> {
    let stayed: Vec<f64> = fates
        .iter()
        .map(|&f| match f {
            fate::RETAINED => 1.0,
            fate::CHURNED => 0.0,
            _ => f64::NAN,
        })
        .collect();
    let associate = |&(measure, values): &(ItemId, &[f64])| {
        let both = auc::auc_and_spearman(values, fates);
        let area = both.map(|b| b.0);
        let has_both = |(v, s): &(&f64, &f64)| !(**v + **s).is_nan();
        Association {
            measure,
            accounts: values.iter().zip(&stayed).filter(has_both).count() as u64,
            auc: area.map(|a| a.auc),
            auc_interval: area.and_then(|a| a.interval),
            pearson: correlation::pearson(values, &stayed),
            spearman: both.and_then(|b| b.1),
        }
    };
    measures.iter().map(associate).collect()
}

/// Score and whether the account left, of those with a score and a known outcome, lowest first.
fn ranked(scores: &[f64], fates: &[u8]) -> Vec<(f64, bool)> {
    let mut known: Vec<(f64, bool)> = scores
        .iter()
        .zip(fates)
        .filter(|(s, f)| !s.is_nan() && **f <= fate::CHURNED)
        .map(|(s, f)| (*s, *f == fate::CHURNED))
        .collect();
    known.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    known
}

fn per_level(scores: &[f64], levels: &[u8], count: usize, fates: &[u8]) -> Vec<Observed> {
    let mut groups = vec![Group::default(); count];
    for ((&score, &level), &f) in scores.iter().zip(levels).zip(fates) {
        if let Some(group) = groups.get_mut(usize::from(level))
            && f <= fate::CHURNED
        {
            group.add(score, f == fate::CHURNED);
        }
    }
    groups.iter().map(Group::observed).collect()
}

/// Where ten equal groups end falls among equal scores, these go to the tenth of their mid-rank.
fn deciles(ranked: &[(f64, bool)]) -> Vec<Observed> {
    let mut groups = vec![Group::default(); 10];
    let mut below = 0;
    for ties in ranked.chunk_by(|a, b| a.0 == b.0) {
        let midrank = (below as f64 + ties.len() as f64 / 2.0) / ranked.len() as f64;
        let group = &mut groups[((midrank * 10.0) as usize).min(9)];
        ties.iter().for_each(|&(score, left)| group.add(score, left));
        below += ties.len();
    }
    groups.iter().map(Group::observed).collect()
}

/// Equal scores at the boundary count in proportion, so their order does not matter.
fn lowest_decile_lift(ranked: &[(f64, bool)]) -> Option<f64> {
    let size = ranked.len() as f64 / 10.0;
    let (mut taken, mut churned) = (0.0, 0.0);
    for ties in ranked.chunk_by(|a, b| a.0 == b.0) {
        let part = ((size - taken) / ties.len() as f64).min(1.0);
        churned += part * ties.iter().filter(|t| t.1).count() as f64;
        taken += part * ties.len() as f64;
        if part < 1.0 {
            break;
        }
    }
    let all = ranked.iter().filter(|r| r.1).count() as f64 / ranked.len() as f64;
    (all > 0.0).then(|| churned / size / all)
}

#[derive(Clone, Default)]
struct Group {
    accounts: u64,
    churned: u64,
    score: f64,
}

impl Group {
    fn add(&mut self, score: f64, left: bool) {
        self.accounts += 1;
        self.churned += u64::from(left);
        self.score += score;
    }

    fn observed(&self) -> Observed {
        Observed {
            accounts: self.accounts,
            churned: self.churned,
            churn_rate: wilson(self.churned, self.accounts),
            mean_score: (self.accounts > 0).then(|| self.score / self.accounts as f64),
        }
    }
}
