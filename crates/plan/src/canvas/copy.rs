//! Canvases and journeys again: a copy beside the first, or one that was kept in a picture.

use crate::{Body, Document, Edit, Element, ElementId, Kind, Link, LinkId, Span, migrate_edit};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The field that tells the schema of a canvas or journey that was kept elsewhere.
const FORMAT: &str = "sodachi-canvas";

impl Document {
    /// An edit that adds a copy of a canvas or journey after all others, with all below it and the links among
    /// them. Its id is [`Document::next_id`]. `None` when the id is of neither.
    #[must_use]
    pub fn copy_canvas(&self, id: ElementId, name: &str) -> Option<Edit> {
        let (mut elements, links) = self.canvas_parts(id)?;
        name.clone_into(&mut elements.first_mut()?.name);
        self.insert_renumbered(elements, links)
    }

    /// A canvas or journey as JSON, to be kept in a picture of it; `None` when the id is of neither.
    #[must_use]
    pub fn keep_canvas(&self, id: ElementId) -> Option<String> {
        let (elements, links) = self.canvas_parts(id)?;
        let kept = json!({ FORMAT: self.schema, "elements": elements, "links": links });
        Some(kept.to_string())
    }

    /// An edit that adds a canvas or journey that [`Document::keep_canvas`] wrote, in this or an older version. `None` when it
    /// is none, is of a newer version, or breaks a rule of the document.
    #[must_use]
    pub fn insert_kept_canvas(&self, kept: &str) -> Option<Edit> {
        let mut kept: Value = serde_json::from_str(kept).ok()?;
        let schema = kept.get(FORMAT)?.as_u64()?;
        let edit = json!({
            "insert": { "elements": kept["elements"].take(), "links": kept["links"].take() }
        });
        let edit: Edit = serde_json::from_value(migrate_edit(schema, edit).ok()?).ok()?;
        let Edit::Insert { elements, links } = edit else { return None };
        self.insert_renumbered(elements, links)
    }

    fn canvas_parts(&self, id: ElementId) -> Option<(Vec<Element>, Vec<Link>)> {
        self.element(id).filter(|e| stands_alone(e))?;
        let elements: Vec<Element> = self.subtree(id).into_iter().cloned().collect();
        let inside = |id: ElementId| elements.iter().any(|e| e.id == id);
        let links = self.links.values().filter(|l| inside(l.from) && inside(l.to));
        let links = links.cloned().collect();
        Some((elements, links))
    }

    /// An edit that adds a canvas or journey with new ids throughout.
    fn insert_renumbered(&self, mut elements: Vec<Element>, mut links: Vec<Link>) -> Option<Edit> {
        let new: BTreeMap<ElementId, ElementId> =
            elements.iter().map(|e| e.id).zip((self.next_id..).map(ElementId)).collect();
        let root = elements.first().filter(|e| stands_alone(e))?.id;
        for element in &mut elements {
            if element.id == root {
                element.parent = None;
                element.rank = self.rank_at(None, usize::MAX, None);
            } else {
                element.parent = Some(*new.get(&element.parent?)?);
            }
            element.id = *new.get(&element.id)?;
            if let Body::Note(note) = &mut element.body {
                // Of a stage that is no more nothing is said.
                note.span = note.span.and_then(|s| Some(Span { from: *new.get(&s.from)?, ..s }));
            }
        }
        for (link, id) in links.iter_mut().zip(self.next_id + elements.len() as u64..) {
            link.id = LinkId(id);
            link.from = *new.get(&link.from)?;
            link.to = *new.get(&link.to)?;
        }
        let edit = Edit::Insert { elements, links };
        self.clone().apply(edit.clone()).is_ok().then_some(edit)
    }
}

fn stands_alone(element: &Element) -> bool {
    matches!(element.kind(), Kind::Canvas | Kind::Journey)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Note, template};

    /// A canvas with two linked notes.
    fn document() -> (Document, ElementId) {
        let mut document = Document::default();
        let edit = document.insert_canvas(template("value-proposition").unwrap(), "A");
        document.apply(edit).unwrap();
        let canvas = document.canvases()[0].id;
        let block = document.children(Some(canvas))[0].id;
        let notes = ["x", "y"].map(|t| (t.to_owned(), Note { votes: 1, ..Note::default() }));
        let edit = document.add_notes(block, &notes, 0);
        document.apply(edit).unwrap();
        let ids: Vec<_> = document.children(Some(block)).iter().map(|n| n.id).collect();
        let edit = document.join(ids[0], ids[1]).unwrap();
        document.apply(edit).unwrap();
        (document, canvas)
    }

    /// What a canvas holds, without ids.
    fn said(document: &Document, canvas: ElementId) -> Vec<(String, crate::Body)> {
        document.subtree(canvas).iter().map(|e| (e.name.clone(), e.body.clone())).collect()
    }

    #[test]
    fn a_copy_has_all_but_the_ids() {
        let (mut document, canvas) = document();
        let copy = ElementId(document.next_id);
        let edit = document.copy_canvas(canvas, "A").unwrap();
        document.apply(edit).unwrap();
        assert_eq!(document.check(), Ok(()));
        assert_eq!(said(&document, copy), said(&document, canvas));
        assert_eq!(document.links.len(), 2);
        assert_eq!(document.copy_canvas(document.children(Some(copy))[0].id, ""), None);
    }

    #[test]
    fn what_was_kept_comes_back_elsewhere() {
        let (from, canvas) = document();
        let kept = from.keep_canvas(canvas).unwrap();
        let (mut other, _) = document();
        let added = ElementId(other.next_id);
        let edit = other.insert_kept_canvas(&kept).unwrap();
        other.apply(edit).unwrap();
        assert_eq!(other.check(), Ok(()));
        assert_eq!(said(&other, added), said(&from, canvas));
    }

    #[test]
    fn what_is_no_canvas_is_refused() {
        let (document, canvas) = document();
        let kept = document.keep_canvas(canvas).unwrap();
        let newer = kept.replacen(
            &format!("\"{FORMAT}\":{}", document.schema),
            "\"sodachi-canvas\":999",
            1,
        );
        for text in [
            "",
            "{}",
            "[]",
            "{\"sodachi-canvas\":4}",
            &newer,
            &kept.replace("\"votes\":1", "\"colour\":9"),
            &kept[..kept.len() / 2],
        ] {
            assert_eq!(document.insert_kept_canvas(text), None, "{text}");
        }
    }
}
