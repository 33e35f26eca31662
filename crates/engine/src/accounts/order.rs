//! The rows that a query selects, in its order; kept for the next window of the same query.

use super::revenue_of;
use crate::Engine;
use crate::message::{AccountQuery, Problem, ScoringContext, Sort, SortKey};
use crate::scoring::Scored;
use crate::store::Stored;
use score::passes;
use std::rc::Rc;
use table::{Role, fold};

/// The orders of the latest queries.
#[derive(Default)]
pub(crate) struct Orders(Vec<(ScoringContext, AccountQuery, Rc<Order>)>);

/// How many are kept.
const KEPT: usize = 4;

/// Selected rows.
pub(crate) struct Order {
    pub(crate) rows: Vec<u32>,
    pub(crate) revenue: Option<f64>,
}

/// How the accounts stood in the compared snapshot, one entry per account of the one on show.
pub(super) struct Since {
    /// The level then; [`UNSCORED`] also for an account that was not there.
    levels: Vec<u8>,
    /// Score now − score then; not-a-number where either is missing.
    pub(super) change: Vec<f64>,
}

impl Engine {
    /// The rows of a query.
    pub(crate) fn order(
        &mut self,
        context: &ScoringContext,
        query: &AccountQuery,
    ) -> Result<Rc<Order>, Problem> {
        // Which columns are shown changes neither rows nor order.
        let query = AccountQuery { columns: Vec::new(), ..query.clone() };
        let orders = &mut self.orders.0;
        if let Some(at) = orders.iter().position(|(c, q, _)| c == context && *q == query) {
            return Ok(orders[at].2.clone());
        }
        let now = self.scored(context.as_of, &context.model, true)?;
        let change = self.changes_since(context, &query, &now)?;
        let formulas = self.filter_formulas(context, &query)?;
        let stored = self.store.get(context.as_of)?;
        let mut keep = vec![true; stored.snapshot.table.rows];
        keep_levels(&mut keep, &query, &now);
        keep_moved(&mut keep, query.moved_up, change.as_ref(), &now);
        let mut mask = Vec::new();
        for condition in &query.conditions {
            let rows = |text: &str| formulas.get(text).cloned().unwrap_or_default();
            score::mask(condition, &stored.snapshot.table, stored.blind(), &rows, &mut mask);
            passes::keep_true(&mut keep, &mask);
        }
        keep_found(&mut keep, stored, &query.search);
        let mut rows = passes::kept(&keep);
        sort(&mut rows, &query.sort, stored, &now, change.as_ref().map(|c| c.change.as_slice()));
        let revenue = revenue_of(stored, &rows);
        let order = Rc::new(Order { rows, revenue });
        self.orders.0.truncate(KEPT - 1);
        self.orders.0.insert(0, (context.clone(), query, order.clone()));
        Ok(order)
    }

    /// The place of an account in the order of a query.
    pub(crate) fn place(
        &mut self,
        context: &ScoringContext,
        query: &AccountQuery,
        id: &str,
    ) -> Result<Option<u32>, Problem> {
        let Some(row) = self.store.get(context.as_of)?.row_of(id) else { return Ok(None) };
        let order = self.order(context, query)?;
        let at = order.rows.iter().position(|r| *r as usize == row);
        Ok(at.and_then(|at| u32::try_from(at).ok()))
    }

    /// Level then, and change of the score since, per row; only where the query wants them.
    pub(super) fn changes_since(
        &mut self,
        context: &ScoringContext,
        query: &AccountQuery,
        now: &Scored,
    ) -> Result<Option<Since>, Problem> {
        let wanted = query.moved_up.is_some() || query.sort.key == SortKey::Change;
        let Some(id) = context.compared.filter(|_| wanted) else { return Ok(None) };
        let before = self.scored(id, &context.model, true)?;
        let join = self.store.join(self.store.get(context.as_of)?, self.store.get(id)?);
        let then = join.scores(&before.scores.score);
        let change = passes::difference(&now.scores.score, &then);
        Ok(Some(Since { levels: join.levels(&before.levels), change }))
    }
}

/// Keeps the rows of the levels asked for.
fn keep_levels(keep: &mut [bool], query: &AccountQuery, now: &Scored) {
    if !query.levels.is_empty() || query.unscored {
        passes::keep_levels(keep, &now.levels, &query.levels, query.unscored);
    }
}

/// Keeps the rows that moved up, or down. With nothing to compare with none did.
fn keep_moved(keep: &mut [bool], up: Option<bool>, since: Option<&Since>, now: &Scored) {
    match (up, since) {
        (None, _) => {}
        (Some(_), None) => keep.fill(false),
        (Some(up), Some(since)) => passes::keep_moved(keep, &since.levels, &now.levels, up),
    }
}

/// Keeps the rows whose id or name holds the text.
fn keep_found(keep: &mut [bool], stored: &Stored, search: &str) {
    let wanted = fold::fold(search.trim());
    if wanted.is_empty() {
        return;
    }
    let mut found = vec![false; keep.len()];
    for role in [Role::AccountId, Role::Name] {
        if let Some(column) = stored.column_of(role) {
            passes::find_text(&mut found, &column.data, &wanted);
        }
    }
    keep.iter_mut().zip(found).for_each(|(k, f)| *k &= f);
}

fn sort(rows: &mut Vec<u32>, sort: &Sort, stored: &Stored, now: &Scored, change: Option<&[f64]>) {
    match &sort.key {
        SortKey::Score => passes::sort_rows(rows, &now.scores.score, sort.descending),
        SortKey::Change => {
            if let Some(change) = change {
                passes::sort_rows(rows, change, sort.descending);
            }
        }
        SortKey::Column(name) => {
            if let Some(column) = stored.snapshot.table.column(name) {
                passes::sort_rows(rows, &passes::numbers_in_order(column), sort.descending);
            }
        }
    }
}
