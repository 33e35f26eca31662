//! Undo and redo over both: edits of the document, and what is said of snapshots (roles, dates, what an outcome
//! means), which the worker keeps. A change of snapshots lies between two steps of the document.

use super::Actions;
use engine::message::{Call, Problem, SnapshotInfo, SnapshotMeta};

/// What was said of snapshots, to be undone and redone.
#[derive(Default)]
pub(super) struct Steps {
    /// What is said of the snapshots now.
    now: Vec<SnapshotMeta>,
    undo: Vec<Step>,
    redo: Vec<Step>,
    /// One is being undone or redone: no other meanwhile.
    under_way: bool,
}

#[derive(Clone)]
struct Step {
    /// How many steps of the document could be undone when this one was made.
    after: usize,
    /// What was said before of the snapshots that it changed.
    before: Vec<SnapshotMeta>,
    /// What is said of them since.
    since: Vec<SnapshotMeta>,
}

impl Steps {
    /// Snapshots are known anew.
    pub(super) fn know(&mut self, list: &[SnapshotInfo]) {
        self.now = list.iter().map(SnapshotInfo::meta).collect();
    }

    /// How many can be undone and redone.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.undo.len(), self.redo.len())
    }

    /// The document was edited: what was undone before can no longer be redone.
    pub(super) fn edited(&mut self) {
        self.redo.clear();
    }
}

impl Actions {
    /// A call that changes what is said of snapshots, as a step that can be undone.
    ///
    /// # Errors
    /// Those of the call: then nothing has changed.
    pub async fn say_of_snapshots(&self, call: Call) -> Result<(), Problem> {
        let was = self.0.steps.borrow().now.clone();
        self.snapshots_by(call, &[]).await?;
        {
            let mut steps = self.0.steps.borrow_mut();
            let before: Vec<_> = was.iter().filter(|m| !steps.now.contains(m)).cloned().collect();
            let since: Vec<_> = steps.now.iter().filter(|m| !was.contains(m)).cloned().collect();
            if !since.is_empty() {
                let after = self.0.desk.borrow().undo_steps();
                steps.undo.push(Step { after, before, since });
                steps.redo.clear();
            }
        }
        self.show_document();
        Ok(())
    }

    /// Undoes the last step.
    pub fn undo(&self) {
        let done = self.0.desk.borrow().undo_steps();
        let step = self.0.steps.borrow().undo.last().filter(|step| step.after >= done).cloned();
        match step {
            _ if !self.0.desk.borrow().writable() => {}
            Some(step) => self.put_back(step.before, true),
            None => {
                let result = self.0.desk.borrow_mut().undo();
                self.shown(result);
            }
        }
    }

    /// Does again what was undone last.
    pub fn redo(&self) {
        let done = self.0.desk.borrow().undo_steps();
        let step = self.0.steps.borrow().redo.last().filter(|step| step.after <= done).cloned();
        match step {
            _ if !self.0.desk.borrow().writable() => {}
            Some(step) => self.put_back(step.since, false),
            None => {
                let result = self.0.desk.borrow_mut().redo();
                self.shown(result);
            }
        }
    }

    /// Says of snapshots what was said of them at another time.
    fn put_back(&self, metas: Vec<SnapshotMeta>, undo: bool) {
        if std::mem::replace(&mut self.0.steps.borrow_mut().under_way, true) {
            return;
        }
        let actions = self.clone();
        self.run(async move {
            let result = actions.snapshots_by(Call::SayOf(metas), &[]).await;
            {
                let mut steps = actions.0.steps.borrow_mut();
                let Steps { undo: done, redo: undone, under_way, .. } = &mut *steps;
                *under_way = false;
                let (from, to) = if undo { (done, undone) } else { (undone, done) };
                // a step that cannot be taken stands in the way of those before it
                if let (Some(step), true) = (from.pop(), result.is_ok()) {
                    to.push(step);
                }
            }
            actions.show_document();
            result.map(drop)
        });
    }
}
