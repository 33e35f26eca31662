//! The edits of this area, made from the document as it is.

use kpi::NodeBody;
use plan::{Body, Document, Edit, ElementId, Kind};

/// Where something is dropped, seen from the row it is dropped on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drop {
    /// As the sibling before it.
    Before,
    /// As its last child.
    Into,
    /// As the sibling after it.
    After,
}

/// Adds a nameless node after another one, or last in the tree. Tells its id.
pub fn add_sibling(
    document: &Document,
    tree: ElementId,
    of: Option<ElementId>,
) -> Option<(Edit, ElementId)> {
    let (parent, position) = match of {
        None => (tree, usize::MAX),
        Some(id) => {
            let parent = document.element(id)?.parent?;
            let siblings = document.children_of_kind(Some(parent), Kind::KpiNode);
            (parent, siblings.iter().position(|e| e.id == id)? + 1)
        }
    };
    let edit = document.insert_kpi_node(parent, "", NodeBody::default(), position);
    Some((edit, ElementId(document.next_id)))
}

/// Adds a nameless node as the last child of another one. Tells its id.
pub fn add_child(document: &Document, of: ElementId) -> Option<(Edit, ElementId)> {
    document.element(of)?;
    let edit = document.insert_kpi_node(of, "", NodeBody::default(), usize::MAX);
    Some((edit, ElementId(document.next_id)))
}

/// Takes a node out, with all below it. Tells what is selected then: the next sibling, else the one
/// before, else the parent.
pub fn remove(document: &Document, id: ElementId) -> Option<(Edit, Option<ElementId>)> {
    let parent = document.element(id).filter(|e| e.kind() == Kind::KpiNode)?.parent;
    let siblings = document.children_of_kind(parent, Kind::KpiNode);
    let at = siblings.iter().position(|e| e.id == id)?;
    let beside = siblings.get(at + 1).or_else(|| siblings.get(at.checked_sub(1)?));
    let above = parent.filter(|p| document.element(*p).is_some_and(|e| e.kind() == Kind::KpiNode));
    Some((Edit::Remove(id), beside.map(|e| e.id).or(above)))
}

/// Calls a tree something else.
pub fn rename(document: &Document, id: ElementId, name: &str) -> Option<Edit> {
    let element = document.element(id)?;
    (element.name != name).then(|| Edit::SetName { id, name: name.to_owned() })
}

/// Calls a node something else, in all formulas of its tree.
///
/// # Errors
/// Some formula would then mean another node by a name.
pub fn rename_node(
    document: &Document,
    id: ElementId,
    name: &str,
) -> Result<Option<Edit>, ElementId> {
    match document.element(id) {
        Some(element) if element.name != name => document.rename_kpi_node(id, name).map(Some),
        _ => Ok(None),
    }
}

/// Changes what a node says.
pub fn change_node(
    document: &Document,
    id: ElementId,
    change: impl FnOnce(&mut NodeBody),
) -> Option<Edit> {
    let Body::KpiNode(old) = &document.element(id)?.body else { return None };
    let mut body = old.clone();
    change(&mut body);
    (body != *old).then_some(Edit::SetBody { id, body: Body::KpiNode(body) })
}

