//! KPI trees in the document: there and back, and the moves of the outline.

use kpi::{
    Assumptions, Direction, Evidence, Known, Node, NodeBody, NodeId, Orientation, Override, Range,
    Scenario, Tree, Typed, Unit,
};
use plan::{Body, Document, Edit, ElementId, Kind, OutlineMove};
use proptest::prelude::*;
use table::Day;

/// Nodes by name and the place of their parent.
pub(crate) fn tree(nodes: &[(&str, Option<usize>)]) -> Tree {
    let node = |(at, (name, parent)): (usize, &(&str, Option<usize>))| Node {
        id: NodeId(at as u64 + 1),
        parent: *parent,
        name: (*name).to_owned(),
        body: NodeBody::default(),
    };
    Tree { nodes: nodes.iter().enumerate().map(node).collect(), ..Tree::default() }
}

/// One of everything that a node can say.
pub(crate) fn full() -> Tree {
    let mut full = tree(&[
        ("継続率", None),
        ("オンボーディング完了率", Some(0)),
        ("c", Some(0)),
        ("d", Some(2)),
    ]);
    full.orientation = Orientation::TopDown;
    full.nodes[0].body = NodeBody {
        unit: Unit::Percent,
        target: Some(0.95),
        direction: Direction::Higher,
        owner: "佐藤".into(),
        note: "n".into(),
        evidence: Evidence::Hypothesis,
        known: Known::Formula("c * 2".into()),
    };
    full.nodes[1].body.known = Known::Accounts("COUNT()".into());
    full.nodes[1].body.evidence = Evidence::Verified;
    full.nodes[2].body.known = Known::Typed(vec![
        Typed { date: Day(20_000), value: 0.1 },
        Typed { date: Day(20_007), value: -1e-7 },
    ]);
    full.nodes[2].body.direction = Direction::Lower;
    full.nodes[3].body.unit = Unit::Other("件/月".into());
    full.nodes[3].body.evidence = Evidence::Correlated;
    full.scenarios.push(Scenario {
        id: NodeId(9),
        name: "楽観".into(),
        assumptions: Assumptions {
            overrides: vec![Override { node: NodeId(3), value: 0.5 }],
            ranges: vec![Range { node: NodeId(4), low: 1.0, middle: 2.5, high: 3.0 }],
        },
    });
    full
}

fn applied(mut document: Document, edit: Edit) -> Document {
    document.apply(edit).unwrap();
    document.check().unwrap();
    document
}

