//! Changing the blocks of a canvas.

use super::{Block, Canvas, Layout};
use crate::{Body, Document, Edit, Element, ElementId, Kind};

impl Document {
    /// What a canvas says; `None` when the id is of no canvas.
    #[must_use]
    pub fn canvas(&self, id: ElementId) -> Option<&Canvas> {
        match &self.element(id)?.body {
            Body::Canvas(canvas) => Some(canvas),
            _ => None,
        }
    }

    /// An edit that adds a block of a name at the end of a canvas. Its id is [`Document::next_id`].
    #[must_use]
    pub fn add_block(&self, canvas: ElementId, name: &str) -> Edit {
        let id = self.next_id;
        // Ids are never used again, and so neither is the area.
        let block = Block { area: format!("own-{id}"), ..Block::default() };
        let element = Element {
            id: ElementId(id),
            parent: Some(canvas),
            rank: self.rank_at(Some(canvas), usize::MAX, None),
            name: name.to_owned(),
            body: Body::Block(Box::new(block)),
        };
        Edit::Insert { elements: vec![element], links: Vec::new() }
    }

    /// An edit that takes a block away with its notes. A neighbour in the drawn layout takes its place,
    /// where one is as long as the side they share. `None` when it is no block.
    #[must_use]
    pub fn remove_block(&self, id: ElementId) -> Option<Edit> {
        let element = self.element(id)?;
        let (Body::Block(block), Some(parent)) = (&element.body, element.parent) else {
            return None;
        };
        let canvas = self.canvas(parent)?;
        let layout = canvas.layout.without(&block.area);
        let body = Body::Canvas(Box::new(Canvas { layout, ..canvas.clone() }));
        Some(Edit::batch([Edit::Remove(id), Edit::SetBody { id: parent, body }]))
    }

    /// An edit that puts a block one step earlier or later in the order of reading; in a drawn layout it
    /// changes places with that block, whichever of them stands below it. `None` when there is nowhere to go.
    #[must_use]
    pub fn step_block(&self, id: ElementId, later: bool) -> Option<Edit> {
        let parent = self.element(id)?.parent?;
        let blocks = self.children_of_kind(Some(parent), Kind::Block);
        let at = blocks.iter().position(|b| b.id == id)?;
        let to = if later { at + 1 } else { at.checked_sub(1)? };
        let other = blocks.get(to)?;
        let area = |e: &Element| match &e.body {
            Body::Block(block) => block.area.clone(),
            _ => String::new(),
        };
        let canvas = self.canvas(parent)?;
        let layout = canvas.layout.swapped(&area(blocks[at]), &area(other));
        let body = Body::Canvas(Box::new(Canvas { layout, ..canvas.clone() }));
        let rank = self.rank_at(Some(parent), to, Some(id));
        let moved = Edit::Move { id, parent: Some(parent), rank };
        Some(Edit::batch([moved, Edit::SetBody { id: parent, body }]))
    }

    /// An edit that changes what a canvas says; `None` when nothing changes.
    #[must_use]
    pub fn change_canvas(&self, id: ElementId, change: impl FnOnce(&mut Canvas)) -> Option<Edit> {
        let old = self.canvas(id)?;
        let mut canvas = old.clone();
        change(&mut canvas);
        (canvas != *old).then(|| Edit::SetBody { id, body: Body::Canvas(Box::new(canvas)) })
    }
}

impl Layout {
    /// The layout without an area: rows that held nothing else go; a neighbour that shares a whole side
    /// grows over it; else its place stays empty.
    fn without(&self, area: &str) -> Self {
        let Self::Areas { rows, heights } = self else { return self.clone() };
        let named = |name: &str| {
            let put = |cell: &str| if cell == area { name.to_owned() } else { cell.to_owned() };
            let row =
                |r: &String| r.split_ascii_whitespace().map(put).collect::<Vec<_>>().join(" ");
            Self::Areas { rows: rows.iter().map(row).collect(), heights: heights.clone() }
        };
        let mut names: Vec<&str> = rows
            .iter()
            .flat_map(|r| r.split_ascii_whitespace())
            .filter(|n| *n != "." && *n != area)
            .collect();
        names.sort_unstable();
        names.dedup();
        let grown = names.iter().map(|name| named(name)).find(Self::is_sound);
        let kept = grown.unwrap_or_else(|| named("."));
        let Self::Areas { rows, heights } = kept else { return kept };
        let holds = |row: &String| row.split_ascii_whitespace().any(|cell| cell != ".");
        let heights =
            rows.iter().zip(&heights).filter(|(r, _)| holds(r)).map(|(_, h)| *h).collect();
        let rows: Vec<String> = rows.into_iter().filter(|r| holds(r)).collect();
        if rows.is_empty() { Self::default() } else { Self::Areas { rows, heights } }
    }

