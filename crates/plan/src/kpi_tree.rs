//! From elements to the plain KPI tree that figures are worked out of, and back; moves of the outline.

use crate::{Body, Document, Edit, Element, ElementId, Kind, Rank, Review};
use kpi::{Assumptions, Known, Node, NodeBody, NodeId, Orientation, Scenario, Tree};
use std::collections::BTreeMap;

/// A step of a node in the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OutlineMove {
    /// Before the sibling above.
    Up,
    /// After the sibling below.
    Down,
    /// Becomes the last child of the sibling above.
    Indent,
    /// Becomes the sibling after its parent; its own later siblings stay.
    Outdent,
}

impl Document {
    /// The KPI trees, in order.
    #[must_use]
    pub fn kpi_trees(&self) -> Vec<&Element> {
        self.children_of_kind(None, Kind::KpiTree)
    }

    /// A tree as plain data; the ids of nodes and scenarios are those of the elements. `None` when the
    /// id is of no KPI tree.
    #[must_use]
    pub fn kpi_tree(&self, id: ElementId) -> Option<Tree> {
        let Body::KpiTree { orientation, .. } = self.element(id)?.body else { return None };
        let mut below: BTreeMap<ElementId, Vec<&Element>> = BTreeMap::new();
        for element in self.elements.values() {
            if let Some(parent) = element.parent {
                below.entry(parent).or_default().push(element);
            }
        }
        for siblings in below.values_mut() {
            table::order::sort_by(siblings, |a, b| b.rank.cmp(&a.rank));
        }
        let mut tree = Tree { orientation, ..Tree::default() };
        let children = |of| below.get(&of).into_iter().flatten().map(|e| (*e, None));
        let mut open: Vec<(&Element, Option<usize>)> = children(id).collect();
        while let Some((element, parent)) = open.pop() {
            let (id, name) = (NodeId(element.id.0), element.name.clone());
            match &element.body {
                Body::KpiNode(body) => {
                    let at = tree.nodes.len();
                    tree.nodes.push(Node { id, parent, name, body: (**body).clone() });
                    open.extend(children(element.id).map(|(e, _)| (e, Some(at))));
                }
                Body::KpiScenario(assumptions) => {
                    tree.scenarios.push(Scenario { id, name, assumptions: assumptions.clone() });
                }
                _ => {}
            }
        }
        Some(tree)
    }

    /// An edit that adds a tree after the others, with new ids throughout: what choosing a template
    /// does. The tree's own id is [`Document::next_id`].
    #[must_use]
    pub fn insert_kpi_tree(&self, name: &str, tree: &Tree) -> Edit {
        let id = |offset: usize| ElementId(self.next_id + offset as u64);
        let mut last_rank: BTreeMap<ElementId, Rank> = BTreeMap::new();
        let mut elements = vec![Element {
            id: id(0),
            parent: None,
            rank: self.rank_at(None, usize::MAX, None),
            name: name.to_owned(),
            body: Body::KpiTree { orientation: tree.orientation, review: Review::default() },
        }];
        let mut push = |parent: ElementId, name: &str, body: Body| {
            let rank = Rank::between(last_rank.get(&parent), None);
            last_rank.insert(parent, rank.clone());
            let id = id(elements.len());
            let name = name.to_owned();
            elements.push(Element { id, parent: Some(parent), rank, name, body });
        };
        for (at, node) in tree.nodes.iter().enumerate() {
            let parent = node.parent.filter(|p| *p < at);
            let body = Body::KpiNode(Box::new(node.body.clone()));
            push(parent.map_or(id(0), |p| id(p + 1)), &node.name, body);
        }
        let renew = |old: NodeId| tree.place(old).map(|at| NodeId(id(at + 1).0));
        for scenario in &tree.scenarios {
            let mut assumptions = scenario.assumptions.clone();
            assumptions.overrides.retain_mut(|o| {
                let new = renew(o.node);
                o.node = new.unwrap_or(o.node);
                new.is_some()
            });
            assumptions.ranges.retain_mut(|r| {
                let new = renew(r.node);
                r.node = new.unwrap_or(r.node);
                new.is_some()
            });
            push(id(0), &scenario.name, Body::KpiScenario(assumptions));
        }
        Edit::Insert { elements, links: Vec::new() }
    }

