//! What the user can do that touches more than one screen. One value for the whole life of the page,
//! so that passing it never re-renders.

mod steps;

use super::document::SharedDesk;
use super::{DocumentState, Notice, Session, SessionAction, Work};
use crate::client::Engine;
use crate::route::Route;
use crate::text::{Language, Text};
use engine::message::{Answer, Call, Columns, Phase, Problem, Progress, SnapshotInfo};
use futures::future::LocalBoxFuture;
use plan::{Document, Edit, Gesture};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use steps::Steps;
use web_sys::File;
use yew::prelude::*;

/// The actions. Equal as long as the page lives.
#[derive(Clone)]
pub struct Actions(Rc<Inner>);

/// Makes an empty workspace of a name and opens it.
pub type OpenFresh = Rc<dyn Fn(String) -> LocalBoxFuture<'static, Result<(), Problem>>>;

/// Whether the snapshots of the open workspace are here.
#[derive(Clone, Copy, PartialEq)]
enum Data {
    Loading,
    Loaded,
    Failed,
}

struct Inner {
    engine: Engine,
    session: UseReducerDispatcher<Session>,
    desk: SharedDesk,
    show: Callback<DocumentState>,
    gesture: Cell<u64>,
    newest: Cell<Option<table::SnapshotId>>,
    opening: Cell<bool>,
    data: Cell<Data>,
    open_fresh: RefCell<Option<OpenFresh>>,
    steps: RefCell<Steps>,
}

impl PartialEq for Actions {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Actions {
    /// The actions over these parts.
    pub fn new(
        engine: Engine,
        session: UseReducerDispatcher<Session>,
        desk: SharedDesk,
        show: Callback<DocumentState>,
    ) -> Self {
        Self(Rc::new(Inner {
            engine,
            session,
            desk,
            show,
            gesture: Cell::new(0),
            newest: Cell::new(None),
            opening: Cell::new(false),
            data: Cell::new(Data::Loading),
            open_fresh: RefCell::default(),
            steps: RefCell::default(),
        }))
    }

    /// The engine, for calls that belong to one screen.
    pub fn engine(&self) -> &Engine {
        &self.0.engine
    }

    /// The desk, for the workspace's persistence.
    pub fn desk(&self) -> &SharedDesk {
        &self.0.desk
    }

    /// Says whether a workspace is being opened: what would change snapshots waits until it is.
    pub fn set_opening(&self, opening: bool) {
        self.0.opening.set(opening);
    }

    /// Sets the workspace that everything from now on is meant for; empty when none is open. Its
    /// snapshots are not here yet.
    pub fn set_workspace(&self, id: &str) {
        self.0.engine.set_workspace(id);
        // those of the document that is left say nothing of what is opened
        self.0.engine.set_columns(Columns::default());
        self.0.steps.replace(Steps::default());
        self.0.newest.set(None);
        self.0.data.set(Data::Loading);
    }

    /// Sets how an empty workspace is opened.
    pub fn set_open_fresh(&self, open: OpenFresh) {
        self.0.open_fresh.replace(Some(open));
    }

    /// Changes the session.
    pub fn session(&self, action: SessionAction) {
        self.0.session.dispatch(action);
    }

    /// Tells the user.
    pub fn notify(&self, notice: Notice) {
        self.session(SessionAction::Notice(Some(notice)));
    }

