//! What the user can do with workspaces. One value for the life of the page.

mod entries;
mod hearing;
mod versions;

use super::keeper::Keeper;
use super::library;
use super::problems::problem_of;
use super::state::{Phase, WorkspaceAction, WorkspaceState};
use super::stored::OpenProblem;
use super::tab::{remember_in_tab, tab_workspace};
use crate::state::{Actions, SessionAction};
use engine::message::{Call, Problem, SnapshotInfo};
use plan::Document;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web::db::{Db, StorageError};
use web::saver::SaveState;
use web::storage;
use yew::prelude::*;

/// The actions on workspaces. Equal as long as the page lives.
#[derive(Clone)]
pub struct Workspaces(Rc<Inner>);

struct Inner {
    actions: Actions,
    slice: UseReducerDispatcher<WorkspaceState>,
    db: RefCell<Option<Db>>,
    keeper: RefCell<Option<Keeper>>,
    /// Counts the wishes to open a workspace: only the last one is carried out.
    wishes: Cell<u64>,
    /// The wish that opened the keeper, 0 for none: keepers of earlier wishes are not heard any more.
    kept: Cell<u64>,
    /// Whether another tab was the writer so far.
    followed: Cell<bool>,
    /// The snapshots as they lie in the database, once the engine has opened them.
    known: RefCell<Option<Vec<SnapshotInfo>>>,
}

impl PartialEq for Workspaces {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Workspaces {
    /// The actions over these parts. Nothing is open yet.
    pub fn new(actions: Actions, slice: UseReducerDispatcher<WorkspaceState>) -> Self {
        Self(Rc::new(Inner {
            actions,
            slice,
            db: RefCell::default(),
            keeper: RefCell::default(),
            wishes: Cell::new(0),
            kept: Cell::new(0),
            followed: Cell::new(false),
            known: RefCell::default(),
        }))
    }

    /// Opens the database and the workspace of this tab, or the last one. Nothing can be edited until then,
    /// so that nothing can get lost.
    pub fn start(&self) {
        self.0.actions.set_opening(true);
        self.0.actions.desk().borrow_mut().set_writable(false);
        self.0.actions.show_document();
        let engine = self.clone();
        self.0.actions.engine().on_restart(move || engine.open_snapshots());
        let fresh = Rc::downgrade(&self.0);
        self.0.actions.set_open_fresh(Rc::new(move |name| {
            let this = fresh.upgrade().map(Self);
            Box::pin(async move {
                this.ok_or(Problem::Cancelled)?.open_fresh(Document::new(&name)).await
            })
        }));
        let this = self.clone();
        self.run(async move {
            this.begin().await.map_err(|reason| {
                let problem = OpenProblem::Storage(reason.clone());
                this.dispatch(WorkspaceAction::Phase(Phase::Failed(problem)));
                problem_of(reason)
            })
        });
    }

    async fn begin(&self) -> Result<(), StorageError> {
        let db = Db::open().await?;
        let lost = self.clone();
        db.on_lost(move |reason| lost.dispatch(WorkspaceAction::Lost(reason)));
        self.0.db.replace(Some(db.clone()));
        let id = library::to_open(&db, tab_workspace()).await?;
        self.open(&id);
        self.refresh_room().await;
        Ok(())
    }

    /// Opens a workspace in this tab, after the edits of the one before are saved.
    pub fn open(&self, id: &str) {
        let (this, id) = (self.clone(), id.to_owned());
        self.run(async move { this.turn_to(&id).await });
    }

    /// Opens a workspace, unless the user wishes for another one meanwhile, or the edits of the one before
    /// cannot be saved: then that one stays open.
    pub(super) async fn turn_to(&self, id: &str) -> Result<(), Problem> {
        let db = self.db()?;
        let wish = self.0.wishes.get() + 1;
        self.0.wishes.set(wish);
        if let SaveState::Failed { reason, .. } = self.flush().await
            && reason != StorageError::Missing
        {
            return Err(problem_of(reason));
        }
        if self.0.wishes.get() != wish {
            return Err(Problem::Cancelled);
        }
        self.leave();
        self.0.actions.set_workspace(id);
        self.0.actions.session(SessionAction::Reset);
        self.dispatch(WorkspaceAction::Opening(id.to_owned().into()));
        let desk = self.0.actions.desk().clone();
        let hear = Rc::downgrade(&self.0);
        let keeper = Keeper::open(
            db.clone(),
            id.to_owned(),
            move || desk.borrow().document().clone(),
            move |event| {
                if let Some(inner) = hear.upgrade()
                    && inner.kept.get() == wish
                {
                    Self(inner).hear(event);
                }
            },
        );
        self.0.kept.set(wish);
        self.0.keeper.replace(Some(keeper));
        self.open_snapshots();
        remember_in_tab(id);
        library::remember(&db, id).await.map_err(problem_of)?;
        self.refresh_list().await
    }

