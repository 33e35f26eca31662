//! Hears the page, carries out its calls, answers.

use crate::heard::Heard;
use crate::{archive, decode, export, import, journey, kpi_tree, open, persist, sample};
use engine::Engine;
use engine::message::{
    Answer, Call, Columns, FromWorker, Phase, Problem, Progress, SnapshotInfo, ToWorker,
};
use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

/// Whether what began at a moment (milliseconds, of [`web::clock::now_ms`]) has lasted so long that it says how far it is.
pub(crate) fn takes_long(begin: f64) -> bool {
    const SOON_MS: f64 = 300.0;
    web::clock::now_ms() - begin > SOON_MS
}

/// What the worker holds as long as it lives.
pub(crate) struct Host {
    scope: DedicatedWorkerGlobalScope,
    pub(crate) engine: RefCell<Engine>,
    pub(crate) storage: persist::Storage,
    under_way: RefCell<HashSet<u32>>,
    cancelled: RefCell<HashSet<u32>>,
    /// Calls that change the snapshots come one after the other.
    pub(crate) changing: Cell<bool>,
}

/// What answers a call of an area that not everybody comes to: in a box, so that its code is no part of what
/// answers all calls, and can come later than that.
pub(crate) type Answering<'a> = Pin<Box<dyn Future<Output = Result<Answer, Problem>> + 'a>>;

/// One call under way.
#[derive(Clone)]
pub(crate) struct Task {
    pub(crate) host: Rc<Host>,
    /// The workspace that the page had open when it asked.
    pub(crate) workspace: String,
    id: u32,
}

/// Starts to listen, and says so.
pub(crate) fn start() {
    table::fold::use_normaliser(web::unicode::nfkc);
    table::decimal::use_reader(table::decimal::own);
    table::decoder::use_decoders(decode::decoder);
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let dying = scope.clone();
    std::panic::set_hook(Box::new(move |info| {
        web_sys::console::error_1(&info.to_string().into());
        // Nothing more can be done about a page that cannot be told.
        let _ = dying.post_message(&web::worker::PANICKED.into());
    }));
    let host = Rc::new(Host {
        scope: scope.clone(),
        engine: RefCell::default(),
        storage: persist::Storage::default(),
        under_way: RefCell::default(),
        cancelled: RefCell::default(),
        changing: Cell::new(false),
    });
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        host.clone().hear(&event.data());
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    // A page that cannot be told waits; it asks again by itself.
    let _ = scope.post_message(&web::worker::READY.into());
}

impl Host {
    fn hear(self: Rc<Self>, data: &JsValue) {
        match Heard::of(data) {
            Heard::Message(ToWorker::Ping(n), _) => self.post(&FromWorker::Pong(n)),
            Heard::Message(ToWorker::Cancel(id), _) => {
                if self.under_way.borrow().contains(&id) {
                    self.cancelled.borrow_mut().insert(id);
                }
            }
            Heard::Message(ToWorker::Call { id, workspace, columns, call }, files) => {
                self.begin(id, workspace, columns, call, files);
            }
            Heard::Refused(answer) => self.post(&answer),
            Heard::Noise(why) => web_sys::console::error_1(&format!("message: {why}").into()),
        }
    }

    fn begin(
        self: Rc<Self>,
        id: u32,
        workspace: String,
        columns: Rc<Columns>,
        call: Call,
        files: Vec<File>,
    ) {
        self.under_way.borrow_mut().insert(id);
        let task = Task { host: self.clone(), workspace, id };
        wasm_bindgen_futures::spawn_local(async move {
            self.engine.borrow_mut().see(&columns);
            let result = task.carry_out(call, files).await;
            self.under_way.borrow_mut().remove(&id);
            self.cancelled.borrow_mut().remove(&id);
            self.post(&FromWorker::Done { id, result });
        });
    }

    fn post(&self, message: &FromWorker) {
        let Err(why) = self.try_post(message) else { return };
        let FromWorker::Done { id, .. } = message else {
            web_sys::console::error_1(&format!("answer: {why}").into());
            return;
        };
        // an answer that cannot travel is one all the same
        let instead = FromWorker::Done { id: *id, result: Err(Problem::Internal(why)) };
        if let Err(why) = self.try_post(&instead) {
            web_sys::console::error_1(&format!("answer: {why}").into());
        }
    }

