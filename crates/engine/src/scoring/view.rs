//! The views of the score screen.

use super::measures::Whose;
use super::outcome::{full_outcome, level_outcome, live_outcome};
use super::{Outcomes, Scored, level_count, measures_of};
use crate::Engine;
use crate::message::{
    CutMethod, Detail, Histogram, LevelView, MeasureDetail, MeasureView, MovementView, Problem,
    ScoreView, ScoringContext,
};
use score::{ItemId, fate, passes};
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
        let per_card = match context.model.cards.as_slice() {
            [card] if card.filter.is_none() => vec![now.assignment.len() as u32],
            cards => passes::count_by_card(&now.assignment, cards.len()),
        };
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
        let money = revenue.map(|data| passes::revenue_by_level(&now.levels, levels, data));
        let fates = outcomes.map(|o| passes::fates_by_level(&now.levels, &o.fates, levels));
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
        let accounts = passes::count_by_card(&now.assignment, context.model.cards.len());
        let cards = context.model.cards.iter().zip(accounts);
        for ((number, (card, accounts)), whose) in (0u8..).zip(cards).zip(whose) {
            for m in card.dimensions.iter().flat_map(|d| &d.measures) {
                let data = &data[at];
                at += 1;
                let points = passes::points_of_card(&data.points, &now.assignment, number);
                views.push(MeasureView {
                    id: m.id,
                    present: data.present(&now.assignment, number),
                    accounts,
                    mean_points: points.sum / f64::from(points.count),
                    histogram: Histogram { start: 0.0, step: 5.0, counts: points.bins },
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
        let card = u8::try_from(card).unwrap_or(score::NO_CARD);
        let values = self.values_of(context, at)?;
        let mine = passes::numbers_of_card(&values, &now.assignment, card);
        let spread = score::value_histogram(&mine, VALUE_BINS);
        let step = (spread.high - spread.low) / VALUE_BINS as f64;
        let mut counts = spread.bins.clone();
        if let (Some(first), true) = (counts.first_mut(), spread.under > 0) {
            *first += spread.under;
        }
        if let (Some(last), true) = (counts.last_mut(), spread.over > 0) {
            *last += spread.over;
        }
        let bins = (spread.low, step);
        let known = outcomes.map(|o| passes::value_outcomes(&mine, &o.fates, bins, VALUE_BINS));
        let (known, churned) = known.unwrap_or_default();
        let points = passes::points_of_card(&data[at].points, &now.assignment, card);
        Ok(MeasureDetail {
            id,
            values: Histogram { start: spread.low, step, counts },
            min: spread.five_numbers.map_or(f64::NAN, |f| f[0]),
            max: spread.five_numbers.map_or(f64::NAN, |f| f[4]),
            points: Histogram { start: 0.0, step: 5.0, counts: points.bins },
            present: spread.present,
            accounts: passes::count_of_card(&now.assignment, card),
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
