//! The engine behind its worker, as calls that can be awaited and cancelled.

use engine::message::{Answer, Call, Columns, FromWorker, Problem, Progress, ToWorker};
use futures::channel::oneshot;
use gloo::timers::callback::{Interval, Timeout};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use web::worker::{WorkerEvent, WorkerPort};
use web_sys::File;

/// How often a worker with work to do is asked whether it is there.
const PING_EVERY_MS: u32 = 2_000;
/// So many unanswered pings mean that it is gone. Pieces of work between which it listens are far
/// shorter than this.
const PINGS_UNANSWERED: u32 = 8;

/// A worker that says nothing for so long after a cancel is stopped. Pieces of work between which it
/// listens are far shorter than this.
const CANCEL_WITHIN_MS: u32 = 2_000;

/// So many deaths within [`DEATHS_WITHIN_MS`] mean that it would die again: it is not started any more.
const DEATHS: usize = 3;
/// See [`DEATHS`].
const DEATHS_WITHIN_MS: f64 = 30_000.0;

/// The engine. Cheap to clone; equal when it is the same worker.
#[derive(Clone)]
pub struct Engine(Rc<Inner>);

struct Inner {
    port: RefCell<Option<WorkerPort>>,
    next_id: Cell<u32>,
    workspace: RefCell<String>,
    columns: RefCell<Rc<Columns>>,
    pending: RefCell<HashMap<u32, Pending>>,
    unanswered: Cell<u32>,
    /// Counts what was heard of the worker.
    heard: Cell<u32>,
    /// When the worker died of late, in milliseconds since 1970.
    deaths: RefCell<Vec<f64>>,
    on_restart: RefCell<Option<Rc<dyn Fn()>>>,
    watch: RefCell<Option<Interval>>,
}

struct Pending {
    done: oneshot::Sender<Result<Answer, Problem>>,
    progress: Option<Box<dyn Fn(Progress)>>,
}

impl PartialEq for Engine {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Where the worker's loader lies: the page says so when the build named it by its content.
fn loader() -> String {
    let script = gloo::utils::document().query_selector("script[data-engine]").ok().flatten();
    script
        .and_then(|s| s.get_attribute("data-engine"))
        .unwrap_or_else(|| "./engine_worker_loader.js".to_owned())
}

impl Engine {
    /// Starts the worker whose loader lies beside the page.
    pub fn start() -> Self {
        let inner = Rc::new(Inner {
            port: RefCell::new(None),
            next_id: Cell::new(1),
            workspace: RefCell::default(),
            columns: RefCell::default(),
            pending: RefCell::default(),
            unanswered: Cell::new(0),
            heard: Cell::new(0),
            deaths: RefCell::default(),
            on_restart: RefCell::new(None),
            watch: RefCell::new(None),
        });
        let weak = Rc::downgrade(&inner);
        let spawned = WorkerPort::spawn(&loader(), move |event| {
            if let Some(inner) = weak.upgrade() {
                Self(inner).hear(event);
            }
        });
        // Without a port every call answers at once that there is no worker.
        *inner.port.borrow_mut() = spawned.ok();
        let weak = Rc::downgrade(&inner);
        *inner.watch.borrow_mut() = Some(Interval::new(PING_EVERY_MS, move || {
            if let Some(inner) = weak.upgrade() {
                Self(inner).ping();
            }
        }));
        Self(inner)
    }

    /// Sets the workspace that the calls from now on are meant for; empty when none is open.
    pub fn set_workspace(&self, id: &str) {
        id.clone_into(&mut self.0.workspace.borrow_mut());
    }

    /// The workspace that calls are meant for now.
    pub fn workspace(&self) -> String {
        self.0.workspace.borrow().clone()
    }

    /// Sets what is made of the columns in all calls from now on; whether that is anything new.
    pub fn set_columns(&self, columns: Columns) -> bool {
        let is_new = **self.0.columns.borrow() != columns;
        if is_new {
            self.0.columns.replace(Rc::new(columns));
        }
        is_new
    }

    /// What is made of the columns in calls now.
    pub fn columns(&self) -> Rc<Columns> {
        self.0.columns.borrow().clone()
    }

    /// Sets what is done after the worker was started again: everything it held is gone.
    pub fn on_restart(&self, f: impl Fn() + 'static) {
        *self.0.on_restart.borrow_mut() = Some(Rc::new(f));
    }

    /// Asks for one thing.
    pub async fn call(&self, call: Call) -> Result<Answer, Problem> {
        self.begin(call, &[], None).1.await
    }

    /// Asks for one thing that takes files and says how far it is. The number cancels it.
    pub fn begin(
        &self,
        call: Call,
        files: &[File],
        progress: Option<Box<dyn Fn(Progress)>>,
    ) -> (u32, impl Future<Output = Result<Answer, Problem>> + 'static) {
        let id = self.0.next_id.get();
        self.0.next_id.set(id + 1);
        let (done, answer) = oneshot::channel();
        self.0.pending.borrow_mut().insert(id, Pending { done, progress });
        let (workspace, columns) = (self.workspace(), self.columns());
        let message = ToWorker::Call { id, workspace, columns, call };
        if let Err(problem) = self.post(&message, files) {
            self.finish(id, Err(problem));
        }
        (id, async move { answer.await.unwrap_or(Err(Problem::WorkerStopped)) })
    }

