//! What can leave the document by itself (a canvas, a journey, a KPI tree) again: a copy beside the first, or one that was
//! kept in a picture.

use crate::{Body, Document, Edit, Element, ElementId, Kind, Link, LinkId, Span, migrate_edit};
use kpi::NodeId;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The field that tells the schema of what was kept elsewhere.
const FORMAT: &str = "sodachi-part";
/// The same in pictures of before KPI trees could be kept.
const FORMAT_OF_CANVASES: &str = "sodachi-canvas";

/// So many elements, and as many links, are kept and taken from elsewhere at once: a canvas or tree of which everything
/// has long ceased to be read.
const MOST: usize = if cfg!(test) { 500 } else { 10_000 };

/// Why nothing was taken from elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// It is nothing that [`Document::keep_part`] wrote, or of a newer version.
    Strange,
    /// It has more than 10,000 elements or links, as earlier versions still kept.
    TooMany,
}

/// New ids by old ones.
type Ids = BTreeMap<ElementId, ElementId>;

impl Kind {
    /// Whether an element of this kind can be copied and kept by itself, with all that is below it.
    #[must_use]
    pub fn stands_alone(self) -> bool {
        matches!(self, Self::Canvas | Self::Journey | Self::KpiTree)
    }
}

impl Document {
    /// An edit that adds a copy of a canvas, journey or KPI tree after all others, with all that is below it and the links
    /// among them. Its id is [`Document::next_id`]. `None` when the id is of nothing that stands alone.
    #[must_use]
    pub fn copy_part(&self, id: ElementId, name: &str) -> Option<Edit> {
        let (mut elements, links) = self.part(id)?;
        name.clone_into(&mut elements.first_mut()?.name);
        self.insert_renumbered(elements, links)
    }

    /// A canvas, journey or KPI tree as JSON, to be kept in a picture of it; `None` when the id is of nothing that stands
    /// alone, or when it has more elements or links than [`Document::insert_kept_part`] takes.
    #[must_use]
    pub fn keep_part(&self, id: ElementId) -> Option<String> {
        let (elements, links) = self.part(id).filter(|(e, l)| e.len().max(l.len()) <= MOST)?;
        let kept = json!({ FORMAT: self.schema, "elements": elements, "links": links });
        Some(kept.to_string())
    }

    /// An edit that adds what [`Document::keep_part`] wrote, in this or an older version; the id of what is added is
    /// [`Document::next_id`].
    ///
    /// # Errors
    /// [`NotKept`] when it is no such text, is of a newer version, has more than 10,000 elements or links, or breaks a rule
    /// of the document.
    pub fn insert_kept_part(&self, kept: &str) -> Result<Edit, NotKept> {
        let (elements, links) = kept_part(kept).ok_or(NotKept::Strange)?;
        if elements.len().max(links.len()) > MOST {
            return Err(NotKept::TooMany);
        }
        self.insert_renumbered(elements, links).ok_or(NotKept::Strange)
    }

    fn part(&self, id: ElementId) -> Option<(Vec<Element>, Vec<Link>)> {
        self.element(id).filter(|e| e.kind().stands_alone())?;
        let elements: Vec<Element> = self.subtree(id).into_iter().cloned().collect();
        let inside: BTreeSet<ElementId> = elements.iter().map(|e| e.id).collect();
        let whole = |l: &&Link| inside.contains(&l.from) && inside.contains(&l.to);
        let links = self.links.values().filter(whole);
        let links = links.cloned().collect();
        Some((elements, links))
    }

