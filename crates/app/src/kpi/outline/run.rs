//! Carries out what the keys and buttons of the outline say.

use super::Draft;
use super::keys::{Command, Mode, command_of};
use super::pen::Pen;
use crate::kpi::area::Area;
use crate::kpi::edits::{add_child, add_sibling, remove};
use crate::kpi::stand::{StandAction, above};
use kpi::Row;
use plan::{ElementId, Gesture, OutlineMove};
use yew::prelude::*;

/// The outline as it was drawn, with what is being written.
#[derive(Clone)]
pub(super) struct Runner {
    pub(super) area: Area,
    pub(super) rows: Vec<Row>,
    pub(super) cursor: usize,
    pub(super) pen: Pen,
}

impl Runner {
    /// Carries a command out.
    pub(super) fn run(&self, command: Command) {
        match command {
            Command::Sibling if self.pen.draft().is_some_and(|d| d.text.trim().is_empty()) => {
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
                self.pen.want(None);
            }
            Command::Redo => {
                self.area.hand.actions().redo();
                self.pen.want(None);
            }
        }
    }

    /// What keys are for.
    pub(super) fn mode(&self) -> Mode {
        let here = self.id();
        let writes = self.pen.draft().is_some_and(|d| Some(d.node) == here);
        if writes { Mode::Write } else { Mode::Walk }
    }

    /// Carries out keys that waited, until one of them leads to another row: the rest waits for that.
    pub(super) fn catch_up(&self) {
        while !self.pen.wants() {
            let Some(key) = self.pen.next() else { return };
            match (command_of(&key.key, key.held, self.mode()), key.character()) {
                (Some(Command::DeleteEmpty), _) if !self.is_empty() => self.type_in(|text| {
                    text.pop();
                }),
                (Some(command), _) => self.run(command),
                (None, Some(_)) => {
                    self.pen.put_back(key);
                    self.type_in(|text| self.take_text(text));
                }
                // the browser would have moved the caret, at most
                (None, None) => {}
            }
        }
    }

    /// Takes the characters that wait.
    fn take_text(&self, text: &mut String) {
        while let Some(key) = self.pen.next() {
            let command = command_of(&key.key, key.held, Mode::Write);
            match key.character().filter(|_| command.is_none()) {
                Some(character) => text.push(character),
                None => return self.pen.put_back(key),
            }
        }
    }

    /// Writes at the end of the name; of one that was only walked to, in its place, as the browser does.
    fn type_in(&self, change: impl FnOnce(&mut String)) {
        let Some(node) = self.id().filter(|_| self.area.hand.writable) else { return };
        let draft = self.pen.draft().filter(|d| d.node == node);
        let fresh = draft.as_ref().and_then(|d| d.fresh);
        let mut text = draft.map(|d| d.text.to_string()).unwrap_or_default();
        change(&mut text);
        self.write(Draft { node, text: text.into(), fresh });
    }

    /// Keeps what was written of a name; false when nothing was.
    pub(super) fn keep(&self) -> bool {
        let Some(draft) = self.pen.draft() else { return false };
        self.pen.set(None);
        let name = draft.text.trim().to_owned();
        let gesture = draft.fresh.unwrap_or(Gesture::Once);
        self.area.hand.rename(gesture, draft.node, &name)
    }

    /// Whether the name being written, and what lies below, is nothing yet.
    pub(super) fn is_empty(&self) -> bool {
        let bare = self.rows.get(self.cursor).is_some_and(|r| r.expanded.is_none());
        bare && self.pen.draft().is_some_and(|d| d.text.is_empty())
    }

    fn id(&self) -> Option<ElementId> {
        self.rows.get(self.cursor).and_then(|r| self.area.element(r.place))
    }

    fn name(&self) -> Option<String> {
        let row = self.rows.get(self.cursor)?;
        self.area.node(row.place).map(|n| n.name.clone())
    }

    fn write(&self, draft: Draft) {
        self.pen.want(Some(draft.node));
        self.pen.set(Some(draft));
    }

    fn walk(&self, to: usize) {
        let writing = self.pen.draft().is_some();
        self.keep();
        let Some(row) = self.rows.get(to) else { return };
        let (Some(id), Some(node)) = (self.area.element(row.place), self.area.node(row.place))
        else {
            return;
        };
        self.area.hand.select(id);
        self.pen.want(Some(id));
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
        let writing = self.pen.draft();
        self.keep();
        let hand = &self.area.hand;
        if hand.edit(|d| d.move_kpi_node(id, step)) {
            let over = hand.ask(|d| d.ancestors(id).iter().map(|e| kpi::NodeId(e.id.0)).collect());
            hand.go(StandAction::Reveal(over));
        }
        hand.select(id);
        self.pen.want(Some(id));
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
        self.pen.want(None);
    }

    fn right(&self) {
        let Some(row) = self.rows.get(self.cursor) else { return };
        match (row.expanded, self.area.node(row.place)) {
            (Some(false), Some(node)) => self.area.hand.fold(node.id, false),
            (Some(true), _) => self.walk(self.cursor + 1),
            _ => {}
        }
        self.pen.want(None);
    }

    /// Gives up what was written; a node that was only just made goes with it.
    fn leave(&self) {
        let Some(draft) = self.pen.draft() else { return };
        if draft.fresh.is_none() {
            self.pen.set(None);
        } else if draft.text.trim().is_empty() {
            return self.delete();
        } else {
            // The name of a new one was never another: giving it up would lose the node.
            self.keep();
        }
        self.pen.want(Some(draft.node));
    }

    fn delete(&self) {
        let Some(id) = self.id() else { return };
        let fresh = self.pen.draft().and_then(|d| d.fresh);
        self.pen.set(None);
        let hand = &self.area.hand;
        let mut next = None;
        hand.edit_in(fresh.unwrap_or(Gesture::Once), |d| {
            let (edit, after) = remove(d, id)?;
            next = after;
            Some(edit)
        });
        hand.go(StandAction::Select(next));
        self.pen.want(next);
    }
}