    /// Stops a call; it ends with [`Problem::Cancelled`] unless it was done already.
    pub fn cancel(&self, id: u32) {
        // A worker that cannot be reached has nothing to cancel.
        let _ = self.post(&ToWorker::Cancel(id), &[]);
    }

    /// Cancels a call as the user asked for: also when the worker hangs, which is started again then.
    pub fn stop(&self, id: u32) {
        self.cancel(id);
        let heard = self.0.heard.get();
        let weak = Rc::downgrade(&self.0);
        Timeout::new(CANCEL_WITHIN_MS, move || {
            if let Some(inner) = weak.upgrade() {
                Self(inner).cancel_without_it(id, heard);
            }
        })
        .forget();
    }

    /// Ends a call that should have been cancelled by now, when its worker has said nothing since:
    /// with the worker, since it hangs.
    fn cancel_without_it(&self, id: u32, heard: u32) {
        let port = self.0.port.borrow().clone().filter(|port| !port.is_starting());
        let hangs = heard == self.0.heard.get() && self.0.pending.borrow().contains_key(&id);
        if let Some(port) = port.filter(|_| hangs) {
            self.finish(id, Err(Problem::Cancelled));
            if let Err(e) = port.restart("did not hear a cancel") {
                self.hear(WorkerEvent::Died(format!("{e:?}")));
            }
        }
    }

    fn post(&self, message: &ToWorker, files: &[File]) -> Result<(), Problem> {
        let id = match message {
            ToWorker::Call { id, .. } => Some(*id),
            ToWorker::Cancel(_) | ToWorker::Ping(_) => None,
        };
        let value = web::codec::to_js(message, id, files).map_err(Problem::Internal)?;
        let port = self.0.port.borrow().clone().ok_or(Problem::WorkerFails)?;
        port.post(value).map_err(|e| Problem::Internal(format!("{e:?}")))
    }

    fn hear(&self, event: WorkerEvent) {
        self.0.unanswered.set(0);
        self.0.heard.set(self.0.heard.get().wrapping_add(1));
        let (message, value) = match event {
            WorkerEvent::Message(value) => (web::codec::from_js(&value), value),
            WorkerEvent::Died(reason) => {
                web_sys::console::warn_1(&format!("worker stopped: {reason}").into());
                let fails = self.keeps_dying();
                if fails {
                    // What it is given kills it: every call answers from now on that it fails.
                    self.0.port.borrow_mut().take();
                }
                let all: Vec<_> = self.0.pending.borrow_mut().drain().collect();
                for (_, pending) in all {
                    let problem = if fails { Problem::WorkerFails } else { Problem::WorkerStopped };
                    // The one who asked may be gone: a component that left the screen.
                    let _ = pending.done.send(Err(problem));
                }
                let restart = self.0.on_restart.borrow().clone();
                if let Some(f) = restart {
                    f();
                }
                return;
            }
        };
        match message {
            Ok(FromWorker::Done { id, result }) => self.finish(id, result),
            Ok(FromWorker::Progress { id, progress }) => {
                if let Some(Pending { progress: Some(f), .. }) = self.0.pending.borrow().get(&id) {
                    f(progress);
                }
            }
            Ok(FromWorker::Pong(_)) => {}
            Err(why) => match web::codec::id_of(&value) {
                Some(id) => self.finish(id, Err(Problem::NotUnderstood(why))),
                None => web_sys::console::error_1(&format!("worker message: {why}").into()),
            },
        }
    }

    fn keeps_dying(&self) -> bool {
        let now = web::clock::now_ms();
        let mut deaths = self.0.deaths.borrow_mut();
        deaths.retain(|at| now - at < DEATHS_WITHIN_MS);
        deaths.push(now);
        deaths.len() >= DEATHS
    }

    fn finish(&self, id: u32, result: Result<Answer, Problem>) {
        let pending = self.0.pending.borrow_mut().remove(&id);
        if let Some(pending) = pending {
            // The one who asked may be gone: a component that left the screen.
            let _ = pending.done.send(result);
        }
    }

    fn ping(&self) {
        let starting = self.0.port.borrow().as_ref().is_some_and(WorkerPort::is_starting);
        if starting || self.0.pending.borrow().is_empty() {
            self.0.unanswered.set(0);
            return;
        }
        let unanswered = self.0.unanswered.get();
        self.0.unanswered.set(unanswered + 1);
        if unanswered >= PINGS_UNANSWERED {
            self.0.unanswered.set(0);
            let port = self.0.port.borrow().clone();
            if let Some(Err(e)) = port.map(|p| p.restart("no answer")) {
                web_sys::console::error_2(&"worker cannot be started".into(), &e);
            }
            return;
        }
        let _ = self.post(&ToWorker::Ping(unanswered), &[]);
    }
}
