//! Figures in each segment of a snapshot, also of formulas that are put together of several aggregates, or look
//! at those of earlier snapshots.

use super::accounts::Groups;
use crate::Engine;
use crate::message::Problem;
use crate::store::Stored;
use formula::{Binary, Expr, ExprKind, Id, Unary, function};
use hashbrown::HashMap;
use score::Model;
use table::{Day, SnapshotId};

/// The segments that a column makes of a snapshot.
pub(super) struct Segments {
    column: String,
    groups: Groups,
    /// How many accounts each has in that snapshot; segments of earlier ones alone come after these.
    sizes: Vec<u32>,
    /// The segment of each account, in each snapshot that was looked at.
    of: HashMap<SnapshotId, Vec<u32>>,
}

impl Segments {
    /// How many accounts each segment has. One of none is no segment: it would be a point at 0 and 0.
    pub(super) fn sizes(&self) -> &[u32] {
        &self.sizes
    }
}

impl Engine {
    /// The segments of a snapshot.
    pub(super) fn kpi_segments_of(
        &self,
        column: &str,
        id: SnapshotId,
    ) -> Result<Segments, Problem> {
        let mut groups = Groups::default();
        let own = groups.of(self.store.get(id)?, column);
        let mut sizes = vec![0; groups.len()];
        own.iter().for_each(|group| sizes[*group as usize] += 1);
        Ok(Segments { column: column.to_owned(), groups, sizes, of: [(id, own)].into() })
    }

    /// A formula's figure in each segment; `None` when it cannot be told: a median is no sum.
    pub(super) fn kpi_in_segments(
        &mut self,
        expr: &Expr,
        id: SnapshotId,
        model: &Model,
        segments: &mut Segments,
    ) -> Result<Option<Vec<f64>>, Problem> {
        if kpi::aggregate(&expr.to_string()).is_some() {
            let count = segments.sizes.len();
            let group_of = self.kpi_segment_of_each(id, segments)?;
            return self.kpi_by_group(&expr.to_string(), id, model, group_of, count);
        }
        match &expr.kind {
            ExprKind::Number(n) => Ok(Some(vec![*n; segments.sizes.len()])),
            ExprKind::Unary { operator, of } => {
                let of = self.kpi_in_segments(of, id, model, segments)?;
                let sign = |n: f64| match operator {
                    Unary::Minus => -n,
                    Unary::Percent => n / 100.0,
                    Unary::Plus => n,
                    Unary::Not => f64::NAN,
                };
                Ok(of.map(|all| all.into_iter().map(sign).collect()))
            }
            ExprKind::Binary { operator, left, right } => {
                let put = |a: f64, b: f64| match operator {
                    Binary::Add => a + b,
                    Binary::Subtract => a - b,
                    Binary::Multiply => a * b,
                    Binary::Divide => a / b,
                    _ => f64::NAN,
                };
                let left = self.kpi_in_segments(left, id, model, segments)?;
                let right = self.kpi_in_segments(right, id, model, segments)?;
                Ok(both(left, right, put))
            }
            ExprKind::Call { name, arguments, filter: None, .. } => {
                let (Some(function), Some(of)) = (function(name), arguments.first()) else {
                    return Ok(None);
                };
                if !matches!(function.id, Id::Prev | Id::Change) {
                    return Ok(None);
                }
                let Some(earlier) = self.kpi_earlier(arguments.get(1), id, model)? else {
                    return Ok(None);
                };
                let then = self.kpi_in_segments(of, earlier, model, segments)?;
                if function.id == Id::Prev {
                    return Ok(then);
                }
                let now = self.kpi_in_segments(of, id, model, segments)?;
                Ok(both(now, then, |now, then| now - then))
            }
            _ => Ok(None),
        }
    }

    /// The segment of each account of a snapshot.
    fn kpi_segment_of_each<'s>(
        &self,
        id: SnapshotId,
        segments: &'s mut Segments,
    ) -> Result<&'s [u32], Problem> {
        let stored = self.store.get(id)?;
        let Segments { column, groups, of, .. } = segments;
        Ok(of.entry(id).or_insert_with(|| groups.of(stored, column)))
    }

    /// The snapshot that `PREV` looks at, so far back.
    fn kpi_earlier(
        &mut self,
        back: Option<&Expr>,
        id: SnapshotId,
        model: &Model,
    ) -> Result<Option<SnapshotId>, Problem> {
        let text = match back {
            Some(back) => format!("PREV(COUNT(), {back})"),
            None => "PREV(COUNT())".to_owned(),
        };
        let Some(formula) = self.kpi_understood(&text, id, model)?.formula else { return Ok(None) };
        let now = self.store.get(id)?;
        let all: Vec<&Stored> = std::iter::once(now).chain(self.store.earlier(id)).collect();
        let dates: Vec<Day> = all.iter().map(|s| s.snapshot.date).collect();
        Ok(formula.moments(&dates).get(1).map(|at| all[*at].id()))
    }
}

