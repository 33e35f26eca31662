//! Every account of a snapshot scored under a model, kept for the next frame.
//!
//! What a change of the model leaves as it was is taken over from the frame before: the memory always,
//! the scores when only cut points moved, the cards of the accounts when no filter changed.

use super::measures::{Keep, MeasureData};
use super::{AtOwned, Scoring, measures_of};
use crate::Engine;
use crate::message::Problem;
use crate::store::Stored;
use score::{CardPoints, CardWeights, Distribution, Measure, Model, Scores};
use std::rc::Rc;
use table::SnapshotId;

/// How many snapshots are kept scored, each under the model that it was scored with last: those that a
/// list of accounts wants (the ones of its sparklines and the compared one), and a few more.
pub(super) const KEPT: usize = 16;

/// Every account of a snapshot, scored under one model.
#[derive(Clone)]
pub(crate) struct Scored {
    pub(crate) snapshot: SnapshotId,
    pub(crate) model: Model,
    /// Which card each account has.
    pub(crate) assignment: Vec<u8>,
    pub(crate) scores: Scores,
    pub(crate) levels: Vec<u8>,
    /// How scores and levels are spread.
    pub(crate) spread: Distribution,
    /// For hysteresis, the level that each account had in the snapshot before.
    previous: Option<Vec<u8>>,
    /// Whether those levels are of this very model, and not of an earlier frame.
    settled: bool,
}

impl Engine {
    /// The scores of a snapshot under a model. `shown` says that the points of its measures will be
    /// wanted again: for the snapshots on show, so that a change of weight is one pass over them.
    pub(crate) fn scored(
        &mut self,
        id: SnapshotId,
        model: &Model,
        shown: bool,
    ) -> Result<Rc<Scored>, Problem> {
        let keep = if shown { Keep::Shown } else { Keep::No };
        self.scored_with(id, model, keep, true)
    }

    /// The same for a frame while something is dragged. With hysteresis an account's level hangs on
    /// those in all snapshots before; here they are taken as they were when the drag began, so that a
    /// frame costs no more than the snapshots on show.
    pub(super) fn scored_live(
        &mut self,
        id: SnapshotId,
        model: &Model,
    ) -> Result<Rc<Scored>, Problem> {
        self.scored_with(id, model, Keep::Shown, false)
    }

    fn scored_with(
        &mut self,
        id: SnapshotId,
        model: &Model,
        keep: Keep,
        exact: bool,
    ) -> Result<Rc<Scored>, Problem> {
        let known = self.scoring.take(id);
        let scored = match known {
            Some(scored) if scored.model == *model && (scored.settled || !exact) => scored,
            Some(last) if !exact && last.previous.is_some() && holds(model) => {
                let previous = last.previous.clone();
                let scored = self.score_now(id, model, keep, Some(last), previous)?;
                Rc::new(Scored { settled: false, ..scored })
            }
            known => {
                let previous = self.previous_levels(id, model)?;
                Rc::new(self.score_now(id, model, keep, known, previous)?)
            }
        };
        self.scoring.keep(scored.clone());
        Ok(scored)
    }

    fn score_now(
        &mut self,
        id: SnapshotId,
        model: &Model,
        keep: Keep,
        last: Option<Rc<Scored>>,
        previous: Option<Vec<u8>>,
    ) -> Result<Scored, Problem> {
        let last = last.map(Rc::unwrap_or_clone);
        let stored = self.store.get(id)?;
        let mut next = last.unwrap_or_else(|| Scored::none(id));
        if next.model.cards == model.cards && next.scores.score.len() == stored.snapshot.table.rows
        {
            score::levels(&next.scores.score, &model.levels, previous.as_deref(), &mut next.levels);
            let count = model.levels.count();
            next.spread = score::distribution(&next.scores.score, &next.levels, count);
        } else {
            let measures: Vec<&Measure> = measures_of(model).collect();
            let at = AtOwned::new(&self.store, stored, &measures);
            let data: Vec<Rc<MeasureData>> = at.with(|at| {
                measures.iter().map(|m| self.scoring.measure(id, m, at, keep)).collect()
            });
            if keep != Keep::No {
                self.scoring.drop_unused(id, &measures);
            }
            next.assign(model, stored);
            next.score(model, &data, previous.as_deref());
        }
        next.model.clone_from(model);
        Ok(Scored { previous, settled: true, ..next })
    }