    fn try_post(&self, message: &FromWorker) -> Result<(), String> {
        let id = match message {
            FromWorker::Done { id, .. } => Some(*id),
            FromWorker::Progress { .. } | FromWorker::Pong(_) => None,
        };
        let value = web::codec::to_js(message, id, &[])?;
        self.scope.post_message(&value).map_err(|e| format!("{e:?}"))
    }
}

impl Task {
    async fn carry_out(&self, call: Call, files: Vec<File>) -> Result<Answer, Problem> {
        // what is opened or only looked at says nothing of the columns of what is there now
        if !matches!(call, Call::Open { .. } | Call::Look { .. }) {
            self.host.engine.borrow_mut().look_at(&call);
            // whoever asks for nothing else goes on without them
            let leaves = matches!(call, Call::Snapshots | Call::WorkOut);
            match self.make_columns(leaves).await {
                Err(Problem::Cancelled) if leaves => {
                    self.host.engine.borrow_mut().leave_columns();
                }
                result => result?,
            }
        }
        match call {
            Call::Look { overrides } => import::look(self, &files, &overrides).await,
            Call::Open { workspace } => open::open(self, workspace).await,
            Call::Import { files: plans, replace, in_place_of } => {
                import::import(self, &files, plans, replace, in_place_of).await
            }
            Call::Sample { accounts, weeks, last_date, japanese } => {
                sample::make(self, accounts, weeks, last_date, japanese).await
            }
            Call::DeleteSnapshot(id) => persist::delete(self, id).await,
            Call::SetDate(id, date) => persist::set_date(self, id, date).await,
            Call::SetRole { column, role } => persist::set_role(self, &column, role).await,
            Call::SetOutcomeMeaning { column, meaning } => {
                persist::set_outcome_meaning(self, &column, meaning).await
            }
            Call::SayOf(metas) => persist::say_of(self, metas).await,
            Call::Export { context, query, export } => {
                export::accounts(self, &context, &query, export).await
            }
            Call::Kpi { context, ask } => kpi_tree::answer(self, context, ask).await,
            Call::Journey { context, ask } => journey::answer(self, context, ask).await,
            Call::SaveWorkspace { document } => archive::save(self, document).await,
            Call::ReadWorkspace { workspace } => archive::read(self, &files, workspace).await,
            other => self.host.engine.borrow_mut().answer(other),
        }
    }

    /// Works out derived columns that are not yet; between one and the next other calls and a cancel are
    /// heard. With `tell`, progress is told when it takes long: by the call that can leave them, not by all that
    /// wait for them.
    pub(crate) async fn make_columns(&self, tell: bool) -> Result<(), Problem> {
        let begin = web::clock::now_ms();
        while self.host.engine.borrow_mut().make_column() {
            if tell && takes_long(begin) {
                let (done, total) = self.host.engine.borrow().columns_made();
                self.progress(Progress { phase: Phase::Columns, done, total, rows: 0 });
            }
            self.breathe().await?;
        }
        Ok(())
    }

    /// The snapshots as they are now, with all their columns. A cancel comes too late for what has changed, not
    /// for columns that are still to be worked out.
    pub(crate) async fn snapshots(&self) -> Vec<SnapshotInfo> {
        if self.make_columns(true).await.is_err() {
            self.host.engine.borrow_mut().leave_columns();
        }
        self.host.engine.borrow().infos()
    }

    /// Tells the page how far it is.
    pub(crate) fn progress(&self, progress: Progress) {
        self.host.post(&FromWorker::Progress { id: self.id, progress });
    }

    /// Ends the call when the user said so.
    pub(crate) fn go_on(&self) -> Result<(), Problem> {
        if self.host.cancelled.borrow().contains(&self.id) {
            Err(Problem::Cancelled)
        } else {
            Ok(())
        }
    }

    /// Lets the worker hear what came in meanwhile, and ends the call when that was a cancel.
    pub(crate) async fn breathe(&self) -> Result<(), Problem> {
        web::timers::future::TimeoutFuture::new(0).await;
        self.go_on()
    }

    /// Waits until no other call changes the snapshots, then is the one that does, until dropped.
    pub(crate) async fn change(&self) -> Result<Changing, Problem> {
        while self.host.changing.replace(true) {
            web::timers::future::TimeoutFuture::new(20).await;
            self.go_on()?;
        }
        Ok(Changing(self.host.clone()))
    }
}

/// The right to change the snapshots.
pub(crate) struct Changing(Rc<Host>);

impl Drop for Changing {
    fn drop(&mut self) {
        self.0.changing.set(false);
    }
}
