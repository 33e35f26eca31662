//! Carries out what keys, buttons and fields of the sheet say.

use super::keys::{Command, Way};
use super::mention::without_mention;
use super::page::Page;
use super::place::{caret_soon, field_id, focus, note_id, put, spot_beside, text_of};
use super::spot::Spot;
use crate::parts::focus_soon;
use crate::strategy::Hand;
use crate::strategy::stand::{Stand, StandAction};
use crate::strategy::words::element_words;
use crate::text::Text;
use plan::{Document, Edit, ElementId, Note, NoteMove, split_list};
use std::rc::Rc;
use web_sys::Element;

/// The sheet as it was drawn. What it does is made from the document as it is.
#[derive(Clone)]
pub struct Runner {
    /// The canvas or journey.
    pub canvas: ElementId,
    /// The texts.
    pub text: Text,
    /// Where the user is.
    pub stand: Rc<Stand>,
    /// Changes it.
    pub hand: Hand,
}

impl Runner {
    /// What is acted on: the selected notes, in reading order; with none, the one that the keys are on.
    pub fn chosen(&self) -> Vec<ElementId> {
        let ids = match (self.stand.selected.is_empty(), self.stand.cursor) {
            (true, Some(cursor)) => vec![cursor],
            _ => self.stand.selected.to_vec(),
        };
        self.page(|page| page.ordered(&ids)).unwrap_or_default()
    }

    /// Carries a command out, on the element that has the focus.
    pub fn run(&self, command: Command, on: &Element) {
        let spot = super::place::spot_at(on);
        let note = super::place::note_at(on);
        match (command, note, spot) {
            (Command::Add, _, Some(spot)) => self.add(spot, on),
            (Command::Keep, Some(note), Some(spot)) => {
                self.keep(note, on);
                focus_soon(field_id(spot));
            }
            (Command::Leave, Some(note), _) => {
                if let Some(writing) = self.stand.writing {
                    // The field is about to lose the focus, and then keeps what stands in it.
                    put(
                        on,
                        &self
                            .hand
                            .ask(|d| d.element(writing).map(|e| e.name.clone()))
                            .unwrap_or_default(),
                    );
                    self.hand.go(StandAction::Write(None));
                    focus_soon(note_id(note));
                } else {
                    self.hand.go(StandAction::Select(Vec::new()));
                }
            }
            (Command::Write, Some(note), _) => self.write(note),
            (Command::Walk(way), _, Some(spot)) => self.walk(way, note, spot),
            (Command::Carry(way), Some(note), Some(spot)) => self.carry(way, note, spot),
            (Command::Stretch(longer), Some(note), _) => {
                let over = self.hand.ask(|d| d.stages_of_entry(note));
                if let Some((from, stages)) = over {
                    let stages = if longer { stages + 1 } else { stages.saturating_sub(1) };
                    self.hand.edit(|d| d.stretch_entry(note, from, stages));
                    focus_soon(note_id(note));
                }
            }
            (Command::Extend(way), Some(note), Some(_)) => {
                self.hand.go(StandAction::Extend(note));
                if let Some(next) = self.beside(note, way) {
                    self.hand.go(StandAction::Extend(next));
                    focus(&note_id(next));
                }
            }
            (Command::All, _, Some(spot)) => {
                let all = self.hand.ask(|d| spot.notes(d));
                self.hand.go(StandAction::Select(all));
            }
            (Command::Delete, ..) => self.delete(),
            (Command::Vote(up), ..) => self.vote(up),
            (Command::Colour(colour), ..) => self.change(|n| n.colour = colour),
            (Command::Undo, ..) => self.hand.actions().undo(),
            _ => {}
        }
    }

    /// Adds what stands in the field for the next note, and empties the field.
    pub fn add(&self, spot: Spot, field: &Element) {
        let text = text_of(field).trim().to_owned();
        if text.is_empty() || self.add_all(spot, &[text]) {
            put(field, "");
        }
    }

    /// Adds the items of a list that was pasted into the field for the next note, and empties the field. False
    /// when it is not a list.
    pub fn paste(&self, spot: Spot, field: &Element) -> bool {
        let text = text_of(field);
        let items = split_list(&text);
        if !text.contains(['\n', '\t']) || items.is_empty() || !self.add_all(spot, &items) {
            return false;
        }
        put(field, "");
        self.hand.go(StandAction::Mention(None));
        true
    }

    fn add_all(&self, spot: Spot, texts: &[String]) -> bool {
        let notes: Vec<_> = texts.iter().map(|t| (t.clone(), Note::default())).collect();
        self.hand.edit(|d| Some(spot.add(d, &notes)))
    }

    /// Keeps what was written as the text of a note. What cannot be kept, as when another tab has taken
    /// over, stays in the field.
    pub fn keep(&self, note: ElementId, field: &Element) {
        let written = self.hand.ask(|d| d.write_note(note, &text_of(field)));
        if written.is_none_or(|edit| self.hand.edit(|_| Some(edit))) {
            self.hand.go(StandAction::Write(None));
        }
    }

    /// Joins what is typed in a field to what was meant by its `@`: a new note in the field for the next one, which
    /// is called like what it is joined to when there is no other text; or the note that is written.
    pub fn take_offer(&self, to: ElementId, field: &Element) {
        self.hand.go(StandAction::Mention(None));
        let text = without_mention(field);
        match (super::place::note_at(field), super::place::spot_at(field)) {
            (Some(note), _) => {
                let edit = self.hand.ask(|d| d.write_joined(note, &text, to));
                if edit.is_none_or(|edit| self.hand.edit(|_| Some(edit))) {
                    // Its text as it is kept now: without any other, the one it had.
                    let kept = self.hand.ask(|d| d.element(note).map(|e| e.name.clone()));
                    put(field, &kept.unwrap_or(text));
                }
            }
            (None, Some(spot)) => {
                let done = self.hand.edit(|d| {
                    let like = || element_words(&self.text, d, to).0.to_string();
                    let text = if text.is_empty() { like() } else { text.clone() };
                    spot.add_joined(d, &text, to)
                });
                if done {
                    put(field, "");
                }
            }
            _ => {}
        }
    }

