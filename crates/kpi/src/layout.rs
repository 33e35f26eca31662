//! Where the boxes of the tree stand in its picture, and the lines between them.
//!
//! A tidy tree: siblings in order and at the same depth, a parent in the middle of its children, a
//! subtree drawn the same wherever it stands, no two boxes over each other, as narrow as that allows
//! (E. Reingold and J. Tilford, "Tidier drawings of trees", 1981), for boxes of any size and with the
//! room between unequal siblings shared out (A. van der Ploeg, "Drawing non-layered tidy trees in
//! linear time", 2014).

mod contour;
#[cfg(test)]
mod tests;

use crate::Orientation;
use contour::{Contour, Segment};

/// A node to draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// The place of its parent, before its own; `None` is a root.
    pub parent: Option<usize>,
    /// How wide its box is, in pixels, > 0.
    pub width: f64,
    /// How high its box is, in pixels, > 0.
    pub height: f64,
    /// What is below is not drawn.
    pub collapsed: bool,
}

/// How far boxes keep apart, in pixels, ≥ 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gaps {
    /// Between boxes beside each other.
    pub siblings: f64,
    /// Between a box and its children; lines bend in its middle.
    pub levels: f64,
}

/// A box: its upper left corner and size, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// From the left edge of the picture.
    pub x: f64,
    /// From its upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A line from a box to that of a child: four points, with square bends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// The place of the parent.
    pub from: usize,
    /// The place of the child.
    pub to: usize,
    /// x and y.
    pub points: [(f64, f64); 4],
}

/// A picture of the tree. It begins at 0, 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The boxes by place; `None` for what is below a collapsed node.
    pub boxes: Vec<Option<Rect>>,
    /// The lines, by the place of the child.
    pub edges: Vec<Edge>,
    /// How wide all of it is.
    pub width: f64,
    /// How high all of it is.
    pub height: f64,
}

/// Lays out a tree (or several, one beside the other) given in the order of its outline.
#[must_use]
pub fn layout(items: &[Item], orientation: Orientation, gaps: Gaps) -> Layout {
    let flat = Flat::new(items, orientation);
    let along = flat.along(gaps);
    let across = flat.across(&along, gaps);
    picture(&flat, &along, &across, orientation, gaps)
}

/// The tree with one of its axes along the lines from parent to child, the other one across.
struct Flat {
    parents: Vec<Option<usize>>,
    /// Drawn children, in order.
    children: Vec<Vec<usize>>,
    roots: Vec<usize>,
    /// Sizes along and across.
    sizes: Vec<(f64, f64)>,
    drawn: Vec<bool>,
}

impl Flat {
    fn new(items: &[Item], orientation: Orientation) -> Self {
        let size = |item: &Item| match orientation {
            Orientation::LeftToRight => (item.width, item.height),
            Orientation::TopDown => (item.height, item.width),
        };
        let mut children = vec![Vec::new(); items.len()];
        let (mut roots, mut drawn, mut parents) = (Vec::new(), Vec::new(), Vec::new());
        for (at, item) in items.iter().enumerate() {
            let parent = item.parent.filter(|p| *p < at);
            drawn.push(parent.is_none_or(|p: usize| drawn[p] && !items[p].collapsed));
            parents.push(parent);
            match parent {
                None => roots.push(at),
                Some(parent) if drawn[at] => children[parent].push(at),
                Some(_) => {}
            }
        }
        Self { parents, children, roots, sizes: items.iter().map(size).collect(), drawn }
    }

    /// Where each box begins along the lines.
    fn along(&self, gaps: Gaps) -> Vec<f64> {
        let mut along = Vec::with_capacity(self.sizes.len());
        for parent in &self.parents {
            along.push(parent.map_or(0.0, |p: usize| along[p] + self.sizes[p].0 + gaps.levels));
        }
        along
    }

