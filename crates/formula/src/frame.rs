//! What a formula is evaluated over: a snapshot, those before it, and what scorecards gave.

use crate::scalar;
use crate::typed::Back;
use std::borrow::Cow;
use table::{Day, Table};

/// One snapshot, as far as formulas see it.
#[derive(Clone, Debug)]
pub struct Moment<'a> {
    /// Its date: what `TODAY()` is.
    pub date: Day,
    /// Its accounts.
    pub table: &'a Table,
    /// What scorecards gave its accounts, where that is known.
    pub scores: Option<Scores<'a>>,
}

/// What scorecards gave the accounts of a snapshot: one value a row, not-a-number where there is none.
#[derive(Clone, Debug, Default)]
pub struct Scores<'a> {
    /// 0–100.
    pub score: &'a [f64],
    /// 1 is the lowest.
    pub level: &'a [f64],
    /// The points of each measure, 0–100, by its name.
    pub points: Vec<(&'a str, &'a [f64])>,
}

/// Which row of one snapshot is which row of another.
pub trait Joins {
    /// For each row of moment `from` the row of the same account in moment `to`;
    /// [`Frame::NOT_THERE`] where there is none.
    fn rows(&self, from: usize, to: usize) -> Cow<'_, [u32]>;
}

/// Snapshots, newest first, and the joins between them. The first is the one that is evaluated.
#[derive(Clone)]
pub struct Frame<'a> {
    /// Newest first; at least one.
    pub moments: Vec<Moment<'a>>,
    /// The joins between them.
    pub joins: &'a dyn Joins,
}

/// For a frame of one snapshot.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoJoins;

impl Joins for NoJoins {
    fn rows(&self, _: usize, _: usize) -> Cow<'_, [u32]> {
        Cow::Borrowed(&[])
    }
}

impl<'a> Frame<'a> {
    /// Stands in a join for "that account is not there".
    pub const NOT_THERE: u32 = u32::MAX;

    /// One snapshot alone.
    #[must_use]
    pub fn of(table: &'a Table, date: Day) -> Self {
        Self { moments: vec![Moment { date, table, scores: None }], joins: &NoJoins }
    }

    pub(crate) fn rows(&self, moment: usize) -> usize {
        self.moments.get(moment).map_or(0, |m| m.table.rows)
    }

    /// The moment so far before another, see [`earlier`].
    pub(crate) fn earlier(&self, moment: usize, back: Back) -> Option<usize> {
        earlier(self.moments.len(), &|m| self.moments[m].date, moment, back)
    }
}

/// Of so many moments, newest first, the one so far before another. A span of time means the snapshot nearest
/// to that day, the older one of two as near, and none when the nearest is off by more than half of the span.
pub(crate) fn earlier(
    count: usize,
    date: &dyn Fn(usize) -> Day,
    moment: usize,
    back: Back,
) -> Option<usize> {
    if moment >= count {
        return None;
    }
    let now = date(moment).0;
    let target = match back {
        Back::Snapshots(n) => return moment.checked_add(n as usize).filter(|m| *m < count),
        Back::Days(n) => now.checked_sub(n)?,
        Back::Months(n) => {
            let day = scalar::add_months(f64::from(now), -f64::from(n));
            if day.is_nan() {
                return None;
            }
            day as i32
        }
    };
    let off = |m: usize| date(m).0.abs_diff(target);
    let nearest = (moment + 1..count).rev().min_by_key(|m| off(*m))?;
    (off(nearest) <= now.abs_diff(target) / 2).then_some(nearest)
}
