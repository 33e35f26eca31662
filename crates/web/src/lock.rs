//! Web Locks: one holder per name over all tabs and workers of the site.

use std::{
    cell::{Cell, RefCell},
    fmt,
    rc::Rc,
};

use futures::channel::oneshot;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;

use crate::text;

#[wasm_bindgen]
extern "C" {
    // Stable in every browser since 2022, still behind a compiler flag in web-sys.
    type Locks;
    #[wasm_bindgen(method, catch)]
    fn request(
        this: &Locks,
        name: &str,
        options: &Object,
        granted: &JsValue,
    ) -> Result<Promise, JsValue>;
}

/// What to do when another holds the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Come back at once without it.
    IfAvailable,
    /// Wait until it is free.
    Wait,
    /// Take it away; the other's `on_lost` is called.
    Steal,
}

/// Why a lock cannot be asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LockError {
    /// This browser, or a page that was not loaded over a secure connection, has no locks.
    Unsupported,
    /// The browser refused, in its words.
    Refused(String),
}

impl fmt::Display for LockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsupported => f.write_str("this browser has no locks"),
            Self::Refused(reason) => write!(f, "the lock was refused: {reason}"),
        }
    }
}

impl std::error::Error for LockError {}

/// A held lock; dropped, it is released.
pub struct LockGuard {
    release: Function,
    lost: Rc<Cell<bool>>,
    _on_rejected: Closure<dyn FnMut(JsValue)>,
}

impl LockGuard {
    /// Whether another has taken the lock away.
    pub fn is_lost(&self) -> bool {
        self.lost.get()
    }
}

impl fmt::Debug for LockGuard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LockGuard").field("lost", &self.is_lost()).finish_non_exhaustive()
    }
}

impl Drop for LockGuard {
    fn drop(&mut self) {
        // Resolving a promise cannot throw, and a lock that is lost is released already.
        let _ = self.release.call0(&JsValue::UNDEFINED);
    }
}

/// Asks for the lock of that name. `None` when another holds it and the mode is
/// [`IfAvailable`](Mode::IfAvailable). `on_lost` is called when another steals it later.
///
/// # Errors
/// [`Unsupported`](LockError::Unsupported) without Web Locks; [`Refused`](LockError::Refused) when the
/// browser says no (sandboxed page, unloading page).
pub async fn hold(
    name: &str,
    mode: Mode,
    on_lost: impl FnOnce() + 'static,
) -> Result<Option<LockGuard>, LockError> {
    let navigator = global("navigator", &js_sys::global());
    let locks = global("locks", &navigator);
    if locks.is_undefined() {
        return Err(LockError::Unsupported);
    }

    let (sender, answer) = oneshot::channel::<Result<Option<Function>, LockError>>();
    let sender = Rc::new(Cell::new(Some(sender)));
    let granted = Closure::once_into_js({
        let sender = sender.clone();
        move |lock: JsValue| grant(&lock, &sender)
    });
    let lost = Rc::new(Cell::new(false));
    let on_lost = RefCell::new(Some(on_lost));
    let on_rejected = Closure::<dyn FnMut(JsValue)>::new({
        let lost = lost.clone();
        move |error: JsValue| {
            if let Some(sender) = sender.take() {
                // Never granted. A caller who has gone away does not want to know.
                let _ = sender.send(Err(LockError::Refused(text::describe(&error))));
            } else if !lost.replace(true)
                && let Some(on_lost) = on_lost.take()
            {
                on_lost();
            }
        }
    });

    let released = locks
        .unchecked_ref::<Locks>()
        .request(name, &mode.options(), &granted)
        .map_err(|e| LockError::Refused(text::describe(&e)))?;
    // The closure lives in the guard; the promise that `catch` gives back says nothing more.
    let _ = released.catch(&on_rejected);
    let release = answer.await.unwrap_or(Ok(None))?;
    Ok(release.map(|release| LockGuard { release, lost, _on_rejected: on_rejected }))
}

impl Mode {
    fn options(self) -> Object {
        let options = Object::new();
        let name = match self {
            Self::Wait => return options,
            Self::IfAvailable => "ifAvailable",
            Self::Steal => "steal",
        };
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &name.into(), &JsValue::TRUE);
        options
    }
}

type Sender = Cell<Option<oneshot::Sender<Result<Option<Function>, LockError>>>>;

/// Called by the browser with the lock, or with null. The promise given back holds the lock until it is
/// resolved.
fn grant(lock: &JsValue, sender: &Sender) -> JsValue {
    let Some(sender) = sender.take() else { return JsValue::UNDEFINED };
    if lock.is_null() {
        let _ = sender.send(Ok(None));
        return JsValue::UNDEFINED;
    }
    let mut release = None;
    let held = Promise::new(&mut |resolve, _| release = Some(resolve));
    // When the caller has stopped waiting, the lock is released at once.
    match sender.send(Ok(release)) {
        Ok(()) => held.into(),
        Err(_) => JsValue::UNDEFINED,
    }
}

fn global(name: &str, of: &JsValue) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}
