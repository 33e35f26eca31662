//! The rows that a query selects, in its order; kept for the next window of the same query.

use super::revenue_of;
use crate::Engine;
use crate::message::{AccountQuery, Problem, ScoringContext, Sort, SortKey};
use crate::scoring::Scored;
use crate::store::Stored;
use score::{UNSCORED, truth};
use std::rc::Rc;
use table::{Column, ColumnData, Role, fold};

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
            keep.iter_mut().zip(&mask).for_each(|(k, m)| *k &= *m == truth::TRUE);
        }
        keep_found(&mut keep, stored, &query.search);
        let mut rows: Vec<u32> = (0..keep.len() as u32).filter(|row| keep[*row as usize]).collect();
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
        let (mut levels, mut change) = (Vec::new(), Vec::new());
        join.gather(&before.levels, UNSCORED, &mut levels);
        join.gather(&before.scores.score, f64::NAN, &mut change);
        for (then, now) in change.iter_mut().zip(&now.scores.score) {
            *then = now - *then;
        }
        Ok(Some(Since { levels, change }))
    }
}

fn keep_levels(keep: &mut [bool], query: &AccountQuery, now: &Scored) {
    if query.levels.is_empty() && !query.unscored {
        return;
    }
    for (keep, level) in keep.iter_mut().zip(&now.levels) {
        *keep = if *level == UNSCORED { query.unscored } else { query.levels.contains(level) };
    }
}

/// Keeps the rows that moved up, or down. With nothing to compare with none did.
fn keep_moved(keep: &mut [bool], up: Option<bool>, since: Option<&Since>, now: &Scored) {
    match (up, since) {
        (None, _) => {}
        (Some(_), None) => keep.fill(false),
        (Some(up), Some(since)) => {
            for (row, keep) in keep.iter_mut().enumerate() {
                let (then, now) = (since.levels[row], now.levels[row]);
                let known = then != UNSCORED && now != UNSCORED;
                *keep &= known && if up { now > then } else { now < then };
            }
        }
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
        let Some(column) = stored.column_of(role) else { continue };
        match &column.data {
            ColumnData::Text(text) => {
                let hits: Vec<bool> =
                    text.dictionary.iter().map(|s| fold::fold(s).contains(&*wanted)).collect();
                for (row, found) in found.iter_mut().enumerate() {
                    *found |= text.code(row).is_some_and(|c| hits[c as usize]);
                }
            }
            data => {
                for (row, found) in found.iter_mut().enumerate() {
                    *found |= crate::store::text_of(data.cell(row)).contains(&*wanted);
                }
            }
        }
    }
    keep.iter_mut().zip(found).for_each(|(k, f)| *k &= f);
}

fn sort(rows: &mut Vec<u32>, sort: &Sort, stored: &Stored, now: &Scored, change: Option<&[f64]>) {
    match &sort.key {
        SortKey::Score => by_number(rows, &now.scores.score, sort.descending),
        SortKey::Change => {
            if let Some(change) = change {
                by_number(rows, change, sort.descending);
            }
        }
        SortKey::Column(name) => {
            if let Some(column) = stored.snapshot.table.column(name) {
                by_number(rows, &numbers_of(column), sort.descending);
            }
        }
    }
}

/// The values as numbers that sort as they should: text by its place in the order of all texts.
fn numbers_of(column: &Column) -> Vec<f64> {
    if let ColumnData::Text(text) = &column.data {
        let mut codes: Vec<u32> = (0..text.dictionary.len() as u32).collect();
        codes.sort_unstable_by(|a, b| text.dictionary.get(*a).cmp(text.dictionary.get(*b)));
        let mut place = vec![0.0; codes.len()];
        let (mut last, mut at) = (None, 0.0);
        for code in codes {
            let s = text.dictionary.get(code);
            if last.is_some_and(|l| l != s) {
                at += 1.0;
            }
            place[code as usize] = at;
            last = Some(s);
        }
        return (0..text.len())
            .map(|row| text.code(row).map_or(f64::NAN, |c| place[c as usize]))
            .collect();
    }
    let mut numbers = vec![f64::NAN; column.data.len()];
    column.data.numbers(0..column.data.len(), &mut numbers);
    numbers
}

/// Sorts rows by a number each; absent last either way, ties by row. The number becomes an unsigned
/// key of the same order, so that one integer comparison decides.
fn by_number(rows: &mut Vec<u32>, values: &[f64], descending: bool) {
    let key = |row: u32| {
        let v = values[row as usize];
        if v.is_nan() {
            return u64::MAX;
        }
        let bits = v.to_bits();
        let ascending = if bits >> 63 == 1 { !bits } else { bits | (1 << 63) };
        // One less than the greatest, which is kept for absent.
        (if descending { !ascending } else { ascending }).min(u64::MAX - 1)
    };
    let mut keyed: Vec<(u64, u32)> = rows.iter().map(|&row| (key(row), row)).collect();
    keyed.sort_unstable();
    rows.clear();
    rows.extend(keyed.into_iter().map(|(_, row)| row));
}

#[cfg(test)]
mod tests {
    use super::by_number;

    #[test]
    fn numbers_sort_with_absent_last_and_ties_by_row() {
        let values = [2.0, f64::NAN, -1.5, 2.0, 0.0, -0.5];
        let mut rows = vec![0, 1, 2, 3, 4, 5];
        by_number(&mut rows, &values, false);
        assert_eq!(rows, [2, 5, 4, 0, 3, 1]);
        by_number(&mut rows, &values, true);
        assert_eq!(rows, [0, 3, 4, 5, 2, 1]);
    }
}