    /// An edit that adds a node at `position` (0 is first, past the end is last) among the nodes below
    /// a tree or node. Its id is [`Document::next_id`].
    #[must_use]
    pub fn insert_kpi_node(
        &self,
        parent: ElementId,
        name: &str,
        body: NodeBody,
        position: usize,
    ) -> Edit {
        let rank = self.rank_among(Some(parent), Kind::KpiNode, position, None);
        self.insert_one(parent, rank, name, Body::KpiNode(Box::new(body)))
    }

    /// An edit that keeps assumptions under a name, after the other scenarios of the tree. Its id is
    /// [`Document::next_id`].
    #[must_use]
    pub fn insert_kpi_scenario(
        &self,
        tree: ElementId,
        name: &str,
        assumptions: Assumptions,
    ) -> Edit {
        let rank = self.rank_at(Some(tree), usize::MAX, None);
        self.insert_one(tree, rank, name, Body::KpiScenario(assumptions))
    }

    /// An edit that lets a tree's picture grow the other way.
    #[must_use]
    pub fn orient_kpi_tree(&self, tree: ElementId, orientation: Orientation) -> Edit {
        let review = self.review(tree).unwrap_or_default();
        Edit::SetBody { id: tree, body: Body::KpiTree { orientation, review } }
    }

    /// An edit that calls a node something else, in all formulas of its tree too.
    ///
    /// # Errors
    /// The node whose formula would come to mean another node by one of its names, or none.
    pub fn rename_kpi_node(&self, id: ElementId, name: &str) -> Result<Edit, ElementId> {
        let mut edits = vec![Edit::SetName { id, name: name.to_owned() }];
        let above = self.ancestors(id);
        let root = above.iter().find(|e| e.kind() == Kind::KpiTree).map(|e| e.id);
        let tree = root.and_then(|root| self.kpi_tree(root)).unwrap_or_default();
        let element = |place: usize| tree.nodes.get(place).map(|n| ElementId(n.id.0));
        if let Some(place) = tree.place(NodeId(id.0)) {
            let changed = kpi::rename(&tree, place, name)
                .map_err(|clash| element(clash.place).unwrap_or(id))?;
            for (place, text) in changed {
                let node = &tree.nodes[place];
                let body = NodeBody { known: Known::Formula(text), ..node.body.clone() };
                let id = ElementId(node.id.0);
                edits.push(Edit::SetBody { id, body: Body::KpiNode(Box::new(body)) });
            }
        }
        Ok(Edit::batch(edits))
    }

    /// An edit that takes a node, with all below it, one step in the outline; `None` when there is
    /// nowhere to go, or the id is of no node.
    #[must_use]
    pub fn move_kpi_node(&self, id: ElementId, step: OutlineMove) -> Option<Edit> {
        let element = self.element(id).filter(|e| e.kind() == Kind::KpiNode)?;
        let parent = element.parent?;
        let siblings = self.children_of_kind(Some(parent), Kind::KpiNode);
        let at = siblings.iter().position(|e| e.id == id)?;
        let (parent, position) = match step {
            OutlineMove::Up => (parent, at.checked_sub(1)?),
            OutlineMove::Down if at + 1 < siblings.len() => (parent, at + 1),
            OutlineMove::Down => return None,
            OutlineMove::Indent => (siblings.get(at.checked_sub(1)?)?.id, usize::MAX),
            OutlineMove::Outdent => {
                let parent = self.element(parent).filter(|e| e.kind() == Kind::KpiNode)?;
                let above = self.children_of_kind(parent.parent, Kind::KpiNode);
                (parent.parent?, above.iter().position(|e| e.id == parent.id)? + 1)
            }
        };
        Some(self.place_kpi_node(id, parent, position))
    }

    /// An edit that puts a node, with all below it, at `position` (0 is first, past the end is last;
    /// not counting itself) among the nodes below a tree or node: what dropping it somewhere does.
    #[must_use]
    pub fn place_kpi_node(&self, id: ElementId, parent: ElementId, position: usize) -> Edit {
        let rank = self.rank_among(Some(parent), Kind::KpiNode, position, Some(id));
        Edit::Move { id, parent: Some(parent), rank }
    }

    fn insert_one(&self, parent: ElementId, rank: Rank, name: &str, body: Body) -> Edit {
        let id = ElementId(self.next_id);
        let element = Element { id, parent: Some(parent), rank, name: name.to_owned(), body };
        Edit::Insert { elements: vec![element], links: Vec::new() }
    }
}
