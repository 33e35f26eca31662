//! Scores and levels, worked out once and kept until the model or the data changes.

mod levers;
mod measures;
mod outcome;
mod scored;
mod suggest;
mod view;

use crate::Engine;
use crate::message::{Problem, ScoringContext};
use crate::store::{Store, Stored};
use measures::Keep;
pub(crate) use measures::MeasureData;
use score::{At, Earlier, Join, Levels, Measure, Model, fate, passes};
pub(crate) use scored::Scored;
use std::rc::Rc;
use table::{Day, SnapshotId};

/// What was worked out already.
#[derive(Default)]
pub(crate) struct Scoring {
    /// From the one used longest ago to the latest.
    scored: Vec<Rc<Scored>>,
    measures: Vec<Rc<MeasureData>>,
    fates: Vec<(SnapshotId, Option<Rc<Outcomes>>)>,
}

/// Who stayed and who left, as far as it is known of a snapshot's accounts.
pub(crate) struct Outcomes {
    pub(crate) fates: Vec<u8>,
    /// Whether they became known only after the snapshot.
    pub(crate) later: bool,
}

impl Engine {
    /// Points of every measure of a model for a snapshot, in model order.
    pub(crate) fn measure_data(
        &mut self,
        context: &ScoringContext,
    ) -> Result<Vec<Rc<MeasureData>>, Problem> {
        let stored = self.store.get(context.as_of)?;
        let measures: Vec<&Measure> = measures_of(&context.model).collect();
        let at = AtOwned::new(&self.store, stored, &measures);
        Ok(at.with(|at| {
            measures
                .iter()
                .map(|m| self.scoring.measure(context.as_of, m, at, Keep::Shown))
                .collect()
        }))
    }

    /// Points of every measure of a model for any snapshot, by the measure's name; not kept.
    pub(crate) fn points_of_measures(
        &mut self,
        id: SnapshotId,
        model: &Model,
    ) -> Result<Vec<(String, Rc<MeasureData>)>, Problem> {
        let stored = self.store.get(id)?;
        let measures: Vec<&Measure> = measures_of(model).collect();
        let at = AtOwned::new(&self.store, stored, &measures);
        let mut points = |m: &Measure, at: &At<'_>| self.scoring.measure(id, m, at, Keep::No);
        Ok(at.with(|at| measures.iter().map(|m| (m.name.clone(), points(m, at))).collect()))
    }

    /// Who of a snapshot's accounts stayed and who left. Where later snapshots tell it of accounts
    /// that were still there, only what came later counts: features as of t, outcome after t.
    pub(crate) fn outcomes(&mut self, id: SnapshotId) -> Result<Option<Rc<Outcomes>>, Problem> {
        if let Some((_, known)) = self.scoring.fates.iter().find(|(s, _)| *s == id) {
            return Ok(known.clone());
        }
        let stored = self.store.get(id)?;
        let texts = self.store.outcome_texts();
        let own = stored.fates(&texts);
        let mut later = vec![fate::UNKNOWN; stored.snapshot.table.rows];
        for newer in self.store.later(id) {
            let Some(fates) = newer.fates(&texts) else { continue };
            let join = self.store.join(stored, newer);
            passes::tell_later(&mut later, own.as_deref(), &join, &fates);
        }
        let both = |f: &[u8]| f.contains(&fate::CHURNED) && f.contains(&fate::RETAINED);
        let outcomes = if both(&later) {
            Some(Rc::new(Outcomes { fates: later, later: true }))
        } else {
            own.filter(|f| both(f)).map(|fates| Rc::new(Outcomes { fates, later: false }))
        };
        self.scoring.fates.push((id, outcomes.clone()));
        Ok(outcomes)
    }
}

/// All measures of a model, card by card, dimension by dimension.
pub(crate) fn measures_of(model: &Model) -> impl Iterator<Item = &Measure> {
    model.cards.iter().flat_map(|c| &c.dimensions).flat_map(|d| &d.measures)
}

/// How many levels a model has.
pub(crate) fn level_count(levels: &Levels) -> usize {
    levels.cuts.len() + 1
}

