//! What every part of the area is drawn from, and what it acts with.

use super::edits::rename_node;
use super::figures::Figures;
use super::stand::{Stand, StandAction, View};
use crate::state::Notice;
use engine::message::KpiContext;
use kpi::{Node, NodeId, Tree};
use plan::{ElementId, Gesture};
use std::rc::Rc;

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

/// The hand of the area.
pub type Hand = crate::state::Hand<Stand>;

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
    /// Calls a node something else; says so when that would change what a formula means.
    pub fn rename(&self, gesture: Gesture, id: ElementId, name: &str) -> bool {
        match self.ask(|d| rename_node(d, id, name)) {
            Ok(edit) => self.edit_in(gesture, |_| edit),
            Err(_) => {
                self.actions().notify(Notice::Refused("kpi-rename-clash"));
                false
            }
        }
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
