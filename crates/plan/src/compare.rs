//! Two states of one document: what differs, and the edit that brings the one back.

use crate::{Document, Edit, Element, ElementId, Link, LinkId};
use std::collections::BTreeSet;

/// What became of something between an earlier state and a later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Became {
    /// It is new.
    Added,
    /// It says something else, or is called so.
    Changed,
    /// It stands elsewhere.
    Moved,
    /// It is no more.
    Removed,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Of an element.
    Element {
        /// Which; of one that was removed, in the earlier state.
        id: ElementId,
        /// What became of it.
        became: Became,
        /// What it was called, where it is called something else now.
        before: Option<String>,
        /// How many elements below it came or went with it; 0 for the others.
        below: usize,
    },
    /// Two elements are joined, or no more.
    Link {
        /// The link, as it is or was.
        link: Link,
        /// [`Became::Added`] or [`Became::Removed`].
        became: Became,
    },
    /// The workspace is called something else.
    Name,
    /// The levels of the score are others.
    Levels,
    /// Columns are called something else, or the table of accounts is set up otherwise.
    Table,
}

impl Document {
    /// What differs from an earlier state of this document, in the order in which things stand in it: added and
    /// changed ones as they stand now, removed ones after them. Of what was added or removed with something above it
    /// only that is told. How files are read is no difference: the product remembers that by itself.
    #[must_use]
    pub fn differences(&self, earlier: &Self) -> Vec<Difference> {
        let mut found = Vec::new();
        if self.name != earlier.name {
            found.push(Difference::Name);
        }
        for element in self.in_order() {
            found.extend(self.difference(earlier, element));
        }
        for element in earlier.in_order().into_iter().filter(|e| self.element(e.id).is_none()) {
            let with_above = element.parent.is_some_and(|p| self.element(p).is_none());
            if !with_above {
                let gone = |e: &&&Element| self.element(e.id).is_none();
                let below = earlier.subtree(element.id).iter().filter(gone).count() - 1;
                let (id, became) = (element.id, Became::Removed);
                found.push(Difference::Element { id, became, before: None, below });
            }
        }
        let links = |of: &Self, other: &Self, became| {
            // A link that went with an element is told with that.
            let ends = |l: &Link| [l.from, l.to].iter().all(|id| other.element(*id).is_some());
            let only = of.links.values().filter(|l| other.links.get(&l.id) != Some(*l) && ends(l));
            only.map(|l| Difference::Link { link: l.clone(), became }).collect::<Vec<_>>()
        };
        found.extend(links(self, earlier, Became::Added));
        found.extend(links(earlier, self, Became::Removed));
        if self.levels != earlier.levels {
            found.push(Difference::Levels);
        }
        if (&self.column_names, &self.accounts) != (&earlier.column_names, &earlier.accounts) {
            found.push(Difference::Table);
        }
        found
    }

    fn difference(&self, earlier: &Self, element: &Element) -> Option<Difference> {
        let id = element.id;
        let Some(old) = earlier.element(id) else {
            let with_above = element.parent.is_some_and(|p| earlier.element(p).is_none());
            let came = |e: &&&Element| earlier.element(e.id).is_none();
            let below = self.subtree(id).iter().filter(came).count() - 1;
            let became = Became::Added;
            return (!with_above).then_some(Difference::Element {
                id,
                became,
                before: None,
                below,
            });
        };
        let before = (old.name != element.name).then(|| old.name.clone());
        let became = if before.is_some() || old.body != element.body {
            Became::Changed
        } else if (old.parent, &old.rank) != (element.parent, &element.rank) {
            Became::Moved
        } else {
            return None;
        };
        Some(Difference::Element { id, became, before, below: 0 })
    }

    /// All elements as an outline shows them.
    fn in_order(&self) -> Vec<&Element> {
        let mut open: Vec<&Element> = self.children(None);
        open.reverse();
        let mut all = Vec::new();
        while let Some(element) = open.pop() {
            all.push(element);
            let mut children = self.children(Some(element.id));
            children.reverse();
            open.append(&mut children);
        }
        all
    }

    /// One edit that brings an earlier state of this document back, but for [`Document::next_id`] and how files are
    /// read, with an exact inverse as every edit has; `None` when nothing differs.
    #[must_use]
    pub fn restore(&self, earlier: &Self) -> Option<Edit> {
        let same = |root: &Element| {
            let elements = |of: &Self| -> Vec<Element> {
                let mut all: Vec<Element> = of.subtree(root.id).into_iter().cloned().collect();
                all.sort_by_key(|e| e.id);
                all
            };
            elements(self) == elements(earlier)
        };
        // What differs goes as a whole and comes back as a whole: whatever was moved between them, nothing is in
        // the way of anything then.
        let others = |of: &Self| -> Vec<ElementId> {
            of.children(None).iter().filter(|root| !same(root)).map(|root| root.id).collect()
        };
        let (leaving, coming) = (others(self), others(earlier));
        let mut gone: BTreeSet<ElementId> = BTreeSet::new();
        gone.extend(leaving.iter().flat_map(|root| self.subtree(*root)).map(|e| e.id));
        let went = |l: &Link| gone.contains(&l.from) || gone.contains(&l.to);
        let kept = |l: &Link| earlier.links.get(&l.id) == Some(l);
        let mut edits = Vec::new();
        let cut = self.links.values().filter(|l| !kept(l) && !went(l));
        edits.extend(cut.map(|l: &Link| Edit::RemoveLink(l.id)));
        edits.extend(leaving.iter().map(|root| Edit::Remove(*root)));
        edits.extend(coming.iter().map(|root| Edit::Insert {
            elements: earlier.subtree(*root).into_iter().cloned().collect(),
            links: Vec::new(),
        }));
        let stays = |id: &LinkId, l: &Link| self.links.get(id) == Some(l) && !went(l);
        let tied = earlier.links.iter().filter(|(id, l)| !stays(id, l));
        edits.extend(tied.map(|(_, l)| Edit::AddLink(l.clone())));
        if self.name != earlier.name {
            edits.push(Edit::SetWorkspaceName(earlier.name.clone()));
        }
        if self.levels != earlier.levels {
            edits.push(Edit::SetLevels(earlier.levels.clone()));
        }
        let columns = self.column_names.keys().chain(earlier.column_names.keys());
        let mut columns: Vec<&String> = columns.collect();
        columns.sort();
        columns.dedup();
        for column in columns {
            let shown = earlier.column_names.get(column).cloned();
            if self.column_names.get(column) != shown.as_ref() {
                edits.push(Edit::SetColumnName { column: column.clone(), shown });
            }
        }
        if self.accounts != earlier.accounts {
            edits.push(Edit::SetAccountsView(earlier.accounts.clone()));
        }
        (!edits.is_empty()).then(|| Edit::batch(edits))
    }
}
