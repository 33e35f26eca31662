//! The tree as rows, as a treegrid shows them.

use crate::{NodeId, Tree};
use std::collections::BTreeSet;

/// A row that shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The node's place in [`Tree::nodes`].
    pub place: usize,
    /// How deep it stands; roots are 1 (`aria-level`).
    pub level: usize,
    /// Which of its siblings it is, from 1 (`aria-posinset`).
    pub position: usize,
    /// How many siblings there are, itself among them (`aria-setsize`).
    pub siblings: usize,
    /// Whether its children show; `None` when it has none (`aria-expanded`).
    pub expanded: Option<bool>,
}

/// The rows that show, in order: all but those below a collapsed node.
#[must_use]
pub fn outline(tree: &Tree, collapsed: &BTreeSet<NodeId>) -> Vec<Row> {
    let children = tree.children();
    let roots: Vec<usize> = (0..tree.nodes.len()).filter(|at| tree.parent(*at).is_none()).collect();
    let mut open: Vec<Row> = Vec::new();
    let mut rows = Vec::new();
    let push = |open: &mut Vec<Row>, siblings: &[usize], level: usize| {
        open.extend(siblings.iter().enumerate().rev().map(|(i, &place)| Row {
            place,
            level,
            position: i + 1,
            siblings: siblings.len(),
            expanded:
                (!children[place].is_empty()).then(|| !collapsed.contains(&tree.nodes[place].id)),
        }));
    };
    push(&mut open, &roots, 1);
    while let Some(row) = open.pop() {
        rows.push(row);
        if row.expanded == Some(true) {
            push(&mut open, &children[row.place], row.level + 1);
        }
    }
    rows
}

impl Tree {
    /// The place of a node's parent; `None` for a root.
    #[must_use]
    pub fn parent(&self, place: usize) -> Option<usize> {
        self.nodes.get(place)?.parent.filter(|p| *p < place)
    }

    /// The places above a node, nearest first.
    #[must_use]
    pub fn ancestors(&self, place: usize) -> Vec<usize> {
        std::iter::successors(self.parent(place), |at| self.parent(*at)).collect()
    }

    /// The places of a node and all below it, in order: what focusing on a branch shows.
    #[must_use]
    pub fn branch(&self, place: usize) -> Vec<usize> {
        let mut inside = vec![false; self.nodes.len()];
        for at in place..self.nodes.len() {
            inside[at] = at == place || self.parent(at).is_some_and(|p| inside[p]);
        }
        (place..self.nodes.len()).filter(|at| inside[*at]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::outline;
    use crate::NodeId;
    use crate::testing::tree;
    use std::collections::BTreeSet;

    #[test]
    fn rows_say_where_they_stand() {
        let tree =
            tree(&[("g", None), ("a", Some(0)), ("x", Some(1)), ("b", Some(0)), ("h", None)]);
        let rows = |collapsed: &[u64]| -> Vec<_> {
            let collapsed: BTreeSet<NodeId> = collapsed.iter().map(|id| NodeId(*id)).collect();
            let rows = outline(&tree, &collapsed);
            rows.iter().map(|r| (r.place, r.level, r.position, r.siblings, r.expanded)).collect()
        };
        let (g, h) = ((0, 1, 1, 2, Some(true)), (4, 1, 2, 2, None));
        let b = (3, 2, 2, 2, None);
        assert_eq!(rows(&[]), [g, (1, 2, 1, 2, Some(true)), (2, 3, 1, 1, None), b, h]);
        assert_eq!(rows(&[2]), [g, (1, 2, 1, 2, Some(false)), b, h]);
        assert_eq!(rows(&[1, 99]), [(0, 1, 1, 2, Some(false)), h]);
        assert_eq!((tree.branch(1), tree.branch(0)), (vec![1, 2], vec![0, 1, 2, 3]));
        assert_eq!(tree.ancestors(2), [1, 0]);
    }
}
