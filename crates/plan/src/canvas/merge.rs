//! Notes that say the same become one.

use super::Note;
use crate::{Body, ColumnKind, Document, Edit, Element, ElementId, Kind, Link, LinkId};
use std::collections::BTreeMap;
use table::Day;
use table::fold::fold;

impl Document {
    /// The notes of a canvas that say the same (but for case, width, kana and spaces) in the same block, in
    /// groups of two or more, in reading order. Those whose cells or colours contradict each other are not
    /// the same.
    #[must_use]
    pub fn duplicate_notes(&self, canvas: ElementId) -> Vec<Vec<ElementId>> {
        let mut all = Vec::new();
        for block in self.children_of_kind(Some(canvas), Kind::Block) {
            let mut groups: Vec<Vec<ElementId>> = Vec::new();
            let mut same: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for element in self.children_of_kind(Some(block.id), Kind::Note) {
                let (said, Some(note)) = (said(element), self.note(element.id)) else { continue };
                if said.is_empty() {
                    continue;
                }
                let agrees =
                    |id: &ElementId| self.note(*id).is_some_and(|other| agree(note, other));
                let places = same.entry(said).or_default();
                match places.iter().find(|at| groups[**at].iter().all(agrees)) {
                    Some(at) => groups[*at].push(element.id),
                    None => {
                        places.push(groups.len());
                        groups.push(vec![element.id]);
                    }
                }
            }
            all.extend(groups.into_iter().filter(|group| group.len() > 1));
        }
        all
    }

    /// An edit that makes one note of several, where the first stands: texts that say something else
    /// follow as lines, votes are added up, the best standing stays with its source and date, which the
    /// others follow, links lead to the one. What only one has (a cell, a colour) is kept; cells that differ
    /// stand side by side, a yes against a no is open again, of colours the first stays. `None` with fewer
    /// than two notes.
    #[must_use]
    pub fn merge_notes(&self, ids: &[ElementId]) -> Option<Edit> {
        let notes: Vec<_> =
            ids.iter().filter_map(|id| Some((self.element(*id)?, self.note(*id)?))).collect();
        let ((first, kept), others) = notes.split_first()?;
        if others.is_empty() {
            return None;
        }
        let mut lines = vec![*first];
        let mut note = (*kept).clone();
        for (element, other) in others {
            if lines.iter().all(|l| said(l) != said(element)) && !element.name.trim().is_empty() {
                lines.push(element);
            }
            note.votes = note.votes.saturating_add(other.votes);
            if note.colour == 0 {
                note.colour = other.colour;
            }
            let mut origin = (other.source.clone(), other.date);
            if other.standing > note.standing {
                note.standing = other.standing;
                std::mem::swap(&mut note.source, &mut origin.0);
                std::mem::swap(&mut note.date, &mut origin.1);
            }
            add_origin(&mut note, &origin.0, origin.1);
            for (key, cell) in other.cells.iter().filter(|(_, cell)| !cell.is_empty()) {
                add_part(note.cells.entry(key.clone()).or_default(), cell);
            }
        }
        // Whoever answered both has not answered. In other columns these are words.
        let of_checks =
            |key: &str| match first.parent.and_then(|id| self.element(id)).map(|e| &e.body) {
                Some(Body::Block(block)) => {
                    block.columns.iter().any(|c| c.key == key && c.kind == ColumnKind::Check)
                }
                _ => false,
            };
        note.cells.retain(|key, cell| {
            let mut answers: Vec<&str> = cell.split(BESIDE).collect();
            table::order::sort(&mut answers);
            answers != ["no", "yes"] || !of_checks(key)
        });
        let texts: Vec<&str> =
            lines.iter().map(|l| l.name.as_str()).filter(|t| !t.is_empty()).collect();
        let name = texts.join("\n");
        let gone: Vec<ElementId> = others.iter().map(|(element, _)| element.id).collect();
        let links = self.links_led_to(first.id, &gone);
        let text = (name != first.name).then_some(Edit::SetName { id: first.id, name });
        let body = self.change_notes(&[first.id], |n| n.clone_from(&note));
        let removes = gone.into_iter().map(Edit::Remove);
        Some(Edit::batch(text.into_iter().chain(body).chain(removes).chain(links)))
    }

    /// The links of elements that go, as links of the one that stays. Their ids are [`Document::next_id`] and the
    /// ones after it.
    pub(crate) fn links_led_to(&self, to: ElementId, gone: &[ElementId]) -> Vec<Edit> {
        let led = |end: ElementId| if gone.contains(&end) { to } else { end };
        let touches = |l: &&Link| gone.contains(&l.from) || gone.contains(&l.to);
        let mut there: Vec<_> = self.links_of(to).map(|l| (l.kind, l.from, l.to)).collect();
        let mut links = Vec::new();
        for link in self.links.values().filter(touches) {
            let ends = (link.kind, led(link.from), led(link.to));
            if ends.1 != ends.2 && !there.contains(&ends) {
                there.push(ends);
                let id = LinkId(self.next_id + links.len() as u64);
                let (kind, from, to) = ends;
                links.push(Edit::AddLink(Link { id, kind, from, to }));
            }
        }
        links
    }
}

/// What stands between things that differ.
const BESIDE: &str = " / ";

/// Whether what two notes say besides their text can be said of one: no cell and no colour differs.
fn agree(a: &Note, b: &Note) -> bool {
    let same = |a: &str, b: &str| a.is_empty() || b.is_empty() || fold(a.trim()) == fold(b.trim());
    let cells = a.cells.iter().all(|(key, cell)| b.cells.get(key).is_none_or(|c| same(cell, c)));
    cells && (a.colour == b.colour || a.colour == 0 || b.colour == 0)
}

/// Puts a text beside another, unless it is there already.
fn add_part(to: &mut String, part: &str) {
    if part.is_empty() || to.split(BESIDE).any(|p| fold(p.trim()) == fold(part.trim())) {
        return;
    }
    if !to.is_empty() {
        to.push_str(BESIDE);
    }
    to.push_str(part);
}

/// Says of a note who said so as well; when that was goes along where it was another day.
fn add_origin(note: &mut Note, source: &str, date: Option<Day>) {
    if note.source.is_empty() && note.date.is_none() {
        (note.source, note.date) = (source.to_owned(), date);
        return;
    }
    match date.filter(|_| date != note.date) {
        Some(date) => add_part(&mut note.source, format!("{source} {date}").trim()),
        None => add_part(&mut note.source, source),
    }
}

/// What a note says, as far as two can say the same.
fn said(element: &Element) -> String {
    let words: Vec<&str> = element.name.split_whitespace().collect();
    fold(&words.join(" ")).into_owned()
}
