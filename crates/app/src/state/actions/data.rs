//! What is done with snapshots: files taken in, and calls that show in the status line while they last.

use super::{Actions, Data};
use crate::route::Route;
use crate::state::{Notice, SessionAction, Work};
use engine::message::{Answer, Call, Phase, Problem, Progress, SnapshotInfo};
use futures::future::LocalBoxFuture;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::File;

impl Actions {
    /// The newest snapshot, as the engine last said.
    pub fn newest_snapshot(&self) -> Option<table::SnapshotId> {
        self.0.newest.get()
    }

    /// Takes files that were dropped or chosen to the wizard.
    pub fn take_files(&self, files: Vec<File>, replacing: Option<table::SnapshotId>) {
        if !files.is_empty() {
            self.session(SessionAction::Incoming(files, replacing));
            Route::Data.go();
        }
    }

    /// A call that shows in the status line, can be cancelled there, and gives snapshots.
    pub async fn snapshots_by(
        &self,
        call: Call,
        files: &[File],
    ) -> Result<Vec<SnapshotInfo>, Problem> {
        self.snapshots_known(call, files, |_| {}).await
    }

    /// As [`snapshots_by`](Self::snapshots_by); `known` hears the number of the call.
    pub async fn snapshots_known(
        &self,
        call: Call,
        files: &[File],
        known: impl FnOnce(u32),
    ) -> Result<Vec<SnapshotInfo>, Problem> {
        let opens = matches!(call, Call::Open { .. });
        let meant = match &call {
            Call::Open { workspace } => workspace.clone(),
            _ => self.ready().await?,
        };
        let columns = self.0.engine.columns();
        let result = self.work_known(call, files, known).await;
        if self.0.engine.workspace() != meant {
            // The user has gone on to another workspace, of which this says nothing.
            return Err(Problem::Cancelled);
        }
        if let Ok(Answer::Opened { damaged, .. }) = &result {
            self.session(SessionAction::Damaged(damaged.clone()));
            if !damaged.is_empty() {
                let count = vec![("count", damaged.len().to_string())];
                self.notify(Notice::Done("workspace-snapshots-damaged", count));
            }
        }
        if opens {
            self.0.data.set(if result.is_ok() { Data::Loaded } else { Data::Failed });
        }
        match result? {
            Answer::Snapshots(list) | Answer::Opened { snapshots: list, .. } => {
                self.0.newest.set(list.last().map(|s| s.id));
                self.0.steps.borrow_mut().know(&list);
                self.session(SessionAction::Snapshots(list.clone()));
                if columns != self.0.engine.columns() {
                    // the document was read, or edited, meanwhile
                    self.see_columns();
                }
                Ok(list)
            }
            other => Err(Problem::unexpected(&other)),
        }
    }

    /// Waits until the workspace is open, and tells whether this tab may edit it; the user hears when it may not.
    pub async fn may_edit(&self) -> bool {
        while self.0.opening.get() {
            gloo::timers::future::TimeoutFuture::new(20).await;
        }
        let may = self.0.desk.borrow().writable();
        if !may {
            self.notify(Notice::Done("workspace-refused", Vec::new()));
        }
        may
    }

    /// Waits until the workspace and its snapshots are open for changes, and gives its id.
    pub(super) async fn ready(&self) -> Result<String, Problem> {
        let meant = self.0.engine.workspace();
        loop {
            // Else another tab is the writer: it would not know of these snapshots.
            if !self.may_edit().await {
                return Err(Problem::Cancelled);
            }
            match self.0.data.get() {
                Data::Loading => gloo::timers::future::TimeoutFuture::new(20).await,
                Data::Loaded => break,
                Data::Failed => return Err(Problem::NotOpen),
            }
        }
        let now = self.0.engine.workspace();
        // Before the first opening there is none to mean.
        if meant.is_empty() || meant == now { Ok(now) } else { Err(Problem::Cancelled) }
    }

    /// A call that shows in the status line and can be cancelled there.
    pub async fn work(&self, call: Call, files: &[File]) -> Result<Answer, Problem> {
        self.work_known(call, files, |_| {}).await
    }

    /// As [`work`](Self::work); `known` hears the number of the call before it is carried out.
    pub async fn work_known(
        &self,
        call: Call,
        files: &[File],
        known: impl FnOnce(u32),
    ) -> Result<Answer, Problem> {
        let phase = match call {
            Call::Sample { .. } => Phase::Making,
            Call::Open { .. } | Call::ReadWorkspace { .. } => Phase::Loading,
            Call::SaveWorkspace { .. } | Call::Export { .. } => Phase::Storing,
            _ => Phase::Reading,
        };
        let (call_id, answer) = self.begin(call, files);
        known(call_id);
        let progress = Progress { phase, ..Progress::default() };
        self.session(SessionAction::Work(Work { call: call_id, progress }));
        answer.await
    }

    /// Begins a call: its number, and the answer to wait for. It is seen in the status line once it says how far it is,
    /// which it does when it takes long.
    pub fn begin(
        &self,
        call: Call,
        files: &[File],
    ) -> (u32, LocalBoxFuture<'static, Result<Answer, Problem>>) {
        let id = Rc::new(Cell::new(0));
        let progress = {
            let (actions, id) = (self.clone(), id.clone());
            move |progress| actions.session(SessionAction::Progress(id.get(), progress))
        };
        let (number, answer) = self.0.engine.begin(call, files, Some(Box::new(progress)));
        id.set(number);
        let actions = self.clone();
        let ended = async move {
            let result = answer.await;
            actions.session(SessionAction::WorkEnded(number));
            result
        };
        (number, Box::pin(ended))
    }

    /// Stops the work with this call.
    pub fn cancel(&self, call: u32) {
        self.0.engine.stop(call);
    }
}
