//! When the page goes away. Page only.

use std::rc::Rc;

use gloo::events::EventListener;
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
