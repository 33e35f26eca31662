//! What a keeper does as the tabs change their roles: read again, hand over, put aside.

use super::{Inner, KeeperEvent, spawn};
use crate::workspace::library;
use crate::workspace::stored::{self, OpenProblem, Stored};
use std::rc::Rc;
use web::tabs::{Role, TabEvent, Tabs};

impl Inner {
    pub(super) fn hear(self: &Rc<Self>, event: TabEvent) {
        match event {
            TabEvent::Role(Role::Writer) | TabEvent::Saved(_) => {
                spawn(self, async |inner| inner.read().await);
            }
            TabEvent::Role(Role::Follower) => self.hand_over(),
            TabEvent::Snapshots => (self.tell)(KeeperEvent::Snapshots),
            TabEvent::StepDown => {
                (self.tell)(KeeperEvent::ReadOnly);
                spawn(self, async |inner| {
                    inner.flush().await;
                    inner.step_down();
                });
            }
        }
    }

    pub(super) fn step_down(&self) {
        let tabs = self.tabs.borrow().clone();
        if let Some(tabs) = tabs {
            tabs.step_down();
        }
    }

    /// Another tab writes from now on: what could not be saved is put aside for the user.
    fn hand_over(self: &Rc<Self>) {
        (self.tell)(KeeperEvent::ReadOnly);
        self.idle.take();
        let saver = self.saver.take();
        spawn(self, async move |inner| {
            if let Some(saver) = saver {
                inner.send(&saver);
                saver.flush().await;
                let lines: String = saver.unsaved().into_iter().map(|(_, line)| line).collect();
                inner.put_aside(&lines).await;
            }
            inner.read().await;
        });
    }

    async fn put_aside(&self, lines: &str) {
        if lines.is_empty() {
            return;
        }
        match library::add_left_over(&self.db, &self.id, lines).await {
            Ok(()) => self.tell_left_over().await,
            Err(reason) => (self.tell)(KeeperEvent::Failed(OpenProblem::Storage(reason))),
        }
    }

    async fn tell_left_over(&self) {
        // When it cannot be read the user is told at the next opening.
        if let Ok(lines) = library::left_over(&self.db, &self.id).await {
            (self.tell)(KeeperEvent::LeftOver(lines));
        }
    }

    /// Reads the document from the database; once more when it changed meanwhile.
    pub(super) async fn read(self: Rc<Self>) {
        self.read_again.set(true);
        if self.reading.replace(true) {
            return;
        }
        while self.read_again.replace(false) {
            // This tab is the writer already: nobody else has changed anything.
            if self.saver.borrow().is_some() {
                continue;
            }
            // Asked before reading: who becomes the writer meanwhile may have missed the last edits,
            // and reads once more.
            let writable = self.tabs.borrow().as_ref().map(Tabs::role) == Some(Role::Writer);
            match stored::read(&self.db, &self.id).await {
                Ok(stored) => self.take(stored, writable).await,
                Err(problem) => (self.tell)(KeeperEvent::Failed(problem)),
            }
        }
        self.reading.set(false);
    }

    async fn take(self: &Rc<Self>, stored: Stored, writable: bool) {
        let Stored { document, log, head, dropped, stale } = stored;
        self.log.replace(log);
        self.head.set(head);
        if writable {
            // A list that missed the last change of the name has it now.
            self.keep_name(&document);
        }
        let damaged = dropped.is_some();
        if writable && let Some((_, lines)) = dropped {
            self.put_aside(&lines).await;
        }
        // Another tab may have taken over meanwhile, or the workspace may have been left.
        let still = self.tabs.borrow().as_ref().map(Tabs::role) == Some(Role::Writer);
        let writable = writable && still;
        if writable {
            self.read_day().await;
            let saver = self.new_saver();
            if damaged {
                self.repair(&saver, &document);
            } else if stale {
                self.compact(&saver, &document);
            }
            self.saver.replace(Some(saver));
        }
        let document = Box::new(document);
        (self.tell)(KeeperEvent::Loaded { document, writable });
        self.tell_left_over().await;
    }
}
