//! The snapshots in memory, by date, with their columns as the workspace has them, and how they are written
//! down.

mod kept;
mod parts;
mod seen;
mod stored;

pub use parts::{Meta, SnapshotParts};
pub(crate) use seen::StoreJoins;
pub use stored::Stored;
pub(crate) use stored::text_of;

use crate::message::Problem;
use formula::Columns;
use kept::{Kept, Planned, Room};
use score::Join;
use std::cell::RefCell;
use std::rc::Rc;
use table::{SnapshotId, sort_few};

/// All snapshots, ascending by date (and id, where two share a date).
#[derive(Default)]
pub struct Store {
    list: Vec<Stored>,
    /// What the workspace makes of the columns.
    columns: Rc<Columns>,
    /// How often they became others.
    seen: u64,
    /// The derived columns still to be worked out, the next one last.
    to_make: Vec<Planned>,
    /// How many were worked out since that was planned.
    made: u64,
    /// How many there are to work out.
    planned: u64,
    /// Derived columns as they were before columns or snapshots changed, until all are there again.
    kept: Kept,
    /// For how much of them there is room.
    room: Room,
    /// Which snapshots had room when the columns were planned last.
    has_room: Vec<bool>,
    /// How often snapshots came or changed.
    changes: u64,
    joins: RefCell<Joins>,
}

/// The joins used last, from the one used longest ago to the latest.
type Joins = Vec<((SnapshotId, SnapshotId), Rc<Join>)>;

/// How many rows the kept joins have together at most, of 4 bytes each; the latest is always kept.
const MOST_JOINED: usize = 32 << 20;

impl Store {
    /// All, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Stored> + ExactSizeIterator {
        self.list.iter()
    }

    /// One of them.
    ///
    /// # Errors
    /// There is none with that id.
    pub fn get(&self, id: SnapshotId) -> Result<&Stored, Problem> {
        self.list.iter().find(|s| s.id() == id).ok_or(Problem::NoSnapshot(id.0))
    }

    /// Those before a snapshot, newest first.
    pub fn earlier(&self, id: SnapshotId) -> impl Iterator<Item = &Stored> {
        let at = self.list.iter().position(|s| s.id() == id).unwrap_or(0);
        self.list[..at].iter().rev()
    }

    /// Those after a snapshot, newest first.
    pub fn later(&self, id: SnapshotId) -> impl Iterator<Item = &Stored> {
        let at = self.list.iter().position(|s| s.id() == id).map_or(self.list.len(), |i| i + 1);
        self.list[at..].iter().rev()
    }

    /// Every text in the outcome columns of all snapshots, once.
    pub fn outcome_texts(&self) -> Vec<&str> {
        let mut texts: Vec<&str> = self.list.iter().flat_map(Stored::outcome_texts).collect();
        texts.sort_unstable();
        texts.dedup();
        texts
    }

    /// From the rows of one snapshot to those of another; worked out once a pair as long as it is
    /// wanted now and then.
    pub fn join(&self, from: &Stored, to: &Stored) -> Rc<Join> {
        let key = (from.id(), to.id());
        let mut joins = self.joins.borrow_mut();
        let known = joins.iter().position(|(k, _)| *k == key);
        let join = match known {
            Some(at) => joins.remove(at).1,
            None => Rc::new(Join::between(&from.snapshot, &to.snapshot)),
        };
        joins.push((key, join.clone()));
        drop_old(&mut joins, MOST_JOINED);
        join
    }

    pub(crate) fn replace(&mut self, mut new: Vec<Stored>, gone: &[SnapshotId]) {
        for stored in &mut new {
            self.changes += 1;
            stored.version = self.changes;
        }
        self.list.retain(|s| !gone.contains(&s.id()));
        self.list.extend(new);
        self.settle();
    }

    pub(crate) fn change(&mut self, ids: &[SnapshotId], mut change: impl FnMut(&mut Stored)) {
        for stored in self.list.iter_mut().filter(|s| ids.contains(&s.id())) {
            // what is changed are the roles that the columns of the file have by themselves
            stored.unmake();
            self.changes += 1;
            stored.version = self.changes;
            change(stored);
            stored.own_roles.clone_from(&stored.snapshot.roles);
        }
        self.settle();
    }

    fn settle(&mut self) {
        sort_few(&mut self.list, |a, b| (a.snapshot.date, a.id()).cmp(&(b.snapshot.date, b.id())));
        self.joins.borrow_mut().clear();
        self.plan_columns();
    }
}

/// Lets go of the joins used longest ago until the rest have no more rows than `most`.
fn drop_old(joins: &mut Joins, most: usize) {
    let mut rows = 0;
    let fit = joins.iter().rev().take_while(|(_, join)| {
        rows += join.rows().len();
        rows <= most
    });
    let kept = fit.count().max(1);
    joins.drain(..joins.len().saturating_sub(kept));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_joins_stay() {
        let join = |n: u32| {
            ((SnapshotId(n), SnapshotId(0)), Rc::new(Join::from_rows(vec![Join::NONE; 10])))
        };
        let mut joins: Joins = (1..=5).map(join).collect();
        drop_old(&mut joins, 30);
        let left: Vec<u32> = joins.iter().map(|((from, _), _)| from.0).collect();
        assert_eq!(left, [3, 4, 5]);
        drop_old(&mut joins, 3);
        assert_eq!(joins.len(), 1);
    }
}
