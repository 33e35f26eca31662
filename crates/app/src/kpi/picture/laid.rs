//! The picture as it is laid out: which nodes show, where their cards stand, and the lines between them.

use super::card::CARD;
use kpi::{Gaps, Item, Layout, NodeId, Orientation, Row, Tree, layout, outline};
use std::collections::BTreeSet;

/// A picture of a tree, or of one of its branches.
#[derive(PartialEq)]
pub struct Laid {
    /// Boxes and lines, by the place in [`Laid::shown`].
    pub layout: Layout,
    /// The places in the tree of the nodes that belong to the picture, ascending.
    pub shown: Vec<usize>,
    /// Level, position and whether it is open, by the place in the tree; `None` for what does not show.
    pub rows: Vec<Option<Row>>,
    /// How many children a node has, by the place in the tree.
    pub children: Vec<usize>,
}

impl Laid {
    /// Lays out a tree; only the branch of a place, where one is given. What is below a folded node does
    /// not show.
    pub fn new(tree: &Tree, folded: &BTreeSet<NodeId>, branch: Option<usize>) -> Self {
        let shown: Vec<usize> = match branch {
            Some(place) => tree.branch(place),
            None => (0..tree.nodes.len()).collect(),
        };
        let items: Vec<Item> = shown.iter().map(|at| item(tree, &shown, folded, *at)).collect();
        let gaps = match tree.orientation {
            Orientation::LeftToRight => Gaps { siblings: 12.0, levels: 52.0 },
            Orientation::TopDown => Gaps { siblings: 16.0, levels: 56.0 },
        };
        let mut rows = vec![None; tree.nodes.len()];
        for row in outline(tree, folded) {
            rows[row.place] = Some(row);
        }
        Self {
            layout: layout(&items, tree.orientation, gaps),
            rows,
            children: tree.children().iter().map(Vec::len).collect(),
            shown,
        }
    }

    /// The box of a place of the tree; `None` when it does not show.
    pub fn frame(&self, place: usize) -> Option<kpi::Rect> {
        let at = self.shown.binary_search(&place).ok()?;
        self.layout.boxes.get(at).copied().flatten()
    }
}

fn item(tree: &Tree, shown: &[usize], folded: &BTreeSet<NodeId>, at: usize) -> Item {
    let parent = tree.parent(at).and_then(|p| shown.binary_search(&p).ok());
    Item { parent, width: CARD.0, height: CARD.1, collapsed: folded.contains(&tree.nodes[at].id) }
}
