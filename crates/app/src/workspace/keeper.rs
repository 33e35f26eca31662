//! Keeps one open workspace: every edit goes to the database at once, one tab writes, the others follow.

mod roles;

use super::stored::OpenProblem;
use gloo::timers::callback::Timeout;
use plan::{Document, Edit, Log};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
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

    /// Saves an edit that was just applied and gave `document`.
    pub fn record(&self, edit: &Edit, document: &Document) {
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

impl Inner {
    fn wait(&self, edit: &Edit) {
        let mut pending = self.pending.borrow_mut();
        match pending.last_mut() {
            Some(last) if edit.overwrites(last) => last.clone_from(edit),
            _ => pending.push(edit.clone()),
        }
    }

    /// Gives the saver what waits.
    fn send(self: &Rc<Self>, saver: &Saver) {
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
    fn compact_in(self: &Rc<Self>, wait_ms: u32) {
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

    async fn flush(self: &Rc<Self>) -> SaveState {
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

    fn new_saver(self: &Rc<Self>) -> Saver {
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

    fn compact(&self, saver: &Saver, document: &Document) {
        // A document without JSON form stays in its log of edits.
        if let Ok(state) = self.log.borrow_mut().compact(document) {
            saver.compact(self.head.get(), state);
        }
    }

    /// As [`compact`](Self::compact), of a damaged log: what is appended to that cannot be read.
    fn repair(&self, saver: &Saver, document: &Document) {
        if let Ok(state) = self.log.borrow_mut().compact(document) {
            saver.repair(self.head.get(), state);
        }
    }

    /// The list of workspaces shows the document's name.
    fn keep_name(self: &Rc<Self>, document: &Document) {
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