    /// The levels of the snapshot before, by the rows of this one; only hysteresis wants them.
    fn previous_levels(
        &mut self,
        id: SnapshotId,
        model: &Model,
    ) -> Result<Option<Vec<u8>>, Problem> {
        if !holds(model) {
            return Ok(None);
        }
        // from the one before back to the newest whose levels are known; without recursion, and with
        // no more than one snapshot's levels in hand, however many snapshots there are
        let mut chain = Vec::new();
        for before in self.store.earlier(id).map(Stored::id) {
            chain.push(before);
            if self.scoring.is_settled(before, model) {
                break;
            }
        }
        let mut levels = None;
        while let Some(now) = chain.pop() {
            let scored = match self.scoring.take(now) {
                Some(scored) if scored.is_settled(now, model) => scored,
                known => {
                    let keep = Keep::WhileRoom;
                    Rc::new(self.score_now(now, model, keep, known, levels.take())?)
                }
            };
            let newer = self.store.get(chain.last().copied().unwrap_or(id))?;
            let join = self.store.join(newer, self.store.get(now)?);
            levels = Some(join.levels(&scored.levels));
            self.scoring.keep(scored);
        }
        Ok(levels)
    }
}

/// Whether an account's level hangs on the one it had before.
fn holds(model: &Model) -> bool {
    model.levels.hysteresis_points > 0.0
}

impl Scored {
    fn none(snapshot: SnapshotId) -> Self {
        Self {
            snapshot,
            model: Model::default(),
            assignment: Vec::new(),
            scores: Scores::default(),
            levels: Vec::new(),
            spread: Distribution::default(),
            previous: None,
            settled: false,
        }
    }

    fn is_settled(&self, snapshot: SnapshotId, model: &Model) -> bool {
        self.settled && self.snapshot == snapshot && self.model == *model
    }

    /// Says which card each account has, unless that is known.
    fn assign(&mut self, model: &Model, stored: &Stored) {
        let table = &stored.snapshot.table;
        let filters =
            |model: &Model| model.cards.iter().map(|c| c.filter.clone()).collect::<Vec<_>>();
        if self.assignment.len() == table.rows && filters(&self.model) == filters(model) {
            return;
        }
        self.assignment = match model.cards.as_slice() {
            [card] if card.filter.is_none() => vec![0; table.rows],
            _ => score::assign_cards(model, table, stored.snapshot.date, stored.blind()),
        };
    }

    fn score(&mut self, model: &Model, data: &[Rc<MeasureData>], previous: Option<&[u8]>) {
        let weights: Vec<CardWeights> = model.cards.iter().map(CardWeights::new).collect();
        let columns: Vec<&[f64]> = data.iter().map(|d| d.points.as_slice()).collect();
        let mut rest = columns.as_slice();
        let mut cards = Vec::with_capacity(weights.len());
        for weights in &weights {
            let (points, others) = rest.split_at(weights.measures.len());
            rest = others;
            cards.push(CardPoints { weights, points });
        }
        self.spread = score::score_and_level(
            &cards,
            &self.assignment,
            &model.levels,
            previous,
            &mut self.scores,
            &mut self.levels,
        );
    }
}

impl Scoring {
    /// What is known of a snapshot, out of the list.
    fn take(&mut self, id: SnapshotId) -> Option<Rc<Scored>> {
        let at = self.scored.iter().position(|s| s.snapshot == id);
        at.map(|at| self.scored.remove(at))
    }

    /// Puts into the list what was used just now, and lets go of what was used longest ago.
    fn keep(&mut self, scored: Rc<Scored>) {
        self.scored.push(scored);
        let old = self.scored.len().saturating_sub(KEPT);
        self.scored.drain(..old);
    }

    fn is_settled(&self, id: SnapshotId, model: &Model) -> bool {
        self.scored.iter().any(|s| s.is_settled(id, model))
    }
}