/// A snapshot with the joins to as many earlier ones as some measures look back.
pub(crate) struct AtOwned<'a> {
    stored: &'a Stored,
    earlier: Vec<(&'a Stored, Rc<Join>)>,
}

impl<'a> AtOwned<'a> {
    pub(crate) fn new(store: &'a Store, stored: &'a Stored, measures: &[&Measure]) -> Self {
        let upto = std::iter::once(stored).chain(store.earlier(stored.id()));
        let dates: Vec<Day> = upto.map(|s| s.snapshot.date).collect();
        let depth = |m: &&Measure| measures::depth(m, &dates);
        let depth = measures.iter().map(depth).max().unwrap_or(0);
        let earlier =
            store.earlier(stored.id()).take(depth).map(|e| (e, store.join(stored, e))).collect();
        Self { stored, earlier }
    }

    pub(crate) fn with<T>(&self, f: impl FnOnce(&At<'_>) -> T) -> T {
        let earlier: Vec<Earlier<'_>> = self
            .earlier
            .iter()
            .map(|(s, join)| Earlier { snapshot: &s.snapshot, blind: s.blind(), join })
            .collect();
        let Stored { snapshot, .. } = self.stored;
        f(&At { snapshot, blind: self.stored.blind(), earlier: &earlier })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{Answer, Call, Detail, TemplateKind};
    use sample::{Language, Spec};
    use table::OutcomeMeaning;

    /// Twenty weeks of the sample, and a model of a template for them.
    fn twenty() -> (Engine, Model) {
        let spec = Spec { accounts: 300, weeks: 20, ..Spec::new(Day(20_772), Language::English) };
        let all = sample::generate(spec)
            .map(|snapshot| Stored::new(snapshot, OutcomeMeaning::OneIsRenewed));
        let mut engine = Engine::default();
        engine.load(all.collect());
        let call = Call::Template { kind: TemplateKind::Dear, snapshot: Some(SnapshotId(20)) };
        let Ok(Answer::Template(dimensions)) = engine.answer(call) else {
            unreachable!("the template fits its own sample")
        };
        let card = score::Scorecard {
            id: score::ItemId(900),
            name: String::new(),
            filter: None,
            minimum_coverage: 0.5,
            dimensions,
        };
        (engine, Model { cards: vec![card], levels: Levels::default() })
    }

    #[test]
    fn only_the_snapshots_on_show_keep_their_points() {
        let (mut engine, model) = twenty();
        for id in 2..=20 {
            let (as_of, compared) = (SnapshotId(id), Some(SnapshotId(id - 1)));
            let context = ScoringContext { model: model.clone(), as_of, compared };
            assert!(engine.answer(Call::Score { context, detail: Detail::Full }).is_ok());
            let kept = &engine.scoring.measures;
            assert!(!kept.is_empty() && kept.iter().all(|d| d.snapshot().0 + 1 >= id));
            assert!(engine.scoring.scored.len() <= scored::KEPT);
        }
        // with hysteresis the newest wants the levels of all, but the list stays as short
        let levels = Levels { hysteresis_points: 2.0, ..Levels::default() };
        let model = Model { levels, ..model };
        for id in [20, 2, 19, 20] {
            let context =
                ScoringContext { model: model.clone(), as_of: SnapshotId(id), compared: None };
            assert!(engine.answer(Call::Score { context, detail: Detail::Full }).is_ok());
            assert!(engine.scoring.scored.len() <= scored::KEPT);
        }
    }

    #[test]
    fn levels_that_hold_are_the_same_from_whichever_snapshot_they_are_asked() {
        let (mut upwards, model) = twenty();
        let (mut at_once, _) = twenty();
        let levels = Levels { hysteresis_points: 5.0, ..Levels::default() };
        let holding = Model { levels, ..model.clone() };
        let newest = |engine: &mut Engine, model: &Model| {
            engine.scored(SnapshotId(20), model, false).map(|s| s.levels.clone()).ok()
        };
        for id in 1..20 {
            assert!(upwards.scored(SnapshotId(id), &holding, false).is_ok());
        }
        let expected = newest(&mut upwards, &holding);
        assert!(expected.is_some());
        assert_eq!(newest(&mut at_once, &holding), expected);
        assert_ne!(newest(&mut at_once, &model), expected);
    }
}
