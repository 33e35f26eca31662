//! The views of the score screen.

use super::measures::Whose;
use super::{Outcomes, Scored, level_count, measures_of};
use crate::Engine;
use crate::message::{
    CutMethod, Detail, Histogram, LevelOutcome, LevelView, MeasureDetail, MeasureView,
    MovementView, OutcomeView, Problem, ScoreView, ScoringContext, Warning,
};
use score::{ItemId, LEAK_AUC, NO_CARD, fate};
use std::rc::Rc;
use table::Role;

/// Bins of a measure's histogram of raw values.
const VALUE_BINS: usize = 60;
/// Seven levels, and accounts without one.
const PLACES: usize = 8;
/// Rows that are looked at together, while they are in the processor's cache.
const BLOCK: usize = 1_024;

impl Engine {
    pub(crate) fn score(
        &mut self,
        context: &ScoringContext,
        detail: Detail,
    ) -> Result<ScoreView, Problem> {
        let now = self.scored(context.as_of, &context.model, true)?;
        let before = match context.compared {
            Some(id) => Some(self.scored(id, &context.model, true)?),
            None => None,
        };
        let shown: Vec<_> = context.compared.into_iter().chain([context.as_of]).collect();
        self.scoring.keep_only(&shown);
        let outcomes = self.outcomes(context.as_of)?;
        let levels = level_count(&context.model.levels);
        let spread = score::distribution(&now.scores.score, &now.levels, levels, None);
        let then =
            before.as_ref().map(|b| score::distribution(&b.scores.score, &b.levels, levels, None));
        let mut views = self.level_views(context, &now, outcomes.as_deref(), levels)?;
        for (level, view) in views.iter_mut().enumerate() {
            view.compared = then.as_ref().map(|d| d.levels[level]);
        }
        let mut per_card = vec![0u32; context.model.cards.len()];
        if let ([count], [card]) = (per_card.as_mut_slice(), context.model.cards.as_slice())
            && card.filter.is_none()
        {
            *count = now.assignment.len() as u32;
        } else {
            count_cards(&now.assignment, &mut per_card);
        }
        let measures = match detail {
            Detail::Live => Vec::new(),
            Detail::Full => self.measure_views(context, &now, outcomes.as_deref())?,
        };
        let outcome = outcomes.as_deref().map(|o| match detail {
            Detail::Live => live_outcome(&views),
            Detail::Full => full_outcome(&now, o, live_outcome(&views), &measures),
        });
        let movement = match (&before, context.compared) {
            (Some(before), Some(id)) => {
                let join = self.store.join(self.store.get(context.as_of)?, self.store.get(id)?);
                Some(movement_view(&score::movement(&before.levels, &now.levels, &join, levels)))
            }
            _ => None,
        };
        Ok(ScoreView {
            accounts: now.scores.score.len() as u32,
            scored: spread.scored,
            mean: spread.mean.unwrap_or(f64::NAN),
            distribution: Histogram { start: 0.0, step: 1.0, counts: spread.bins },
            compared_mean: then.as_ref().and_then(|d| d.mean),
            compared_distribution: then.map(|d| Histogram {
                start: 0.0,
                step: 1.0,
                counts: d.bins,
            }),
            levels: views,
            per_card,
            outcome,
            movement,
            measures,
        })
    }

    fn level_views(
        &self,
        context: &ScoringContext,
        now: &Scored,
        outcomes: Option<&Outcomes>,
        levels: usize,
    ) -> Result<Vec<LevelView>, Problem> {
        let stored = self.store.get(context.as_of)?;
        let revenue = stored.column_of(Role::Revenue).map(|c| &c.data);
        // One more for accounts without a score, so that no row needs a test; at most 7 levels.
        let last = levels.min(PLACES - 1);
        let place = |level: &u8| usize::from(*level).min(last);
        let mut accounts = [0u32; PLACES];
        let mut money = [0.0f64; PLACES];
        let mut fates = [[0u32; 4]; PLACES];
        let mut numbers = [f64::NAN; BLOCK];
        for (block, its) in now.levels.chunks(BLOCK).enumerate() {
            let start = block * BLOCK;
            its.iter().for_each(|level| accounts[place(level)] += 1);
            if let Some(data) = revenue {
                let numbers = &mut numbers[..its.len()];
                data.numbers(start..start + its.len(), numbers);
                for (level, n) in its.iter().zip(numbers) {
                    money[place(level)] += if n.is_nan() { 0.0 } else { *n };
                }
            }
            if let Some(o) = outcomes {
                for (level, f) in its.iter().zip(&o.fates[start..]) {
                    fates[place(level)][usize::from(*f & 3)] += 1;
                }
            }
        }
        Ok((0..levels)
            .map(|i| {
                let [retained, churned] =
                    [fate::RETAINED, fate::CHURNED].map(|f| fates[i][usize::from(f)]);
                LevelView {
                    accounts: accounts[i],
                    revenue: revenue.is_some().then_some(money[i]),
                    compared: None,
                    outcome: outcomes.is_some().then(|| level_outcome(churned, retained + churned)),
                }
            })
            .collect())
    }

