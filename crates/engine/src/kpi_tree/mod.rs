//! The KPI tree over snapshots: aggregates over accounts are worked out once a snapshot, all else
//! follows from them without looking at an account again.

mod accounts;
mod explain;
mod figures;
mod relations;
mod segments;
#[cfg(test)]
mod tests;
mod what_if;

use crate::Engine;
use crate::message::{KpiAnswer, KpiAsk, KpiContext, KpiNodeView, KpiView, Problem};
pub(crate) use figures::Figures;
use kpi::{Binding, Known, Node, NodeId, Status};
use std::rc::Rc;
use table::{Day, SnapshotId};

/// The dates that a tree has figures for, oldest first.
struct Course {
    points: Vec<(Day, Option<SnapshotId>)>,
    now: Option<usize>,
    before: Option<usize>,
}

/// A tree bound to figures.
struct Bound<'a> {
    context: &'a KpiContext,
    binding: Rc<Binding>,
    course: Course,
    /// All figures, a date each.
    values: Vec<Vec<f64>>,
    /// The figures from outside, a date each.
    given: Vec<Vec<f64>>,
}

/// How many rows one step of [`Engine::kpi_step`] goes over, about: some ten milliseconds' worth.
const STEP_ROWS: usize = if cfg!(test) { 1_000 } else { 4_000_000 };

impl Engine {
    /// A new question. From now on aggregates are worked out under its model, and [`Engine::kpi_step`] ends
    /// questions under another.
    ///
    /// # Errors
    /// A snapshot is not there (any more).
    pub fn kpi_begin(&mut self, context: &KpiContext, ask: &KpiAsk) -> Result<(), Problem> {
        let snapshots = self.kpi_course(context, Span::of(ask))?.points.into_iter();
        let snapshots: Vec<SnapshotId> = snapshots.filter_map(|p| p.1).collect();
        self.figures.begin(&context.model, |text, id| {
            let is_it = |n: &Node| matches!(&n.body.known, Known::Accounts(of) if of == text);
            snapshots.contains(&id) && context.tree.nodes.iter().any(is_it)
        });
        Ok(())
    }

    /// Works out some of the aggregates over accounts that a question needs and that are not known yet;
    /// true when there may be more. Whoever owns the engine begins the question and calls it until then, and can
    /// hear a cancel in between; [`Engine::answer`] works out what is missing by itself.
    ///
    /// # Errors
    /// A snapshot is not there (any more); [`Problem::Cancelled`] when a question under another model was
    /// begun since, so that two do not take turns in undoing what the other did.
    pub fn kpi_step(&mut self, context: &KpiContext, ask: &KpiAsk) -> Result<bool, Problem> {
        self.make_columns();
        match self.figures.goes_by(&context.model) {
            Some(true) => {}
            Some(false) => return Err(Problem::Cancelled),
            // all is forgotten, because the data changed
            None => self.kpi_begin(context, ask)?,
        }
        let course = self.kpi_course(context, Span::of(ask))?;
        let mut rows = 0;
        for id in course.points.iter().filter_map(|p| p.1) {
            for node in &context.tree.nodes {
                let Known::Accounts(text) = &node.body.known else { continue };
                if self.figures.knows(text, id) {
                    continue;
                }
                if rows >= STEP_ROWS {
                    return Ok(true);
                }
                rows += self.store.get(id)?.snapshot.table.rows;
                self.kpi_figure(text, id, &context.model)?;
            }
        }
        Ok(false)
    }

    #[inline(never)]
    pub(crate) fn kpi(&mut self, context: &KpiContext, ask: KpiAsk) -> Result<KpiAnswer, Problem> {
        self.kpi_begin(context, &ask)?;
        match ask {
            KpiAsk::View => self.kpi_view(context).map(KpiAnswer::View),
            KpiAsk::Accounts { text } => {
                self.kpi_accounts_formula(context, &text).map(KpiAnswer::Accounts)
            }
            KpiAsk::Explain { node, against, segment } => self
                .kpi_explain(context, node, &against, segment.as_deref())
                .map(|e| KpiAnswer::Explained(Box::new(e))),
            KpiAsk::WhatIf { assumptions, seed } => {
                self.kpi_what_if(context, &assumptions, seed).map(KpiAnswer::WhatIf)
            }
            KpiAsk::Seek { lever, low, high, of, goal, overrides } => self
                .kpi_seek(context, (lever, low, high), (of, goal), &overrides)
                .map(KpiAnswer::Sought),
            KpiAsk::Sensitivities { of, overrides } => {
                self.kpi_sensitivities(context, of, &overrides).map(KpiAnswer::Sensitivities)
            }
            KpiAsk::Relations { lags, segment } => {
                self.kpi_relations(context, lags, segment.as_deref()).map(KpiAnswer::Relations)
            }
        }
    }

