//! Aggregates over accounts, group by group.

#[cfg(test)]
mod tests;

use super::Bound;
use crate::Engine;
use crate::message::{KpiAccounts, KpiGroup, Problem};
use crate::store::{Stored, text_of};
use hashbrown::HashMap;
use kpi::{Aggregate, Effect, Mix, Pair, Part, Sum};
use score::{Join, Model, passes};
use table::{Cell, ColumnData, SnapshotId};

/// More groups than these are told together.
const MOST_GROUPS: usize = 40;

/// What one snapshot's accounts add to an aggregate, a value each; `NaN` adds nothing.
pub(super) struct Rows {
    over: Vec<f64>,
    /// A value for each account that a sum is over; `None` where no value is no sum of 0.
    among: Option<Vec<f64>>,
    /// `None` counts the values of `over`.
    under: Option<Vec<f64>>,
}

impl Rows {
    /// Σ over the accounts of each group.
    fn parts(&self, group_of: &[u32], groups: usize) -> Vec<Part> {
        let sums = passes::sums_by_group(&self.over, self.under.as_deref(), group_of, groups);
        sums.into_iter().map(|(sum, weight)| Part { sum, weight }).collect()
    }

    /// Of each group whether the sum is absent: there are accounts, and none has a value.
    fn absent(&self, group_of: &[u32], groups: usize) -> Vec<bool> {
        let Some(among) = &self.among else { return vec![false; groups] };
        let accounts = passes::any_by_group(among, group_of, groups);
        let values = passes::any_by_group(&self.over, group_of, groups);
        accounts.iter().zip(values).map(|(account, value)| *account && !value).collect()
    }
}

/// The groups that a column makes.
#[derive(Default)]
pub(super) struct Groups {
    labels: Vec<Option<String>>,
    by_label: HashMap<Option<String>, u32>,
}

impl Groups {
    /// The group of each account of a snapshot; without the column all are in that of no value.
    pub(super) fn of(&mut self, stored: &Stored, column: &str) -> Vec<u32> {
        let rows = stored.snapshot.table.rows;
        let Some(column) = stored.snapshot.table.column(column) else {
            return vec![self.group(None); rows];
        };
        if let ColumnData::Text(text) = &column.data {
            let by_code: Vec<u32> =
                text.dictionary.iter().map(|label| self.group(Some(label.to_owned()))).collect();
            let none = self.group(None);
            return passes::group_of_each(text, &by_code, none);
        }
        let codes = score::segment_codes(&column.data);
        let mut by_code: HashMap<u32, u32> = HashMap::new();
        let mut of = |(row, code): (usize, &u32)| {
            *by_code.entry(*code).or_insert_with(|| match column.data.cell(row) {
                Cell::Absent => self.group(None),
                cell => self.group(Some(text_of(cell))),
            })
        };
        codes.iter().enumerate().map(&mut of).collect()
    }

    fn group(&mut self, label: Option<String>) -> u32 {
        let next = self.labels.len() as u32;
        *self.by_label.entry(label).or_insert_with_key(|label| {
            self.labels.push(label.clone());
            next
        })
    }

    pub(super) fn len(&self) -> usize {
        self.labels.len()
    }
}

impl Engine {
    /// What each account adds to an aggregate; `None` when it is no sum, or cannot be told there.
    pub(super) fn kpi_parts(
        &mut self,
        text: &str,
        id: SnapshotId,
        model: &Model,
    ) -> Result<Option<(bool, Rows)>, Problem> {
        let Some(aggregate) = kpi::aggregate(text) else { return Ok(None) };
        let adds_up = matches!(aggregate, Aggregate::Sum(_));
        let (over, under) = match aggregate {
            Aggregate::Sum(over) => (over, None),
            Aggregate::Mean(value) => (Sum { value, among: None }, None),
            Aggregate::Quotient { over, under } => (over, Some(under)),
        };
        let Some(values) = self.kpi_rows(&over.value, id, model)? else { return Ok(None) };
        let mut rows = Rows { over: values, among: None, under: None };
        if let Some(text) = over.among {
            rows.among = self.kpi_rows(&text, id, model)?;
        }
        if let Some(under) = under {
            let Some(values) = self.kpi_rows(&under.value, id, model)? else { return Ok(None) };
            rows.under = Some(values);
        }
        Ok(Some((adds_up, rows)))
    }

