//! Notes that say the same become one.

use crate::{Document, Edit, Element, ElementId, Kind, Link, LinkId};
use std::collections::BTreeMap;
use table::fold::fold;

impl Document {
    /// The notes of a canvas that say the same (but for case, width, kana and spaces), in groups of two
    /// or more, in reading order.
    #[must_use]
    pub fn duplicate_notes(&self, canvas: ElementId) -> Vec<Vec<ElementId>> {
        let mut same: BTreeMap<String, Vec<ElementId>> = BTreeMap::new();
        let mut order = Vec::new();
        for block in self.children_of_kind(Some(canvas), Kind::Block) {
            for note in self.children_of_kind(Some(block.id), Kind::Note) {
                let said = said(note);
                if !said.is_empty() {
                    order.push(said.clone());
                    same.entry(said).or_default().push(note.id);
                }
            }
        }
        let groups = order.iter().filter_map(|said| same.remove(said));
        groups.filter(|group| group.len() > 1).collect()
    }

    /// An edit that makes one note of several, where the first stands: texts that say something else
    /// follow as lines, votes are added up, the best standing stays with its source and date, empty cells
    /// are filled, links lead to the one. `None` with fewer than two notes.
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
            if other.standing > note.standing {
                note.standing = other.standing;
                note.source.clone_from(&other.source);
                note.date = other.date;
            }
            for (key, cell) in other.cells.iter().filter(|(_, cell)| !cell.is_empty()) {
                let kept = note.cells.entry(key.clone()).or_default();
                if kept.is_empty() {
                    kept.clone_from(cell);
                }
            }
        }
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

    /// The links of notes that go, as links of the one that stays.
    fn links_led_to(&self, to: ElementId, gone: &[ElementId]) -> Vec<Edit> {
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

/// What a note says, as far as two can say the same.
fn said(element: &Element) -> String {
    let words: Vec<&str> = element.name.split_whitespace().collect();
    fold(&words.join(" ")).into_owned()
}
