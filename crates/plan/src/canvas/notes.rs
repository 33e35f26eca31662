//! What can be done with notes. Each is one edit: one step of undo.

use super::Note;
use crate::{Body, Document, Edit, Element, ElementId, Kind, Rank};
use std::collections::BTreeSet;

/// A step of notes within their block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoteMove {
    /// Before the note above.
    Up,
    /// After the note below.
    Down,
}

impl Document {
    /// The canvases, in order.
    #[must_use]
    pub fn canvases(&self) -> Vec<&Element> {
        self.children_of_kind(None, Kind::Canvas)
    }

    /// What a note says besides its text; `None` when the id is of no note.
    #[must_use]
    pub fn note(&self, id: ElementId) -> Option<&Note> {
        match &self.element(id)?.body {
            Body::Note(note) => Some(note),
            _ => None,
        }
    }

    /// An edit that adds notes to a block, at `position` (0 is first, past the end is last). Their ids are
    /// [`Document::next_id`] and the ones after it.
    #[must_use]
    pub fn add_notes(&self, block: ElementId, notes: &[(String, Note)], position: usize) -> Edit {
        let siblings = self.children(Some(block));
        let position = position.min(siblings.len());
        let mut low = position.checked_sub(1).and_then(|p| siblings.get(p)).map(|e| e.rank.clone());
        let high = siblings.get(position).map(|e| &e.rank);
        let inserts = notes.iter().zip(self.next_id..).map(|((text, note), id)| {
            let rank = Rank::between(low.as_ref(), high);
            low = Some(rank.clone());
            let (id, name) = (ElementId(id), text.clone());
            let body = Body::Note(Box::new(note.clone()));
            let elements = vec![Element { id, parent: Some(block), rank, name, body }];
            Edit::Insert { elements, links: Vec::new() }
        });
        Edit::batch(inserts)
    }

    /// An edit that puts notes, in the order given, at `position` in a block (0 is first, past the end is
    /// last; notes that are moved do not count). `None` when they stand there already, or one of them
    /// is no note.
    #[must_use]
    pub fn move_notes(&self, ids: &[ElementId], block: ElementId, position: usize) -> Option<Edit> {
        if ids.is_empty() || ids.iter().any(|id| self.note(*id).is_none()) {
            return None;
        }
        let before: Vec<ElementId> = self.children(Some(block)).iter().map(|e| e.id).collect();
        let mut siblings = self.children(Some(block));
        siblings.retain(|e| !ids.contains(&e.id));
        let position = position.min(siblings.len());
        let mut after: Vec<ElementId> = siblings.iter().map(|e| e.id).collect();
        after.splice(position..position, ids.iter().copied());
        if before == after {
            return None;
        }
        // Until its turn comes, each of them still stands where it was.
        let taken: BTreeSet<&Rank> =
            self.elements.values().filter(|e| e.parent == Some(block)).map(|e| &e.rank).collect();
        let mut low = position.checked_sub(1).and_then(|p| siblings.get(p)).map(|e| e.rank.clone());
        let high = siblings.get(position).map(|e| &e.rank);
        let moves = ids.iter().map(|id| {
            let mut rank = Rank::between(low.as_ref(), high);
            while taken.contains(&rank) {
                rank = Rank::between(Some(&rank), high);
            }
            low = Some(rank.clone());
            Edit::Move { id: *id, parent: Some(block), rank }
        });
        Some(Edit::batch(moves))
    }

    /// An edit that takes notes of one block one step up or down together; what stood between them is
    /// passed by. `None` when there is nowhere to go, or they are not of one block.
    #[must_use]
    pub fn step_notes(&self, ids: &[ElementId], step: NoteMove) -> Option<Edit> {
        let block = self.element(*ids.first()?)?.parent?;
        let siblings = self.children(Some(block));
        let moving = |e: &&Element| ids.contains(&e.id);
        let ordered: Vec<ElementId> = siblings.iter().filter(|e| moving(e)).map(|e| e.id).collect();
        if ordered.len() != ids.len() {
            return None;
        }
        let first = siblings.iter().position(moving)?;
        let last = siblings.iter().rposition(moving)?;
        let rest = |until: usize| siblings[..until].iter().filter(|e| !moving(e)).count();
        let position = match step {
            NoteMove::Up => rest(first).saturating_sub(1),
            NoteMove::Down => rest(last) + 1,
        };
        self.move_notes(&ordered, block, position)
    }

    /// An edit that changes what notes say besides their text; `None` when nothing changes.
    #[must_use]
    pub fn change_notes(&self, ids: &[ElementId], change: impl Fn(&mut Note)) -> Option<Edit> {
        let changed = ids.iter().filter_map(|id| {
            let old = self.note(*id)?;
            let mut note = old.clone();
            change(&mut note);
            (note != *old).then(|| Edit::SetBody { id: *id, body: Body::Note(Box::new(note)) })
        });
        let edits: Vec<Edit> = changed.collect();
        (!edits.is_empty()).then(|| Edit::batch(edits))
    }