    /// Becomes the tab that edits.
    pub fn take_over(&self) {
        if let Some(keeper) = &*self.0.keeper.borrow() {
            keeper.take_over();
        }
    }

    /// Tries again to load the snapshots, which failed or was cancelled.
    pub fn load_again(&self) {
        self.dispatch(WorkspaceAction::DataMissing(false));
        self.open_snapshots();
    }

    /// Tries again now to save.
    pub fn retry(&self) {
        if let Some(keeper) = &*self.0.keeper.borrow() {
            keeper.retry();
        }
    }

    /// The session shows these snapshots. When this tab has changed them, the other tabs are told, and the
    /// browser is asked not to clear the data by itself.
    pub(super) fn snapshots_shown(&self, snapshots: &[SnapshotInfo]) {
        let changed = self.0.known.borrow().as_deref().is_some_and(|known| known != snapshots);
        if !changed {
            return;
        }
        self.0.known.replace(Some(snapshots.to_vec()));
        let accounts = snapshots.last().map_or(0, |s| u32::try_from(s.rows).unwrap_or(u32::MAX));
        if let Some(keeper) = &*self.0.keeper.borrow() {
            keeper.snapshots_changed(accounts);
        }
        let this = self.clone();
        self.run(async move {
            if !storage::persisted().await {
                storage::persist().await;
            }
            this.refresh_room().await;
            this.refresh_list().await
        });
    }

    /// Asks the browser not to clear the data by itself.
    pub fn persist(&self) {
        let this = self.clone();
        self.run(async move {
            storage::persist().await;
            this.refresh_room().await;
            Ok(())
        });
    }

    pub(super) fn actions(&self) -> &Actions {
        &self.0.actions
    }

    pub(super) fn db(&self) -> Result<Db, Problem> {
        let db = self.0.db.borrow().clone();
        db.ok_or_else(|| problem_of(StorageError::Closed))
    }

    /// Lets go of the open workspace at once. What is not saved by now is not saved.
    fn leave(&self) {
        self.0.actions.desk().borrow_mut().set_sink(None);
        self.0.actions.desk().borrow_mut().set_writable(false);
        self.0.actions.set_workspace("");
        self.0.kept.set(0);
        self.0.followed.set(false);
        self.0.known.replace(None);
        let keeper = self.0.keeper.take();
        if let Some(keeper) = keeper {
            keeper.leave();
        }
    }

    /// Resolves when every edit so far is in the database, or cannot be.
    pub(super) async fn flush(&self) -> SaveState {
        let keeper = self.0.keeper.borrow().clone();
        match keeper {
            Some(keeper) => keeper.flush().await,
            None => SaveState::Saved,
        }
    }

    pub(super) fn run(&self, work: impl Future<Output = Result<(), Problem>> + 'static) {
        self.0.actions.run(work);
    }

    /// Has the engine load the snapshots of the open workspace: at the opening, after another tab changed
    /// them, after the worker was started again.
    pub(super) fn open_snapshots(&self) {
        let Some(workspace) = self.open_id() else { return };
        let this = self.clone();
        self.0.known.replace(None);
        self.run(async move {
            let call = Call::Open { workspace: workspace.clone() };
            let opened = this.0.actions.snapshots_by(call, &[]).await;
            if this.is_open(&workspace) {
                this.dispatch(WorkspaceAction::DataMissing(opened.is_err()));
                this.0.known.replace(opened.as_ref().ok().cloned());
            }
            opened.map(|_| ())
        });
    }

    fn open_id(&self) -> Option<String> {
        self.0.keeper.borrow().as_ref().map(|keeper| keeper.id().to_owned())
    }

    fn is_open(&self, id: &str) -> bool {
        self.open_id().as_deref() == Some(id)
    }

    async fn refresh_list(&self) -> Result<(), Problem> {
        let list = self.db()?.list_workspaces().await.map_err(problem_of)?;
        self.dispatch(WorkspaceAction::List(list));
        Ok(())
    }

    async fn refresh_room(&self) {
        let (room, persisted) = (storage::estimate().await, storage::persisted().await);
        self.dispatch(WorkspaceAction::Room(room, persisted));
    }

    fn dispatch(&self, action: WorkspaceAction) {
        match &action {
            WorkspaceAction::Opening(_) => self.0.actions.set_opening(true),
            WorkspaceAction::Phase(_) => self.0.actions.set_opening(false),
            _ => {}
        }
        self.0.slice.dispatch(action);
    }
}

/// The actions on workspaces; `None` outside of their provider.
#[hook]
pub fn use_workspaces() -> Option<Workspaces> {
    use_context::<Workspaces>()
}
