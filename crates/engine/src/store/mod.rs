//! The snapshots in memory, by date, and how they are written down.

mod parts;
mod stored;

pub use parts::{Meta, SnapshotParts};
pub use stored::Stored;
pub(crate) use stored::text_of;

use crate::message::Problem;
use hashbrown::HashMap;
use score::Join;
use std::cell::RefCell;
use std::rc::Rc;
use table::SnapshotId;

/// All snapshots, ascending by date (and id, where two share a date).
#[derive(Default)]
pub struct Store {
    list: Vec<Stored>,
    joins: RefCell<HashMap<(SnapshotId, SnapshotId), Rc<Join>>>,
}

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

    /// From the rows of one snapshot to those of another; worked out once a pair.
    pub fn join(&self, from: &Stored, to: &Stored) -> Rc<Join> {
        let key = (from.id(), to.id());
        if let Some(join) = self.joins.borrow().get(&key) {
            return join.clone();
        }
        let join = Rc::new(Join::between(&from.snapshot, &to.snapshot));
        self.joins.borrow_mut().insert(key, join.clone());
        join
    }

    pub(crate) fn replace(&mut self, new: Vec<Stored>, gone: &[SnapshotId]) {
        self.list.retain(|s| !gone.contains(&s.id()));
        self.list.extend(new);
        self.settle();
    }

    pub(crate) fn change(&mut self, id: SnapshotId, change: impl FnOnce(&mut Stored)) {
        if let Some(stored) = self.list.iter_mut().find(|s| s.id() == id) {
            change(stored);
        }
        self.settle();
    }

    fn settle(&mut self) {
        self.list.sort_by_key(|s| (s.snapshot.date, s.id()));
        self.joins.borrow_mut().clear();
    }
}
