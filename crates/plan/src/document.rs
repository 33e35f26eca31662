//! The workspace document.

use crate::{AccountsView, Element, ElementId, HeaderSignature, Kind, Link, LinkId, Mapping, Rank};
use score::Levels;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the document's form that this code writes.
pub const SCHEMA: u32 = 5;

/// The greatest id, 2⁵³ − 1: ids pass through JavaScript numbers unharmed.
pub const MAX_ID: u64 = (1 << 53) - 1;

/// Everything that the team decided. Changed only by [`Document::apply`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// [`SCHEMA`]; older forms are migrated before they become a document.
    pub schema: u32,
    /// What people call the workspace; may be empty.
    pub name: String,
    /// The id of the next new element or link. Only grows, by undo too: an id is never used again.
    pub next_id: u64,
    /// The elements by id.
    pub elements: BTreeMap<ElementId, Element>,
    /// The links by id.
    pub links: BTreeMap<LinkId, Link>,
    /// The bands of the score.
    pub levels: Levels,
    /// How files are read, by their header.
    pub mappings: BTreeMap<HeaderSignature, Mapping>,
    /// What people call columns, by their names in the files; a column that is not in here goes by its own
    /// name.
    pub column_names: BTreeMap<String, String>,
    /// The table of accounts as the user set it up.
    pub accounts: AccountsView,
}

impl Default for Document {
    fn default() -> Self {
        Self {
            schema: SCHEMA,
            name: String::new(),
            next_id: 1,
            elements: BTreeMap::new(),
            links: BTreeMap::new(),
            levels: Levels::default(),
            mappings: BTreeMap::new(),
            column_names: BTreeMap::new(),
            accounts: AccountsView::default(),
        }
    }
}

impl Document {
    /// An empty workspace of that name.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// The element of that id.
    #[must_use]
    pub fn element(&self, id: ElementId) -> Option<&Element> {
        self.elements.get(&id)
    }

    /// The children of an element in order; `None` is the workspace itself.
    #[must_use]
    pub fn children(&self, parent: Option<ElementId>) -> Vec<&Element> {
        let mut children: Vec<_> = self.elements.values().filter(|e| e.parent == parent).collect();
        table::order::sort_by(&mut children, |a, b| a.rank.cmp(&b.rank));
        children
    }

    /// The children of one kind, in order.
    #[must_use]
    pub fn children_of_kind(&self, parent: Option<ElementId>, kind: Kind) -> Vec<&Element> {
        let mut children = self.children(parent);
        children.retain(|e| e.kind() == kind);
        children
    }

    /// The element and all below it, each parent before its children; empty for an unknown id.
    #[must_use]
    pub fn subtree(&self, id: ElementId) -> Vec<&Element> {
        let mut found: Vec<&Element> = self.element(id).into_iter().collect();
        let first = self.children(Some(id));
        if found.is_empty() || first.is_empty() {
            return found;
        }
        // Once over all elements, and not once for each of those below.
        let mut below: BTreeMap<ElementId, Vec<&Element>> = BTreeMap::new();
        for element in self.elements.values() {
            if let Some(parent) = element.parent {
                below.entry(parent).or_default().push(element);
            }
        }
        found.extend(first);
        let mut next = 1;
        while let Some(parent) = found.get(next).map(|e| e.id) {
            if let Some(mut children) = below.remove(&parent) {
                table::order::sort_by(&mut children, |a, b| a.rank.cmp(&b.rank));
                found.extend(children);
            }
            next += 1;
        }
        found
    }

    /// The elements above this one, nearest first.
    #[must_use]
    pub fn ancestors(&self, id: ElementId) -> Vec<&Element> {
        let mut above = Vec::new();
        let mut at = self.element(id).and_then(|e| e.parent);
        while let Some(element) = at.and_then(|id| self.element(id)) {
            // A cycle can only be in a file that was tampered with; `check` reports it.
            if above.len() > self.elements.len() {
                break;
            }
            above.push(element);
            at = element.parent;
        }
        above
    }

    /// The links that start or end at an element, in id order.
    pub fn links_of(&self, id: ElementId) -> impl Iterator<Item = &Link> {
        self.links.values().filter(move |l| l.from == id || l.to == id)
    }

    /// The rank that puts an element at `position` (0 is first, past the end is last) among the
    /// children of `parent`. `moving` is left out of the count: the element that is moved.
    #[must_use]
    pub fn rank_at(
        &self,
        parent: Option<ElementId>,
        position: usize,
        moving: Option<ElementId>,
    ) -> Rank {
        let mut siblings = self.children(parent);
        siblings.retain(|e| Some(e.id) != moving);
        let position = position.min(siblings.len());
        let low = position.checked_sub(1).and_then(|p| siblings.get(p));
        Rank::between(low.map(|e| &e.rank), siblings.get(position).map(|e| &e.rank))
    }

    /// As [`Document::rank_at`], where siblings of other kinds stand in between and do not count.
    pub(crate) fn rank_among(
        &self,
        parent: Option<ElementId>,
        kind: Kind,
        position: usize,
        moving: Option<ElementId>,
    ) -> Rank {
        let mut all = self.children(parent);
        all.retain(|e| Some(e.id) != moving);
        let of_kind = all.iter().enumerate().filter(|(_, e)| e.kind() == kind);
        let at = of_kind.map(|(at, _)| at).nth(position).unwrap_or(all.len());
        self.rank_at(parent, at, moving)
    }
}
