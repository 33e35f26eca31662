//! One writer per workspace over all tabs; the others follow and can take over.
//!
//! The writer holds a Web Lock. A follower waits for it, so that it becomes the writer by itself when the
//! writer's tab is closed or dies. To take over, a follower first asks the writer to step down, which
//! gives it the time to save; only a writer that does not answer is robbed.

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

use futures::future::{AbortHandle, abortable};
use gloo::timers::future::TimeoutFuture;
use serde::{Deserialize, Serialize};

use crate::{
    channel::Channel,
    lock::{self, LockError, LockGuard, Mode},
};

/// How long a writer may take to step down, in milliseconds.
const PATIENCE_MS: u32 = 1_500;
/// How often a take-over looks whether the writer has stepped down, in milliseconds.
const LOOK_MS: u32 = 25;

/// What a tab may do with a workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The only one that may write.
    Writer,
    /// Shows what the writer writes.
    Follower,
}

/// What a tab hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TabEvent {
    /// The role has changed. A new writer loads the workspace again before it writes. A writer that was
    /// robbed must not write any more.
    Role(Role),
    /// The writer has saved edits up to this position.
    Saved(u64),
    /// Another tab has changed the snapshots.
    Snapshots,
    /// Another tab wants to write: save what is to be saved, then call [`Tabs::step_down`].
    StepDown,
}

#[derive(Serialize, Deserialize)]
enum Message {
    Saved(u64),
    Snapshots,
    StepDown,
}

/// This tab's membership in a workspace; left on drop of the last clone.
#[derive(Clone)]
pub struct Tabs(Rc<Inner>);

struct Inner {
    name: String,
    role: Cell<Role>,
    guard: RefCell<Option<LockGuard>>,
    waiting: RefCell<Option<AbortHandle>>,
    channel: RefCell<Option<Channel<Message>>>,
    on_event: Box<dyn Fn(TabEvent)>,
}

impl Tabs {
    /// Joins the tabs that have a workspace open, as the writer when there is none. Changes of the role
    /// after that are told to `on_event`. Without Web Locks (a page that was not loaded over a secure
    /// connection) every tab is a writer, and the database refuses the later of two.
    pub async fn join(name: &str, on_event: impl Fn(TabEvent) + 'static) -> Self {
        let tabs = Self(Rc::new(Inner {
            name: name.to_owned(),
            role: Cell::new(Role::Follower),
            guard: RefCell::default(),
            waiting: RefCell::default(),
            channel: RefCell::default(),
            on_event: Box::new(on_event),
        }));
        let weak = Rc::downgrade(&tabs.0);
        let channel = Channel::open(name, move |message| hear(&weak, &message));
        // Without a channel followers do not follow, but nothing is lost.
        tabs.0.channel.replace(channel.ok());
        match tabs.0.hold(Mode::IfAvailable).await {
            Ok(Some(guard)) => tabs.0.become_writer(Some(guard)),
            Ok(None) => tabs.0.wait(),
            Err(_) => tabs.0.become_writer(None),
        }
        tabs
    }

    /// What this tab may do now.
    pub fn role(&self) -> Role {
        self.0.role.get()
    }

    /// Tells the followers how far has been saved.
    pub fn tell_saved(&self, seq: u64) {
        self.0.say(&Message::Saved(seq));
    }

    /// Tells the other tabs that the snapshots have changed.
    pub fn tell_snapshots(&self) {
        self.0.say(&Message::Snapshots);
    }

    /// Becomes the writer: asks the writer to step down, and robs it when it does not. Told to `on_event`.
    ///
    /// # Errors
    /// The browser's refusal; the role is as before then.
    pub async fn take_over(&self) -> Result<(), LockError> {
        self.0.say(&Message::StepDown);
        for _ in 0..PATIENCE_MS / LOOK_MS {
            if self.role() == Role::Writer {
                return Ok(());
            }
            TimeoutFuture::new(LOOK_MS).await;
        }
        let guard = match self.0.hold(Mode::Steal).await {
            Err(LockError::Unsupported) => None,
            held => held?,
        };
        if self.role() == Role::Follower {
            self.0.become_writer(guard);
            (self.0.on_event)(TabEvent::Role(Role::Writer));
        }
        Ok(())
    }

    /// Lets another tab write. Told to `on_event`.
    pub fn step_down(&self) {
        self.0.lose();
    }
}

impl Inner {
    async fn hold(self: &Rc<Self>, mode: Mode) -> Result<Option<LockGuard>, LockError> {
        let weak = Rc::downgrade(self);
        let on_lost = move || {
            if let Some(inner) = weak.upgrade() {
                inner.lose();
            }
        };
        lock::hold(&self.name, mode, on_lost).await
    }

    fn become_writer(&self, guard: Option<LockGuard>) {
        if let Some(waiting) = self.waiting.take() {
            waiting.abort();
        }
        self.guard.replace(guard);
        self.role.set(Role::Writer);
    }

    fn lose(self: &Rc<Self>) {
        if self.role.replace(Role::Follower) == Role::Writer {
            drop(self.guard.take());
            self.wait();
            (self.on_event)(TabEvent::Role(Role::Follower));
        }
    }

    /// Waits until the lock is free, then becomes the writer.
    fn wait(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        let name = self.name.clone();
        let on_lost = {
            let weak = weak.clone();
            move || {
                if let Some(inner) = Weak::upgrade(&weak) {
                    inner.lose();
                }
            }
        };
        let (granted, abort) =
            abortable(async move { lock::hold(&name, Mode::Wait, on_lost).await });
        if let Some(earlier) = self.waiting.replace(Some(abort)) {
            earlier.abort();
        }
        // Ends with the grant or with the last clone of the tabs; both outcomes are the role's.
        wasm_bindgen_futures::spawn_local(async move {
            if let Ok(Ok(Some(guard))) = granted.await
                && let Some(inner) = weak.upgrade()
            {
                inner.become_writer(Some(guard));
                (inner.on_event)(TabEvent::Role(Role::Writer));
            }
        });
    }

    fn say(&self, message: &Message) {
        if let Some(channel) = &*self.channel.borrow() {
            // Numbers and names only: they can always be posted, and followers also look when shown.
            let _ = channel.post(message);
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        if let Some(waiting) = self.waiting.take() {
            waiting.abort();
        }
    }
}

fn hear(tabs: &Weak<Inner>, message: &Message) {
    let Some(inner) = tabs.upgrade() else { return };
    match (message, inner.role.get()) {
        (Message::Saved(seq), Role::Follower) => (inner.on_event)(TabEvent::Saved(*seq)),
        (Message::Snapshots, _) => (inner.on_event)(TabEvent::Snapshots),
        (Message::StepDown, Role::Writer) => (inner.on_event)(TabEvent::StepDown),
        _ => {}
    }
}

impl std::fmt::Debug for Tabs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tabs")
            .field("name", &self.0.name)
            .field("role", &self.role())
            .finish_non_exhaustive()
    }
}
