//! Writes the edit log behind the user's back: at once, in order, in batches, again when it failed.

use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::{Rc, Weak},
};

use gloo::timers::callback::Timeout;

use crate::{
    clock,
    db::{Db, KeptVersion, StorageError},
};

/// First wait before a failed write is tried again, in milliseconds; doubled each time.
const RETRY_MS: u32 = 1_000;
/// Longest wait before a failed write is tried again, in milliseconds.
const LONGEST_RETRY_MS: u32 = 30_000;
/// How often the time of the last change is noted in the list of workspaces, in milliseconds.
const TOUCH_MS: f64 = 5_000.0;

/// Whether the user's edits are in the database.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// All of them.
    #[default]
    Saved,
    /// This many are on their way.
    Saving(usize),
    /// The last write failed; what is not saved is kept and tried again where that can help.
    Failed {
        /// Edits that are not saved.
        pending: usize,
        /// Why.
        reason: StorageError,
    },
}

/// Saves the edits of one workspace. Clones share one queue. Work under way is finished when all clones
/// have gone, but a failed write is not tried again.
#[derive(Clone)]
pub struct Saver(Rc<Inner>);

struct Inner {
    db: Db,
    workspace: String,
    queue: RefCell<VecDeque<Item>>,
    writing: Cell<bool>,
    state: RefCell<SaveState>,
    failures: Cell<u32>,
    retry: RefCell<Option<Timeout>>,
    touched: Cell<f64>,
    on_state: Box<dyn Fn(&SaveState)>,
    on_saved: Box<dyn Fn(u64)>,
}

enum Item {
    Line(u64, String),
    State { upto: u64, state: String, must: bool },
    Version(KeptVersion, String),
}

impl Saver {
    /// A saver for a workspace. `on_state` hears every change of the state; `on_saved` the position of the
    /// last edit each time that some have been acknowledged.
    pub fn new(
        db: Db,
        workspace: impl Into<String>,
        on_state: impl Fn(&SaveState) + 'static,
        on_saved: impl Fn(u64) + 'static,
    ) -> Self {
        Self(Rc::new(Inner {
            db,
            workspace: workspace.into(),
            queue: RefCell::default(),
            writing: Cell::new(false),
            state: RefCell::default(),
            failures: Cell::new(0),
            retry: RefCell::default(),
            touched: Cell::new(0.0),
            on_state: Box::new(on_state),
            on_saved: Box::new(on_saved),
        }))
    }

    /// Saves one edit. Positions follow each other without a gap.
    pub fn append(&self, seq: u64, line: String) {
        self.0.queue.borrow_mut().push_back(Item::Line(seq, line));
        self.kick();
    }

    /// Replaces the log up to `upto` by a state that holds it, after what was appended before. When that
    /// fails nothing is lost, since the log stays.
    pub fn compact(&self, upto: u64, state: String) {
        self.0.queue.borrow_mut().push_back(Item::State { upto, state, must: false });
        self.kick();
    }

    /// Keeps an earlier state, after what was appended before. Where there is no room for it, it is not kept: no edit
    /// waits for history.
    pub fn keep(&self, version: KeptVersion, state: String) {
        self.0.queue.borrow_mut().push_back(Item::Version(version, state));
        self.kick();
    }

    /// As [`compact`](Self::compact), where the log is damaged: what is appended afterwards waits until
    /// this has succeeded, since nothing behind the damage can be read.
    pub fn repair(&self, upto: u64, state: String) {
        self.0.queue.borrow_mut().push_back(Item::State { upto, state, must: true });
        self.kick();
    }

    /// The state now.
    pub fn state(&self) -> SaveState {
        self.0.state.borrow().clone()
    }

    /// Tries again now what failed.
    pub fn retry(&self) {
        self.0.retry.take();
        self.kick();
    }

    /// Resolves when all that was appended is acknowledged, or has failed.
    pub async fn flush(&self) -> SaveState {
        self.kick();
        while self.0.writing.get() {
            gloo::timers::future::TimeoutFuture::new(5).await;
        }
        self.state()
    }

    /// Edits that are not acknowledged, as (position, line): for handing them to the user when they cannot
    /// be saved any more.
    pub fn unsaved(&self) -> Vec<(u64, String)> {
        let line = |item: &Item| match item {
            Item::Line(seq, line) => Some((*seq, line.clone())),
            Item::State { .. } | Item::Version(..) => None,
        };
        self.0.queue.borrow().iter().filter_map(line).collect()
    }

