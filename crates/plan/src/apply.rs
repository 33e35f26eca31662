//! Applying an edit and giving its exact inverse.

use crate::check::{MAX_BATCH_DEPTH, check_column_name, check_levels, check_mapping};
use crate::{
    Body, Document, Edit, EditError, Element, ElementId, Kind, Link, LinkId, MAX_ID, Rank,
};
use std::collections::BTreeSet;
use std::mem;

impl Document {
    /// Makes a change and gives its exact inverse: applying that brings back the document as it
    /// was but for `next_id`, which only grows.
    ///
    /// # Errors
    /// When the change breaks a rule of the document; then nothing has changed.
    pub fn apply(&mut self, edit: Edit) -> Result<Edit, EditError> {
        if edit.depth() > MAX_BATCH_DEPTH {
            return Err(EditError::TooDeep);
        }
        if !self.is_structural(&edit) {
            return self.step(edit);
        }
        // Rules that span elements can only be told from the result. The document is small, and
        // none of the edits of a dragged slider comes here.
        let mut next = self.clone();
        let inverse = next.step(edit)?;
        next.check_cards()?;
        *self = next;
        Ok(inverse)
    }

    /// Whether the edit may break a rule that spans elements, or fail half-way.
    fn is_structural(&self, edit: &Edit) -> bool {
        match edit {
            Edit::Insert { .. } | Edit::Remove(_) | Edit::Move { .. } | Edit::Batch(_) => true,
            Edit::SetBody { body, .. } => body.kind() == Kind::Scorecard,
            _ => false,
        }
    }

    /// One change without the rules that span elements. Edits that are not structural leave the
    /// document alone when they fail.
    fn step(&mut self, edit: Edit) -> Result<Edit, EditError> {
        match edit {
            Edit::Insert { elements, links } => self.insert(elements, links),
            Edit::Remove(id) => self.remove(id),
            Edit::SetName { id, name } => {
                let element = self.elements.get_mut(&id).ok_or(EditError::NoSuchElement(id))?;
                Ok(Edit::SetName { id, name: mem::replace(&mut element.name, name) })
            }
            Edit::SetBody { id, body } => self.set_body(id, body),
            Edit::Move { id, parent, rank } => self.move_element(id, parent, rank),
            Edit::SetLevels(levels) => {
                check_levels(&levels)?;
                Ok(Edit::SetLevels(mem::replace(&mut self.levels, levels)))
            }
            Edit::AddLink(link) => {
                let id = link.id;
                self.add_link(link)?;
                Ok(Edit::RemoveLink(id))
            }
            Edit::RemoveLink(id) => {
                self.links.remove(&id).map(Edit::AddLink).ok_or(EditError::NoSuchLink(id))
            }
            Edit::SetWorkspaceName(name) => {
                Ok(Edit::SetWorkspaceName(mem::replace(&mut self.name, name)))
            }
            Edit::SetMapping { signature, mapping } => {
                if let Some(mapping) = &mapping {
                    check_mapping(mapping)?;
                }
                let before = match mapping {
                    Some(mapping) => self.mappings.insert(signature, mapping),
                    None => self.mappings.remove(&signature),
                };
                Ok(Edit::SetMapping { signature, mapping: before })
            }
            Edit::SetColumnName { column, shown } => {
                let before = match shown {
                    Some(shown) => {
                        check_column_name(&shown)?;
                        self.column_names.insert(column.clone(), shown)
                    }
                    None => self.column_names.remove(&column),
                };
                Ok(Edit::SetColumnName { column, shown: before })
            }
            Edit::SetAccountsView(view) => {
                view.check()?;
                Ok(Edit::SetAccountsView(mem::replace(&mut self.accounts, view)))
            }
            Edit::Batch(edits) => {
                let mut inverses =
                    edits.into_iter().map(|e| self.step(e)).collect::<Result<Vec<_>, _>>()?;
                inverses.reverse();
                Ok(Edit::Batch(inverses))
            }
        }
    }