    fn kpi_view(&mut self, context: &KpiContext) -> Result<KpiView, Problem> {
        let bound = self.kpi_bound(context, Span::All)?;
        let tree = &context.tree;
        let mut nodes = Vec::with_capacity(tree.nodes.len());
        for (at, node) in tree.nodes.iter().enumerate() {
            let mut about = bound.binding.nodes[at].clone();
            if let (Known::Accounts(text), Some(id)) = (&node.body.known, context.as_of) {
                about.problems.extend(self.kpi_problems(text, id, &context.model)?);
            }
            let (value, before) = (bound.now(at), bound.before(at));
            let status = kpi::status(value, node.body.target, node.body.direction);
            nodes.push(KpiNodeView {
                bound: about,
                series: bound.series(at),
                value,
                status,
                change: kpi::change(before, value, node.body.direction),
                met_in_vain: bound.met_in_vain(at, status),
                lever: kpi::lever_bounds(&node.body.unit, value),
            });
        }
        let Course { points, now, before } = bound.course;
        Ok(KpiView { dates: points.iter().map(|p| p.0).collect(), now, before, nodes })
    }

    /// Binds the tree and works out its figures.
    fn kpi_bound<'a>(&mut self, context: &'a KpiContext, span: Span) -> Result<Bound<'a>, Problem> {
        let binding = self.figures.binding(&context.tree);
        let course = self.kpi_course(context, span)?;
        let mut values = Vec::with_capacity(course.points.len());
        let mut given = Vec::with_capacity(course.points.len());
        for &(date, snapshot) in &course.points {
            let mut row = Vec::with_capacity(context.tree.nodes.len());
            for node in &context.tree.nodes {
                row.push(match (&node.body.known, snapshot) {
                    (Known::Accounts(text), Some(id)) => {
                        self.kpi_figure(text, id, &context.model)?
                    }
                    (known, _) => known.typed_on(date).unwrap_or(f64::NAN),
                });
            }
            values.push(binding.graph.values(&row, &[]));
            given.push(row);
        }
        Ok(Bound { context, binding, course, values, given })
    }

    fn kpi_course(&self, context: &KpiContext, span: Span) -> Result<Course, Problem> {
        for id in [context.as_of, context.compared].into_iter().flatten() {
            self.store.get(id)?;
        }
        let mut points: Vec<(Day, Option<SnapshotId>)> =
            self.store.iter().map(|s| (s.snapshot.date, Some(s.id()))).collect();
        if points.is_empty() {
            let typed = context.tree.nodes.iter().filter_map(|n| match &n.body.known {
                Known::Typed(figures) => Some(figures),
                _ => None,
            });
            points = typed.flatten().map(|t| (t.date, None)).collect();
            table::order::sort_by_key(&mut points, |p| p.0);
            points.dedup();
            let now = points.len().checked_sub(1);
            return Ok(Course { points, now, before: now.and_then(|n| n.checked_sub(1)) });
        }
        if span == Span::OnShow {
            points.retain(|p| p.1 == context.as_of || p.1 == context.compared);
        }
        let at =
            |id: Option<SnapshotId>| id.and_then(|id| points.iter().position(|p| p.1 == Some(id)));
        Ok(Course { now: at(context.as_of), before: at(context.compared), points })
    }
}

/// For which dates figures are wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Span {
    /// The snapshot on show and the compared one.
    OnShow,
    /// All.
    All,
}

impl Span {
    fn of(ask: &KpiAsk) -> Self {
        match ask {
            KpiAsk::View | KpiAsk::Relations { .. } => Self::All,
            _ => Self::OnShow,
        }
    }
}

impl Bound<'_> {
    fn at(&self, point: Option<usize>, place: usize) -> f64 {
        let row = point.and_then(|p| self.values.get(p));
        row.and_then(|r| r.get(place)).copied().unwrap_or(f64::NAN)
    }

    fn now(&self, place: usize) -> f64 {
        self.at(self.course.now, place)
    }

    fn before(&self, place: usize) -> f64 {
        self.at(self.course.before, place)
    }

    fn series(&self, place: usize) -> Vec<f64> {
        self.values.iter().map(|row| row[place]).collect()
    }

    /// All figures of a point; absent ones where there is no such point.
    fn row(&self, rows: &[Vec<f64>], point: Option<usize>) -> Vec<f64> {
        let row = point.and_then(|p| rows.get(p)).cloned();
        row.unwrap_or_else(|| vec![f64::NAN; self.context.tree.nodes.len()])
    }

    fn place(&self, id: NodeId) -> Result<usize, Problem> {
        self.context.tree.place(id).ok_or(Problem::NoNode(id.0))
    }

    fn met_in_vain(&self, place: usize, status: Status) -> Option<bool> {
        let kgi = self.context.tree.nodes.first().filter(|_| place > 0)?;
        kpi::met_in_vain(status, kgi.body.direction, self.before(0), self.now(0))
    }
}
