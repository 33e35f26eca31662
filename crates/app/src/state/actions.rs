//! What the user can do that touches more than one screen. One value for the whole life of the page,
//! so that passing it never re-renders.

mod data;
mod sample;
mod steps;

use super::document::SharedDesk;
use super::{DocumentState, Notice, Session, SessionAction};
use crate::client::Engine;
use engine::message::{Answer, Call, Columns, Problem};
use futures::future::LocalBoxFuture;
use plan::{Document, Edit, Gesture};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use steps::Steps;
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
        self.run_boxed(Box::pin(work));
    }

    /// One for all kinds of work, which makes each kind smaller.
    fn run_boxed(&self, work: LocalBoxFuture<'static, Result<(), Problem>>) {
        let actions = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            match work.await {
                Ok(()) | Err(Problem::Cancelled) => {}
                Err(problem) => actions.notify(Notice::Problem(problem)),
            }
        });
    }

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

    /// Works out the derived columns that the user did not want to wait for.
    pub fn work_out(&self) {
        self.see_columns_by(Call::WorkOut);
    }

    /// Brings what is known of the snapshots to the columns as they are now.
    fn see_columns(&self) {
        self.see_columns_by(Call::Snapshots);
    }

    fn see_columns_by(&self, call: Call) {
        let (actions, meant) = (self.clone(), self.0.engine.workspace());
        let (_, answer) = self.begin(call, &[]);
        self.run(async move {
            let answer = answer.await?;
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