/// The outline as text: a level by a dot.
fn outline(document: &Document, root: ElementId) -> String {
    let tree = document.kpi_tree(root).unwrap();
    let depths = tree.depths();
    let line = |(n, d): (&Node, &usize)| format!("{}{}", ".".repeat(*d), n.name);
    tree.nodes.iter().zip(&depths).map(line).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_tree_goes_in_and_comes_out() {
    let document = applied(Document::new("w"), Document::new("w").insert_kpi_tree("T", &full()));
    let root = document.kpi_trees()[0].id;
    let mut expected = full();
    for (at, node) in expected.nodes.iter_mut().enumerate() {
        node.id = NodeId(root.0 + 1 + at as u64);
    }
    let scenario = &mut expected.scenarios[0];
    scenario.id = NodeId(root.0 + 5);
    scenario.assumptions.overrides[0].node = NodeId(root.0 + 3);
    scenario.assumptions.ranges[0].node = NodeId(root.0 + 4);
    assert_eq!(document.kpi_tree(root), Some(expected));
    assert_eq!(document.kpi_tree(ElementId(root.0 + 1)), None);
    // A second one has ids of its own.
    let document = applied(document.clone(), document.insert_kpi_tree("U", &full()));
    assert_eq!(document.kpi_trees().len(), 2);
}

#[test]
fn figures_out_of_range_are_refused() {
    let document = applied(Document::new("w"), Document::new("w").insert_kpi_tree("T", &full()));
    let id = |kind| document.elements.values().find(|e| e.kind() == kind).unwrap().id;
    let node = |change: fn(&mut NodeBody)| {
        let mut body = NodeBody::default();
        change(&mut body);
        Edit::SetBody { id: id(Kind::KpiNode), body: Body::KpiNode(Box::new(body)) }
    };
    let typed = |date| Typed { date: Day(date), value: 1.0 };
    let twice = [typed(5), typed(5)];
    let range = Range { node: NodeId(3), low: 2.0, middle: 1.0, high: 3.0 };
    let scenario = Body::KpiScenario(Assumptions { overrides: vec![], ranges: vec![range] });
    let cases = [
        (node(|b| b.target = Some(f64::NAN)), "edit-range-target"),
        (
            node(|b| b.known = Known::Typed(vec![Typed { date: Day(1), value: f64::INFINITY }])),
            "edit-range-typed",
        ),
        (
            Edit::SetBody {
                id: id(Kind::KpiNode),
                body: Body::KpiNode(Box::new(NodeBody {
                    known: Known::Typed(twice.into()),
                    ..NodeBody::default()
                })),
            },
            "edit-range-typed",
        ),
        (Edit::SetBody { id: id(Kind::KpiScenario), body: scenario }, "edit-range-assumption"),
    ];
    for (edit, key) in cases {
        assert_eq!(document.clone().apply(edit).unwrap_err().key(), key);
    }
}

#[test]
fn moves_of_the_outline() {
    use OutlineMove::{Down, Indent, Outdent, Up};
    let nodes = [("g", None), ("a", Some(0)), ("x", Some(1)), ("b", Some(0)), ("c", Some(0))];
    let mut tree = tree(&nodes);
    tree.scenarios = full().scenarios;
    let document = applied(Document::new("w"), Document::new("w").insert_kpi_tree("T", &tree));
    let root = document.kpi_trees()[0].id;
    let node = |name: &str| document.elements.values().find(|e| e.name == name).unwrap().id;
    let moved = |name, step| {
        let edit = document.move_kpi_node(node(name), step)?;
        let mut after = document.clone();
        let inverse = after.apply(edit).unwrap();
        after.check().unwrap();
        let text = outline(&after, root);
        after.apply(inverse).unwrap();
        assert_eq!(after, document);
        Some(text)
    };
    assert_eq!(outline(&document, root), "g .a ..x .b .c");
    assert_eq!(moved("b", Up).as_deref(), Some("g .b .a ..x .c"));
    assert_eq!(moved("a", Down).as_deref(), Some("g .b .a ..x .c"));
    assert_eq!(moved("c", Indent).as_deref(), Some("g .a ..x .b ..c"));
    assert_eq!(moved("b", Indent).as_deref(), Some("g .a ..x ..b .c"));
    assert_eq!(moved("x", Outdent).as_deref(), Some("g .a .x .b .c"));
    assert_eq!(moved("a", Outdent).as_deref(), Some("g .b .c a .x"));
    for (name, step) in
        [("a", Up), ("a", Indent), ("c", Down), ("g", Up), ("g", Outdent), ("g", Down)]
    {
        assert_eq!(moved(name, step), None, "{name} {step:?}");
    }
    let after = applied(
        document.clone(),
        document.insert_kpi_node(node("g"), "new", NodeBody::default(), 1),
    );
    assert_eq!(outline(&after, root), "g .a ..x .new .b .c");
}

#[test]
fn a_new_name_goes_into_all_formulas() {
    let mut tree = tree(&[("g", None), ("a", Some(0)), ("b", Some(0))]);
    tree.nodes[0].body.known = Known::Formula("a / b + a".into());
    let mut document = applied(Document::new("w"), Document::new("w").insert_kpi_tree("T", &tree));
    let root = document.kpi_trees()[0].id;
    let id = |place: u64| ElementId(root.0 + 1 + place);
    let before = document.clone();
    let inverse = document.apply(document.rename_kpi_node(id(1), "新規 会員").unwrap()).unwrap();
    let after = document.kpi_tree(root).unwrap();
    assert_eq!(after.nodes[0].body.known, Known::Formula("[新規 会員] / b + [新規 会員]".into()));
    assert_eq!(after.nodes[1].name, "新規 会員");
    document.apply(inverse).unwrap();
    assert_eq!(document, before);
    assert_eq!(document.rename_kpi_node(id(1), "b"), Err(id(0)));
    let name = |edit| matches!(edit, Edit::SetName { .. });
    assert!(document.rename_kpi_node(id(0), "x").is_ok_and(name));
}

proptest! {
    #[test]
    fn any_walk_of_moves_can_be_walked_back(
        steps in prop::collection::vec((any::<prop::sample::Index>(), 0usize..5, 0usize..4), 1..40),
    ) {
        let start = tree(&[("g", None), ("a", Some(0)), ("x", Some(1)), ("b", Some(0)), ("c", Some(0)), ("h", None)]);
        let mut document = applied(Document::new("w"), Document::new("w").insert_kpi_tree("T", &start));
        let root = document.kpi_trees()[0].id;
        let mut undo = Vec::new();
        for (which, step, position) in steps {
            let ids: Vec<_> = document.kpi_tree(root).unwrap().nodes.iter().map(|n| ElementId(n.id.0)).collect();
            let id = *which.get(&ids);
            let edit = match step {
                0 => document.move_kpi_node(id, OutlineMove::Up),
                1 => document.move_kpi_node(id, OutlineMove::Down),
                2 => document.move_kpi_node(id, OutlineMove::Indent),
                3 => document.move_kpi_node(id, OutlineMove::Outdent),
                _ => Some(document.insert_kpi_node(id, "n", NodeBody::default(), position)),
            };
            let Some(edit) = edit else { continue };
            let before = document.clone();
            let inverse = document.apply(edit).unwrap();
            prop_assert_eq!(document.check(), Ok(()));
            let nodes = document.elements.values().filter(|e| e.kind() == Kind::KpiNode).count();
            prop_assert_eq!(document.kpi_tree(root).unwrap().nodes.len(), nodes);
            undo.push((before, inverse));
        }
        for (before, inverse) in undo.into_iter().rev() {
            document.apply(inverse).unwrap();
            prop_assert_eq!(&Document { next_id: before.next_id, ..document.clone() }, &before);
        }
    }
}

#[test]
fn a_tree_is_at_most_64_levels_deep() {
    let chain = |length: usize| {
        let node = |at: usize| ("n", at.checked_sub(1));
        tree(&(0..length).map(node).collect::<Vec<_>>())
    };
    let insert = |length| Document::new("w").insert_kpi_tree("T", &chain(length));
    applied(Document::new("w"), insert(63));
    let too_deep = Document::new("w").apply(insert(64)).unwrap_err();
    assert_eq!(too_deep.key(), "edit-tree-too-deep");
    let full = applied(Document::new("w"), insert(62));
    // neither may a subtree be moved too deep
    let root = full.kpi_trees()[0].id;
    let two = applied(full.clone(), full.insert_kpi_tree("U", &chain(2)));
    let nodes = |id| two.subtree(id);
    let leaf = nodes(root)[62].clone();
    let upper = nodes(two.kpi_trees()[1].id)[1].clone();
    let moved = Edit::Move { id: upper.id, parent: Some(leaf.id), rank: upper.rank };
    assert_eq!(two.clone().apply(moved).unwrap_err().key(), "edit-tree-too-deep");
    // a document that nobody wrote so is refused without walking each chain to its end
    let mut crafted = full.clone();
    let mut last = leaf.clone();
    for id in crafted.next_id..crafted.next_id + 200_000 {
        last = plan::Element { id: ElementId(id), parent: Some(last.id), ..last };
        crafted.elements.insert(last.id, last.clone());
    }
    crafted.next_id += 200_000;
    assert_eq!(crafted.check().unwrap_err().key(), "edit-tree-too-deep");
    let mut endless = full.clone();
    endless.elements.get_mut(&nodes(root)[1].id).unwrap().parent = Some(leaf.id);
    assert_eq!(endless.check().unwrap_err().key(), "edit-cycle");
}
