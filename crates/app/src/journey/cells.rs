//! The cells of a lane. Notes over several stages stand above the others: each on a track of the lane on which no
//! other one is in its way. Where none crosses a cell, the others begin at the top.

use super::words::{cell_name, name_of};
use crate::markup::html;
use crate::strategy::{Look, PageBlock};
use plan::{Document, ElementId};
use std::ops::Range;
use yew::prelude::*;

/// The cells of a lane, drawn, and how many tracks stand above their other notes.
pub struct Cells {
    /// What they look like.
    pub drawn: Html,
    /// How many tracks there are.
    pub tracks: usize,
}

/// The cells of a lane of that name.
pub fn lane_cells(
    look: &Look<'_>,
    document: &Document,
    lane: ElementId,
    name: &AttrValue,
    stages: &[ElementId],
) -> Cells {
    let blocks: Vec<&PageBlock<'_>> =
        look.page.blocks.iter().filter(|b| b.spot.holder == lane).collect();
    let tracks = tracks_of(&blocks);
    let drawn = blocks.iter().zip(stages).enumerate().map(|(at, (b, stage))| {
        let free = free(&blocks, &tracks, at);
        cell(look, b, &cell_name(name, &name_of(look.text, document, *stage)), &tracks[at], free)
    });
    let most = tracks.iter().flatten().max().map_or(0, |most| most + 1);
    Cells { drawn: drawn.collect(), tracks: most }
}

/// How many tracks of a cell are taken as far as the last note over several stages that crosses it.
fn free(cells: &[&PageBlock<'_>], tracks: &[Vec<usize>], at: usize) -> usize {
    let before = cells.iter().zip(tracks).take(at + 1).enumerate();
    let crossing = before.flat_map(|(from, (cell, tracks))| {
        let notes = cell.notes.iter().zip(tracks);
        notes.filter(move |(n, _)| from + n.stages > at).map(|(_, track)| track + 1)
    });
    crossing.max().unwrap_or(0)
}

/// For each cell of a lane, the tracks of its notes over several stages; those come first among its notes.
fn tracks_of(cells: &[&PageBlock<'_>]) -> Vec<Vec<usize>> {
    let wide = |b: &PageBlock<'_>| b.notes.iter().filter(|n| n.stages > 1).count();
    let spans = cells
        .iter()
        .enumerate()
        .flat_map(|(at, b)| b.notes.iter().take(wide(b)).map(move |n| at..at + n.stages));
    let mut tracks = tracks(&spans.collect::<Vec<_>>()).into_iter();
    cells.iter().map(|b| tracks.by_ref().take(wide(b)).collect()).collect()
}

/// For each of some stretches, in order of their beginnings, the first track on which it meets none before.
fn tracks(spans: &[Range<usize>]) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let mut put = |span: &Range<usize>| {
        let free = ends.iter().position(|end| *end <= span.start).unwrap_or(ends.len());
        if free == ends.len() {
            ends.push(0);
        }
        ends[free] = span.end;
        free
    };
    spans.iter().map(&mut put).collect()
}

/// A cell of that name, its notes over several stages on those tracks, the others below the first `taken` ones.
fn cell(
    look: &Look<'_>,
    b: &PageBlock<'_>,
    name: &AttrValue,
    tracks: &[usize],
    taken: usize,
) -> Html {
    let over = look.stand.drop.is_some_and(|(spot, _)| spot == b.spot);
    let stage = b.spot.stage.unwrap_or(b.spot.holder).0;
    html! {
        <div
            role="gridcell" class="journey-cell" key={stage} data-block={b.spot.holder.0.to_string()}
            data-stage={stage.to_string()} data-over={over.then_some("")}
        >
            <ul class="notes-wide" aria-label={name.clone()}>
                for (at, track) in tracks.iter().enumerate() {
                    <li
                        key={b.notes[at].element.id.0} class="note" data-note={b.notes[at].element.id.0.to_string()}
                        data-drop={look.drop(b, at)} style={format!("--track:{};--span:{}", track + 1, b.notes[at].stages)}
                    >
                        { look.face(b, &b.notes[at]) }
                    </li>
                }
            </ul>
            <div class="journey-rest" style={format!("grid-row-start:{}", taken + 1)}>
                { look.list(b, name, tracks.len()..b.notes.len()) }
                { look.field(b, name) }
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::tracks;

    #[test]
    fn no_two_meet_on_a_track() {
        for (spans, expected) in [
            (vec![0..2, 1..3, 2..4], vec![0, 1, 0]),
            (vec![0..8, 0..2, 2..4, 3..5], vec![0, 1, 1, 2]),
            (vec![], vec![]),
        ] {
            assert_eq!(tracks(&spans), expected);
        }
    }
}
