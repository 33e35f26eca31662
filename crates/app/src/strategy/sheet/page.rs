//! A canvas or journey as it is drawn: its blocks or cells with their notes.

use super::spot::Spot;
use plan::{
    Block, Body, Canvas, ColumnKind, Document, Element, ElementId, Kind, LaneKind, Layout, Note,
    NoteKind, Review,
};
use std::collections::BTreeMap;
use table::fold::fold;

/// What a journey says as a canvas: nothing besides its notes.
static PLAIN: Canvas = Canvas {
    template: String::new(),
    layout: Layout::Flow { columns: 1 },
    legend: Vec::new(),
    sentence: None,
    review: Review { days: 0, reviewed: None },
};

/// What a cell of a journey says as a block.
static CELL: Block =
    Block { area: String::new(), note: NoteKind::Idea, prompts: Vec::new(), columns: Vec::new() };

/// A canvas or journey with what is on it.
pub struct Page<'a> {
    /// Its element.
    pub element: &'a Element,
    /// What it says.
    pub canvas: &'a Canvas,
    /// Its blocks, in order; of a journey the cells, lane by lane.
    pub blocks: Vec<PageBlock<'a>>,
}

/// A block or cell with its notes.
pub struct PageBlock<'a> {
    /// Where that is.
    pub spot: Spot,
    /// Its element; of a cell the lane.
    pub element: &'a Element,
    /// What it says.
    pub block: &'a Block,
    /// Its notes, in order; of a cell those over several stages first.
    pub notes: Vec<PageNote<'a>>,
}

/// A note.
#[derive(Clone, Copy)]
pub struct PageNote<'a> {
    /// Its element; what the note says is its name.
    pub element: &'a Element,
    /// What it says besides.
    pub note: &'a Note,
    /// How many links it has.
    pub links: usize,
    /// Over how many stages it stands.
    pub stages: usize,
}

impl<'a> Page<'a> {
    /// The canvas or journey of that id.
    pub fn of(document: &'a Document, id: ElementId) -> Option<Self> {
        let element = document.element(id)?;
        let mut links: BTreeMap<ElementId, usize> = BTreeMap::new();
        for link in document.links.values() {
            *links.entry(link.from).or_default() += 1;
            *links.entry(link.to).or_default() += 1;
        }
        let note = |element: &'a Element| match &element.body {
            Body::Note(note) => {
                let links = links.get(&element.id).copied().unwrap_or_default();
                Some(PageNote { element, note, links, stages: 1 })
            }
            _ => None,
        };
        let block = |element: &'a Element| match &element.body {
            Body::Block(block) => {
                let notes = document.children(Some(element.id));
                Some(PageBlock {
                    spot: Spot::block(element.id),
                    element,
                    block,
                    notes: notes.into_iter().filter_map(note).collect(),
                })
            }
            _ => None,
        };
        let Body::Canvas(canvas) = &element.body else {
            document.journey(id)?;
            let stages = document.stages(id);
            let mut lanes = document.children_of_kind(Some(id), Kind::Lane);
            lanes.retain(|lane| document.lane_kind(lane.id) != Some(LaneKind::Emotion));
            let blocks = lanes.into_iter().flat_map(|lane| cells(document, lane, &stages, note));
            return Some(Self { element, canvas: &PLAIN, blocks: blocks.collect() });
        };
        let blocks = document.children_of_kind(Some(id), Kind::Block);
        Some(Self { element, canvas, blocks: blocks.into_iter().filter_map(block).collect() })
    }

    /// The notes of one block or cell, as they are shown.
    pub fn notes_at(&self, spot: Spot) -> &[PageNote<'a>] {
        self.blocks.iter().find(|b| b.spot == spot).map(|b| &*b.notes).unwrap_or_default()
    }

    /// All notes, in reading order.
    pub fn notes(&self) -> impl Iterator<Item = &PageNote<'a>> {
        self.blocks.iter().flat_map(|b| &b.notes)
    }

    /// A note and the block that it stands in, with its place there.
    pub fn find(&self, id: ElementId) -> Option<(&PageBlock<'a>, usize)> {
        self.blocks.iter().find_map(|b| Some((b, b.notes.iter().position(|n| n.element.id == id)?)))
    }

    /// Those of the notes that are on this canvas, in reading order.
    pub fn ordered(&self, ids: &[ElementId]) -> Vec<ElementId> {
        self.notes().map(|n| n.element.id).filter(|id| ids.contains(id)).collect()
    }

    /// The notes that hold what is searched for, in reading order; none when nothing is.
    pub fn matches(&self, search: &str) -> Vec<ElementId> {
        let wanted = fold(search.trim()).into_owned();
        if wanted.is_empty() {
            return Vec::new();
        }
        let holds = |b: &PageBlock<'_>, n: &PageNote<'_>| {
            // The answers to yes or no are no words of the user's.
            let said = |key: &str| {
                b.block.columns.iter().all(|c| c.key != key || c.kind != ColumnKind::Check)
            };
            let cells = n.note.cells.iter().filter(|(key, _)| said(key)).map(|(_, cell)| cell);
            let mut texts = cells.chain([&n.note.source, &n.element.name]);
            texts.any(|text| fold(text).contains(&wanted))
        };
        let found = self.blocks.iter().flat_map(|b| b.notes.iter().filter(|n| holds(b, n)));
        found.map(|n| n.element.id).collect()
    }
}

/// The cells of a lane, by stage.
fn cells<'a>(
    document: &'a Document,
    lane: &'a Element,
    stages: &[ElementId],
    note: impl Fn(&'a Element) -> Option<PageNote<'a>>,
) -> Vec<PageBlock<'a>> {
    let cell = |stage: &ElementId| {
        let spot = Spot { holder: lane.id, stage: Some(*stage) };
        PageBlock { spot, element: lane, block: &CELL, notes: Vec::new() }
    };
    let mut cells: Vec<PageBlock<'a>> = stages.iter().map(cell).collect();
    for mut n in document.children(Some(lane.id)).into_iter().filter_map(note) {
        let over = n.note.covers(stages);
        n.stages = over.len();
        if let Some(cell) = cells.get_mut(over.start) {
            cell.notes.push(n);
        }
    }
    for cell in &mut cells {
        cell.notes.sort_by_key(|n| n.stages < 2);
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use plan::template;

    #[test]
    fn notes_are_found_whatever_their_width_and_case() {
        let mut document = Document::default();
        let edit = document.insert_canvas(template("swot").unwrap(), "");
        document.apply(edit).unwrap();
        let canvas = document.canvases()[0].id;
        let block = document.children(Some(canvas))[3].id;
        let note = |text: &str| (text.to_owned(), Note::default());
        let edit = document.add_notes(block, &[note("ﾃﾚﾜｰｸの定着"), note("SaaS")], 0);
        document.apply(edit).unwrap();
        let page = Page::of(&document, canvas).unwrap();
        assert_eq!(page.matches("テレワーク").len(), 1);
        assert_eq!(page.matches("ｓａａｓ").len(), 1);
        assert_eq!(page.matches(" ").len(), 0);
        let ids: Vec<_> = page.notes().map(|n| n.element.id).collect();
        assert_eq!(page.ordered(&[ids[1], block, ids[0]]), ids);
        assert_eq!(page.find(ids[1]).map(|(b, at)| (b.element.id, at)), Some((block, 1)));
    }
}
