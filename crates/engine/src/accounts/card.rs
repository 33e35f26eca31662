//! One account: why this score, how it moved, what the files said.

use super::{cell_value, present};
use crate::Engine;
use crate::message::{
    AccountCard, CellValue, ContributionRow, HistoryPoint, Problem, RawValue, ScoringContext,
};
use crate::scoring::{AtOwned, Scored, measures_of};
use score::{
    CardPoints, CardWeights, Explanation, ItemId, Measure, NO_CARD, Origin, Scorecard, UNSCORED,
};
use table::SnapshotId;

impl Engine {
    pub(crate) fn account(
        &mut self,
        context: &ScoringContext,
        id: &str,
    ) -> Result<Option<AccountCard>, Problem> {
        let Some(row) = self.store.get(context.as_of)?.row_of(id) else { return Ok(None) };
        let history = self.history(context)?;
        let now = self.scored(context.as_of, &context.model, true)?;
        let explanation = self.explain(context.as_of, context, &now, row)?;
        let before = match context.compared {
            Some(other) => {
                let join = self.store.join(self.store.get(context.as_of)?, self.store.get(other)?);
                join.row(row).map(|r| (other, r))
            }
            None => None,
        };
        let change = match before {
            Some((other, then)) => {
                let scored = self.scored(other, &context.model, true)?;
                let past = self.explain(other, context, &scored, then)?;
                past.zip(explanation.clone()).and_then(|(past, now)| shares(&past, &now))
            }
            None => None,
        };
        let stored = self.store.get(context.as_of)?;
        let level = now.levels[row];
        let card = context.model.cards.get(usize::from(now.assignment[row]));
        let points = history.iter().filter_map(|(s, scored)| {
            let other = self.store.get(*s).ok()?;
            let row =
                if *s == context.as_of { row } else { self.store.join(stored, other).row(row)? };
            Some(HistoryPoint {
                date: other.snapshot.date,
                score: present(scored.scores.score[row]),
                level: (scored.levels[row] != UNSCORED).then_some(scored.levels[row]),
            })
        });
        let raw = self.raw_values(context.as_of, row, before)?;
        Ok(Some(AccountCard {
            id: stored.account_id(row),
            name: stored.account_name(row),
            score: present(now.scores.score[row]),
            level: (level != UNSCORED).then_some(level),
            coverage: explanation.as_ref().map_or(0.0, |e| e.coverage),
            minimum_coverage: card.map_or(0.0, |c| c.minimum_coverage),
            card: card.map_or_else(String::new, |c| c.name.clone()),
            contributions: explanation
                .as_ref()
                .zip(card)
                .map_or_else(Vec::new, |(e, card)| contributions(e, card)),
            history: points.collect(),
            change,
            raw,
        }))
    }

    fn explain(
        &mut self,
        id: SnapshotId,
        context: &ScoringContext,
        scored: &Scored,
        row: usize,
    ) -> Result<Option<Explanation>, Problem> {
        let number = scored.assignment[row];
        let Some(card) = context.model.cards.get(usize::from(number)) else { return Ok(None) };
        debug_assert_ne!(number, NO_CARD);
        let data = self.measure_data(&ScoringContext { as_of: id, ..context.clone() })?;
        let first: usize = context.model.cards[..usize::from(number)]
            .iter()
            .flat_map(|c| &c.dimensions)
            .map(|d| d.measures.len())
            .sum();
        let weights = CardWeights::new(card);
        let points: Vec<&[f64]> = data[first..first + weights.measures.len()]
            .iter()
            .map(|d| d.points.as_slice())
            .collect();
        let stored = self.store.get(id)?;
        let measures: Vec<&Measure> = measures_of(&context.model).collect();
        let at = AtOwned::new(&self.store, stored, &measures);
        let points = CardPoints { weights: &weights, points: &points };
        Ok(Some(at.with(|at| score::explain(card, &points, at, row))))
    }

    fn raw_values(
        &self,
        id: SnapshotId,
        row: usize,
        before: Option<(SnapshotId, usize)>,
    ) -> Result<Vec<RawValue>, Problem> {
        let now = &self.store.get(id)?.snapshot;
        let then = match before {
            Some((other, row)) => Some((&self.store.get(other)?.snapshot.table, row)),
            None => None,
        };
        Ok(now
            .table
            .columns
            .iter()
            .zip(&now.roles)
            .map(|(column, role)| RawValue {
                column: column.name.clone(),
                column_type: column.data.column_type(),
                role: *role,
                now: cell_value(column.data.cell(row)),
                before: then.map(|(table, row)| {
                    table
                        .column(&column.name)
                        .map_or(CellValue::Absent, |c| cell_value(c.data.cell(row)))
                }),
            })
            .collect())
    }
}

fn contributions(e: &Explanation, card: &Scorecard) -> Vec<ContributionRow> {
    let policy = |id: ItemId| {
        card.dimensions.iter().flat_map(|d| &d.measures).find(|m| m.id == id).map(|m| m.absent)
    };
    e.measures
        .iter()
        .map(|m| ContributionRow {
            measure: m.measure,
            dimension: m.dimension,
            value: m.value,
            points: m.points,
            weight: m.weight,
            contribution: m.contribution,
            absent: if m.origin == Origin::Present { None } else { policy(m.measure) },
        })
        .collect()
}

/// The change of the score, a share per measure; they add up to it.
fn shares(before: &Explanation, now: &Explanation) -> Option<Vec<(ItemId, f64)>> {
    let change = score::score_change(before, now, None)?;
    Some(change.shares.iter().map(|s| (s.measure, s.by_points + s.by_weight)).collect())
}
