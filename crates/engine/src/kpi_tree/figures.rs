//! Aggregates over accounts, worked out once for each formula and snapshot.

use crate::Engine;
use crate::message::{KpiContext, KpiFormula, Problem};
use crate::scoring::{MeasureData, Scored};
use crate::store::{StoreJoins, Stored};
use formula::{
    Environment, ExprKind, Formula, Frame, Moment, Scores, Severity, Shape, Type, Value,
};
use hashbrown::HashMap;
use kpi::{Binding, NodeProblem, Tree};
use score::{Model, UNSCORED};
use std::rc::Rc;
use table::{Day, SnapshotId};

/// When more figures than these are remembered, a new question has those forgotten that it does not ask for.
pub(super) const MOST_KNOWN: usize = if cfg!(test) { 100 } else { 20_000 };

/// What was worked out already.
#[derive(Default)]
pub(crate) struct Figures {
    /// The model that `known` goes by.
    model: Option<Model>,
    /// By the text of the formula and the snapshot.
    known: HashMap<(String, SnapshotId), f64>,
    bound: Option<(Tree, Rc<Binding>)>,
    /// What formulas may speak of in the snapshot asked for last, under `model`.
    environment: Option<(SnapshotId, Rc<Environment>)>,
}

/// A formula as a snapshot understands it.
pub(super) struct Understood {
    pub(super) problems: Vec<formula::Problem>,
    pub(super) formula: Option<Formula>,
}

/// What scorecards gave the accounts of a snapshot, as formulas want it.
#[derive(Default)]
struct Given {
    scored: Option<Rc<Scored>>,
    level: Vec<f64>,
    points: Vec<(String, Rc<MeasureData>)>,
}

impl Given {
    fn scores(&self) -> Option<Scores<'_>> {
        Some(Scores {
            score: &self.scored.as_ref()?.scores.score,
            level: &self.level,
            points: self.points.iter().map(|(n, d)| (n.as_str(), d.points.as_slice())).collect(),
        })
    }
}

impl Figures {
    /// The tree bound; the last one is remembered, so that a slider does not read its formulas again.
    pub(super) fn binding(&mut self, tree: &Tree) -> Rc<Binding> {
        if let Some((known, binding)) = &self.bound
            && known == tree
        {
            return binding.clone();
        }
        let binding = Rc::new(kpi::bind(tree));
        self.bound = Some((tree.clone(), binding.clone()));
        binding
    }

    /// A new question, under a model, that asks for some of the figures. Room is made here and nowhere else:
    /// a question that made room while it is worked out would never come to an end.
    pub(super) fn begin(&mut self, model: &Model, asks_for: impl Fn(&str, SnapshotId) -> bool) {
        self.go_by(model);
        // formulas that were tried while they were typed stay in here, too
        if self.known.len() > MOST_KNOWN {
            self.known.retain(|(text, id), _| asks_for(text, *id));
        }
    }

    /// Whether it goes by this model; `None` when by none yet.
    pub(super) fn goes_by(&self, model: &Model) -> Option<bool> {
        Some(self.model.as_ref()? == model)
    }

    /// Forgets what was worked out under another model.
    fn go_by(&mut self, model: &Model) {
        if self.goes_by(model) != Some(true) {
            self.known.clear();
            self.environment = None;
            self.model = Some(model.clone());
        }
    }

    /// Whether a figure was worked out already.
    pub(super) fn knows(&self, text: &str, id: SnapshotId) -> bool {
        self.known.contains_key(&(text.to_owned(), id))
    }

    #[cfg(test)]
    pub(super) fn count(&self) -> usize {
        self.known.len()
    }
}

impl Engine {
    /// The figure that an aggregate formula gives for a snapshot; absent when it cannot be used there.
    pub(super) fn kpi_figure(
        &mut self,
        text: &str,
        id: SnapshotId,
        model: &Model,
    ) -> Result<f64, Problem> {
        self.figures.go_by(model);
        if let Some(known) = self.figures.known.get(&(text.to_owned(), id)) {
            return Ok(*known);
        }
        let understood = self.kpi_understood(text, id, model)?;
        let figure =
            match understood.formula.filter(|f| f.shape() != Shape::PerAccount) {
                Some(formula) => self.with_frame(text, &formula, id, model, |frame, known| {
                    match known.then(|| formula.value(frame, 0)) {
                        Some(Value::Number(n)) => n,
                        _ => f64::NAN,
                    }
                })?,
                None => f64::NAN,
            };
        self.figures.known.insert((text.to_owned(), id), figure);
        Ok(figure)
    }

    /// What an aggregate formula says while it is typed.
    pub(super) fn kpi_accounts_formula(
        &mut self,
        context: &KpiContext,
        text: &str,
    ) -> Result<KpiFormula, Problem> {
        let model = &context.model;
        let mut figure = |id: Option<SnapshotId>| match id {
            Some(id) => self.kpi_figure(text, id, model),
            None => Ok(f64::NAN),
        };
        let (value, before) = (figure(context.as_of)?, figure(context.compared)?);
        let (environment, problems) = match context.as_of {
            Some(id) => (self.kpi_environment(id, model)?, self.kpi_problems(text, id, model)?),
            None => (Rc::default(), Vec::new()),
        };
        let mut environment = Rc::unwrap_or_clone(environment);
        if let Some(id) = context.as_of {
            environment.offer_texts(text, &self.store.get(id)?.snapshot.table);
        }
        Ok(KpiFormula { environment, problems, value, before })
    }

