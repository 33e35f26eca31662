//! What the screens know of the open workspace and of the others.

use super::stored::OpenProblem;
use std::rc::Rc;
use web::db::{StorageError, Workspace};
use web::saver::SaveState;
use web::storage::StorageUse;
use yew::prelude::*;

/// How far the opening is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Phase {
    /// It is being read.
    #[default]
    Opening,
    /// It is open; this tab may edit.
    Writing,
    /// It is open; another tab edits, this one follows.
    Following,
    /// It could not be opened.
    Failed(OpenProblem),
}

/// The workspace slice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WorkspaceState {
    /// The open workspace.
    pub id: Option<AttrValue>,
    /// How far the opening is.
    pub phase: Phase,
    /// Whether the edits are saved.
    pub save: SaveState,
    /// Whether its snapshots could not be loaded, or the user has cancelled that.
    pub data_missing: bool,
    /// Edits that could not become part of the document, as text for a file.
    pub left_over: Option<Rc<str>>,
    /// All workspaces of this browser, the one changed last first.
    pub list: Rc<[Workspace]>,
    /// The room in use, where the browser tells.
    pub room: Option<StorageUse>,
    /// Whether the browser has agreed not to clear the data by itself.
    pub persisted: bool,
    /// Why the database is gone, if so: the page must be loaded again.
    pub lost: Option<StorageError>,
}

impl WorkspaceState {
    /// Whether another tab edits.
    pub fn follows(&self) -> bool {
        self.phase == Phase::Following
    }
}

/// What can happen to the workspace slice.
#[derive(Debug)]
pub enum WorkspaceAction {
    /// This workspace is being opened.
    Opening(AttrValue),
    /// It is open, or another tab has begun or ended to write.
    Phase(Phase),
    /// The state of saving.
    Save(SaveState),
    /// Whether the snapshots could not be loaded.
    DataMissing(bool),
    /// What could not become part of the document.
    LeftOver(Option<Rc<str>>),
    /// All workspaces.
    List(Vec<Workspace>),
    /// Room in use, and whether it is safe from clearing.
    Room(Option<StorageUse>, bool),
    /// The database is gone.
    Lost(StorageError),
}

impl Reducible for WorkspaceState {
    type Action = WorkspaceAction;

    fn reduce(self: Rc<Self>, action: WorkspaceAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            WorkspaceAction::Opening(id) => {
                next.id = Some(id);
                next.phase = Phase::Opening;
                next.save = SaveState::Saved;
                next.left_over = None;
                next.data_missing = false;
            }
            WorkspaceAction::Phase(phase) => {
                if phase == Phase::Following {
                    next.save = SaveState::Saved;
                }
                next.phase = phase;
            }
            WorkspaceAction::Save(save) => next.save = save,
            WorkspaceAction::DataMissing(missing) => next.data_missing = missing,
            WorkspaceAction::LeftOver(lines) => next.left_over = lines,
            WorkspaceAction::List(list) => next.list = list.into(),
            WorkspaceAction::Room(room, persisted) => {
                next.room = room;
                next.persisted = persisted;
            }
            WorkspaceAction::Lost(reason) => next.lost = Some(reason),
        }
        if next == *self { self } else { Rc::new(next) }
    }
}

/// The workspace slice, re-rendering on its changes.
#[hook]
pub fn use_workspace() -> Rc<WorkspaceState> {
    use_context::<Rc<WorkspaceState>>().unwrap_or_default()
}
