//! Where everything on the picture stands, in its own units: pixels when it is shown at full size, divided by how
//! much its letters are enlarged.

use super::band::band;
use super::curves::PlacedCurve;
use super::table::table;
use super::{SheetBlock, SheetNote, SheetPicture};
use crate::lines::{balanced, lines};
use crate::svg::{Head, MARGIN};

/// The width of the picture in pixels; with [`LEAST_HEIGHT`] the shape of a landscape A-size page.
pub(super) const WIDTH: f64 = 1600.0;
/// Its least height in pixels.
const LEAST_HEIGHT: f64 = 1131.0;
/// How much letters can be enlarged where there is room.
const SCALES: [f64; 4] = [1.75, 1.5, 1.25, 1.0];
/// Between blocks.
pub(super) const GAP: f64 = 10.0;
/// Inside blocks and notes.
pub(super) const PAD: f64 = 10.0;
/// The name of a block.
pub(super) const NAME: f64 = 32.0;
/// Letters of notes, and from line to line.
pub(super) const LETTERS: f64 = 15.0;
pub(super) const LINE: f64 = 21.0;
/// Letters of what stands under the text of a note, and from line to line.
pub(super) const SMALL: f64 = 12.0;
pub(super) const SMALL_LINE: f64 = 17.0;
/// A note is at least as wide, where there is room.
const NOTE_WIDTH: f64 = 220.0;

/// No block is narrower, for the sake of larger letters.
const BLOCK_WIDTH: f64 = 220.0;

/// A rectangle: left, top, width, height.
pub(super) type Rect = [f64; 4];

/// A note with its lines.
pub(super) struct Placed {
    pub(super) rect: Rect,
    pub(super) text: Vec<String>,
    pub(super) facts: Vec<String>,
    pub(super) colour: u8,
    /// Cells of a table: how far from the left of the note, with their lines.
    pub(super) cells: Vec<(f64, Vec<String>)>,
}

/// What a block holds, from its upper left.
#[derive(Default)]
pub(super) struct Flow {
    /// The heads of columns: where they begin, with their lines.
    pub(super) heads: Vec<(f64, Vec<String>)>,
    pub(super) notes: Vec<Placed>,
    /// What is drawn above the notes.
    pub(super) curves: Vec<PlacedCurve>,
    /// How high all of it is.
    pub(super) height: f64,
}

/// A block with what it holds.
pub(super) struct PlacedBlock {
    pub(super) rect: Rect,
    /// Its name in lines.
    pub(super) name: Vec<String>,
    pub(super) heads: Vec<(f64, Vec<String>)>,
    pub(super) notes: Vec<Placed>,
    pub(super) curves: Vec<PlacedCurve>,
    /// Into how many parts it is divided.
    pub(super) parts: usize,
}

/// Everything on it, with its size.
pub(super) struct PlacedSheet {
    pub(super) head: Head,
    pub(super) blocks: Vec<PlacedBlock>,
    pub(super) width: f64,
    pub(super) height: f64,
    /// How many pixels a unit is.
    pub(super) scale: f64,
}

/// Places everything, with the largest letters that leave the picture a page.
pub(super) fn place(sheet: &SheetPicture) -> PlacedSheet {
    let fits = |placed: &PlacedSheet| {
        let narrow = placed.blocks.iter().any(|b| b.rect[2] < BLOCK_WIDTH);
        placed.height * placed.scale < LEAST_HEIGHT + 1.0 && !narrow
    };
    let mut tried = SCALES.iter().map(|scale| place_at(sheet, *scale));
    tried.find(fits).unwrap_or_else(|| place_at(sheet, 1.0))
}

fn place_at(sheet: &SheetPicture, scale: f64) -> PlacedSheet {
    let columns = sheet.columns.max(1);
    let column = (WIDTH / scale - 2.0 * MARGIN + GAP) / columns as f64;
    let width = |b: &SheetBlock| b.span.1.max(1) as f64 * column - GAP;
    let head = Head::new(&sheet.title, &sheet.subtitle, WIDTH / scale);
    let top = MARGIN + head.height();
    let flow = |b: &SheetBlock| {
        let width = width(b) - 2.0 * PAD;
        match (b.columns.len(), b.parts) {
            (0, 0) => flow(b, width),
            (0, _) => band(b, width),
            _ => table(b, width),
        }
    };
    let names: Vec<Vec<String>> = sheet.blocks.iter().map(|b| name(b, width(b))).collect();
    let flows: Vec<Flow> = sheet.blocks.iter().map(flow).collect();
    let rows = rows(sheet, &names, &flows, LEAST_HEIGHT / scale - top - MARGIN);
    let before = |row: usize| rows.iter().take(row).sum::<f64>();
    let mut blocks = Vec::new();
    for ((block, mut flow), name) in sheet.blocks.iter().zip(flows).zip(names) {
        let left = MARGIN + block.at.1 as f64 * column;
        let above = top + before(block.at.0);
        let height = before(block.at.0 + block.span.0.max(1)) - before(block.at.0) - GAP;
        for note in &mut flow.notes {
            note.rect[0] += left + PAD;
            note.rect[1] += above + head_of(&name);
        }
        flow.curves.iter_mut().for_each(|c| c.shift(left + PAD, above + head_of(&name)));
        let rect = [left, above, width(block), height];
        let Flow { heads, notes, curves, .. } = flow;
        blocks.push(PlacedBlock { rect, name, heads, notes, curves, parts: block.parts });
    }
    let height = top + rows.iter().sum::<f64>() - GAP + MARGIN;
    PlacedSheet { head, blocks, width: WIDTH / scale, height, scale }
}