    /// What is wrong with an aggregate formula in a snapshot.
    pub(super) fn kpi_problems(
        &mut self,
        text: &str,
        id: SnapshotId,
        model: &Model,
    ) -> Result<Vec<NodeProblem>, Problem> {
        let understood = self.kpi_understood(text, id, model)?;
        let mut problems: Vec<NodeProblem> =
            understood.problems.into_iter().map(NodeProblem::Formula).collect();
        if let Some(formula) = understood.formula {
            let found = formula.result_type();
            if !matches!(found, Type::Number | Type::Any) {
                problems.push(NodeProblem::NotANumber(found));
            } else if formula.shape() == Shape::PerAccount {
                problems.push(NodeProblem::NotOneFigure);
            }
        }
        Ok(problems)
    }

    pub(super) fn kpi_understood(
        &mut self,
        text: &str,
        id: SnapshotId,
        model: &Model,
    ) -> Result<Understood, Problem> {
        let environment = self.kpi_environment(id, model)?;
        let checked = formula::check(text, &environment);
        let whole = checked.problems.iter().all(|p| p.severity() == Severity::Warning);
        let formula = checked.formula.filter(|_| whole);
        Ok(Understood { problems: checked.problems, formula })
    }

    /// What a formula over the accounts of a snapshot may speak of.
    fn kpi_environment(
        &mut self,
        id: SnapshotId,
        model: &Model,
    ) -> Result<Rc<Environment>, Problem> {
        self.figures.go_by(model);
        if let Some((known, environment)) = &self.figures.environment
            && *known == id
        {
            return Ok(environment.clone());
        }
        let environment = Rc::new(self.formula_environment(id, model)?);
        self.figures.environment = Some((id, environment.clone()));
        Ok(environment)
    }

    /// Values of a formula for the accounts of a snapshot; `None` where it cannot be used or asks what nobody knows.
    pub(super) fn kpi_rows(
        &mut self,
        text: &str,
        id: SnapshotId,
        model: &Model,
    ) -> Result<Option<Vec<f64>>, Problem> {
        let Some(formula) = self.kpi_understood(text, id, model)?.formula else { return Ok(None) };
        self.with_frame(text, &formula, id, model, |frame, known| {
            known.then(|| {
                let mut out = Vec::new();
                formula.numbers(frame, &mut out);
                out
            })
        })
    }

    /// Calls `then` with the snapshots that a formula looks at, and whether all is known there that it asks
    /// for, see [`Formula::is_known`].
    pub(crate) fn with_frame<T>(
        &mut self,
        text: &str,
        formula: &Formula,
        id: SnapshotId,
        model: &Model,
        then: impl FnOnce(&Frame<'_>, bool) -> T,
    ) -> Result<T, Problem> {
        let now = self.store.get(id)?;
        let all: Vec<&Stored> = std::iter::once(now).chain(self.store.earlier(id)).collect();
        let dates: Vec<Day> = all.iter().map(|s| s.snapshot.date).collect();
        let looked_at = formula.moments(&dates);
        let count = looked_at.last().map_or(1, |last| last + 1);
        let ids: Vec<SnapshotId> = all.iter().take(count).map(|s| s.id()).collect();
        let mut given = Vec::with_capacity(count);
        for (at, id) in ids.iter().enumerate() {
            given.push(if formula.asks_for_scores() && looked_at.contains(&at) {
                self.kpi_given(text, *id, model)?
            } else {
                Given::default()
            });
        }
        let stored: Vec<&Stored> =
            ids.iter().map(|id| self.store.get(*id)).collect::<Result<_, _>>()?;
        let moments = stored
            .iter()
            .zip(&given)
            .map(|(s, given)| Moment {
                date: s.snapshot.date,
                table: &s.snapshot.table,
                scores: given.scores(),
            })
            .collect();
        let joins = StoreJoins { store: &self.store, stored };
        let frame = Frame { moments, joins: &joins };
        let known = formula.is_known(&frame, &|moment, column| joins.is_blind(moment, column));
        Ok(then(&frame, known))
    }

    fn kpi_given(&mut self, text: &str, id: SnapshotId, model: &Model) -> Result<Given, Problem> {
        let scored = self.scored(id, model, false)?;
        let level = |l: &u8| if *l == UNSCORED { f64::NAN } else { f64::from(*l) + 1.0 };
        let level = scored.levels.iter().map(level).collect();
        let mut wants_points = false;
        formula::parse(text).tree.walk(&mut |expr| {
            wants_points |= matches!(&expr.kind, ExprKind::Call { name, .. } if name == "POINTS");
        });
        let points = if wants_points { self.points_of_measures(id, model)? } else { Vec::new() };
        Ok(Given { scored: Some(scored), level, points })
    }
}
