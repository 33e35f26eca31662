//! The tree as plain data: what the document holds of it, in the order of its outline.

use crate::{NodeBody, NodeId};
use serde::{Deserialize, Serialize};

/// Which way the picture of the tree grows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Orientation {
    /// The goal at the left.
    #[default]
    LeftToRight,
    /// The goal on top.
    TopDown,
}

/// A node in its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// Its identity.
    pub id: NodeId,
    /// The place of its parent in [`Tree::nodes`], before its own; `None` is a root.
    pub parent: Option<usize>,
    /// What people call it, and what formulas call it; may be empty.
    pub name: String,
    /// What it says.
    pub body: NodeBody,
}

/// A figure taken instead of a node's own.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Override {
    /// Which node. One that is no more is passed over.
    pub node: NodeId,
    /// The figure; finite.
    pub value: f64,
}

/// What somebody believes of a figure that is not certain: with `low` ≤ `middle` ≤ `high`, all finite.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Range {
    /// Which node. One that is no more is passed over.
    pub node: NodeId,
    /// P10: in one of ten cases the figure is below.
    pub low: f64,
    /// P50: as often below as above.
    pub middle: f64,
    /// P90: in one of ten cases the figure is above.
    pub high: f64,
}

/// What if: assumptions kept under a name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Assumptions {
    /// Figures taken instead, at most one a node.
    pub overrides: Vec<Override>,
    /// Figures that are not certain, at most one a node.
    pub ranges: Vec<Range>,
}

/// Assumptions with their name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Scenario {
    /// Its identity, of the same counter as the nodes'.
    pub id: NodeId,
    /// What people call it; may be empty.
    pub name: String,
    /// What is assumed.
    pub assumptions: Assumptions,
}

/// A KGI with what drives it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tree {
    /// Which way its picture grows.
    pub orientation: Orientation,
    /// The nodes in the order of the outline: each parent before its children, siblings in order. The
    /// first is the KGI.
    pub nodes: Vec<Node>,
    /// What-ifs that were kept.
    pub scenarios: Vec<Scenario>,
}

impl Tree {
    /// The place of a node in [`Tree::nodes`].
    #[must_use]
    pub fn place(&self, id: NodeId) -> Option<usize> {
        self.nodes.iter().position(|n| n.id == id)
    }

    /// The places of each node's children, in order; one entry a node.
    #[must_use]
    pub fn children(&self) -> Vec<Vec<usize>> {
        let mut children = vec![Vec::new(); self.nodes.len()];
        for (at, node) in self.nodes.iter().enumerate() {
            if let Some(parent) = node.parent.filter(|p| *p < at) {
                children[parent].push(at);
            }
        }
        children
    }

    /// How deep each node stands; roots are 0.
    #[must_use]
    pub fn depths(&self) -> Vec<usize> {
        let mut depths = Vec::with_capacity(self.nodes.len());
        for (at, node) in self.nodes.iter().enumerate() {
            let parent = node.parent.filter(|p| *p < at);
            depths.push(parent.map_or(0, |p: usize| depths[p] + 1));
        }
        depths
    }

    /// Overrides by place, `NaN` where there is none; the last one said of a node counts. Figures that
    /// are not finite and nodes that are no more are passed over.
    #[must_use]
    pub fn overridden(&self, overrides: &[Override]) -> Vec<f64> {
        let mut values = vec![f64::NAN; self.nodes.len()];
        for o in overrides.iter().filter(|o| o.value.is_finite()) {
            if let Some(at) = self.place(o.node) {
                values[at] = o.value;
            }
        }
        values
    }
}

impl Range {
    /// Whether its figures are finite and ascend.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.low.is_finite()
            && self.high.is_finite()
            && self.low <= self.middle
            && self.middle <= self.high
    }
}

impl Assumptions {
    /// Whether all figures are finite, ranges ascend and no node is named twice among either.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let once = |mut ids: Vec<NodeId>| {
            table::order::sort(&mut ids);
            ids.is_sorted_by(|a, b| a < b)
        };
        self.overrides.iter().all(|o| o.value.is_finite())
            && self.ranges.iter().all(Range::is_sound)
            && once(self.overrides.iter().map(|o| o.node).collect())
            && once(self.ranges.iter().map(|r| r.node).collect())
    }
}
