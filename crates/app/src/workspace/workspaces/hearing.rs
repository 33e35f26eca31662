//! What follows on the screen from what the keeper tells.

use super::Workspaces;
use crate::state::{Notice, Sink};
use crate::workspace::keeper::KeeperEvent;
use crate::workspace::problems::problem_of_open;
use crate::workspace::state::{Phase, WorkspaceAction};

impl Workspaces {
    /// What the keeper of the open workspace tells.
    pub(super) fn hear(&self, event: KeeperEvent) {
        let desk = self.0.actions.desk();
        match event {
            KeeperEvent::Loaded { document, writable } => {
                {
                    let mut desk = desk.borrow_mut();
                    desk.load(*document);
                    desk.set_writable(writable);
                    let keeper = self.0.keeper.borrow().clone();
                    let sink = keeper.filter(|_| writable);
                    desk.set_sink(sink.map(|keeper| Box::new(keeper) as Box<dyn Sink>));
                }
                self.0.actions.show_document();
                let phase = if writable { Phase::Writing } else { Phase::Following };
                self.dispatch(WorkspaceAction::Phase(phase));
                if self.0.followed.replace(!writable) && writable {
                    // The writer before may have changed the snapshots without being able to tell.
                    self.open_snapshots();
                }
            }
            KeeperEvent::LeftOver(lines) => {
                self.dispatch(WorkspaceAction::LeftOver(lines.map(Into::into)));
            }
            KeeperEvent::ReadOnly => {
                desk.borrow_mut().set_sink(None);
                desk.borrow_mut().set_writable(false);
                self.0.actions.show_document();
                self.dispatch(WorkspaceAction::Phase(Phase::Following));
            }
            KeeperEvent::Saving(state) => self.dispatch(WorkspaceAction::Save(state)),
            KeeperEvent::Snapshots => self.open_snapshots(),
            KeeperEvent::Failed(problem) => {
                self.0.actions.notify(Notice::Problem(problem_of_open(problem.clone())));
                self.dispatch(WorkspaceAction::Phase(Phase::Failed(problem)));
            }
        }
    }
}
