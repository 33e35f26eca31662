//! Where the blocks of a canvas stand.

use super::is_key;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most rows or columns: more cannot be told apart on any screen.
const MOST: usize = 24;

/// A grid that fills the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// Drawn: each row is as many cells between spaces, and equal cells are one block, which must be a
    /// rectangle; a dot is nothing. As in the grid areas of CSS. Blocks that have no cell follow below.
    Areas {
        /// From the top.
        rows: Vec<String>,
        /// How high the rows are against each other, from 1; none is all alike.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        heights: Vec<u8>,
    },
    /// Blocks follow each other in their order, so many in a row.
    Flow {
        /// At least 1.
        columns: u8,
    },
}

impl Default for Layout {
    fn default() -> Self {
        Self::Flow { columns: 2 }
    }
}

/// The part of the grid that an area takes, rows and columns counted from 1, ends excluded: as CSS
/// counts grid lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) top: usize,
    pub(super) left: usize,
    pub(super) bottom: usize,
    pub(super) right: usize,
}

impl Layout {
    /// How many columns its grid has.
    #[must_use]
    pub fn columns(&self) -> usize {
        match self {
            Self::Areas { rows, .. } => rows.first().map_or(0, |r| cells(r).count()),
            Self::Flow { columns } => usize::from(*columns),
        }
    }

    /// Where an area stands, as the CSS grid lines `top / left / bottom / right`; `None` when the layout has
    /// no such area.
    #[must_use]
    pub fn lines(&self, area: &str) -> Option<String> {
        let Self::Areas { rows, .. } = self else { return None };
        let place = places(rows).get(area).copied()?;
        Some(format!("{} / {} / {} / {}", place.top, place.left, place.bottom, place.right))
    }

    /// Where blocks of these areas stand, in their order: row and column from 0, and how many rows and columns
    /// they take. What the layout has no place for stands below, over its whole width.
    #[must_use]
    pub fn cells(&self, areas: &[&str]) -> Vec<((usize, usize), (usize, usize))> {
        let columns = self.columns().max(1);
        match self {
            Self::Flow { .. } => {
                (0..areas.len()).map(|at| ((at / columns, at % columns), (1, 1))).collect()
            }
            Self::Areas { rows, .. } => {
                let places = places(rows);
                let mut below = rows.len();
                let cell = |area: &&str| match places.get(area) {
                    Some(p) => ((p.top - 1, p.left - 1), (p.bottom - p.top, p.right - p.left)),
                    None => {
                        below += 1;
                        ((below - 1, 0), (1, columns))
                    }
                };
                areas.iter().map(cell).collect()
            }
        }
    }

    /// How high the rows of a drawn layout are, as the parts of CSS.
    #[must_use]
    pub fn heights(&self) -> Vec<u8> {
        match self {
            Self::Areas { rows, heights } if heights.is_empty() => vec![1; rows.len()],
            Self::Areas { heights, .. } => heights.clone(),
            Self::Flow { .. } => Vec::new(),
        }
    }

    /// Whether it can be laid out: rows of the same length, areas that are rectangles.
    pub(crate) fn is_sound(&self) -> bool {
        let (rows, heights) = match self {
            Self::Flow { columns } => return (1..=MOST).contains(&usize::from(*columns)),
            Self::Areas { rows, heights } => (rows, heights),
        };
        let columns = self.columns();
        let sizes = (1..=MOST).contains(&rows.len()) && (1..=MOST).contains(&columns);
        if !sizes || !rows.iter().all(|r| cells(r).count() == columns) {
            return false;
        }
        let fits = heights.is_empty() || heights.len() == rows.len();
        let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
        for cell in rows.iter().flat_map(|r| cells(r)).filter(|c| *c != ".") {
            *counted.entry(cell).or_default() += 1;
        }
        let rectangles = places(rows).into_iter().all(|(area, p)| {
            is_key(area) && counted.get(area) == Some(&((p.bottom - p.top) * (p.right - p.left)))
        });
        fits && !heights.contains(&0) && rectangles
    }
}

fn cells(row: &str) -> impl Iterator<Item = &str> {
    row.split_ascii_whitespace()
}

/// The least rectangle around each area.
fn places(rows: &[String]) -> BTreeMap<&str, Place> {
    let mut places: BTreeMap<&str, Place> = BTreeMap::new();
    for (y, row) in rows.iter().enumerate() {
        for (x, area) in cells(row).enumerate().filter(|(_, area)| *area != ".") {
            let here = Place { top: y + 1, left: x + 1, bottom: y + 2, right: x + 2 };
            let place = places.entry(area).or_insert(here);
            place.left = place.left.min(here.left);
            place.bottom = place.bottom.max(here.bottom);
            place.right = place.right.max(here.right);
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn areas(rows: &[&str], heights: &[u8]) -> Layout {
        Layout::Areas {
            rows: rows.iter().map(|r| (*r).to_owned()).collect(),
            heights: heights.to_vec(),
        }
    }

    #[test]
    fn what_can_be_laid_out() {
        for (layout, sound) in [
            (areas(&["a b", "a c"], &[]), true),
            (areas(&["a .", ". a-2"], &[3, 1]), true),
            (areas(&["a b", "b a"], &[]), false),
            (areas(&["a b", "a"], &[]), false),
            (areas(&["a a", "a b"], &[]), false),
            (areas(&["A"], &[]), false),
            (areas(&["a\";x"], &[]), false),
            (areas(&[], &[]), false),
            (areas(&[""], &[]), false),
            (areas(&["a"], &[1, 1]), false),
            (areas(&["a"], &[0]), false),
            (Layout::Flow { columns: 0 }, false),
            (Layout::Flow { columns: 3 }, true),
            (Layout::Flow { columns: 200 }, false),
        ] {
            assert_eq!(layout.is_sound(), sound, "{layout:?}");
        }
    }

    #[test]
    fn areas_know_their_grid_lines() {
        let layout = areas(&["a a b", "c c b"], &[2, 1]);
        assert_eq!(layout.lines("a").as_deref(), Some("1 / 1 / 2 / 3"));
        assert_eq!(layout.lines("b").as_deref(), Some("1 / 3 / 3 / 4"));
        assert_eq!(layout.lines("d"), None);
        assert_eq!((layout.columns(), layout.heights()), (3, vec![2, 1]));
        let cells = layout.cells(&["b", "x", "a", "y"]);
        assert_eq!(cells, [((0, 2), (2, 1)), ((2, 0), (1, 3)), ((0, 0), (1, 2)), ((3, 0), (1, 3))]);
        let flow = Layout::Flow { columns: 2 };
        assert_eq!(flow.cells(&["a", "b", "c"])[2], ((1, 0), (1, 1)));
    }
}
