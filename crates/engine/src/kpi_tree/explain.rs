//! Why a node changed.

use super::{Bound, Span};
use crate::Engine;
use crate::message::{Against, KpiContext, KpiExplanation, KpiSteps, Problem};
use kpi::{Facts, Known, NodeId, Order, Split, Waterfall};

/// With more steps a waterfall is no picture any more; the rest is one step.
const MOST_STEPS: usize = 12;

impl Engine {
    pub(super) fn kpi_explain(
        &mut self,
        context: &KpiContext,
        node: NodeId,
        against: &Against,
        segment: Option<&str>,
    ) -> Result<KpiExplanation, Problem> {
        let bound = self.kpi_bound(context, Span::OnShow)?;
        let place = bound.place(node)?;
        let graph = &bound.binding.graph;
        let (before, now, cut) = match against {
            Against::Compared => (
                bound.row(&bound.values, bound.course.before),
                bound.row(&bound.values, bound.course.now),
                Vec::new(),
            ),
            Against::WhatIf(overrides) => {
                let given = bound.row(&bound.given, bound.course.now);
                let cut = context.tree.overridden(overrides);
                let now = graph.values(&given, &cut);
                (bound.row(&bound.values, bound.course.now), now, cut)
            }
        };
        let split = kpi::split(graph, place, &before, &now, &cut);
        let steps = |shares: &[f64], order| KpiSteps {
            waterfall: kpi::waterfall(before[place], now[place], shares, order, MOST_STEPS),
            facts: kpi::facts(shares),
        };
        let by_input = match &split {
            Some(Split::Shares(shares)) => steps(shares, Order::AsGiven),
            Some(Split::Together(change)) => KpiSteps {
                waterfall: Waterfall::together(before[place], now[place]),
                facts: Facts { change: *change, ..Facts::default() },
            },
            _ => KpiSteps::default(),
        };
        let explained = kpi::explain(graph, place, &before, &now, &cut);
        let ends: Vec<(usize, f64)> = match &explained {
            Ok(e) => e.ends.iter().map(|d| (d.place, d.share)).collect(),
            Err(_) => Vec::new(),
        };
        let by_end = match &explained {
            Ok(_) => steps(&ends.iter().map(|e| e.1).collect::<Vec<f64>>(), Order::BySize),
            Err(_) => KpiSteps::default(),
        };
        let accounts = match (&context.tree.nodes[place].body.known, against) {
            (Known::Accounts(text), Against::Compared) => {
                self.kpi_accounts(&bound, text, segment)?
            }
            _ => None,
        };
        Ok(KpiExplanation {
            place,
            before: before[place],
            now: now[place],
            unshared: explained.err(),
            inputs: graph.inputs(place).to_vec(),
            split,
            by_input,
            ends,
            by_end,
            accounts,
        })
    }
}

impl Bound<'_> {
    /// The figures from outside, now.
    pub(super) fn given_now(&self) -> Vec<f64> {
        self.row(&self.given, self.course.now)
    }
}