    /// Who changed an aggregate since the compared snapshot; `None` without one, when it is no sum, or when it
    /// cannot be told in one of them.
    pub(super) fn kpi_accounts(
        &mut self,
        bound: &Bound<'_>,
        text: &str,
        segment: Option<&str>,
    ) -> Result<Option<KpiAccounts>, Problem> {
        let context = bound.context;
        let (Some(now), Some(before)) = (context.as_of, context.compared) else { return Ok(None) };
        let Some((adds_up, rows_now)) = self.kpi_parts(text, now, &context.model)? else {
            return Ok(None);
        };
        let Some((_, rows_before)) = self.kpi_parts(text, before, &context.model)? else {
            return Ok(None);
        };
        let (stored_now, stored_before) = (self.store.get(now)?, self.store.get(before)?);
        let mixed = |groups: usize, of_now: &[u32], of_before: &[u32]| {
            let parts_now = rows_now.parts(of_now, groups);
            let parts_before = rows_before.parts(of_before, groups);
            let pairs: Vec<Pair> = parts_before
                .into_iter()
                .zip(parts_now)
                .map(|(before, now)| Pair { before, now })
                .collect();
            let mix = if adds_up { Some(kpi::sum_mix(&pairs)) } else { kpi::rate_mix(&pairs) };
            (pairs, mix)
        };
        let join = self.store.join(stored_now, stored_before);
        let stayed = |row: usize| join.row(row).is_some();
        let of_now: Vec<u32> =
            (0..stored_now.snapshot.table.rows).map(|row| u32::from(!stayed(row))).collect();
        let back = join.inverse(stored_before.snapshot.table.rows);
        let of_before: Vec<u32> =
            back.rows().iter().map(|row| if *row == Join::NONE { 2 } else { 0 }).collect();
        let (pairs, mix) = mixed(3, &of_now, &of_before);
        let Some(mix) = mix else { return Ok(None) };
        let group = |at: usize, pairs: &[Pair], mix: &Mix, label| KpiGroup {
            label,
            before: pairs[at].before,
            now: pairs[at].now,
            effect: mix.effects[at],
        };
        let movement = [0, 1, 2].map(|at| group(at, &pairs, &mix, None));
        let mut segments = Vec::new();
        if let Some(column) = segment {
            let mut groups = Groups::default();
            let of_now = groups.of(stored_now, column);
            let of_before = groups.of(stored_before, column);
            let (pairs, mix) = mixed(groups.len(), &of_now, &of_before);
            if let Some(mix) = mix {
                let labels = groups.labels.into_iter().enumerate();
                segments = labels.map(|(at, label)| group(at, &pairs, &mix, label)).collect();
            }
        }
        let is_there = |g: &KpiGroup| g.before != Part::default() || g.now != Part::default();
        segments.retain(is_there);
        let size = |g: &KpiGroup| g.effect.total().abs();
        table::order::sort_by(&mut segments, |a, b| size(b).total_cmp(&size(a)));
        let rest = segments.split_off(segments.len().min(MOST_GROUPS));
        let others = rest.iter().fold(Effect::default(), |sum, g| Effect {
            mix: sum.mix + g.effect.mix,
            rate: sum.rate + g.effect.rate,
        });
        let others = (!rest.is_empty()).then_some((rest.len() as u32, others));
        Ok(Some(KpiAccounts { adds_up, segments, others, movement }))
    }

    /// A node's figure in each group of a snapshot; `None` when it is no sum, or cannot be told there.
    pub(super) fn kpi_by_group(
        &mut self,
        text: &str,
        id: SnapshotId,
        model: &Model,
        group_of: &[u32],
        groups: usize,
    ) -> Result<Option<Vec<f64>>, Problem> {
        let Some((adds_up, rows)) = self.kpi_parts(text, id, model)? else { return Ok(None) };
        let figure = |(p, absent): (Part, bool)| match p.sum / p.weight {
            _ if absent => f64::NAN,
            _ if adds_up => p.sum,
            quotient if quotient.is_finite() => quotient,
            _ => f64::NAN,
        };
        let absent = rows.absent(group_of, groups);
        Ok(Some(rows.parts(group_of, groups).into_iter().zip(absent).map(figure).collect()))
    }
}
