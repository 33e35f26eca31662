//! The views of the score screen.

use super::measures::Whose;
use super::outcome::{full_outcome, level_outcome, live_outcome};
use super::{Outcomes, Scored, level_count, measures_of};
use crate::Engine;
use crate::message::{
    CutMethod, Detail, Histogram, LevelView, MeasureDetail, MeasureView, MovementView, Problem,
    ScoreView, ScoringContext,
};
use score::{ItemId, NO_CARD, fate};
use std::rc::Rc;
use table::Role;

/// Bins of a measure's histogram of raw values.
const VALUE_BINS: usize = 60;

impl Engine {
    pub(crate) fn score(
        &mut self,
        context: &ScoringContext,
        detail: Detail,
    ) -> Result<ScoreView, Problem> {
        let mut scored = |id| match detail {
            Detail::Live => self.scored_live(id, &context.model),
            Detail::Full => self.scored(id, &context.model, true),
        };
        let before = context.compared.map(&mut scored).transpose()?;
        let now = scored(context.as_of)?;
        let shown: Vec<_> = context.compared.into_iter().chain([context.as_of]).collect();
        self.scoring.keep_only(&shown, context.model.levels.hysteresis_points > 0.0);
        let outcomes = self.outcomes(context.as_of)?;
        let levels = level_count(&context.model.levels);
        let then = before.as_ref().map(|b| &b.spread);
        let mut views = self.level_views(context, &now, outcomes.as_deref(), levels)?;
        for (level, view) in views.iter_mut().enumerate() {
            view.compared = then.map(|d| d.levels[level]);
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
            scored: now.spread.scored,
            mean: now.spread.mean.unwrap_or(f64::NAN),
            sum: now.spread.sum,
            distribution: histogram(&now.spread),
            compared_mean: then.and_then(|d| d.mean),
            compared_distribution: then.map(histogram),
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
        let money = revenue.map(|data| {
            score::sum_by_level(&now.levels, levels, |from, out| {
                data.numbers(from..from + out.len(), out);
            })
        });
        let fates = outcomes.map(|o| score::count_pairs::<2>(&now.levels, &o.fates, levels));
        Ok((0..levels)
            .map(|i| LevelView {
                accounts: now.spread.levels[i],
                revenue: money.as_ref().and_then(|m| m.get(i).copied()),
                compared: None,
                outcome: fates.as_ref().map(|f| {
                    let [retained, churned] =
                        [fate::RETAINED, fate::CHURNED].map(|kind| f[i][usize::from(kind)]);
                    level_outcome(churned, retained + churned)
                }),
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
        let (mut known, mut churned) = (Vec::new(), Vec::new());
        if let Some(o) = outcomes.as_deref() {
            known.resize(VALUE_BINS, 0);
            churned.resize(VALUE_BINS, 0);
            for (v, f) in mine.iter().zip(&o.fates) {
                if !v.is_nan() && *f != fate::UNKNOWN {
                    known[bin_of(*v)] += 1;
                    churned[bin_of(*v)] += u32::from(*f == fate::CHURNED);
                }
            }
        }
        let accounts = (0..now.assignment.len()).filter(|r| its(*r)).count() as u32;
        Ok(MeasureDetail {
            id,
            values: Histogram { start: spread.low, step, counts },
            min: spread.five_numbers.map_or(f64::NAN, |f| f[0]),
            max: spread.five_numbers.map_or(f64::NAN, |f| f[4]),
            points: Histogram { start: 0.0, step: 5.0, counts: data[at].histogram(its) },
            present: spread.present,
            accounts,
            known,
            churned,
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

fn histogram(spread: &score::Distribution) -> Histogram {
    Histogram { start: 0.0, step: 1.0, counts: spread.bins.clone() }
}

fn count_cards(assignment: &[u8], counts: &mut [u32]) {
    for card in assignment.iter().filter(|c| **c != NO_CARD) {
        counts[usize::from(*card)] += 1;
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