/// The heights of the rows with the gap below each: as they are against each other, as far as every block holds its
/// notes; together as high as the room, or higher where that is needed.
fn rows(sheet: &SheetPicture, names: &[Vec<String>], flows: &[Flow], room: f64) -> Vec<f64> {
    let count = sheet.blocks.iter().map(|b| b.at.0 + b.span.0.max(1)).max().unwrap_or(1);
    let mut least = vec![0.0_f64; count];
    let mut order: Vec<usize> = (0..sheet.blocks.len()).collect();
    order.sort_by_key(|at| sheet.blocks[*at].span.0);
    for at in order {
        let needed = head_of(&names[at]) + flows[at].height + PAD + GAP;
        let block = &sheet.blocks[at];
        let span = block.at.0..block.at.0 + block.span.0.max(1);
        let there: f64 = least[span.clone()].iter().sum();
        let more = (needed - there).max(0.0) / span.len() as f64;
        least[span].iter_mut().for_each(|row| *row += more);
    }
    let part = |row: usize| f64::from(sheet.heights.get(row).copied().unwrap_or(1));
    let filled = |level: f64| -> Vec<f64> {
        least.iter().enumerate().map(|(row, least)| least.max(level * part(row))).collect()
    };
    // The level at which the rows fill the room lies below it all.
    let (mut low, mut high) = (0.0, room + GAP);
    for _ in 0..40 {
        let middle = f64::midpoint(low, high);
        if filled(middle).iter().sum::<f64>() > room + GAP {
            high = middle;
        } else {
            low = middle;
        }
    }
    filled(low)
}

/// The name of a block of that width, in lines.
fn name(block: &SheetBlock, width: f64) -> Vec<String> {
    // Beside it stand the heads of a table. Heavy letters are wider.
    let most = if block.columns.is_empty() { (width - 2.0 * PAD) / (LETTERS * 1.02) } else { 1e3 };
    balanced(&block.name, most)
}

/// How high the name of a block is with the room around it; a band without one needs none.
pub(super) fn head_of(name: &[String]) -> f64 {
    match name.len() {
        0 => PAD,
        lines => NAME + (lines - 1) as f64 * LINE,
    }
}

/// A note of that width, as high as what it says, in the upper left.
pub(super) fn placed(note: &SheetNote, width: f64) -> Placed {
    let text = balanced(&note.text, (width - 2.0 * PAD) / LETTERS);
    let fact = |f: &String| lines(f, (width - 2.0 * PAD) / SMALL);
    let facts: Vec<String> = note.facts.iter().flat_map(fact).collect();
    let height = text.len() as f64 * LINE + facts.len() as f64 * SMALL_LINE + PAD;
    let rect = [0.0, 0.0, width, height];
    Placed { rect, text, facts, colour: note.colour, cells: Vec::new() }
}

/// The notes of a block in rows beside each other.
fn flow(block: &SheetBlock, width: f64) -> Flow {
    let beside = ((width + GAP) / (NOTE_WIDTH + GAP)).floor().max(1.0);
    let each = (width + GAP) / beside - GAP;
    let mut placed: Vec<Placed> = Vec::new();
    let mut top = 0.0;
    for row in block.notes.chunks(beside as usize) {
        let begin = placed.len();
        let mut highest: f64 = 0.0;
        for (at, note) in row.iter().enumerate() {
            let mut note = self::placed(note, each);
            highest = highest.max(note.rect[3]);
            (note.rect[0], note.rect[1]) = (at as f64 * (each + GAP), top);
            placed.push(note);
        }
        placed[begin..].iter_mut().for_each(|n| n.rect[3] = highest);
        top += highest + GAP;
    }
    Flow { notes: placed, height: top, ..Flow::default() }
}
