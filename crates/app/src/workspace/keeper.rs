//! Keeps one open workspace: every edit goes to the database at once, one tab writes, the others follow.

mod days;
mod roles;
mod saving;

use super::stored::OpenProblem;
use crate::state::Sink;
use gloo::timers::callback::Timeout;
use plan::{Document, Edit, Log};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use table::Day;
use web::db::{Db, StorageError};
use web::lifecycle::{self, Listening};
use web::saver::{SaveState, Saver};
use web::tabs::Tabs;

/// So long without an edit before a long log is compacted, in milliseconds.
const IDLE_MS: u32 = 2_000;

/// What the keeper has to tell.
#[derive(Debug)]
pub enum KeeperEvent {
    /// The document as it is in the database: after opening, after another tab's edits, after the role
    /// changed.
    Loaded {
        /// The document.
        document: Box<Document>,
        /// Whether this tab may edit.
        writable: bool,
    },
    /// Edits that could not be kept in the document, as text; see [`super::library::left_over`].
    LeftOver(Option<String>),
    /// From now on another tab writes; `Loaded` follows.
    ReadOnly,
    /// The state of saving.
    Saving(SaveState),
    /// Another tab has changed the snapshots.
    Snapshots,
    /// The workspace could not be read.
    Failed(OpenProblem),
}

/// Keeps one open workspace. Clones share it; the workspace is left when the last has gone.
#[derive(Clone)]
pub struct Keeper(Rc<Inner>);

struct Inner {
    db: Db,
    id: String,
    tabs: RefCell<Option<Tabs>>,
    saver: RefCell<Option<Saver>>,
    log: RefCell<Log>,
    /// Edits of which the saver does not know yet, because it is busy: of a drag only the last is kept.
    pending: RefCell<Vec<Edit>>,
    head: Cell<u64>,
    /// The last day on which there was an edit, once what was there before that day is kept.
    day: Cell<Option<Day>>,
    name: RefCell<String>,
    naming: Cell<bool>,
    idle: RefCell<Option<Timeout>>,
    reading: Cell<bool>,
    read_again: Cell<bool>,
    leaving: RefCell<Vec<Listening>>,
    document: Box<dyn Fn() -> Document>,
    tell: Box<dyn Fn(KeeperEvent)>,
}

impl Keeper {
    /// Opens a workspace; `Loaded` or `Failed` is told when it is read. `document` gives the document as it
    /// is on the desk.
    pub fn open(
        db: Db,
        id: String,
        document: impl Fn() -> Document + 'static,
        tell: impl Fn(KeeperEvent) + 'static,
    ) -> Self {
        let inner = Rc::new(Inner {
            db,
            id,
            tabs: RefCell::default(),
            saver: RefCell::default(),
            log: RefCell::default(),
            pending: RefCell::default(),
            head: Cell::new(0),
            day: Cell::new(None),
            name: RefCell::default(),
            naming: Cell::new(false),
            idle: RefCell::default(),
            reading: Cell::new(false),
            read_again: Cell::new(false),
            leaving: RefCell::default(),
            document: Box::new(document),
            tell: Box::new(tell),
        });
        inner.leaving.replace(inner.watch_page());
        let weak = Rc::downgrade(&inner);
        spawn(&inner, async move |inner| {
            let name = lock_name(&inner.id);
            let hear = move |event| {
                if let Some(inner) = Weak::upgrade(&weak) {
                    inner.hear(event);
                }
            };
            let tabs = Tabs::join(&name, hear).await;
            inner.tabs.replace(Some(tabs));
            inner.read().await;
        });
        Self(inner)
    }

    /// The workspace's id.
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// Tries again now what could not be saved.
    pub fn retry(&self) {
        if let Some(saver) = &*self.0.saver.borrow() {
            saver.retry();
        }
    }

    /// Resolves when every edit so far is in the database, or cannot be.
    pub async fn flush(&self) -> SaveState {
        self.0.flush().await
    }

    /// Leaves the workspace at once, for another tab to write. What is not saved by now is not saved.
    pub fn leave(&self) {
        self.0.saver.take();
        self.0.tabs.take();
        self.0.leaving.take();
    }

    /// Becomes the writer; `Loaded` follows.
    pub fn take_over(&self) {
        spawn(&self.0, async |inner| {
            let tabs = inner.tabs.borrow().clone();
            if let Some(tabs) = tabs
                && let Err(error) = tabs.take_over().await
            {
                let reason = StorageError::Other(error.to_string());
                (inner.tell)(KeeperEvent::Failed(OpenProblem::Storage(reason)));
            }
        });
    }

    /// Tells the other tabs, and the list of workspaces, that the snapshots have changed.
    pub fn snapshots_changed(&self, accounts: u32) {
        // A writer that was overtaken in the middle of an import too: the new one must know.
        if let Some(tabs) = &*self.0.tabs.borrow() {
            tabs.tell_snapshots();
        }
        spawn(&self.0, async move |inner| {
            // The list shows an older number when this fails; the snapshots themselves are saved.
            let now = web::clock::now_ms();
            let _ = inner.db.touch_workspace(&inner.id, now, Some(accounts)).await;
        });
    }
}

impl Sink for Keeper {
    fn before(&self, document: &Document) {
        self.0.keep_day(document);
    }

    fn made(&self, edit: &Edit, document: &Document) {
        let inner = &self.0;
        let Some(saver) = inner.saver.borrow().clone() else { return };
        inner.wait(edit);
        if saver.state() == SaveState::Saved {
            inner.send(&saver);
        }
        if inner.log.borrow().is_long() {
            inner.compact_in(IDLE_MS);
        }
        inner.keep_name(document);
    }
}

impl Inner {
    fn watch_page(self: &Rc<Self>) -> Vec<Listening> {
        let (hidden, shown, leaving) =
            (Rc::downgrade(self), Rc::downgrade(self), Rc::downgrade(self));
        vec![
            lifecycle::on_hidden(move || {
                if let Some(inner) = hidden.upgrade()
                    && let Some(saver) = &*inner.saver.borrow()
                {
                    inner.send(saver);
                    saver.retry();
                }
            }),
            // A follower in the background may have missed messages.
            lifecycle::on_shown(move || {
                if let Some(inner) = shown.upgrade() {
                    spawn(&inner, async |inner| inner.read().await);
                }
            }),
            lifecycle::guard_leaving(move || {
                leaving.upgrade().is_some_and(|inner| {
                    let saver = inner.saver.borrow();
                    saver.as_ref().is_some_and(|saver| {
                        saver.state() != SaveState::Saved || !inner.pending.borrow().is_empty()
                    })
                })
            }),
        ]
    }
}

/// The name of a workspace's lock and channel.
pub(super) fn lock_name(id: &str) -> String {
    format!("sodachi/{id}")
}

/// The one place where work of the keeper goes on by itself; all of it ends in `tell`.
fn spawn<F: Future<Output = ()> + 'static>(
    inner: &Rc<Inner>,
    work: impl FnOnce(Rc<Inner>) -> F + 'static,
) {
    wasm_bindgen_futures::spawn_local(work(inner.clone()));
}

impl std::fmt::Debug for Keeper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keeper").field("id", &self.0.id).finish_non_exhaustive()
    }
}
