//! A block that is divided into parts: each note stands over some of them, as high up as there is room, so that one
//! over several parts begins no row of its own.

use super::SheetBlock;
use super::curves::curves;
use super::layout::{Flow, GAP, PAD, placed};

/// The notes of a block over its parts, under its curves.
pub(super) fn band(block: &SheetBlock, width: f64) -> Flow {
    let parts = block.parts.max(1);
    // Parts stand as blocks of their own would: with a gap between them.
    let part = (width + 2.0 * PAD + GAP) / parts as f64;
    let (curves, below) = curves(block, width);
    let mut filled = vec![below; parts];
    let mut notes = Vec::new();
    for note in &block.notes {
        let first = note.over.0.min(parts - 1);
        let over = first..(first + note.over.1.max(1)).min(parts);
        let mut note = placed(note, over.len() as f64 * part - GAP - PAD);
        let top = filled[over.clone()].iter().copied().fold(0.0, f64::max);
        (note.rect[0], note.rect[1]) = (first as f64 * part - PAD / 2.0, top);
        filled[over].fill(top + note.rect[3] + GAP * 0.6);
        notes.push(note);
    }
    let height = filled.iter().copied().fold(0.0, f64::max);
    Flow { notes, curves, height, ..Flow::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SheetNote;

    #[test]
    fn a_long_note_leaves_no_row_empty() {
        let note = |over| SheetNote { text: "x".to_owned(), over, ..SheetNote::default() };
        let notes = [(1, 2), (3, 1), (0, 1), (1, 1), (2, 0), (9, 9)].map(note).to_vec();
        let flow = band(&SheetBlock { parts: 4, notes, ..SheetBlock::default() }, 780.0);
        let rows: Vec<bool> = flow.notes.iter().map(|n| n.rect[1] > 0.0).collect();
        assert_eq!(rows, [false, false, false, true, true, true]);
        let [x, _, w, _] = flow.notes[0].rect;
        let [next, ..] = flow.notes[1].rect;
        assert!(x > flow.notes[2].rect[0] + flow.notes[2].rect[2] && x + w < next);
        // None meets another one.
        for (at, a) in flow.notes.iter().enumerate() {
            for b in &flow.notes[at + 1..] {
                let apart = |i: usize| {
                    a.rect[i] + a.rect[i + 2] <= b.rect[i] || b.rect[i] + b.rect[i + 2] <= a.rect[i]
                };
                assert!(apart(0) || apart(1), "{:?} {:?}", a.rect, b.rect);
            }
        }
    }
}