    /// An edit that adds a part with new ids throughout.
    fn insert_renumbered(&self, mut elements: Vec<Element>, mut links: Vec<Link>) -> Option<Edit> {
        let new: Ids = elements.iter().map(|e| e.id).zip((self.next_id..).map(ElementId)).collect();
        let root = elements.first().filter(|e| e.kind().stands_alone())?.id;
        for element in &mut elements {
            if element.id == root {
                element.parent = None;
                element.rank = self.rank_at(None, usize::MAX, None);
            } else {
                element.parent = Some(*new.get(&element.parent?)?);
            }
            element.id = *new.get(&element.id)?;
            renumber(&mut element.body, &new);
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

/// What [`Document::keep_part`] wrote, in this or an older version.
fn kept_part(kept: &str) -> Option<(Vec<Element>, Vec<Link>)> {
    let mut kept: Value = serde_json::from_str(kept).ok()?;
    let schema = kept.get(FORMAT).or_else(|| kept.get(FORMAT_OF_CANVASES))?.as_u64()?;
    let edit = json!({
        "insert": { "elements": kept["elements"].take(), "links": kept["links"].take() }
    });
    match serde_json::from_value(migrate_edit(schema, edit).ok()?).ok()? {
        Edit::Insert { elements, links } => Some((elements, links)),
        _ => None,
    }
}

/// Gives the ids that a body itself names their new numbers; what names nothing of the part is left out.
fn renumber(body: &mut Body, new: &Ids) {
    if let Body::Note(note) = body {
        // Of a stage that is no more nothing is said.
        note.span = note.span.and_then(|s| Some(Span { from: *new.get(&s.from)?, ..s }));
    }
    let Body::KpiScenario(assumptions) = body else { return };
    let named = |node: &mut NodeId| match new.get(&ElementId(node.0)) {
        Some(id) => {
            node.0 = id.0;
            true
        }
        None => false,
    };
    assumptions.overrides.retain_mut(|o| named(&mut o.node));
    assumptions.ranges.retain_mut(|r| named(&mut r.node));
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
        let edit = document.copy_part(canvas, "A").unwrap();
        document.apply(edit).unwrap();
        assert_eq!(document.check(), Ok(()));
        assert_eq!(said(&document, copy), said(&document, canvas));
        assert_eq!(document.links.len(), 2);
        assert_eq!(document.copy_part(document.children(Some(copy))[0].id, ""), None);
    }

    #[test]
    fn what_was_kept_comes_back_elsewhere() {
        let (from, canvas) = document();
        let kept = from.keep_part(canvas).unwrap();
        let (mut other, _) = document();
        let added = ElementId(other.next_id);
        let edit = other.insert_kept_part(&kept).unwrap();
        other.apply(edit).unwrap();
        assert_eq!(other.check(), Ok(()));
        assert_eq!(said(&other, added), said(&from, canvas));
    }

    #[test]
    fn a_picture_has_a_bound() {
        let (mut document, canvas) = document();
        let block = document.children(Some(canvas))[1].id;
        let there = document.subtree(canvas).len();
        let notes = vec![("z".to_owned(), Note::default()); MOST - there];
        document.apply(document.add_notes(block, &notes, 0)).unwrap();
        let most = document.keep_part(canvas).unwrap();
        let one = ("z".to_owned(), Note::default());
        document.apply(document.add_notes(block, &[one], 0)).unwrap();
        assert_eq!(document.keep_part(canvas), None, "what would be refused is not kept");
        let mut kept: Value = serde_json::from_str(&most).unwrap();
        let elements = kept["elements"].as_array_mut().unwrap();
        elements.push(elements.last().unwrap().clone());
        let mut other = Document::default();
        assert_eq!(other.insert_kept_part(&kept.to_string()), Err(NotKept::TooMany));
        // At the bound it takes no more than a moment: places are told without asking all for each.
        other.apply(other.insert_kept_part(&most).unwrap()).unwrap();
        assert_eq!((other.elements.len(), other.check()), (MOST, Ok(())));
    }

    #[test]
    fn pictures_of_before_open_still() {
        let (document, canvas) = document();
        let kept = document.keep_part(canvas).unwrap();
        let before = kept.replacen(FORMAT, FORMAT_OF_CANVASES, 1);
        assert_eq!(document.insert_kept_part(&before), document.insert_kept_part(&kept));
    }

    #[test]
    fn what_a_scenario_of_a_kept_tree_names_is_of_the_new_tree() {
        let mut document = Document::default();
        let body = kpi::NodeBody::default();
        let node = |at, parent| kpi::Node {
            id: NodeId(at),
            parent,
            name: format!("n{at}"),
            body: body.clone(),
        };
        let tree =
            kpi::Tree { nodes: vec![node(0, None), node(1, Some(0))], ..kpi::Tree::default() };
        document.apply(document.insert_kpi_tree("T", &tree)).unwrap();
        let root = document.kpi_trees()[0].id;
        let over = |id: u64| kpi::Override { node: NodeId(id), value: 1.0 };
        let overrides = vec![over(root.0 + 2), over(999_999)];
        let assumed = kpi::Assumptions { overrides, ranges: Vec::new() };
        document.apply(document.insert_kpi_scenario(root, "S", assumed)).unwrap();
        let kept = document.keep_part(root).unwrap();
        let mut other = self::document().0;
        let added = ElementId(other.next_id);
        other.apply(other.insert_kept_part(&kept).unwrap()).unwrap();
        let tree = other.kpi_tree(added).unwrap();
        assert_eq!(tree.nodes.len(), 2);
        let named: Vec<_> =
            tree.scenarios[0].assumptions.overrides.iter().map(|o| o.node).collect();
        assert_eq!(named, [tree.nodes[1].id]);
    }

    #[test]
    fn what_is_no_canvas_is_refused() {
        let (document, canvas) = document();
        let kept = document.keep_part(canvas).unwrap();
        let newer = kept.replacen(
            &format!("\"{FORMAT}\":{}", document.schema),
            &format!("\"{FORMAT}\":999"),
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
            assert_eq!(document.insert_kept_part(text), Err(NotKept::Strange), "{text}");
        }
    }
}