    /// Where each box begins across the lines; the least is 0.
    fn across(&self, along: &[f64], gaps: Gaps) -> Vec<f64> {
        // Children stand after their parents, so from the end each subtree is whole.
        let mut contours = vec![Contour::default(); self.sizes.len()];
        let mut offsets = vec![0.0; self.sizes.len()];
        for at in (0..self.sizes.len()).rev().filter(|at| self.drawn[*at]) {
            let (size_along, size) = self.sizes[at];
            // The room before a box is its own: there its line comes in.
            let (from, to) = (along[at] - gaps.levels, along[at] + size_along);
            let own = |value| Segment { from, to, value, owner: 0 };
            let mut contour = Contour { low: vec![own(0.0)], high: vec![own(size)] };
            let children = &self.children[at];
            if let (Some(&first), Some(&last)) = (children.first(), children.last()) {
                let (places, below) = stack(children, &contours, gaps.siblings);
                let end = places[places.len() - 1] + self.sizes[last].1 / 2.0;
                let middle = (self.sizes[first].1 / 2.0 + end) / 2.0;
                let start = middle - size / 2.0;
                for (child, place) in children.iter().zip(places) {
                    offsets[*child] = place - start;
                }
                contour.append(&below, -start);
            }
            children.iter().for_each(|child| contours[*child] = Contour::default());
            contours[at] = contour;
        }
        let (places, all) = stack(&self.roots, &contours, gaps.siblings);
        let least = all.low.iter().map(|s| s.value).fold(f64::INFINITY, f64::min);
        for (root, place) in self.roots.iter().zip(places) {
            offsets[*root] = place - least;
        }
        for at in 0..offsets.len() {
            if let Some(parent) = self.parents[at] {
                offsets[at] += offsets[parent];
            }
        }
        offsets
    }
}

/// Where subtrees that stand beside each other begin, the first at 0, and their common contour.
fn stack(children: &[usize], contours: &[Contour], gap: f64) -> (Vec<f64>, Contour) {
    let mut places: Vec<f64> = Vec::with_capacity(children.len());
    let mut high: Vec<Segment> = Vec::new();
    for (i, &child) in children.iter().enumerate() {
        let contour = &contours[child];
        let (place, near) = contour.place_after(&high, gap);
        places.push(place);
        // Pushed aside by one further back: those between share the room.
        if let Some((owner, free)) = near.filter(|(owner, free)| owner + 1 < i && *free > 0.0) {
            for (between, place) in (1..).zip(&mut places[owner + 1..i]) {
                *place += free * f64::from(between) / (i - owner) as f64;
            }
            high.clear();
            for (owner, child) in children[..i].iter().enumerate() {
                contours[*child].cover(&mut high, places[owner], owner);
            }
        }
        contour.cover(&mut high, place, i);
    }
    let mut low = Vec::new();
    for (child, place) in children.iter().zip(&places) {
        contours[*child].extend(&mut low, *place);
    }
    (places, Contour { low, high })
}

fn picture(
    flat: &Flat,
    along: &[f64],
    across: &[f64],
    orientation: Orientation,
    gaps: Gaps,
) -> Layout {
    let point = |along: f64, across: f64| match orientation {
        Orientation::LeftToRight => (along, across),
        Orientation::TopDown => (across, along),
    };
    let mut picture = Layout::default();
    for at in 0..flat.sizes.len() {
        if !flat.drawn[at] {
            picture.boxes.push(None);
            continue;
        }
        let (x, y) = point(along[at], across[at]);
        let (width, height) = point(flat.sizes[at].0, flat.sizes[at].1);
        picture.width = picture.width.max(x + width);
        picture.height = picture.height.max(y + height);
        picture.boxes.push(Some(Rect { x, y, width, height }));
        if let Some(from) = flat.parents[at] {
            let middle = |at: usize| across[at] + flat.sizes[at].1 / 2.0;
            let start = along[from] + flat.sizes[from].0;
            let bend = start + gaps.levels / 2.0;
            let points = [
                point(start, middle(from)),
                point(bend, middle(from)),
                point(bend, middle(at)),
                point(along[at], middle(at)),
            ];
            picture.edges.push(Edge { from, to: at, points });
        }
    }
    picture
}