    fn insert(&mut self, elements: Vec<Element>, links: Vec<Link>) -> Result<Edit, EditError> {
        let root = elements.first().map(|e| e.id).ok_or(EditError::NotOneSubtree)?;
        let mut inserted = BTreeSet::new();
        // Below what has just come stands only what came along, and only that has links: the whole document is asked
        // for the root alone.
        let (mut places, mut joined) = (BTreeSet::new(), BTreeSet::new());
        for element in elements {
            let Element { id, parent, .. } = element;
            if id != root && !parent.is_some_and(|p| inserted.contains(&p)) {
                return Err(EditError::NotOneSubtree);
            }
            self.claim(id.0)?;
            if id == root {
                self.check_place(id, element.kind(), parent, &element.rank)?;
            } else {
                self.check_under(id, element.kind(), parent, &element.rank)?;
                if !places.insert((parent, element.rank.clone())) {
                    return Err(EditError::RankTaken(id));
                }
            }
            element.body.check(id)?;
            inserted.insert(id);
            self.elements.insert(id, element);
        }
        for link in links {
            if !inserted.contains(&link.from) && !inserted.contains(&link.to) {
                return Err(EditError::StrayLink(link.id));
            }
            self.check_ends(&link)?;
            if !joined.insert((link.kind, link.from, link.to)) {
                return Err(EditError::LinkTwice(link.id));
            }
            self.claim(link.id.0)?;
            self.links.insert(link.id, link);
        }
        Ok(Edit::Remove(root))
    }

    fn remove(&mut self, id: ElementId) -> Result<Edit, EditError> {
        let elements: Vec<Element> = self.subtree(id).into_iter().cloned().collect();
        if elements.is_empty() {
            return Err(EditError::NoSuchElement(id));
        }
        let mut gone = BTreeSet::new();
        gone.extend(elements.iter().map(|e| e.id));
        let touches = |l: &Link| gone.contains(&l.from) || gone.contains(&l.to);
        let links: Vec<Link> = self.links.values().filter(|l| touches(l)).cloned().collect();
        self.links.retain(|_, l| !touches(l));
        self.elements.retain(|id, _| !gone.contains(id));
        Ok(Edit::Insert { elements, links })
    }

    fn set_body(&mut self, id: ElementId, body: Body) -> Result<Edit, EditError> {
        let element = self.elements.get_mut(&id).ok_or(EditError::NoSuchElement(id))?;
        if element.kind() != body.kind() {
            return Err(EditError::KindChanged(id));
        }
        body.check(id)?;
        Ok(Edit::SetBody { id, body: mem::replace(&mut element.body, body) })
    }

    fn move_element(
        &mut self,
        id: ElementId,
        parent: Option<ElementId>,
        rank: Rank,
    ) -> Result<Edit, EditError> {
        let kind = self.element(id).map(Element::kind).ok_or(EditError::NoSuchElement(id))?;
        if parent.is_some_and(|p| p == id || self.ancestors(p).iter().any(|e| e.id == id)) {
            return Err(EditError::Cycle(id));
        }
        self.check_place(id, kind, parent, &rank)?;
        let over = self.ancestors(id).len();
        let below = self.subtree(id).into_iter().map(|e| self.ancestors(e.id).len() - over);
        self.check_depth(id, parent, below.max().unwrap_or(0) + 1)?;
        let element = self.elements.get_mut(&id).ok_or(EditError::NoSuchElement(id))?;
        Ok(Edit::Move {
            id,
            parent: mem::replace(&mut element.parent, parent),
            rank: mem::replace(&mut element.rank, rank),
        })
    }

    fn add_link(&mut self, link: Link) -> Result<(), EditError> {
        self.check_link(&link)?;
        self.claim(link.id.0)?;
        self.links.insert(link.id, link);
        Ok(())
    }

    /// Takes an id that no element and no link has.
    fn claim(&mut self, id: u64) -> Result<(), EditError> {
        if id == 0 || id > MAX_ID {
            return Err(EditError::IdOutOfRange(id));
        }
        if self.elements.contains_key(&ElementId(id)) || self.links.contains_key(&LinkId(id)) {
            return Err(EditError::IdTaken(id));
        }
        self.next_id = self.next_id.max(id + 1);
        Ok(())
    }
}
