//! When the page goes away. Page only.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use web_sys::VisibilityState;

/// Listens until dropped.
#[derive(Debug)]
pub struct Listening {
    _listeners: Vec<EventListener>,
}

/// Calls back whenever the page is hidden or left: the last moment at which a browser surely runs code
/// (`unload` is not, on phones least of all). It may come several times in a row.
pub fn on_hidden(callback: impl Fn() + 'static) -> Listening {
    let callback = Rc::new(callback);
    let mut listeners = Vec::new();
    if let Some(window) = web_sys::window() {
        let leave = callback.clone();
        listeners.push(EventListener::new(&window, "pagehide", move |_| leave()));
        if let Some(document) = window.document() {
            let target = document.clone();
            listeners.push(EventListener::new(&target, "visibilitychange", move |_| {
                if document.visibility_state() == VisibilityState::Hidden {
                    callback();
                }
            }));
        }
    }
    Listening { _listeners: listeners }
}

/// Calls back whenever the page is shown again.
pub fn on_shown(callback: impl Fn() + 'static) -> Listening {
    let mut listeners = Vec::new();
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        let target = document.clone();
        listeners.push(EventListener::new(&target, "visibilitychange", move |_| {
            if document.visibility_state() == VisibilityState::Visible {
                callback();
            }
        }));
    }
    Listening { _listeners: listeners }
}

/// Lets the browser ask "leave this page?" while the answer of `unsaved` is yes.
pub fn guard_leaving(unsaved: impl Fn() -> bool + 'static) -> Listening {
    let listener = web_sys::window().map(|window| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window, "beforeunload", options, move |event| {
            if unsaved() {
                event.prevent_default();
            }
        })
    });
    Listening { _listeners: listener.into_iter().collect() }
}