    /// Runs something asynchronous; a failure becomes a notice (a cancel does not).
    pub fn run(&self, work: impl Future<Output = Result<(), Problem>> + 'static) {
        let actions = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            match work.await {
                Ok(()) | Err(Problem::Cancelled) => {}
                Err(problem) => actions.notify(Notice::Problem(problem)),
            }
        });
    }

    // --- the document

    /// A number for a new gesture: edits with the same one are one undo step.
    pub fn new_gesture(&self) -> Gesture {
        self.0.gesture.set(self.0.gesture.get() + 1);
        Gesture::Part(self.0.gesture.get())
    }

    /// Makes an edit. False, with a notice, when the document does not take it.
    pub fn edit(&self, edit: Edit, gesture: Gesture) -> bool {
        if !self.0.desk.borrow().writable() {
            return false;
        }
        let result = self.0.desk.borrow_mut().apply(edit, gesture);
        self.0.steps.borrow_mut().edited();
        self.shown(result.map(|()| true))
    }

    /// Makes an edit that depends on the document as it is now.
    pub fn edit_with(&self, make: impl FnOnce(&Document) -> Edit, gesture: Gesture) -> bool {
        let edit = make(self.0.desk.borrow().document());
        self.edit(edit, gesture)
    }

    /// Shows the desk's document, after the desk was changed past these actions.
    pub fn show_document(&self) {
        let mut state = self.0.desk.borrow().state();
        let (undo, redo) = self.0.steps.borrow().counts();
        state.undo_steps += undo;
        state.redo_steps += redo;
        // before the screens ask: what they ask by new names is answered under these
        if self.0.engine.set_columns(state.document.columns()) && self.0.data.get() == Data::Loaded
        {
            self.see_columns();
        }
        self.0.show.emit(state);
    }

    /// Brings what is known of the snapshots to the columns as they are now.
    fn see_columns(&self) {
        let (actions, meant) = (self.clone(), self.0.engine.workspace());
        self.run(async move {
            let answer = actions.0.engine.call(Call::Snapshots).await?;
            if let (Answer::Snapshots(list), true) = (answer, actions.0.engine.workspace() == meant)
            {
                actions.0.steps.borrow_mut().know(&list);
                actions.session(SessionAction::Snapshots(list));
            }
            Ok(())
        });
    }

    fn shown(&self, result: Result<bool, plan::EditError>) -> bool {
        match result {
            Ok(_) => {
                self.show_document();
                true
            }
            Err(e) => {
                self.notify(Notice::Refused(e.key()));
                false
            }
        }
    }

    // --- data

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
    async fn ready(&self) -> Result<String, Problem> {
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
        let id = Rc::new(Cell::new(0));
        let progress = {
            let (actions, id) = (self.clone(), id.clone());
            move |p: Progress| actions.session(SessionAction::Progress(id.get(), p))
        };
        let (call_id, answer) = self.0.engine.begin(call, files, Some(Box::new(progress)));
        id.set(call_id);
        known(call_id);
        let progress = Progress { phase, ..Progress::default() };
        self.session(SessionAction::Work(Work { call: call_id, progress }));
        let result = answer.await;
        self.session(SessionAction::WorkEnded(call_id));
        result
    }

    /// Stops the work with this call.
    pub fn cancel(&self, call: u32) {
        self.0.engine.stop(call);
    }

    /// Makes the sample, gives it a scorecard, and shows the scores. A workspace that holds anything
    /// already stays as it is: the sample gets one of its own.
    pub fn sample(&self, accounts: u32, japanese: bool) {
        let actions = self.clone();
        self.run(async move {
            actions.ready().await?;
            let used = actions.newest_snapshot().is_some()
                || !actions.0.desk.borrow().document().model().cards.is_empty()
                || !actions.0.desk.borrow().document().kpi_trees().is_empty();
            if used {
                actions.open_for_sample(japanese).await?;
            }
            let today = super::today();
            // The last snapshot is this week's Monday; 1970-01-01 was a Thursday.
            let last_date = table::Day(today.0 - (today.0 + 3).rem_euclid(7));
            let call = Call::Sample { accounts, weeks: 12, last_date, japanese };
            let made = actions.snapshots_by(call, &[]).await?;
            if actions.0.desk.borrow().document().model().cards.is_empty() {
                crate::scoring::apply_template(&actions, engine::message::TemplateKind::Dear)
                    .await?;
            }
            if actions.0.desk.borrow().document().kpi_trees().is_empty() {
                crate::kpi::add_sample_tree(&actions, japanese, made.last());
            }
            if actions.0.desk.borrow().document().canvases().is_empty() {
                crate::strategy::add_sample_canvas(&actions, japanese);
            }
            if actions.0.desk.borrow().document().journeys().is_empty() {
                crate::journey::add_sample_journey(&actions, japanese);
            }
            if used {
                actions.notify(Notice::Done("workspace-sample-apart", Vec::new()));
            }
            Route::Score.go();
            Ok(())
        });
    }

    async fn open_for_sample(&self, japanese: bool) -> Result<(), Problem> {
        let open = self.0.open_fresh.borrow().clone().ok_or(Problem::NotOpen)?;
        let text = Text::new(if japanese { Language::Ja } else { Language::En });
        open(text.t("workspace-sample-name").to_string()).await
    }
}

/// The actions.
///
/// # Panics
/// Outside of the app's context provider, which is a defect.
#[hook]
#[expect(clippy::expect_used, reason = "a component outside of the provider is a defect")]
pub fn use_actions() -> Actions {
    use_context::<Actions>().expect("inside the app")
}
