//! Journeys over snapshots: each condition is judged once a snapshot and kept as bits; all else is counting.

mod conditions;
mod course;
#[cfg(test)]
mod tests;
mod view;

use crate::Engine;
use crate::message::{
    JourneyAnswer, JourneyAsk, JourneyContext, JourneyProblem, JourneyView, Problem,
};
pub(crate) use conditions::Conditions;
pub use course::CourseWalk;
use score::journey::moves;
use table::SnapshotId;
use view::JudgedJourney;

/// How many rows one step of [`Engine::journey_step`] judges, about: some ten milliseconds' worth.
const STEP_ROWS: usize = if cfg!(test) { 1_000 } else { 4_000_000 };

impl Engine {
    /// A new question. From now on conditions are judged under its model, and [`Engine::journey_step`] ends
    /// questions under another.
    ///
    /// # Errors
    /// A snapshot is not there (any more).
    pub fn journey_begin(
        &mut self,
        context: &JourneyContext,
        ask: JourneyAsk,
    ) -> Result<(), Problem> {
        let mut wanted = Vec::new();
        for id in self.journey_snapshots(context, ask)? {
            let rows = self.store.get(id)?.snapshot.table.rows;
            wanted.extend(context.conditions().map(|(_, text)| (text, id, rows)));
        }
        self.conditions.begin(&context.scoring.model, &wanted);
        Ok(())
    }

    /// Judges some of the conditions that a question needs and that are not known yet; true when there may be
    /// more. Whoever owns the engine begins the question and calls it until then, and can hear a cancel in
    /// between; [`Engine::answer`] does what is missing by itself.
    ///
    /// # Errors
    /// A snapshot is not there (any more); [`Problem::Cancelled`] when a question under another model was
    /// begun since, so that two do not take turns in undoing what the other did.
    pub fn journey_step(
        &mut self,
        context: &JourneyContext,
        ask: JourneyAsk,
    ) -> Result<bool, Problem> {
        self.make_columns();
        let model = &context.scoring.model;
        if !self.goes_by(context, ask)? {
            return Err(Problem::Cancelled);
        }
        let mut rows = 0;
        for id in self.journey_snapshots(context, ask)? {
            for (_, text) in context.conditions() {
                if self.conditions.knows(text, id) {
                    continue;
                }
                if rows >= STEP_ROWS {
                    return Ok(true);
                }
                let these = self.store.get(id)?.snapshot.table.rows;
                if !self.conditions.has_room(these) {
                    // what does not fit is judged where it is counted
                    return Ok(false);
                }
                rows += these;
                self.judged(text, id, model)?;
            }
        }
        Ok(false)
    }

    /// Whether no question under another model was begun since.
    fn goes_by(&mut self, context: &JourneyContext, ask: JourneyAsk) -> Result<bool, Problem> {
        let goes = self.conditions.goes_by(&context.scoring.model);
        if goes.is_none() {
            // all is forgotten, because the data changed
            self.journey_begin(context, ask)?;
        }
        Ok(goes.unwrap_or(true))
    }

    /// How many conditions of a question are judged, each in a snapshot, and how many there are; of a course the
    /// snapshots that are then gone over count as well.
    ///
    /// # Errors
    /// A snapshot is not there (any more).
    pub fn journey_far(
        &self,
        context: &JourneyContext,
        ask: JourneyAsk,
    ) -> Result<(u64, u64), Problem> {
        let ids = self.journey_snapshots(context, ask)?;
        let all = || ids.iter().flat_map(|id| context.conditions().map(|(_, text)| (text, *id)));
        let known = all().filter(|(text, id)| self.conditions.knows(text, *id)).count();
        let walked = if ask == JourneyAsk::Course { ids.len() } else { 0 };
        Ok((known as u64, (all().count() + walked) as u64))
    }

    /// The snapshots that a question is about.
    fn journey_snapshots(
        &self,
        context: &JourneyContext,
        ask: JourneyAsk,
    ) -> Result<Vec<SnapshotId>, Problem> {
        let scoring = &context.scoring;
        match ask {
            JourneyAsk::View => Ok([scoring.as_of].into_iter().chain(scoring.compared).collect()),
            JourneyAsk::Course => self.journey_moments(scoring.as_of),
        }
    }

    #[inline(never)]
    pub(crate) fn journey(
        &mut self,
        context: &JourneyContext,
        ask: JourneyAsk,
    ) -> Result<JourneyAnswer, Problem> {
        self.journey_begin(context, ask)?;
        match ask {
            JourneyAsk::View => self.journey_view(context).map(JourneyAnswer::View),
            JourneyAsk::Course => self.journey_course(context).map(JourneyAnswer::Course),
        }
    }

    fn journey_view(&mut self, context: &JourneyContext) -> Result<JourneyView, Problem> {
        let (as_of, compared) = (context.scoring.as_of, context.scoring.compared);
        let judged = self.judged_journey(context, as_of)?;
        let now = self.journey_figures(context, as_of, &judged)?;
        let mut problems = problems_of(&judged, false);
        let (mut before, mut moved) = (None, None);
        if let Some(id) = compared {
            let earlier = self.judged_journey(context, id)?;
            before = self.journey_figures(context, id, &earlier)?;
            let known = |at| problems.iter().any(|p: &JourneyProblem| p.at == at);
            let new = problems_of(&earlier, true).into_iter().filter(|p| !known(p.at));
            let new: Vec<JourneyProblem> = new.collect();
            problems.extend(new);
            let stages = context.stages.len();
            let usable = |judged: &JudgedJourney| {
                judged.entries(stages).iter().map(Option::is_some).collect::<Vec<_>>()
            };
            if let (Some((_, now)), Some((_, then))) = (&now, &before)
                && usable(&judged) == usable(&earlier)
            {
                let join = self.store.join(self.store.get(as_of)?, self.store.get(id)?);
                moved = Some(moves(then, now, &join, stages));
            }
        }
        Ok(JourneyView {
            now: now.map(|(figures, _)| figures),
            before: before.map(|(figures, _)| figures),
            moves: moved,
            outcome_is_later: self.outcomes(as_of)?.map(|o| o.later),
            problems,
        })
    }
}

fn problems_of(judged: &JudgedJourney, only_compared: bool) -> Vec<JourneyProblem> {
    let wrong = judged.parts.iter().filter(|(_, j)| !j.problems.is_empty() || j.gives.is_some());
    wrong
        .map(|(at, j)| JourneyProblem {
            at: *at,
            only_compared,
            problems: j.problems.clone(),
            gives: j.gives,
        })
        .collect()
}
