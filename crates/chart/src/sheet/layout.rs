//! Where everything on the picture stands, in its own units (a CSS pixel when shown at full size).

use super::lines::lines;
use super::{SheetBlock, SheetPicture};

/// The width of the picture; with [`LEAST_HEIGHT`] the shape of a landscape A-size page.
pub(super) const WIDTH: f64 = 1600.0;
/// Its least height.
const LEAST_HEIGHT: f64 = 1131.0;
/// Around everything.
pub(super) const MARGIN: f64 = 32.0;
/// Title and subtitle.
const HEAD: f64 = 64.0;
/// Between blocks.
const GAP: f64 = 10.0;
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

/// A rectangle: left, top, width, height.
pub(super) type Rect = [f64; 4];

/// A note with its lines.
pub(super) struct Placed {
    pub(super) rect: Rect,
    pub(super) text: Vec<String>,
    pub(super) facts: Vec<String>,
    pub(super) colour: u8,
}

/// A block with its notes.
pub(super) struct PlacedBlock {
    pub(super) rect: Rect,
    pub(super) name: String,
    pub(super) notes: Vec<Placed>,
}

/// Everything, with the height of the picture.
pub(super) fn place(sheet: &SheetPicture) -> (Vec<PlacedBlock>, f64) {
    let columns = sheet.columns.max(1);
    let column = (WIDTH - 2.0 * MARGIN + GAP) / columns as f64;
    let width = |b: &SheetBlock| b.span.1.max(1) as f64 * column - GAP;
    let top = MARGIN + HEAD;
    let notes: Vec<(Vec<Placed>, f64)> =
        sheet.blocks.iter().map(|b| flow(b, width(b) - 2.0 * PAD)).collect();
    let rows = rows(sheet, &notes, LEAST_HEIGHT - top - MARGIN);
    let before = |row: usize| rows.iter().take(row).sum::<f64>();
    let mut placed = Vec::new();
    for (block, (mut notes, _)) in sheet.blocks.iter().zip(notes) {
        let left = MARGIN + block.at.1 as f64 * column;
        let above = top + before(block.at.0);
        let height = before(block.at.0 + block.span.0.max(1)) - before(block.at.0) - GAP;
        for note in &mut notes {
            note.rect[0] += left + PAD;
            note.rect[1] += above + NAME;
        }
        let rect = [left, above, width(block), height];
        placed.push(PlacedBlock { rect, name: block.name.clone(), notes });
    }
    (placed, top + rows.iter().sum::<f64>() - GAP + MARGIN)
}

/// The heights of the rows with the gap below each: as they are against each other, then grown until
/// every block holds its notes.
fn rows(sheet: &SheetPicture, notes: &[(Vec<Placed>, f64)], room: f64) -> Vec<f64> {
    let count = sheet.blocks.iter().map(|b| b.at.0 + b.span.0.max(1)).max().unwrap_or(1);
    let part = |row: usize| f64::from(sheet.heights.get(row).copied().unwrap_or(1));
    let parts: f64 = (0..count).map(part).sum();
    let mut rows: Vec<f64> = (0..count).map(|row| (room + GAP) * part(row) / parts).collect();
    let mut order: Vec<usize> = (0..sheet.blocks.len()).collect();
    order.sort_by_key(|at| sheet.blocks[*at].span.0);
    for at in order {
        let (block, needed) = (&sheet.blocks[at], NAME + notes[at].1 + PAD + GAP);
        let span = block.at.0..block.at.0 + block.span.0.max(1);
        let there: f64 = rows[span.clone()].iter().sum();
        let more = (needed - there).max(0.0) / span.len() as f64;
        rows[span].iter_mut().for_each(|row| *row += more);
    }
    rows
}

/// The notes of a block in rows beside each other, from its upper left, with the height that they take.
fn flow(block: &SheetBlock, width: f64) -> (Vec<Placed>, f64) {
    let beside = ((width + GAP) / (NOTE_WIDTH + GAP)).floor().max(1.0);
    let each = (width + GAP) / beside - GAP;
    let mut placed: Vec<Placed> = Vec::new();
    let mut top = 0.0;
    for row in block.notes.chunks(beside as usize) {
        let begin = placed.len();
        let mut highest: f64 = 0.0;
        for (at, note) in row.iter().enumerate() {
            let text = lines(&note.text, (each - 2.0 * PAD) / LETTERS);
            let fact = |f: &String| lines(f, (each - 2.0 * PAD) / SMALL);
            let facts: Vec<String> = note.facts.iter().flat_map(fact).collect();
            let height = text.len() as f64 * LINE + facts.len() as f64 * SMALL_LINE + PAD;
            highest = highest.max(height);
            let rect = [at as f64 * (each + GAP), top, each, 0.0];
            placed.push(Placed { rect, text, facts, colour: note.colour });
        }
        placed[begin..].iter_mut().for_each(|n| n.rect[3] = highest);
        top += highest + GAP;
    }
    (placed, top)
}
