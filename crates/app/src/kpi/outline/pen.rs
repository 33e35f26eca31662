//! What is being written, and for which row: known at once, whatever is drawn yet.
//!
//! A row takes the focus in an effect, and Yew lets the browser go on before it runs effects when drawing
//! took long. Keys that come in between belong to the row that is about to be drawn: they wait here, and are
//! carried out once it has the focus. What was typed of a name is kept with the id of its node, and read
//! from here, never from what a handler was drawn with.

use super::Draft;
use super::keys::Held;
use crate::hooks::{use_effect_with, use_mut_ref};
use crate::kpi::area::Area;
use crate::parts::{command, composing};
use gloo::events::{EventListener, EventListenerOptions};
use kpi::NodeId;
use plan::ElementId;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// A row that is not drawn by then never will be: keys go their own way again. In milliseconds.
const LONGEST_MS: f64 = 3_000.0;

/// A key that waits.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Key {
    pub(super) key: String,
    pub(super) held: Held,
}

#[derive(Default)]
struct Inner {
    draft: Option<Draft>,
    /// The row that is to take the focus; `Some(None)` is whichever has the keys.
    wanted: Option<Option<ElementId>>,
    /// Since when, in milliseconds since 1970.
    since: f64,
    waiting: VecDeque<Key>,
}

/// What is being written. Clones share it.
#[derive(Clone)]
pub(super) struct Pen {
    inner: Rc<RefCell<Inner>>,
    update: UseForceUpdateHandle,
}

/// The pen of an outline; keys wait for it while a row is about to take the focus.
#[hook]
pub(super) fn use_pen() -> Pen {
    let inner = use_mut_ref(Inner::default);
    let pen = Pen { inner, update: use_force_update() };
    {
        let pen = pen.clone();
        use_effect_with((), move |()| {
            // Before anybody else, and also while nothing has the focus.
            let options = EventListenerOptions::run_in_capture_phase();
            let options = EventListenerOptions { passive: false, ..options };
            let window = gloo::utils::window();
            let hear = EventListener::new_with_options(&window, "keydown", options, move |e| {
                if let Some(e) = e.dyn_ref::<KeyboardEvent>() {
                    pen.hold(e);
                }
            });
            move || drop(hear)
        });
    }
    pen
}

impl Key {
    /// The character that the key writes, when it writes one.
    pub(super) fn character(&self) -> Option<char> {
        let mut characters = self.key.chars();
        let first = characters.next().filter(|_| !self.held.command && !self.held.alt)?;
        characters.next().is_none().then_some(first)
    }
}

impl Pen {
    /// What is being written of a name.
    pub(super) fn draft(&self) -> Option<Draft> {
        self.inner.borrow().draft.clone()
    }

    /// Sets what is being written.
    pub(super) fn set(&self, draft: Option<Draft>) {
        if self.inner.borrow().draft != draft {
            self.inner.borrow_mut().draft = draft;
            self.update.force_update();
        }
    }

    /// The row of a node is to take the focus as soon as it is drawn; `None` is whichever has the keys.
    pub(super) fn want(&self, node: Option<ElementId>) {
        {
            let mut inner = self.inner.borrow_mut();
            inner.wanted = Some(node);
            inner.since = web::clock::now_ms();
        }
        self.update.force_update();
    }

    /// Whether a row is still to take the focus.
    pub(super) fn wants(&self) -> bool {
        self.inner.borrow().wanted.is_some()
    }

    /// Nothing waits any more: the user has gone elsewhere.
    pub(super) fn let_go(&self) {
        let mut inner = self.inner.borrow_mut();
        inner.wanted = None;
        inner.waiting.clear();
    }

    /// Whether the row that was to take the focus can do so now; only once.
    pub(super) fn settle(&self, area: &Area, drawn: Option<ElementId>) -> bool {
        let Some(wanted) = self.inner.borrow().wanted else { return false };
        let is_drawn = wanted.is_none_or(|node| {
            // Where it cannot show (its parent was folded, it was taken out), nothing is waited for.
            let is_behind = area.hand.ask(|d| d.element(node).is_some())
                && area.tree.place(NodeId(node.0)).is_none();
            drawn == Some(node) || area.stand.selected == Some(node) && !is_behind
        });
        if is_drawn {
            self.inner.borrow_mut().wanted = None;
        }
        is_drawn
    }

    /// The key that has waited longest.
    pub(super) fn next(&self) -> Option<Key> {
        self.inner.borrow_mut().waiting.pop_front()
    }

    /// Puts a key back, to be the next.
    pub(super) fn put_back(&self, key: Key) {
        self.inner.borrow_mut().waiting.push_front(key);
    }

    /// Text that came otherwise than by keys waits with them.
    pub(super) fn hold_text(&self, text: &str) {
        let key = |c: char| Key { key: c.to_string(), held: Held::default() };
        self.inner.borrow_mut().waiting.extend(text.chars().map(key));
    }

    fn hold(&self, e: &KeyboardEvent) {
        let is_modifier = matches!(e.key().as_str(), "Shift" | "Control" | "Alt" | "Meta");
        if !self.wants() || composing(e) || is_modifier {
            return;
        }
        if web::clock::now_ms() - self.inner.borrow().since > LONGEST_MS {
            return self.let_go();
        }
        e.prevent_default();
        e.stop_propagation();
        let held = Held { command: command(e), alt: e.alt_key(), shift: e.shift_key() };
        self.inner.borrow_mut().waiting.push_back(Key { key: e.key(), held });
    }
}
