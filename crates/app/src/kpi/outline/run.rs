//! Carries out what the keys and buttons of the outline say.

use super::Draft;
use super::keys::Command;
use crate::kpi::area::Area;
use crate::kpi::edits::{add_child, add_sibling, remove};
use crate::kpi::stand::{StandAction, above};
use kpi::Row;
use plan::{ElementId, Gesture, OutlineMove};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The outline as it was drawn, with what is being written.
#[derive(Clone)]
pub(super) struct Runner {
    pub(super) area: Area,
    pub(super) rows: Vec<Row>,
    pub(super) cursor: usize,
    pub(super) draft: UseStateHandle<Option<Draft>>,
    pub(super) focus: Rc<RefCell<bool>>,
}

impl Runner {
    /// Carries a command out.
    pub(super) fn run(&self, command: Command) {
        match command {
            Command::Sibling if self.draft.as_ref().is_some_and(|d| d.text.trim().is_empty()) => {
                // A nameless one is not followed by another: it goes back out, as in any outliner.
                self.step(OutlineMove::Outdent);
            }
            Command::Sibling => {
                self.keep();
                let (tree, of) = (self.area.root, self.id());
                self.add(|d| add_sibling(d, tree, of));
            }
            Command::Child => {
                self.keep();
                if let Some(of) = self.id() {
                    self.add(|d| add_child(d, of));
                }
            }
            Command::Indent => self.step(OutlineMove::Indent),
            Command::Outdent => self.step(OutlineMove::Outdent),
            Command::Up => self.step(OutlineMove::Up),
            Command::Down => self.step(OutlineMove::Down),
            Command::Rows(by) => {
                let to = self.cursor.saturating_add_signed(by as isize);
                self.walk(to.min(self.rows.len().saturating_sub(1)));
            }
            Command::First => self.walk(0),
            Command::Last => self.walk(self.rows.len().saturating_sub(1)),
            Command::Left => self.left(),
            Command::Right => self.right(),
            Command::Write => {
                if let (Some(node), Some(name)) = (self.id(), self.name())
                    && self.area.hand.writable
                {
                    self.area.hand.select(node);
                    self.write(Draft { node, text: name.into(), fresh: None });
                }
            }
            Command::Leave => self.leave(),
            Command::Delete | Command::DeleteEmpty => self.delete(),
            Command::Undo => {
                self.area.hand.actions().undo();
                self.focus.replace(true);
            }
            Command::Redo => {
                self.area.hand.actions().redo();
                self.focus.replace(true);
            }
        }
    }

    /// Keeps what was written of a name; false when nothing was.
    pub(super) fn keep(&self) -> bool {
        let Some(draft) = (*self.draft).clone() else { return false };
        self.draft.set(None);
        let name = draft.text.trim().to_owned();
        let gesture = draft.fresh.unwrap_or(Gesture::Once);
        self.area.hand.rename(gesture, draft.node, &name)
    }

    /// Whether the name being written, and what lies below, is nothing yet.
    pub(super) fn is_empty(&self) -> bool {
        let bare = self.rows.get(self.cursor).is_some_and(|r| r.expanded.is_none());
        bare && self.draft.as_ref().is_some_and(|d| d.text.is_empty())
    }

    fn id(&self) -> Option<ElementId> {
        self.rows.get(self.cursor).and_then(|r| self.area.element(r.place))
    }

    fn name(&self) -> Option<String> {
        let row = self.rows.get(self.cursor)?;
        self.area.node(row.place).map(|n| n.name.clone())
    }

    fn write(&self, draft: Draft) {
        self.draft.set(Some(draft));
        self.focus.replace(true);
    }

    fn walk(&self, to: usize) {
        let writing = self.draft.is_some();
        self.keep();
        let Some(row) = self.rows.get(to) else { return };
        let (Some(id), Some(node)) = (self.area.element(row.place), self.area.node(row.place))
        else {
            return;
        };
        self.area.hand.select(id);
        self.focus.replace(true);
        if writing && to != self.cursor {
            self.write(Draft { node: id, text: node.name.clone().into(), fresh: None });
        }
    }

    fn add(&self, make: impl FnOnce(&plan::Document) -> Option<(plan::Edit, ElementId)>) {
        let hand = &self.area.hand;
        let gesture = hand.actions().new_gesture();
        let mut added = None;
        hand.edit_in(gesture, |d| {
            let (edit, id) = make(d)?;
            added = Some(id);
            Some(edit)
        });
        let Some(node) = added else { return };
        if let (Some(of), Some(row)) = (self.id(), self.rows.get(self.cursor)) {
            let mut open = above(&self.area.tree, of);
            open.extend(self.area.node(row.place).map(|n| n.id));
            hand.go(StandAction::Reveal(open));
        }
        hand.select(node);
        self.write(Draft { node, text: AttrValue::default(), fresh: Some(gesture) });
    }

    /// Moves the node; what is being written goes with it.
    fn step(&self, step: OutlineMove) {
        let Some(id) = self.id() else { return };
        let writing = (*self.draft).clone();
        self.keep();
        let hand = &self.area.hand;
        if hand.edit(|d| d.move_kpi_node(id, step)) {
            let over = hand.ask(|d| d.ancestors(id).iter().map(|e| kpi::NodeId(e.id.0)).collect());
            hand.go(StandAction::Reveal(over));
        }
        hand.select(id);
        self.focus.replace(true);
        if let Some(draft) = writing {
            self.write(Draft { text: draft.text.trim().to_owned().into(), ..draft });
        }
    }

    fn left(&self) {
        let Some(row) = self.rows.get(self.cursor) else { return };
        match (row.expanded, self.area.node(row.place)) {
            (Some(true), Some(node)) => self.area.hand.fold(node.id, true),
            _ => {
                let parent = self.area.tree.parent(row.place);
                if let Some(to) = parent.and_then(|p| self.rows.iter().position(|r| r.place == p)) {
                    self.walk(to);
                }
            }
        }
        self.focus.replace(true);
    }

    fn right(&self) {
        let Some(row) = self.rows.get(self.cursor) else { return };
        match (row.expanded, self.area.node(row.place)) {
            (Some(false), Some(node)) => self.area.hand.fold(node.id, false),
            (Some(true), _) => self.walk(self.cursor + 1),
            _ => {}
        }
        self.focus.replace(true);
    }

    /// Gives up what was written; a node that was only just made goes with it.
    fn leave(&self) {
        let Some(draft) = (*self.draft).clone() else { return };
        if draft.fresh.is_none() {
            self.draft.set(None);
        } else if draft.text.trim().is_empty() {
            return self.delete();
        } else {
            // The name of a new one was never another: giving it up would lose the node.
            self.keep();
        }
        self.focus.replace(true);
    }

    fn delete(&self) {
        let Some(id) = self.id() else { return };
        let fresh = self.draft.as_ref().and_then(|d| d.fresh);
        self.draft.set(None);
        let hand = &self.area.hand;
        let mut next = None;
        hand.edit_in(fresh.unwrap_or(Gesture::Once), |d| {
            let (edit, after) = remove(d, id)?;
            next = after;
            Some(edit)
        });
        hand.go(StandAction::Select(next));
        self.focus.replace(true);
    }
}
