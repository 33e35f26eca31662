//! A worker that can be killed and started again.
//!
//! Messages posted before the worker has set its `onmessage` would be lost, so they wait here until
//! it says [`READY`].

use js_sys::Reflect;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// The first message of a worker that listens.
pub const READY: &str = "ready";
/// The last message of a worker that is about to stop because of a defect.
pub const PANICKED: &str = "panicked";

/// What a worker says.
#[derive(Debug)]
pub enum WorkerEvent {
    /// A message.
    Message(JsValue),
    /// It stopped; everything under way is lost. A new one is starting already.
    Died(String),
}

/// A running worker. Dropping it terminates the worker.
#[derive(Clone)]
pub struct WorkerPort(Rc<Inner>);

struct Inner {
    url: String,
    worker: RefCell<Option<Running>>,
    ready: Cell<bool>,
    /// It died before it ever listened.
    failed: Cell<bool>,
    waiting: RefCell<Vec<JsValue>>,
    on_event: Box<dyn Fn(WorkerEvent)>,
}

struct Running {
    worker: Worker,
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(JsValue)>,
}

impl WorkerPort {
    /// Starts a module worker from a script of the own origin. `on_event` hears everything it says.
    ///
    /// # Errors
    /// The browser refused to make the worker.
    pub fn spawn(url: &str, on_event: impl Fn(WorkerEvent) + 'static) -> Result<Self, JsValue> {
        let port = Self(Rc::new(Inner {
            url: url.to_owned(),
            worker: RefCell::new(None),
            ready: Cell::new(false),
            failed: Cell::new(false),
            waiting: RefCell::new(Vec::new()),
            on_event: Box::new(on_event),
        }));
        port.start()?;
        Ok(port)
    }

    /// Whether the worker is still on its way: being downloaded, and cannot listen yet.
    pub fn is_starting(&self) -> bool {
        !self.0.ready.get() && !self.0.failed.get()
    }

    /// Sends a message, now or as soon as the worker listens.
    ///
    /// # Errors
    /// The message cannot be cloned by the browser.
    pub fn post(&self, message: JsValue) -> Result<(), JsValue> {
        if self.0.ready.get()
            && let Some(running) = &*self.0.worker.borrow()
        {
            return running.worker.post_message(&message);
        }
        self.0.waiting.borrow_mut().push(message);
        Ok(())
    }

    /// Kills the worker, tells the listener that it died, and starts a new one.
    ///
    /// # Errors
    /// The browser refused to make the worker.
    pub fn restart(&self, reason: &str) -> Result<(), JsValue> {
        self.0.worker.borrow_mut().take();
        self.0.ready.set(false);
        self.0.waiting.borrow_mut().clear();
        self.start()?;
        (self.0.on_event)(WorkerEvent::Died(reason.to_owned()));
        Ok(())
    }

    fn start(&self) -> Result<(), JsValue> {
        self.0.failed.set(false);
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&self.0.url, &options)?;
        let weak = Rc::downgrade(&self.0);
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |e: MessageEvent| {
            let Some(inner) = weak.upgrade() else { return };
            let data = e.data();
            match data.as_string().as_deref() {
                Some(READY) => Self(inner).flush(),
                Some(PANICKED) => Self(inner).die(PANICKED),
                _ => (inner.on_event)(WorkerEvent::Message(data)),
            }
        });
        let weak = Rc::downgrade(&self.0);
        let on_error = Closure::<dyn Fn(JsValue)>::new(move |e: JsValue| {
            let Some(inner) = weak.upgrade() else { return };
            let reason = Reflect::get(&e, &"message".into()).ok().and_then(|m| m.as_string());
            Self(inner).die(&reason.unwrap_or_default());
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        *self.0.worker.borrow_mut() =
            Some(Running { worker, _on_message: on_message, _on_error: on_error });
        Ok(())
    }

    fn flush(self) {
        self.0.ready.set(true);
        let waiting = std::mem::take(&mut *self.0.waiting.borrow_mut());
        for message in waiting {
            if let Err(e) = self.post(message) {
                (self.0.on_event)(WorkerEvent::Died(format!("{e:?}")));
            }
        }
    }

    /// Restarts outside of the dying worker's own event, whose closure must outlive it. A worker that
    /// dies before it ever listened is not restarted: it would die again at once.
    fn die(self, reason: &str) {
        if !self.0.ready.replace(false) {
            self.0.failed.set(true);
            (self.0.on_event)(WorkerEvent::Died(reason.to_owned()));
            return;
        }
        let reason = reason.to_owned();
        wasm_bindgen_futures::spawn_local(async move {
            if let Err(e) = self.restart(&reason) {
                (self.0.on_event)(WorkerEvent::Died(format!("{e:?}")));
            }
        });
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}
