//! A block that is a table: a row a note, a column a cell.

use super::SheetBlock;
use super::layout::{Flow, LETTERS, LINE, PAD, Placed, SMALL, SMALL_LINE};
use crate::lines::{balanced, lines};

/// The first column, where notes say what they say, is so much wider than the others.
const FIRST: f64 = 1.6;
/// Between rows.
const GAP: f64 = 4.0;

/// The notes of a block below each other, their cells in columns.
pub(super) fn table(block: &SheetBlock, width: f64) -> Flow {
    let each = width / (FIRST + block.columns.len() as f64);
    let column = |at: usize| each * (FIRST + at as f64);
    let fit = |text: &str, wide: f64, size: f64| balanced(text, (wide - PAD) / size);
    let heads = block.columns.iter().enumerate();
    let heads: Vec<_> =
        heads.map(|(at, c)| (column(at) + PAD, fit(c, each, SMALL * 1.08))).collect();
    let most = heads.iter().map(|h| h.1.len()).max().unwrap_or_default();
    let mut top = (most.max(1) - 1) as f64 * SMALL_LINE;
    let mut notes = Vec::new();
    for note in &block.notes {
        let text = fit(&note.text, each * FIRST - PAD, LETTERS);
        let fact = |f: &String| lines(f, (each * FIRST - 2.0 * PAD) / SMALL);
        let facts: Vec<String> = note.facts.iter().flat_map(fact).collect();
        let cells = note.cells.iter().take(block.columns.len()).enumerate();
        let cells: Vec<_> = cells.map(|(at, c)| (column(at), fit(c, each, LETTERS))).collect();
        let own = text.len() as f64 * LINE + facts.len() as f64 * SMALL_LINE;
        let most = cells.iter().map(|c| c.1.len()).max().unwrap_or_default();
        let height = own.max(most as f64 * LINE) + PAD;
        let rect = [0.0, top, width, height];
        notes.push(Placed { rect, text, facts, colour: note.colour, cells });
        top += height + GAP;
    }
    Flow { heads, notes, height: top, ..Flow::default() }
}
