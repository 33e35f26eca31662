//! What every part of the area is drawn from, and what it acts with.

use super::edits::rename_node;
use super::figures::Figures;
use super::stand::{Stand, StandAction, View};
use crate::state::{Actions, Notice};
use engine::message::KpiContext;
use kpi::{Node, NodeId, Tree};
use plan::{Document, Edit, ElementId, Gesture};
use std::rc::Rc;
use yew::prelude::*;

/// The tree on show with its figures, where the user is in it, and the hand that changes it.
#[derive(Clone, PartialEq)]
pub struct Area {
    /// The element of the tree.
    pub root: ElementId,
    /// The tree.
    pub tree: Rc<Tree>,
    /// What its figures are asked with.
    pub context: Rc<KpiContext>,
    /// Its figures.
    pub figures: Figures,
    /// Selected, folded, on show.
    pub stand: Rc<Stand>,
    /// Changes it.
    pub hand: Hand,
}

/// Changes the document and where the user is. Equal as long as the screen lives.
#[derive(Clone)]
pub struct Hand {
    actions: Actions,
    stand: UseReducerDispatcher<Stand>,
    /// Whether this tab may edit.
    pub writable: bool,
}

impl PartialEq for Hand {
    fn eq(&self, other: &Self) -> bool {
        self.actions == other.actions
            && self.stand == other.stand
            && self.writable == other.writable
    }
}

impl Area {
    /// The place of the selected node in the tree.
    pub fn selected(&self) -> Option<usize> {
        self.tree.place(NodeId(self.stand.selected?.0))
    }

    /// The element of a node.
    pub fn element(&self, place: usize) -> Option<ElementId> {
        self.tree.nodes.get(place).map(|n| ElementId(n.id.0))
    }

    /// A node.
    pub fn node(&self, place: usize) -> Option<&Node> {
        self.tree.nodes.get(place)
    }
}

impl Hand {
    /// The hand of a screen.
    pub fn new(actions: Actions, stand: UseReducerDispatcher<Stand>, writable: bool) -> Self {
        Self { actions, stand, writable }
    }

    /// The actions.
    pub fn actions(&self) -> &Actions {
        &self.actions
    }

    /// Changes the document as it is now. `make` gives `None` when there is nothing to change. False
    /// when nothing was changed.
    pub fn edit(&self, make: impl FnOnce(&Document) -> Option<Edit>) -> bool {
        self.edit_in(Gesture::Once, make)
    }

    /// As [`Hand::edit`], as part of a gesture.
    pub fn edit_in(&self, gesture: Gesture, make: impl FnOnce(&Document) -> Option<Edit>) -> bool {
        if !self.writable {
            return false;
        }
        let edit = make(self.actions.desk().borrow().document());
        edit.is_some_and(|edit| self.actions.edit(edit, gesture))
    }

    /// Calls a node something else; says so when that would change what a formula means.
    pub fn rename(&self, gesture: Gesture, id: ElementId, name: &str) -> bool {
        match self.ask(|d| rename_node(d, id, name)) {
            Ok(edit) => self.edit_in(gesture, |_| edit),
            Err(_) => {
                self.actions.notify(Notice::Refused("kpi-rename-clash"));
                false
            }
        }
    }

    /// Asks the document as it is now.
    pub fn ask<T>(&self, ask: impl FnOnce(&Document) -> T) -> T {
        ask(self.actions.desk().borrow().document())
    }

    /// Changes where the user is.
    pub fn go(&self, action: StandAction) {
        self.stand.dispatch(action);
    }

    /// Selects an element.
    pub fn select(&self, id: ElementId) {
        self.go(StandAction::Select(Some(id)));
    }

    /// Folds a node, or opens it.
    pub fn fold(&self, id: NodeId, folded: bool) {
        self.go(StandAction::Fold(id, folded));
    }

    /// Rows or boxes.
    pub fn view(&self, view: View) {
        self.go(StandAction::View(view));
    }
}
