//! Where the user is in the area: what is selected, folded, on show. Not saved, not undone.

use kpi::{Assumptions, NodeId, Tree};
use plan::ElementId;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// What stands below the tree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Panel {
    /// Why a node changed.
    #[default]
    Why,
    /// Figures taken instead.
    WhatIf,
    /// What moves with the KGI.
    Relations,
}

/// How the tree is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// As rows.
    #[default]
    Outline,
    /// As boxes with lines.
    Picture,
    /// One node large, and what it is made of.
    Monitor,
}

/// Where the user is. One selection for both views.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stand {
    /// Which tree; `None` is the first.
    pub tree: Option<ElementId>,
    /// Which node. It may be no more.
    pub selected: Option<ElementId>,
    /// Nodes whose children do not show.
    pub collapsed: Rc<BTreeSet<NodeId>>,
    /// Rows or boxes.
    pub view: View,
    /// What stands below.
    pub panel: Panel,
    /// Whether what is selected shows in the inspector.
    pub inspects: bool,
    /// Figures taken instead of the real ones while [`Panel::WhatIf`] is open.
    pub assumed: Rc<Assumptions>,
    /// Only this node and what is below it is drawn.
    pub branch: Option<NodeId>,
}

/// What can happen to it.
#[derive(Clone, Debug)]
pub enum StandAction {
    /// Another tree is on show.
    Tree(ElementId),
    /// This is selected, or nothing.
    Select(Option<ElementId>),
    /// The children of a node show no longer, or again.
    Fold(NodeId, bool),
    /// Just these are folded.
    FoldAll(BTreeSet<NodeId>),
    /// Nothing above a node hides it.
    Reveal(Vec<NodeId>),
    /// Rows or boxes.
    View(View),
    /// Something else stands below.
    Panel(Panel),
    /// The inspector is there, or not.
    Inspect(bool),
    /// These figures are taken.
    Assume(Assumptions),
    /// Only a branch is drawn, or all again.
    Branch(Option<NodeId>),
}

impl Reducible for Stand {
    type Action = StandAction;

    fn reduce(self: Rc<Self>, action: StandAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            StandAction::Tree(id) => {
                next.tree = Some(id);
                next.selected = None;
                next.branch = None;
                next.assumed = Rc::default();
            }
            StandAction::Select(id) => next.selected = id,
            StandAction::Fold(id, folded) => {
                let folds = Rc::make_mut(&mut next.collapsed);
                if folded {
                    folds.insert(id);
                } else {
                    folds.remove(&id);
                }
            }
            StandAction::FoldAll(ids) => next.collapsed = Rc::new(ids),
            StandAction::Reveal(above) => {
                if above.iter().any(|id| next.collapsed.contains(id)) {
                    Rc::make_mut(&mut next.collapsed).retain(|id| !above.contains(id));
                }
            }
            StandAction::View(view) => next.view = view,
            StandAction::Panel(panel) => next.panel = panel,
            StandAction::Inspect(inspects) => next.inspects = inspects,
            StandAction::Assume(assumed) => next.assumed = Rc::new(assumed),
            StandAction::Branch(id) => next.branch = id,
        }
        if next == *self { self } else { Rc::new(next) }
    }
}

/// The nodes above a node, which must not be folded for it to show.
pub fn above(tree: &Tree, id: ElementId) -> Vec<NodeId> {
    let place = tree.place(NodeId(id.0));
    let above = place.map(|at| tree.ancestors(at)).unwrap_or_default();
    above.into_iter().map(|at| tree.nodes[at].id).collect()
}
