//! The workspace document on the desk: the one copy that is edited, with its history. Screens get
//! values of it; edits go through [`super::Actions`].

use plan::{Document, Edit, EditError, Gesture, History};
use score::Model;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// What screens see of the document. A new value after every edit.
#[derive(Clone)]
pub struct DocumentState {
    /// The document.
    pub document: Rc<Document>,
    /// Its scorecards and levels, as the engine wants them.
    pub model: Rc<Model>,
    /// Steps that can be undone.
    pub undo_steps: usize,
    /// Steps that can be redone.
    pub redo_steps: usize,
    /// Whether this tab may edit; another tab is the writer when not.
    pub writable: bool,
}

impl PartialEq for DocumentState {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.document, &other.document)
            && self.writable == other.writable
            && (self.undo_steps, self.redo_steps) == (other.undo_steps, other.redo_steps)
    }
}

impl Default for DocumentState {
    fn default() -> Self {
        Desk::default().state()
    }
}

/// Who hears of every edit, undo and redo included: the log.
pub trait Sink {
    /// An edit is about to be made to the document.
    fn before(&self, document: &Document);
    /// It was made, and gave the document.
    fn made(&self, edit: &Edit, document: &Document);
}

/// The one copy that is edited.
pub struct Desk {
    document: Document,
    history: History,
    writable: bool,
    sink: Option<Box<dyn Sink>>,
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            document: Document::default(),
            history: History::default(),
            writable: true,
            sink: None,
        }
    }
}

impl Desk {
    /// What screens see.
    pub fn state(&self) -> DocumentState {
        DocumentState {
            document: Rc::new(self.document.clone()),
            model: Rc::new(self.document.model()),
            undo_steps: self.history.undo_steps(),
            redo_steps: self.history.redo_steps(),
            writable: self.writable,
        }
    }

    /// The document as it is now, which may be newer than what a screen was drawn from.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Puts another document on the desk, without history.
    pub fn load(&mut self, document: Document) {
        self.document = document;
        self.history = History::default();
    }

    /// How many steps can be undone.
    pub fn undo_steps(&self) -> usize {
        self.history.undo_steps()
    }

    /// Sets who hears of edits.
    pub fn set_sink(&mut self, sink: Option<Box<dyn Sink>>) {
        self.sink = sink;
    }

    /// Sets whether this tab may edit.
    pub fn set_writable(&mut self, writable: bool) {
        self.writable = writable;
    }

    /// Whether this tab may edit.
    pub fn writable(&self) -> bool {
        self.writable
    }

    /// Makes an edit.
    pub fn apply(&mut self, edit: Edit, gesture: Gesture) -> Result<(), EditError> {
        self.warn();
        self.history.apply(&mut self.document, edit.clone(), gesture)?;
        self.tell(&edit);
        Ok(())
    }

    /// Undoes the last step; false when there is none.
    pub fn undo(&mut self) -> Result<bool, EditError> {
        self.warn();
        let edit = self.history.undo(&mut self.document)?;
        edit.iter().for_each(|e| self.tell(e));
        Ok(edit.is_some())
    }

    /// Does again what was undone last; false when there is nothing.
    pub fn redo(&mut self) -> Result<bool, EditError> {
        self.warn();
        let edit = self.history.redo(&mut self.document)?;
        edit.iter().for_each(|e| self.tell(e));
        Ok(edit.is_some())
    }

    fn warn(&self) {
        if let Some(sink) = &self.sink {
            sink.before(&self.document);
        }
    }

    fn tell(&self, edit: &Edit) {
        if let Some(sink) = &self.sink {
            sink.made(edit, &self.document);
        }
    }
}

/// The desk, shared by the actions.
pub type SharedDesk = Rc<RefCell<Desk>>;

/// The document, re-rendering on its changes.
#[hook]
pub fn use_document() -> DocumentState {
    use_context::<DocumentState>().unwrap_or_default()
}
