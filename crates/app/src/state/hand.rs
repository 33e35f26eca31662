//! Changes the document and where the user is on a screen.

use super::Actions;
use plan::{Document, Edit, Gesture};
use yew::prelude::*;

/// Changes the document and where the user is, which `S` says. Equal as long as the screen lives.
pub struct Hand<S: Reducible> {
    actions: Actions,
    stand: UseReducerDispatcher<S>,
    /// Whether this tab may edit.
    pub writable: bool,
}

// Not derived: a hand can be had twice whatever `S` is.
impl<S: Reducible> Clone for Hand<S> {
    fn clone(&self) -> Self {
        Self { actions: self.actions.clone(), stand: self.stand.clone(), writable: self.writable }
    }
}

impl<S: Reducible> PartialEq for Hand<S> {
    fn eq(&self, other: &Self) -> bool {
        self.actions == other.actions
            && self.stand == other.stand
            && self.writable == other.writable
    }
}

impl<S: Reducible> Hand<S> {
    /// The hand of a screen.
    pub fn new(actions: Actions, stand: UseReducerDispatcher<S>, writable: bool) -> Self {
        Self { actions, stand, writable }
    }

    /// The actions.
    pub fn actions(&self) -> &Actions {
        &self.actions
    }

    /// Changes the document as it is now, as one step of undo. `make` gives `None` when there is nothing to
    /// change. False when nothing was changed.
    pub fn edit(&self, make: impl FnOnce(&Document) -> Option<Edit>) -> bool {
        self.edit_in(Gesture::Once, make)
    }

    /// As [`Hand::edit`], as a part of a gesture: all its parts are one step of undo.
    pub fn edit_in(&self, gesture: Gesture, make: impl FnOnce(&Document) -> Option<Edit>) -> bool {
        if !self.writable {
            return false;
        }
        let edit = make(self.actions.desk().borrow().document());
        edit.is_some_and(|edit| self.actions.edit(edit, gesture))
    }

    /// Asks the document as it is now.
    pub fn ask<T>(&self, ask: impl FnOnce(&Document) -> T) -> T {
        ask(self.actions.desk().borrow().document())
    }

    /// Changes where the user is.
    pub fn go(&self, action: S::Action) {
        self.stand.dispatch(action);
    }
}