/// Puts a node, with all below it, where it was dropped; `None` when it stands there already or
/// would come to stand below itself.
pub fn drop_at(document: &Document, id: ElementId, onto: ElementId, drop: Drop) -> Option<Edit> {
    let within = onto == id || document.ancestors(onto).iter().any(|e| e.id == id);
    if within {
        return None;
    }
    let element = document.element(id)?;
    let (parent, position) = match drop {
        Drop::Into => (onto, usize::MAX),
        Drop::Before | Drop::After => {
            let parent = document.element(onto)?.parent?;
            let mut siblings = document.children_of_kind(Some(parent), Kind::KpiNode);
            siblings.retain(|e| e.id != id);
            let at = siblings.iter().position(|e| e.id == onto)?;
            (parent, if drop == Drop::After { at + 1 } else { at })
        }
    };
    if element.parent == Some(parent) {
        let siblings = document.children_of_kind(Some(parent), Kind::KpiNode);
        let at = siblings.iter().position(|e| e.id == id)?;
        if at == position.min(siblings.len() - 1) {
            return None;
        }
    }
    Some(document.place_kpi_node(id, parent, position))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kpi::{Node, NodeId, Tree};

    /// g(a(x) b c), and what it looks like after an edit.
    fn document() -> (Document, ElementId) {
        let nodes = [("g", None), ("a", Some(0)), ("x", Some(1)), ("b", Some(0)), ("c", Some(0))];
        let nodes = nodes.iter().enumerate().map(|(i, (name, parent))| Node {
            id: NodeId(i as u64),
            parent: *parent,
            name: (*name).to_owned(),
            body: NodeBody::default(),
        });
        let tree = Tree { nodes: nodes.collect(), ..Tree::default() };
        let mut document = Document::default();
        let edit = document.insert_kpi_tree("T", &tree);
        document.apply(edit).unwrap();
        let root = document.kpi_trees()[0].id;
        (document, root)
    }

    fn id(document: &Document, name: &str) -> ElementId {
        document.elements.values().find(|e| e.name == name).unwrap().id
    }

    fn outline(document: &Document, root: ElementId) -> String {
        let tree = document.kpi_tree(root).unwrap();
        let depths = tree.depths();
        let row = |(n, d): (&Node, &usize)| format!("{}{}", ".".repeat(*d), n.name);
        tree.nodes.iter().zip(&depths).map(row).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn new_nodes_stand_where_they_are_asked_for() {
        let (mut d, root) = document();
        let (edit, new) = add_sibling(&d, root, Some(id(&d, "a"))).unwrap();
        d.apply(edit).unwrap();
        assert_eq!(outline(&d, root), "g .a ..x . .b .c");
        assert_eq!(d.element(new).unwrap().name, "");
        let (edit, new) = add_child(&d, id(&d, "a")).unwrap();
        d.apply(edit).unwrap();
        let named = rename(&d, new, "y").unwrap();
        d.apply(named).unwrap();
        assert_eq!(outline(&d, root), "g .a ..x ..y . .b .c");
        let (edit, _) = add_sibling(&d, root, None).unwrap();
        d.apply(edit).unwrap();
        assert_eq!(outline(&d, root), "g .a ..x ..y . .b .c ");
    }

    #[test]
    fn dropped_where_it_may_stand() {
        for (what, onto, drop, expected) in [
            ("c", "a", Drop::Before, Some("g .c .a ..x .b")),
            ("a", "b", Drop::After, Some("g .b .a ..x .c")),
            ("b", "x", Drop::Into, Some("g .a ..x ...b .c")),
            ("x", "g", Drop::After, Some("g .a .b .c x")),
            ("a", "x", Drop::Into, None),
            ("a", "a", Drop::After, None),
            ("b", "a", Drop::After, None),
            ("c", "g", Drop::Into, None),
        ] {
            let (mut d, root) = document();
            let edit = drop_at(&d, id(&d, what), id(&d, onto), drop);
            let found = edit.map(|e| {
                d.apply(e).unwrap();
                outline(&d, root)
            });
            assert_eq!(found.as_deref(), expected, "{what} {drop:?} {onto}");
        }
    }

    #[test]
    fn what_is_selected_after_a_removal() {
        let (d, root) = document();
        let after =
            |name| remove(&d, id(&d, name)).unwrap().1.map(|i| d.element(i).unwrap().name.clone());
        assert_eq!(after("b").as_deref(), Some("c"));
        assert_eq!(after("c").as_deref(), Some("b"));
        assert_eq!(after("x").as_deref(), Some("a"));
        assert_eq!(after("g"), None);
        assert!(remove(&d, root).is_none());
    }
}