    fn kick(&self) {
        let inner = &self.0;
        if inner.pending() > 0 && !matches!(*inner.state.borrow(), SaveState::Failed { .. }) {
            inner.tell(SaveState::Saving(inner.pending()));
        }
        if inner.queue.borrow().is_empty() || inner.writing.replace(true) {
            return;
        }
        let inner = inner.clone();
        // Every outcome ends in `state`: nothing of this future can get lost.
        wasm_bindgen_futures::spawn_local(async move {
            let result = inner.drain().await;
            inner.writing.set(false);
            inner.settle(result);
        });
    }
}

impl Inner {
    fn pending(&self) -> usize {
        self.queue.borrow().iter().filter(|item| matches!(item, Item::Line(..))).count()
    }

    async fn drain(&self) -> Result<(), StorageError> {
        loop {
            // The queue keeps the items until they are acknowledged, so that a failure loses nothing.
            let batch: Vec<(u64, String)> = self
                .queue
                .borrow()
                .iter()
                .map_while(|item| match item {
                    Item::Line(seq, line) => Some((*seq, line.clone())),
                    Item::State { .. } | Item::Version(..) => None,
                })
                .collect();
            if let Some(&(last, _)) = batch.last() {
                self.db.append_log(&self.workspace, &batch).await?;
                self.queue.borrow_mut().drain(..batch.len());
                self.failures.set(0);
                (self.on_saved)(last);
                continue;
            }
            let first = self.queue.borrow_mut().pop_front();
            let (upto, state, must) = match first {
                Some(Item::State { upto, state, must }) => (upto, state, must),
                Some(Item::Version(version, state)) => {
                    match self.db.keep_version(&self.workspace, &version, &state).await {
                        Ok(()) | Err(StorageError::Quota | StorageError::Other(_)) => continue,
                        Err(error) => return Err(error),
                    }
                }
                Some(Item::Line(..)) | None => return Ok(()),
            };
            match self.db.compact(&self.workspace, &state, upto).await {
                Ok(()) => self.failures.set(0),
                Err(error) if must => {
                    let again = Item::State { upto, state, must };
                    self.queue.borrow_mut().push_front(again);
                    return Err(error);
                }
                // The edits are safe in the log: a compaction that found no room waits for the next one.
                Err(StorageError::Quota | StorageError::Other(_)) => {}
                Err(error) => return Err(error),
            }
        }
    }

    fn settle(self: Rc<Self>, result: Result<(), StorageError>) {
        match result {
            Ok(()) => {
                self.tell(SaveState::Saved);
                self.touch();
            }
            Err(reason) => {
                let curable = matches!(reason, StorageError::Quota | StorageError::Other(_));
                self.tell(SaveState::Failed { pending: self.pending(), reason });
                if curable {
                    self.retry_later();
                }
            }
        }
    }

    fn retry_later(self: &Rc<Self>) {
        let failures = self.failures.get();
        self.failures.set(failures.saturating_add(1));
        let wait = LONGEST_RETRY_MS.min(RETRY_MS << failures.min(5));
        let weak: Weak<Self> = Rc::downgrade(self);
        let timeout = Timeout::new(wait, move || {
            if let Some(inner) = weak.upgrade() {
                // Not dropped inside of its own callback.
                if let Some(done) = inner.retry.take() {
                    done.forget();
                }
                Saver(inner).kick();
            }
        });
        self.retry.replace(Some(timeout));
    }

    /// Notes the time of the change; the list of workspaces is sorted by it, nothing else depends on it.
    fn touch(self: Rc<Self>) {
        let now = clock::now_ms();
        if now - self.touched.replace(now) < TOUCH_MS {
            return;
        }
        wasm_bindgen_futures::spawn_local(async move {
            let _ = self.db.touch_workspace(&self.workspace, now, None).await;
        });
    }

    fn tell(&self, state: SaveState) {
        if self.state.replace(state.clone()) != state {
            (self.on_state)(&state);
        }
    }
}

impl std::fmt::Debug for Saver {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Saver")
            .field("workspace", &self.0.workspace)
            .field("state", &self.0.state.borrow())
            .finish_non_exhaustive()
    }
}
