//! What moves with the KGI.

use super::{Bound, Span};
use crate::Engine;
use crate::message::{KpiContext, KpiRelation, Problem};
use kpi::Known;

/// More lags than these would be found by chance.
const MOST_LAGS: u32 = 26;

impl Engine {
    pub(super) fn kpi_relations(
        &mut self,
        context: &KpiContext,
        lags: u32,
        segment: Option<&str>,
    ) -> Result<Vec<KpiRelation>, Problem> {
        let bound = self.kpi_bound(context, Span::All)?;
        let nodes = context.tree.nodes.len();
        if nodes == 0 {
            return Ok(Vec::new());
        }
        let by_segment = match segment {
            Some(column) => self.kpi_segments(&bound, column)?,
            None => None,
        };
        let kgi = bound.series(0);
        Ok((1..nodes)
            .map(|place| {
                let body = &context.tree.nodes[place].body;
                let status = kpi::status(bound.now(place), body.target, body.direction);
                KpiRelation {
                    place,
                    lagged: kpi::lagged(&bound.series(place), &kgi, lags.min(MOST_LAGS) as usize),
                    across: by_segment.as_ref().map(|segments| {
                        let of = |at: usize| segments.iter().map(|s| s[at]).collect::<Vec<f64>>();
                        kpi::correlation(&of(place), &of(0))
                    }),
                    met_in_vain: bound.met_in_vain(place, status),
                }
            })
            .collect())
    }

    /// All figures in each segment of the snapshot on show. Figures that are not of accounts are absent:
    /// nobody typed them by segment.
    fn kpi_segments(
        &mut self,
        bound: &Bound<'_>,
        column: &str,
    ) -> Result<Option<Vec<Vec<f64>>>, Problem> {
        let context = bound.context;
        let Some(id) = context.as_of else { return Ok(None) };
        let mut segments = self.kpi_segments_of(column, id)?;
        let mut given = vec![vec![f64::NAN; context.tree.nodes.len()]; segments.sizes().len()];
        for (at, node) in context.tree.nodes.iter().enumerate() {
            let Known::Accounts(text) = &node.body.known else { continue };
            let parsed = formula::parse(text);
            if !parsed.problems.is_empty() {
                continue;
            }
            let figures = self.kpi_in_segments(&parsed.tree, id, &context.model, &mut segments)?;
            for (row, figure) in given.iter_mut().zip(figures.unwrap_or_default()) {
                row[at] = figure;
            }
        }
        let graph = &bound.binding.graph;
        let rows = given.iter().zip(segments.sizes()).filter(|(_, size)| **size > 0);
        Ok(Some(rows.map(|(row, _)| graph.values(row, &[])).collect()))
    }
}
