//! The tree under assumptions.

use super::{Bound, Span};
use crate::Engine;
use crate::message::{KpiContext, KpiWhatIf, Problem};
use kpi::{Assumptions, DRAWS, NodeId, Override, Sensitivity, Sought, Uncertain};

impl Engine {
    pub(super) fn kpi_what_if(
        &mut self,
        context: &KpiContext,
        assumptions: &[Assumptions],
        seed: Option<u64>,
    ) -> Result<Vec<KpiWhatIf>, Problem> {
        let bound = self.kpi_bound(context, Span::OnShow)?;
        Ok(assumptions.iter().map(|a| bound.what_if(a, seed)).collect())
    }

    pub(super) fn kpi_seek(
        &mut self,
        context: &KpiContext,
        (lever, low, high): (NodeId, f64, f64),
        (of, goal): (NodeId, f64),
        overrides: &[Override],
    ) -> Result<Sought, Problem> {
        let bound = self.kpi_bound(context, Span::OnShow)?;
        let (lever, of) = (bound.place(lever)?, bound.place(of)?);
        Ok(kpi::goal_seek(
            &bound.binding.graph,
            (lever, low, high),
            (of, goal),
            &bound.given_now(),
            &context.tree.overridden(overrides),
        ))
    }

    pub(super) fn kpi_sensitivities(
        &mut self,
        context: &KpiContext,
        of: NodeId,
        overrides: &[Override],
    ) -> Result<Vec<Sensitivity>, Problem> {
        let bound = self.kpi_bound(context, Span::OnShow)?;
        let of = bound.place(of)?;
        let cut = context.tree.overridden(overrides);
        Ok(kpi::sensitivities(&bound.binding.graph, of, &bound.given_now(), &cut))
    }
}

impl Bound<'_> {
    fn what_if(&self, assumptions: &Assumptions, seed: Option<u64>) -> KpiWhatIf {
        let (tree, graph) = (&self.context.tree, &self.binding.graph);
        let given = self.given_now();
        let cut = tree.overridden(&assumptions.overrides);
        let values = graph.values(&given, &cut);
        let each = || tree.nodes.iter().enumerate();
        let status = each().map(|(at, n)| kpi::status(values[at], n.body.target, n.body.direction));
        let changes = each().map(|(at, n)| kpi::change(self.now(at), values[at], n.body.direction));
        let sound = assumptions.ranges.iter().filter(|r| r.is_sound());
        let uncertain: Vec<(usize, Uncertain)> =
            sound.filter_map(|r| Some((tree.place(r.node)?, Uncertain::from(*r)))).collect();
        let ranges = match seed {
            Some(seed) if !uncertain.is_empty() => {
                kpi::simulate(graph, &given, &cut, &uncertain, DRAWS, seed)
            }
            _ => Vec::new(),
        };
        let (status, changes) = (status.collect(), changes.collect());
        KpiWhatIf { values, status, changes, ranges }
    }
}