    /// The layout with two areas in each other's place. One that is nowhere takes the place of the other.
    fn swapped(&self, a: &str, b: &str) -> Self {
        let Self::Areas { rows, heights } = self else { return self.clone() };
        let swap = |cell: &str| match cell {
            cell if cell == a => b.to_owned(),
            cell if cell == b => a.to_owned(),
            cell => cell.to_owned(),
        };
        let row = |r: &String| r.split_ascii_whitespace().map(swap).collect::<Vec<_>>().join(" ");
        Self::Areas { rows: rows.iter().map(row).collect(), heights: heights.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Note, template};

    fn areas(rows: &[&str], heights: &[u8]) -> Layout {
        let rows = rows.iter().map(|r| (*r).to_owned()).collect();
        Layout::Areas { rows, heights: heights.to_vec() }
    }

    #[test]
    fn a_neighbour_takes_the_place() {
        let layout = areas(&["a b", "a c", "d d"], &[2, 2, 1]);
        for (area, left) in [
            ("b", areas(&["a c", "a c", "d d"], &[2, 2, 1])),
            ("a", areas(&[". b", ". c", "d d"], &[2, 2, 1])),
            ("d", areas(&["a b", "a c"], &[2, 2])),
            ("x", layout.clone()),
        ] {
            let without = layout.without(area);
            assert!(without.is_sound());
            assert_eq!(without, left, "{area}");
        }
        assert_eq!(areas(&["a"], &[]).without("a"), Layout::default());
        assert_eq!(
            areas(&[". a .", "b c d"], &[1, 1]).without("a").lines("c").unwrap(),
            "1 / 2 / 3 / 3"
        );
    }

    #[test]
    fn a_block_below_the_drawn_ones_changes_places_with_one_of_them() {
        let mut document = Document::default();
        document.apply(document.insert_canvas(template("will-can-must").unwrap(), "")).unwrap();
        let canvas = document.canvases()[0].id;
        let last = document.children(Some(canvas)).last().unwrap().id;
        let own = ElementId(document.next_id);
        document.apply(document.add_block(canvas, "私の枠")).unwrap();
        let place = |d: &Document, block| match &d.element(block).unwrap().body {
            Body::Block(b) => d.canvas(canvas).unwrap().layout.lines(&b.area),
            _ => None,
        };
        let before = place(&document, last);
        assert!(before.is_some() && place(&document, own).is_none());
        document.apply(document.step_block(own, false).unwrap()).unwrap();
        assert_eq!(document.check(), Ok(()));
        assert_eq!((place(&document, own), place(&document, last)), (before, None));
        assert_eq!(document.children(Some(canvas)).last().unwrap().id, last);
    }

    #[test]
    fn blocks_come_and_go_and_change_places() {
        let mut document = Document::default();
        let edit = document.insert_canvas(template("will-can-must").unwrap(), "");
        document.apply(edit).unwrap();
        let canvas = document.canvases()[0].id;
        let names = |d: &Document| {
            let blocks = d.children(Some(canvas));
            blocks
                .iter()
                .filter_map(|b| match &b.body {
                    Body::Block(block) => Some(block.area.clone()),
                    _ => None,
                })
                .collect::<Vec<_>>()
        };
        let before = document.clone();
        let mut undo = Vec::new();
        let own = ElementId(document.next_id);
        type Make<'a> = &'a dyn Fn(&Document) -> Option<Edit>;
        let edits: [Make<'_>; 4] = [
            &|d| Some(d.add_block(canvas, "私の枠")),
            &|d| Some(d.add_notes(own, &[("x".to_owned(), Note::default())], 0)),
            &|d| d.step_block(d.children(Some(canvas))[0].id, true),
            &|d| d.remove_block(d.children(Some(canvas))[0].id),
        ];
        for edit in edits {
            let edit = edit(&document).unwrap();
            undo.push(document.apply(edit).unwrap());
            assert_eq!(document.check(), Ok(()));
        }
        assert_eq!(
            names(&document),
            ["will".to_owned(), "must".into(), "next".into(), format!("own-{}", own.0)]
        );
        let layout = &document.canvas(canvas).unwrap().layout;
        assert_eq!(
            layout.lines("will").unwrap(),
            "1 / 1 / 2 / 3",
            "it stands where the other one was as well"
        );
        assert_eq!(document.step_block(own, true), None);
        for edit in undo.into_iter().rev() {
            document.apply(edit).unwrap();
        }
        assert_eq!(Document { next_id: before.next_id, ..document }, before);
    }
}