    /// The text of a note is written.
    pub fn write(&self, note: ElementId) {
        if self.hand.writable {
            self.hand.go(StandAction::Write(Some(note)));
            caret_soon(note);
        }
    }

    /// Changes what the chosen notes say besides their text.
    pub fn change(&self, change: impl Fn(&mut Note)) {
        let chosen = self.chosen();
        self.hand.edit(|d| d.change_notes(&chosen, change));
    }

    /// Gives each of the chosen notes a dot, or takes one back.
    pub fn vote(&self, up: bool) {
        self.change(|n| {
            n.votes = if up { n.votes.saturating_add(1) } else { n.votes.saturating_sub(1) };
        });
    }

    /// Makes one note of the chosen ones.
    pub fn merge(&self) {
        let chosen = self.chosen();
        if let Some(first) = chosen.first().copied()
            && self.hand.edit(|d| d.merge_notes(&chosen))
        {
            self.hand.go(StandAction::Only(first));
            focus_soon(note_id(first));
        }
    }

    /// Makes one note of each group that says the same; one step of undo.
    pub fn merge_duplicates(&self) {
        self.hand.edit(|document| {
            // Each merge is made from the document as the one before leaves it.
            let mut after = document.clone();
            let mut edits = Vec::new();
            for group in document.duplicate_notes(self.canvas) {
                let edit = after.merge_notes(&group)?;
                after.apply(edit.clone()).ok()?;
                edits.push(edit);
            }
            (!edits.is_empty()).then(|| Edit::batch(edits))
        });
        self.hand.go(StandAction::Select(Vec::new()));
    }

    /// Takes the chosen notes away; the keys go to the next note.
    pub fn delete(&self) {
        let chosen = self.chosen();
        let Some(last) = chosen.last().copied() else { return };
        let next = self.page(|page| {
            let (block, at) = page.find(last)?;
            let spot = block.spot;
            let stays = |n: &&super::page::PageNote<'_>| !chosen.contains(&n.element.id);
            let after = block.notes[at..].iter().find(stays);
            let beside = after.or_else(|| block.notes[..at].iter().rev().find(stays));
            Some((spot, beside.map(|n| n.element.id)))
        });
        if self.hand.edit(|d| d.remove_notes(&chosen)) {
            let (spot, note) = next.flatten().unzip();
            match (note.flatten(), spot) {
                (Some(note), _) => {
                    self.hand.go(StandAction::Only(note));
                    focus_soon(note_id(note));
                }
                (None, Some(spot)) => {
                    self.hand.go(StandAction::Select(Vec::new()));
                    focus_soon(field_id(spot));
                }
                _ => {}
            }
        }
    }

    /// Takes the chosen notes to the end of a block or cell.
    pub fn carry_to(&self, spot: Spot) {
        let chosen = self.chosen();
        self.hand.edit(|d| spot.bring(d, &chosen, usize::MAX));
    }

    /// Takes the chosen notes one step up or down.
    pub fn step(&self, step: NoteMove) {
        let chosen = self.chosen();
        self.hand.edit(|d| Spot::step(d, &chosen, step));
    }

    fn carry(&self, way: Way, note: ElementId, spot: Spot) {
        match way {
            Way::Up => self.step(NoteMove::Up),
            Way::Down => self.step(NoteMove::Down),
            Way::Left | Way::Right => {
                if let Some(to) = spot_beside(spot, way) {
                    self.carry_to(to);
                }
            }
        }
        // An element that changed its place in the page has lost the focus.
        focus_soon(note_id(note));
    }

    /// Goes to the note above or below, past the last one to the field, and on to the next block or cell.
    fn walk(&self, way: Way, note: Option<ElementId>, spot: Spot) {
        let within = match (way, note) {
            (Way::Up | Way::Down, Some(note)) => self.beside(note, way),
            (Way::Up, None) => self.hand.ask(|d| spot.notes(d).last().copied()),
            _ => None,
        };
        let field = within.is_none() && way == Way::Down && note.is_some();
        let beside = (within.is_none() && !field).then(|| spot_beside(spot, way)).flatten();
        let first = beside.and_then(|to| match way {
            Way::Down => self.hand.ask(|d| to.notes(d).first().copied()),
            Way::Left | Way::Right if note.is_some() => {
                self.hand.ask(|d| to.notes(d).first().copied())
            }
            _ => None,
        });
        match (within.or(first), beside.or(field.then_some(spot))) {
            (Some(note), _) => {
                self.hand.go(StandAction::Only(note));
                focus(&note_id(note));
            }
            (None, Some(spot)) => focus(&field_id(spot)),
            _ => {}
        }
    }

    /// The note above or below.
    fn beside(&self, note: ElementId, way: Way) -> Option<ElementId> {
        let found = self.page(|page| {
            let (block, at) = page.find(note)?;
            let to = if way == Way::Up { at.checked_sub(1)? } else { at + 1 };
            block.notes.get(to).map(|n| n.element.id)
        });
        found.flatten()
    }

    fn page<T>(&self, ask: impl FnOnce(&Page<'_>) -> T) -> Option<T> {
        self.hand.ask(|d: &Document| Page::of(d, self.canvas).map(|page| ask(&page)))
    }
}
