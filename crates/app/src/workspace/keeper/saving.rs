//! How edits come to the database: one after the other to the saver, all together when they are many.

use super::{Inner, KeeperEvent, spawn};
use gloo::timers::callback::Timeout;
use plan::{Document, Edit};
use std::rc::{Rc, Weak};
use web::db::StorageError;
use web::saver::{SaveState, Saver};

impl Inner {
    pub(super) fn wait(&self, edit: &Edit) {
        let mut pending = self.pending.borrow_mut();
        match pending.last_mut() {
            Some(last) if edit.overwrites(last) => last.clone_from(edit),
            _ => pending.push(edit.clone()),
        }
    }

    /// Gives the saver what waits.
    pub(super) fn send(self: &Rc<Self>, saver: &Saver) {
        let edits = self.pending.take();
        for edit in edits {
            let line = self.log.borrow_mut().record(&edit);
            // An edit without JSON form: the document that holds it, and all after it, is saved instead.
            let Ok(line) = line else { return self.compact_in(0) };
            self.head.set(self.head.get() + 1);
            saver.append(self.head.get(), line);
        }
    }

    /// Saves the whole document once nothing has happened for a while. The desk is in use while an edit is
    /// told, so never at once.
    pub(super) fn compact_in(self: &Rc<Self>, wait_ms: u32) {
        let weak = Rc::downgrade(self);
        self.idle.replace(Some(Timeout::new(wait_ms, move || {
            if let Some(inner) = Weak::upgrade(&weak)
                && let Some(saver) = inner.saver.borrow().clone()
            {
                inner.send(&saver);
                inner.compact(&saver, &(inner.document)());
            }
        })));
    }

    pub(super) async fn flush(self: &Rc<Self>) -> SaveState {
        let saver = self.saver.borrow().clone();
        let Some(saver) = saver else { return SaveState::Saved };
        loop {
            self.send(&saver);
            let state = saver.flush().await;
            // Edits may have come meanwhile.
            let failed = matches!(state, SaveState::Failed { .. });
            if failed || self.pending.borrow().is_empty() {
                return state;
            }
        }
    }

    pub(super) fn new_saver(self: &Rc<Self>) -> Saver {
        let (states, saved) = (Rc::downgrade(self), Rc::downgrade(self));
        Saver::new(
            self.db.clone(),
            self.id.as_str(),
            move |state| {
                let Some(inner) = states.upgrade() else { return };
                let overtaken =
                    matches!(state, SaveState::Failed { reason: StorageError::Conflict, .. });
                let saver = inner.saver.borrow().clone();
                let Some(saver) = saver else { return };
                if *state == SaveState::Saved && !inner.pending.borrow().is_empty() {
                    // Made while the saver was busy with a compaction, after which nothing else asks for it.
                    inner.send(&saver);
                    if saver.state() != SaveState::Saved {
                        return;
                    }
                }
                (inner.tell)(KeeperEvent::Saving(state.clone()));
                if overtaken {
                    inner.step_down();
                }
            },
            move |seq| {
                let Some(inner) = saved.upgrade() else { return };
                let saver = inner.saver.borrow().clone();
                if let Some(saver) = saver {
                    inner.send(&saver);
                }
                if let Some(tabs) = &*inner.tabs.borrow() {
                    tabs.tell_saved(seq);
                }
            },
        )
    }

    pub(super) fn compact(&self, saver: &Saver, document: &Document) {
        // A document without JSON form stays in its log of edits.
        if let Ok(state) = self.log.borrow_mut().compact(document) {
            saver.compact(self.head.get(), state);
        }
    }

    /// As [`compact`](Self::compact), of a damaged log: what is appended to that cannot be read.
    pub(super) fn repair(&self, saver: &Saver, document: &Document) {
        if let Ok(state) = self.log.borrow_mut().compact(document) {
            saver.repair(self.head.get(), state);
        }
    }

    /// The list of workspaces shows the document's name.
    pub(super) fn keep_name(self: &Rc<Self>, document: &Document) {
        if *self.name.borrow() == document.name {
            return;
        }
        self.name.replace(document.name.clone());
        if self.naming.replace(true) {
            return;
        }
        spawn(self, async |inner| {
            loop {
                let name = inner.name.borrow().clone();
                // The list shows the old name when this fails, until the next change.
                let _ = inner.db.rename_workspace(&inner.id, &name).await;
                if *inner.name.borrow() == name {
                    break;
                }
            }
            inner.naming.set(false);
        });
    }
}