/// Two figures of each segment put together; what is no number is absent.
fn both(
    left: Option<Vec<f64>>,
    right: Option<Vec<f64>>,
    put: impl Fn(f64, f64) -> f64,
) -> Option<Vec<f64>> {
    let figure = |(a, b)| Some(put(a, b)).filter(|n: &f64| n.is_finite()).unwrap_or(f64::NAN);
    Some(left?.into_iter().zip(right?).map(figure).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{KpiAsk, KpiContext};
    use kpi::{Known, Node, NodeBody, NodeId, Tree};
    use table::Role;

    /// In each segment a figure is what its formula gives when every aggregate in it keeps to the segment, in the
    /// snapshot that it looks at.
    #[test]
    fn a_segment_has_the_figure_of_its_formula() {
        let files = [
            "id,kind,x\na,p,1\nb,p,2\nc,q,4\nd,r,7\ne,gone,9\n",
            "id,kind,x\na,p,3\nb,q,2\nc,q,\nd,r,6\nf,new,5\n",
        ];
        let mut engine = Engine::default();
        let stored = (1..).zip(files).map(|(number, csv)| {
            let csv = csv.as_bytes();
            let all = table::Overrides::default();
            let mut layout = table::inspect(csv, true, "a.csv", &all).layout;
            layout.columns[0].role = Role::AccountId;
            let (read, source) = (table::read(layout, csv), table::Source::default());
            let day = Day(20_000 + 7 * number as i32);
            let mut stored = Engine::default().make_snapshot(read, day, source).unwrap();
            stored.snapshot.id = SnapshotId(number);
            stored
        });
        let stored = stored.collect();
        engine.load(stored);
        let (id, model) = (SnapshotId(2), Model::default());
        // each with a place for what keeps to a segment
        for text in [
            "PREV(SUM(x WHERE #))",
            "PREV(SUM(x WHERE #)) - SUM(PREV(x) WHERE #)",
            "SUM(x WHERE #) - SUM(PREV(x) WHERE #)",
            "CHANGE(COUNT(WHERE #), 1 week) * 2 + 1",
            "-PREV(AVERAGE(x WHERE #), 1)",
            "(SUM(x WHERE #) + COUNT(WHERE #)) / PREV(COUNT(WHERE #))",
            "30% * COUNT(WHERE #)",
        ] {
            let of = |condition: &str| text.replace('#', condition);
            let mut segments = engine.kpi_segments_of("kind", id).unwrap();
            let tree = formula::parse(&of("TRUE")).tree;
            let found = engine.kpi_in_segments(&tree, id, &model, &mut segments);
            let found = found.unwrap().unwrap();
            assert_eq!(segments.sizes(), [1, 2, 1, 1, 0], "those of today, and of no kind");
            assert_eq!(found.len(), 5, "{text}");
            for (label, found) in ["p", "q", "r", "new"].iter().zip(found) {
                let alone = of(&format!("kind = \"{label}\""));
                let figure = engine.kpi_figure(&alone, id, &model).unwrap();
                let same = found == figure || found.is_nan() && figure.is_nan();
                assert!(same, "{alone}: {found}, not {figure}");
            }
        }
        for other in ["MEDIAN(x)", "PREV(SUM(x), 2)", "SUM(x) + MEDIAN(x)", "RANK(x)"] {
            let mut segments = engine.kpi_segments_of("kind", id).unwrap();
            let tree = formula::parse(other).tree;
            let found = engine.kpi_in_segments(&tree, id, &model, &mut segments);
            assert_eq!(found, Ok(None), "{other}");
        }
    }

    /// A goal that is made of what was there before moves with others across segments, too.
    #[test]
    fn a_goal_that_looks_back_is_known_by_segment() {
        let spec = sample::Spec {
            accounts: 400,
            weeks: 3,
            ..sample::Spec::new(Day(20_772), sample::Language::English)
        };
        let all = sample::generate(spec);
        let meaning = table::OutcomeMeaning::OneIsRenewed;
        let stored: Vec<Stored> = all.map(|s| Stored::new(s, meaning)).collect();
        let (id, snapshot) = (stored[2].id(), stored[2].snapshot.clone());
        let named = |wanted: Role| {
            let columns = snapshot.roles.iter().zip(&snapshot.table.columns);
            let mut its = columns.filter(|(r, _)| **r == wanted).map(|(_, c)| c.name.clone());
            its.find(|name| {
                let column = snapshot.table.column(name);
                column.is_some_and(|c| {
                    wanted != Role::Segment || table::stats::stats(&c.data, 2, 9).distinct > 4
                })
            })
        };
        let (Some(money), Some(segment)) = (named(Role::Revenue), named(Role::Segment)) else {
            unreachable!("the sample has revenue, and a column of five segments or more")
        };
        let money = formula::written_name(&money);
        let mut engine = Engine::default();
        engine.load(stored);
        let node = |id: u64, parent: Option<usize>, name: &str, known| Node {
            id: NodeId(id),
            parent,
            name: name.to_owned(),
            body: NodeBody { known, ..NodeBody::default() },
        };
        let nodes = vec![
            node(1, None, "MRR", Known::Formula("opening - lost".to_owned())),
            node(2, Some(0), "opening", Known::Accounts(format!("PREV(SUM({money}))"))),
            node(
                3,
                Some(0),
                "lost",
                Known::Accounts(format!("PREV(SUM({money})) - SUM(PREV({money}))")),
            ),
        ];
        let context = KpiContext {
            tree: Tree { nodes, ..Tree::default() }.into(),
            model: Model::default().into(),
            as_of: Some(id),
            compared: None,
        };
        let ask = KpiAsk::Relations { lags: 0, segment: Some(segment) };
        let crate::message::KpiAnswer::Relations(told) = engine.kpi(&context, ask).unwrap() else {
            unreachable!("it was asked for relations")
        };
        for relation in told {
            let across = relation.across.unwrap();
            assert!(across.points > 4 && across.pearson.is_some(), "{across:?}");
        }
    }
}