    fn measure_views(
        &mut self,
        context: &ScoringContext,
        now: &Rc<Scored>,
        outcomes: Option<&Outcomes>,
    ) -> Result<Vec<MeasureView>, Problem> {
        let data = self.measure_data(context)?;
        let mut views = Vec::with_capacity(data.len());
        let mut at = 0;
        let whose = Whose::all(&now.assignment, context.model.cards.len());
        for ((number, card), whose) in (0u8..).zip(&context.model.cards).zip(whose) {
            let its = |row: usize| now.assignment[row] == number;
            let accounts = (0..now.assignment.len()).filter(|row| its(*row)).count() as u32;
            for m in card.dimensions.iter().flat_map(|d| &d.measures) {
                let data = &data[at];
                at += 1;
                let (mut sum, mut count) = (0.0, 0u32);
                for (row, p) in data.points.iter().enumerate() {
                    if !p.is_nan() && its(row) {
                        sum += p;
                        count += 1;
                    }
                }
                views.push(MeasureView {
                    id: m.id,
                    present: data.present(&now.assignment, number),
                    accounts,
                    mean_points: sum / f64::from(count),
                    histogram: Histogram { start: 0.0, step: 5.0, counts: data.histogram(its) },
                    auc: outcomes.and_then(|o| data.auc(o, &now.assignment, number, whose)),
                });
            }
        }
        Ok(views)
    }

    pub(crate) fn measure(
        &mut self,
        context: &ScoringContext,
        id: ItemId,
    ) -> Result<MeasureDetail, Problem> {
        let now = self.scored(context.as_of, &context.model, true)?;
        let outcomes = self.outcomes(context.as_of)?;
        let data = self.measure_data(context)?;
        let at =
            measures_of(&context.model).position(|m| m.id == id).ok_or(Problem::NoMeasure(id.0))?;
        let card = context
            .model
            .cards
            .iter()
            .position(|c| c.dimensions.iter().flat_map(|d| &d.measures).any(|m| m.id == id))
            .unwrap_or(0);
        let its = |row: usize| usize::from(now.assignment[row]) == card;
        let values = self.values_of(context, at)?;
        let mine: Vec<f64> =
            values.iter().enumerate().map(|(r, v)| if its(r) { *v } else { f64::NAN }).collect();
        let spread = score::value_histogram(&mine, VALUE_BINS);
        let step = (spread.high - spread.low) / VALUE_BINS as f64;
        let bin_of = |v: f64| {
            let bin = if step > 0.0 { (v - spread.low) / step } else { 0.0 };
            (bin.max(0.0) as usize).min(VALUE_BINS - 1)
        };
        let mut counts = spread.bins.clone();
        if let (Some(first), true) = (counts.first_mut(), spread.under > 0) {
            *first += spread.under;
        }
        if let (Some(last), true) = (counts.last_mut(), spread.over > 0) {
            *last += spread.over;
        }
        let churn_rate = outcomes.as_deref().map_or_else(Vec::new, |o| {
            let mut known = vec![0u32; VALUE_BINS];
            let mut churned = vec![0u32; VALUE_BINS];
            for (v, f) in mine.iter().zip(&o.fates) {
                if !v.is_nan() && *f != fate::UNKNOWN {
                    known[bin_of(*v)] += 1;
                    churned[bin_of(*v)] += u32::from(*f == fate::CHURNED);
                }
            }
            known.iter().zip(churned).map(|(k, c)| f64::from(c) / f64::from(*k)).collect()
        });
        let accounts = (0..now.assignment.len()).filter(|r| its(*r)).count() as u32;
        Ok(MeasureDetail {
            id,
            values: Histogram { start: spread.low, step, counts },
            min: spread.five_numbers.map_or(f64::NAN, |f| f[0]),
            max: spread.five_numbers.map_or(f64::NAN, |f| f[4]),
            points: Histogram { start: 0.0, step: 5.0, counts: data[at].histogram(its) },
            present: spread.present,
            accounts,
            churn_rate,
        })
    }

    pub(crate) fn cuts(
        &mut self,
        context: &ScoringContext,
        levels: u8,
        method: CutMethod,
    ) -> Result<Vec<f64>, Problem> {
        let now = self.scored(context.as_of, &context.model, true)?;
        let levels = usize::from(levels.clamp(2, 7));
        match method {
            CutMethod::Quantile => Ok(score::cuts_by_quantile(&now.scores.score, levels)),
            CutMethod::Outcome => {
                let outcomes = self.outcomes(context.as_of)?.ok_or(Problem::NoOutcome)?;
                score::cuts_by_outcome(&now.scores.score, &outcomes.fates, levels)
                    .ok_or(Problem::NoOutcome)
            }
        }
    }
}

fn count_cards(assignment: &[u8], counts: &mut [u32]) {
    for card in assignment.iter().filter(|c| **c != NO_CARD) {
        counts[usize::from(*card)] += 1;
    }
}

fn level_outcome(churned: u32, known: u32) -> LevelOutcome {
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
fn live_outcome(levels: &[LevelView]) -> OutcomeView {
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
        warnings: Vec::new(),
    }
}

fn full_outcome(
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
        warnings,
        ..counts
    }
}

fn movement_view(m: &score::Movement) -> MovementView {
    let outside = m.outside();
    MovementView {
        up: m.up,
        down: m.down,
        same: m.stayed,
        new: m.counts[outside].iter().sum(),
        gone: m.counts.iter().map(|from| from[outside]).sum(),
        counts: m.counts.clone(),
    }
}