    /// An edit that makes what was typed the text of a note. Without any text a note goes, but only when
    /// nothing else hangs on it (a link, a cell, a vote, who said so): else it keeps the text that it has. `None`
    /// when nothing changes.
    #[must_use]
    pub fn write_note(&self, id: ElementId, typed: &str) -> Option<Edit> {
        let (old, note) = (self.element(id)?, self.note(id)?);
        let name = typed.trim();
        if name.is_empty() {
            let plain = Note { colour: note.colour, standing: note.standing, ..Note::default() };
            let bare = *note == plain && self.links_of(id).next().is_none();
            return bare.then_some(Edit::Remove(id));
        }
        (old.name != name).then(|| Edit::SetName { id, name: name.to_owned() })
    }

    /// An edit that makes what was typed the text of a note, unless that is empty, and joins the note to another
    /// element. `None` when nothing changes.
    #[must_use]
    pub fn write_joined(&self, id: ElementId, typed: &str, to: ElementId) -> Option<Edit> {
        let text = self.write_note(id, typed).filter(|edit| matches!(edit, Edit::SetName { .. }));
        let edits: Vec<Edit> = text.into_iter().chain(self.join(id, to)).collect();
        (!edits.is_empty()).then(|| Edit::batch(edits))
    }

    /// An edit that takes notes away; `None` when none of them is there.
    #[must_use]
    pub fn remove_notes(&self, ids: &[ElementId]) -> Option<Edit> {
        let there = ids.iter().copied().filter(|id| self.note(*id).is_some());
        let edits: Vec<Edit> = there.map(Edit::Remove).collect();
        (!edits.is_empty()).then(|| Edit::batch(edits))
    }
}

/// The items of a pasted list: its lines without what makes them a list (bullets, numbers, boxes) and
/// without empty ones. Of a line with tabs, as from a spreadsheet, the cells are one item each.
#[must_use]
pub fn split_list(text: &str) -> Vec<String> {
    let items = text.split(['\n', '\r', '\t']).map(|line| without_mark(line).to_owned());
    items.filter(|item| !item.is_empty()).collect()
}

fn without_mark(line: &str) -> &str {
    let line = line.trim();
    const SHAPES: [char; 6] = ['●', '○', '■', '□', '◆', '◇'];
    const DOTS: [char; 4] = ['・', '•', '‣', '▪'];
    const SIGNS: [char; 5] = ['-', '*', '+', '–', '—'];
    let mut rest = line.chars();
    let mark = rest.next().filter(|c| [&SHAPES[..], &DOTS, &SIGNS].concat().contains(c));
    if let Some(mark) = mark {
        let rest = rest.as_str();
        // A minus sign or an asterisk of emphasis is part of what is said; so are shapes that stand for a name
        // (○○株式会社) and the one that is a whole cell of a sheet (○ for yes).
        let spaced = rest.starts_with([' ', '\u{3000}']);
        let is_said = if SIGNS.contains(&mark) {
            !spaced && !rest.is_empty()
        } else {
            rest.starts_with(mark) || rest.is_empty() && SHAPES.contains(&mark)
        };
        if is_said {
            return line;
        }
        let rest = rest.trim_start();
        let rest = ["[ ]", "[x]", "[X]"].iter().find_map(|b| rest.strip_prefix(b)).unwrap_or(rest);
        return rest.trim_start();
    }
    let digits =
        line.trim_start_matches(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    if digits.len() == line.len() {
        return line;
    }
    let marked = digits.strip_prefix(['.', ')', '．', '）', '、']);
    match marked {
        // 12、13日 and ３．５倍 say something
        Some(rest) if rest.starts_with(|c: char| c.is_numeric()) => line,
        Some(rest) if rest.starts_with([' ', '\u{3000}']) || !digits.starts_with('.') => {
            rest.trim_start()
        }
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::split_list;

    #[test]
    fn lists_as_people_paste_them() {
        for (text, items) in [
            ("a\nb\r\n\r\n c ", vec!["a", "b", "c"]),
            ("- a\n* b\n+ c", vec!["a", "b", "c"]),
            ("・導入が遅い\n・ 定着しない", vec!["導入が遅い", "定着しない"]),
            ("1. a\n2) b\n３、c\n4．d", vec!["a", "b", "c", "d"]),
            ("- [ ] a\n- [x] b", vec!["a", "b"]),
            ("a\tb\nc\td", vec!["a", "b", "c", "d"]),
            ("-5 %\n1.5 倍\n2025\n*強調*", vec!["-5 %", "1.5 倍", "2025", "*強調*"]),
            ("\u{3000}全角の字下げ\n", vec!["全角の字下げ"]),
            (" \n\t\n", vec![]),
            ("●導入が遅い\n■ 課題\n- \n・", vec!["導入が遅い", "課題"]),
            ("○○株式会社から要望\n–5 %", vec!["○○株式会社から要望", "–5 %"]),
            ("３．５倍\n12、13日", vec!["３．５倍", "12、13日"]),
            ("価値\t○\t□", vec!["価値", "○", "□"]),
        ] {
            assert_eq!(split_list(text), items, "{text:?}");
        }
    }
}
