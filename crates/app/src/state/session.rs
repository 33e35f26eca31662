//! The session: snapshots, which of them is on show, work in progress. Not saved, not undone.

use engine::message::{DamagedSnapshot, Problem, Progress, SnapshotInfo};
use std::rc::Rc;
use table::SnapshotId;
use web_sys::File;
use yew::prelude::*;

/// Long work that the status line shows, with its cancel.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// The engine's call, for cancelling.
    pub call: u32,
    /// How far it is.
    pub progress: Progress,
}

/// Something the user should know, shown until dismissed.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// It went wrong, and nothing was changed.
    Problem(Problem),
    /// The document does not take an edit: a message id.
    Refused(&'static str),
    /// Something could not be done: the ids of the messages that say what, and what to do.
    Failed(&'static str, &'static str),
    /// It went well: a message id and its already formatted arguments.
    Done(&'static str, Vec<(&'static str, String)>),
}

/// The session. One slice: it changes seldom.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    /// All snapshots, by date.
    pub snapshots: Rc<Vec<SnapshotInfo>>,
    /// Snapshots in the database that cannot be read, less those that the user wants to keep for now.
    pub damaged: Rc<Vec<DamagedSnapshot>>,
    /// Whether the workspace's snapshots have been loaded.
    pub loaded: bool,
    /// Counts up whenever the engine's data changed; views ask again.
    pub revision: u32,
    /// What the user chose to look at; `None` is the newest.
    pub as_of_choice: Option<SnapshotId>,
    /// What the user chose to compare with; `None` is the one before.
    pub compared_choice: Option<SnapshotId>,
    /// Files that were dropped or chosen and wait for the wizard.
    pub incoming: Rc<Vec<File>>,
    /// A snapshot that the incoming file takes the place of.
    pub replacing: Option<SnapshotId>,
    /// Long work under way.
    pub work: Option<Work>,
    /// The newest notice.
    pub notice: Option<Notice>,
}

impl Session {
    /// The snapshot on show.
    pub fn as_of(&self) -> Option<&SnapshotInfo> {
        self.as_of_choice
            .and_then(|id| self.snapshots.iter().find(|s| s.id == id))
            .or_else(|| self.snapshots.last())
    }

    /// The snapshot that the one on show is compared with: always an earlier one.
    pub fn compared(&self) -> Option<&SnapshotInfo> {
        let now = self.as_of()?;
        self.compared_choice
            .and_then(|id| self.snapshots.iter().find(|s| s.id == id && s.date < now.date))
            .or_else(|| self.snapshots.iter().rev().find(|s| s.date < now.date))
    }
}

/// What can happen to the session.
#[derive(Debug)]
pub enum SessionAction {
    /// The engine's snapshots are these now.
    Snapshots(Vec<SnapshotInfo>),
    /// These cannot be read.
    Damaged(Vec<DamagedSnapshot>),
    /// Say nothing more about this one, which cannot be read.
    DamagedSettled(SnapshotId),
    /// Look at this one.
    AsOf(Option<SnapshotId>),
    /// Compare with this one.
    Compare(Option<SnapshotId>),
    /// Files came in: beside those that wait already, or one to take the place of a snapshot.
    Incoming(Vec<File>, Option<SnapshotId>),
    /// These files wait no longer: they were read, or left out.
    Settled(Rc<Vec<File>>),
    /// Long work began.
    Work(Work),
    /// The work with this call ended; work of another call goes on.
    WorkEnded(u32),
    /// Progress of the work with this call; begins it where none is under way.
    Progress(u32, Progress),
    /// Tell the user.
    Notice(Option<Notice>),
    /// Another workspace: forget everything of this one.
    Reset,
}

impl Reducible for Session {
    type Action = SessionAction;

    fn reduce(self: Rc<Self>, action: SessionAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            SessionAction::Snapshots(list) => {
                next.snapshots = Rc::new(list);
                next.loaded = true;
                next.revision += 1;
            }
            SessionAction::Damaged(list) => next.damaged = Rc::new(list),
            SessionAction::DamagedSettled(id) => {
                Rc::make_mut(&mut next.damaged).retain(|d| d.id != id);
            }
            SessionAction::AsOf(id) => next.as_of_choice = id,
            SessionAction::Compare(id) => next.compared_choice = id,
            SessionAction::Incoming(files, replacing) => {
                let incoming = Rc::make_mut(&mut next.incoming);
                if replacing.is_some() {
                    incoming.clear();
                }
                // one file never takes the place of two: with others beside it, it takes none's
                incoming.extend(files);
                next.replacing = replacing;
            }
            SessionAction::Settled(files) => {
                Rc::make_mut(&mut next.incoming).retain(|file| !files.contains(file));
                if next.incoming.is_empty() {
                    next.replacing = None;
                }
            }
            SessionAction::Work(work) => next.work = Some(work),
            SessionAction::WorkEnded(call) => match &next.work {
                Some(work) if work.call == call => next.work = None,
                _ => return self,
            },
            SessionAction::Progress(call, progress) => match &mut next.work {
                // a view that takes long
                None => next.work = Some(Work { call, progress }),
                Some(work) if work.call == call => work.progress = progress,
                _ => return self,
            },
            SessionAction::Notice(notice) => next.notice = notice,
            SessionAction::Reset => {
                // files given before the first workspace is open wait for it
                let incoming = if self.loaded { Rc::default() } else { self.incoming.clone() };
                next = Self { revision: self.revision + 1, incoming, ..Self::default() };
            }
        }
        Rc::new(next)
    }
}

/// The session, re-rendering on its changes.
#[hook]
pub fn use_session() -> Rc<Session> {
    use_context::<Rc<Session>>().unwrap_or_default()
}
