//! The state of the wizard.

use super::super::model::{Draft, DraftChange};
use engine::message::Problem;
use std::rc::Rc;
use table::{Day, Overrides, SnapshotId};
use web_sys::File;
use yew::prelude::*;

/// One incoming file.
#[derive(Clone, PartialEq)]
pub struct Entry {
    /// Its identity within the wizard.
    pub key: u32,
    /// The file.
    pub file: File,
    /// What the user said against the guess.
    pub overrides: Overrides,
    /// Counts up whenever the file must be looked at (again).
    pub generation: u32,
    /// How it will be read: the newest look that came back.
    pub draft: Option<Rc<Draft>>,
    /// Why it could not be looked at.
    pub problem: Option<Problem>,
    /// Whether a look is under way.
    pub looking: bool,
    /// The snapshot of its date that it takes the place of, as the user said.
    pub agreed: Option<SnapshotId>,
}

impl Entry {
    /// Its name.
    pub fn name(&self) -> String {
        self.file.name()
    }

    /// Its size in bytes.
    pub fn bytes(&self) -> u64 {
        // a size is a whole number far below 2⁵³
        self.file.size() as u64
    }
}

/// The state of the wizard.
#[derive(Clone, Default, PartialEq)]
pub struct WizardState {
    /// The files, in the order in which they came.
    pub entries: Vec<Entry>,
    /// Whose details are shown.
    pub shown: u32,
    /// The user wants to see the details although the files are read as last time.
    pub open: bool,
    /// The files are being read.
    pub importing: bool,
    /// The call that reads them, once it was sent.
    pub call: Option<u32>,
    /// Why they could not be read.
    pub problem: Option<Problem>,
    next_key: u32,
}

/// What can happen.
pub enum WizardAction {
    /// These files wait; those that were here already keep what was said about them.
    Files(Rc<Vec<File>>),
    /// Look at the file again, with this said against the guess.
    Override(u32, Overrides),
    /// A look came back: file, generation, outcome.
    Looked(u32, u32, Result<Box<Draft>, Problem>),
    /// Show this file's details.
    Show(u32),
    /// The user typed a date.
    Date(u32, Option<Day>),
    /// The user changed how a file is read.
    Change(u32, DraftChange),
    /// Show the details of files that are read as last time.
    Open,
    /// The file takes the place of this snapshot, which has its date, or of none.
    Agree(u32, Option<SnapshotId>),
    /// Reading was asked for.
    Import,
    /// Reading began, as this call.
    Begun(u32),
    /// Reading ended: well, or stopped by the user, or with a problem.
    Ended(Option<Problem>),
}

impl WizardState {
    /// The file whose details are shown.
    pub fn shown_entry(&self) -> Option<&Entry> {
        self.entries.iter().find(|e| e.key == self.shown).or_else(|| self.entries.first())
    }

    /// Whether every file is read as a file with its columns was read before.
    pub fn all_remembered(&self) -> bool {
        !self.entries.is_empty()
            && self.entries.iter().all(|e| e.draft.as_ref().is_some_and(|d| d.remembered))
    }

    /// Whether every look came back well.
    pub fn all_looked(&self) -> bool {
        self.entries.iter().all(|e| !e.looking && e.problem.is_none() && e.draft.is_some())
    }

    fn take(&mut self, files: &[File]) {
        let old = std::mem::take(&mut self.entries);
        for file in files {
            let known = old.iter().find(|e| e.file == *file).cloned();
            let entry = known.unwrap_or_else(|| {
                self.next_key += 1;
                Entry {
                    key: self.next_key,
                    file: file.clone(),
                    overrides: Overrides::default(),
                    generation: 0,
                    draft: None,
                    problem: None,
                    looking: true,
                    agreed: None,
                }
            });
            self.entries.push(entry);
        }
        self.problem = None;
    }

    fn entry(&mut self, key: u32) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|e| e.key == key)
    }

    fn looked(&mut self, key: u32, generation: u32, result: Result<Box<Draft>, Problem>) {
        let Some(entry) = self.entry(key).filter(|e| e.generation == generation) else { return };
        entry.looking = false;
        match result {
            Ok(mut draft) => {
                if let Some(before) = &entry.draft {
                    draft.keep_choices_of(before);
                }
                entry.draft = Some(Rc::new(*draft));
                entry.problem = None;
            }
            Err(problem) => entry.problem = Some(problem),
        }
    }

    /// Changes the file and every other one with the same columns.
    fn change(&mut self, key: u32, change: DraftChange) {
        let signature = |e: &Entry| e.draft.as_ref().map(|d| d.signature());
        let Some(same) = self.entries.iter().find(|e| e.key == key).and_then(signature) else {
            return;
        };
        self.open |= self.all_remembered();
        for entry in &mut self.entries {
            if signature(entry) == Some(same)
                && let Some(draft) = &mut entry.draft
            {
                Rc::make_mut(draft).change(change);
            }
        }
    }
}

impl Reducible for WizardState {
    type Action = WizardAction;

    fn reduce(self: Rc<Self>, action: WizardAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            WizardAction::Files(files) => next.take(&files),
            WizardAction::Override(key, overrides) => {
                if let Some(entry) = next.entry(key) {
                    entry.overrides = overrides;
                    entry.generation += 1;
                    entry.looking = true;
                }
            }
            WizardAction::Looked(key, generation, result) => next.looked(key, generation, result),
            WizardAction::Show(key) => next.shown = key,
            WizardAction::Date(key, date) => {
                if let Some(entry) = next.entry(key) {
                    entry.agreed = None;
                    if let Some(draft) = &mut entry.draft {
                        let draft = Rc::make_mut(draft);
                        draft.date = date;
                        draft.origin = super::super::model::DateOrigin::Typed;
                    }
                }
            }
            WizardAction::Change(key, change) => next.change(key, change),
            WizardAction::Open => next.open = true,
            WizardAction::Agree(key, agreed) => {
                if let Some(entry) = next.entry(key) {
                    entry.agreed = agreed;
                }
            }
            WizardAction::Import => {
                next.importing = true;
                next.problem = None;
            }
            WizardAction::Begun(call) => next.call = Some(call),
            WizardAction::Ended(problem) => {
                next.importing = false;
                next.call = None;
                next.problem = problem;
            }
        }
        Rc::new(next)
    }
}
