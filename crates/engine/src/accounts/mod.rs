//! Accounts: which, in which order, one of them explained, and out again as a file.

mod card;
mod export;
mod order;

use crate::Engine;
use crate::message::{AccountQuery, AccountRow, AccountsPage, CellValue, Problem, ScoringContext};
use crate::scoring::Scored;
use crate::store::Stored;
pub use export::Exporting;
pub(crate) use export::exported;
pub(crate) use order::Orders;
use score::{UNSCORED, passes};
use std::rc::Rc;
use table::{Cell, ColumnData, Role, SnapshotId};

/// The longest window that is answered: many screens full.
const MOST_ROWS: u32 = 20_000;
/// How many snapshots a sparkline shows.
const SPARK: usize = 12;

impl Engine {
    pub(crate) fn accounts(
        &mut self,
        context: &ScoringContext,
        query: &AccountQuery,
        from: u32,
        count: u32,
    ) -> Result<AccountsPage, Problem> {
        let order = self.order(context, query)?;
        let from = (from as usize).min(order.rows.len());
        let to = (from + count.min(MOST_ROWS) as usize).min(order.rows.len());
        let window = &order.rows[from..to];
        let history = self.history(context)?;
        let now = self.scored(context.as_of, &context.model, true)?;
        let stored = self.store.get(context.as_of)?;
        let before = match context.compared {
            Some(id) => {
                let join = self.store.join(stored, self.store.get(id)?);
                history.iter().find(|(s, _)| *s == id).map(|(_, scored)| (join, scored.clone()))
            }
            None => None,
        };
        let columns: Vec<Option<&ColumnData>> = query
            .columns
            .iter()
            .map(|name| stored.snapshot.table.column(name).map(|c| &c.data))
            .collect();
        let rows = window.iter().map(|&row| {
            let row = row as usize;
            let score = present(now.scores.score[row]);
            let then = before
                .as_ref()
                .and_then(|(join, scored)| present(scored.scores.score[join.row(row)?]));
            AccountRow {
                id: stored.account_id(row),
                name: stored.account_name(row),
                score,
                level: (now.levels[row] != UNSCORED).then_some(now.levels[row]),
                change: score.zip(then).map(|(now, then)| now - then),
                spark: self.spark(stored, &history, row),
                cells: columns
                    .iter()
                    .map(|c| c.map_or(CellValue::Absent, |c| cell_value(c.cell(row))))
                    .collect(),
            }
        });
        Ok(AccountsPage {
            total: order.rows.len() as u32,
            of: stored.snapshot.table.rows as u32,
            revenue: order.revenue,
            from: from as u32,
            rows: rows.collect(),
        })
    }

    /// The scores of the snapshot on show and the ones before it, oldest first, that a sparkline
    /// shows, and of the compared one.
    pub(crate) fn history(
        &mut self,
        context: &ScoringContext,
    ) -> Result<Vec<(SnapshotId, Rc<Scored>)>, Problem> {
        let mut ids: Vec<SnapshotId> =
            self.store.earlier(context.as_of).take(SPARK - 1).map(Stored::id).collect();
        ids.reverse();
        ids.push(context.as_of);
        if let Some(compared) = context.compared
            && !ids.contains(&compared)
        {
            ids.insert(0, compared);
        }
        ids.into_iter()
            .map(|id| {
                let on_show = id == context.as_of || Some(id) == context.compared;
                self.scored(id, &context.model, on_show).map(|scored| (id, scored))
            })
            .collect()
    }

    fn spark(&self, stored: &Stored, history: &[(SnapshotId, Rc<Scored>)], row: usize) -> Vec<f64> {
        let start = history.len().saturating_sub(SPARK);
        history[start..]
            .iter()
            .map(|(id, scored)| {
                if *id == stored.id() {
                    return scored.scores.score[row];
                }
                let Ok(other) = self.store.get(*id) else { return f64::NAN };
                let join = self.store.join(stored, other);
                join.row(row).map_or(f64::NAN, |r| scored.scores.score[r])
            })
            .collect()
    }
}

/// A number that is there.
fn present(x: f64) -> Option<f64> {
    (!x.is_nan()).then_some(x)
}

/// A cell for showing.
fn cell_value(cell: Cell<'_>) -> CellValue {
    match cell {
        Cell::Absent => CellValue::Absent,
        Cell::Text(s) => CellValue::Text(s.to_owned()),
        Cell::Integer(n) => CellValue::Number(n as f64),
        Cell::Decimal(x) => CellValue::Number(x),
        Cell::Boolean(b) => CellValue::Boolean(b),
        Cell::Date(d) => CellValue::Date(d),
    }
}

/// The revenue of some rows, when there is a revenue column.
fn revenue_of(stored: &Stored, rows: &[u32]) -> Option<f64> {
    Some(passes::sum_of_rows(&stored.column_of(Role::Revenue)?.data, rows))
}
