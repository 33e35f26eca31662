//! The list of workspaces: entries made, renamed and deleted.

use super::Workspaces;
use crate::state::Notice;
use crate::workspace::library;
use crate::workspace::problems::{problem_of, problem_of_open};
use crate::workspace::state::WorkspaceAction;
use engine::message::Problem;
use plan::{Document, Edit, Gesture};

impl Workspaces {
    /// Makes an empty workspace of that name and opens it.
    pub fn create(&self, name: &str) {
        let (this, document) = (self.clone(), Document::new(name));
        self.run(async move { this.open_fresh(document).await });
    }

    /// Makes a workspace of that document and opens it; when it cannot be opened there is none.
    pub(super) async fn open_fresh(&self, document: Document) -> Result<(), Problem> {
        let db = self.db()?;
        let id = library::create(&db, &document).await.map_err(problem_of)?;
        let opened = self.turn_to(&id).await;
        if opened.is_err() && !self.is_open(&id) {
            library::delete(&db, &id).await.map_err(problem_of)?;
        }
        opened
    }

    /// Renames a workspace; the open one by an edit, which can be undone.
    pub fn rename(&self, id: &str, name: &str) {
        let (this, id, name) = (self.clone(), id.to_owned(), name.trim().to_owned());
        if self.is_open(&id) {
            self.0.actions.edit(Edit::SetWorkspaceName(name), Gesture::Once);
            // The keeper renames the entry of the list by itself; the list is read when that is done.
            self.run(async move {
                gloo::timers::future::TimeoutFuture::new(200).await;
                this.refresh_list().await
            });
            return;
        }
        self.run(async move {
            let renamed =
                library::rename(&this.db()?, &id, &name).await.map_err(problem_of_open)?;
            this.tell_unless(renamed, "workspace-open-elsewhere");
            this.refresh_list().await
        });
    }

    /// Deletes a workspace with all its data, for good. When it was the open one, another is opened.
    pub fn delete(&self, id: &str) {
        let (this, id) = (self.clone(), id.to_owned());
        self.run(async move {
            let db = this.db()?;
            let was_open = this.is_open(&id);
            if was_open {
                this.flush().await;
                this.leave();
            }
            let wishes = this.0.wishes.get();
            let deleted = library::delete(&db, &id).await.map_err(problem_of)?;
            this.tell_unless(deleted, "workspace-open-elsewhere");
            // Unless the user has opened another one meanwhile.
            if was_open && this.0.wishes.get() == wishes {
                let wanted = (!deleted).then(|| id.clone());
                let next = library::to_open(&db, wanted).await.map_err(problem_of)?;
                this.open(&next);
            }
            this.refresh_room().await;
            this.refresh_list().await
        });
    }

    /// Forgets the edits that could not become part of the document.
    pub fn forget_left_over(&self) {
        let this = self.clone();
        self.run(async move {
            if let Some(id) = this.open_id() {
                library::forget_left_over(&this.db()?, &id).await.map_err(problem_of)?;
            }
            this.dispatch(WorkspaceAction::LeftOver(None));
            Ok(())
        });
    }

    fn tell_unless(&self, done: bool, message: &'static str) {
        if !done {
            self.0.actions.notify(Notice::Done(message, Vec::new()));
        }
    }
}
