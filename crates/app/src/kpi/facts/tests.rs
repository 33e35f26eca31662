//! A tree of 500 nodes stays usable, by count and not by time: of all that rows and cards show, a key or an answer
//! changes that of few, and what does not change is not drawn.

use super::*;
use crate::kpi::outline::Stands;
use engine::message::{Call, KpiAsk, KpiContext};
use kpi::{Node, NodeBody, Typed, outline};
use std::collections::{BTreeMap, BTreeSet};
use table::Day;

/// A goal of seven branches of seven parts of nine leaves: each node is the sum of those below it.
fn tree() -> Tree {
    let mut nodes: Vec<Node> = Vec::new();
    let add = |nodes: &mut Vec<Node>, parent: Option<usize>, known: Known| {
        let id = nodes.len() as u64 + 1;
        let body = NodeBody { known, ..NodeBody::default() };
        nodes.push(Node { id: NodeId(id), parent, name: format!("n{id}"), body });
        nodes.len() - 1
    };
    let goal = add(&mut nodes, None, Known::Unknown);
    for _ in 0..7 {
        let branch = add(&mut nodes, Some(goal), Known::Unknown);
        for _ in 0..7 {
            let part = add(&mut nodes, Some(branch), Known::Unknown);
            for leaf in 0..9 {
                let figures = (0..12)
                    .map(|week| Typed { date: Day(7 * week), value: f64::from(leaf + week) });
                add(&mut nodes, Some(part), Known::Typed(figures.collect()));
            }
        }
    }
    let mut tree = Tree { nodes, ..Tree::default() };
    let children = tree.children();
    for (at, below) in children.iter().enumerate().filter(|(_, below)| !below.is_empty()) {
        let names: Vec<&str> = below.iter().map(|c| tree.nodes[*c].name.as_str()).collect();
        tree.nodes[at].body.known = Known::Formula(names.join(" + "));
    }
    tree
}

/// What the engine says of a tree.
fn figures(tree: &Tree) -> Figures {
    let context =
        KpiContext { tree: tree.clone().into(), model: Rc::default(), as_of: None, compared: None };
    let call = Call::Kpi { context: Box::new(context), ask: KpiAsk::View };
    Figures::of(tree, engine::Engine::default().answer(call).unwrap())
}

/// All that each row shows, by its node.
fn shown(
    tree: &Tree,
    figures: &Figures,
    selected: usize,
    folded: &BTreeSet<NodeId>,
) -> BTreeMap<u64, (Facts, Stands)> {
    let selected = tree.nodes.get(selected).map(|n| ElementId(n.id.0));
    let rows = outline(tree, folded).into_iter();
    let facts = |row: kpi::Row| {
        let facts = Facts::of(tree, figures, selected, row.place)?;
        Some((facts.id.0, (facts, Stands(row))))
    };
    rows.filter_map(facts).collect()
}

/// How many rows are drawn to get from one to the other.
#[track_caller]
fn drawn(
    before: &BTreeMap<u64, (Facts, Stands)>,
    after: &BTreeMap<u64, (Facts, Stands)>,
    expected: usize,
) {
    let is_new = |(id, shows): &(&u64, &(Facts, Stands))| {
        before.get(*id).is_none_or(|b| b.0 != shows.0 || b.1 != shows.1)
    };
    assert_eq!(after.iter().filter(is_new).count(), expected);
}

#[test]
fn of_500_rows_a_key_draws_few() {
    let (tree, none) = (tree(), BTreeSet::new());
    assert_eq!(tree.nodes.len(), 498);
    let figures = figures(&tree);
    let before = shown(&tree, &figures, 3, &none);
    assert_eq!(before.len(), 498);
    assert_eq!(before[&1].0.now, Some(7.0 * 7.0 * (36.0 + 9.0 * 11.0)));

    // walking: the row that is left, and the one that is come to
    drawn(&before, &shown(&tree, &figures, 4, &none), 2);
    // folding the branch of the selected row: its own row
    let folded = BTreeSet::from([tree.nodes[2].id]);
    drawn(&before, &shown(&tree, &figures, 3, &folded), 1);
    // renaming a leaf: its row, and that of the sum that names it
    let mut renamed = tree.clone();
    renamed.nodes[3].name = "renamed".to_owned();
    renamed.nodes[2].body.known = Known::Formula("renamed".to_owned());
    drawn(&before, &shown(&renamed, &figures, 3, &none), 2);
    // a new leaf after the ninth of a part: itself and its nine siblings, which are ten now
    let mut grown = tree.clone();
    let id = NodeId(900);
    let node = Node { id, parent: Some(2), name: String::new(), body: NodeBody::default() };
    grown.nodes.insert(12, node);
    for parent in grown.nodes.iter_mut().filter_map(|n| n.parent.as_mut()).filter(|p| **p >= 12) {
        *parent += 1;
    }
    let after = shown(&grown, &super::tests::figures(&grown), 3, &none);
    assert_eq!(after.len(), 499);
    drawn(&before, &after, 10);
}

#[test]
fn of_500_rows_an_answer_draws_those_whose_figures_changed() {
    let (tree, none) = (tree(), BTreeSet::new());
    let before = shown(&tree, &figures(&tree), 3, &none);
    // the same once more
    drawn(&before, &shown(&tree, &figures(&tree), 3, &none), 0);
    // another figure of a leaf: the leaf and the three above it
    let mut other = tree.clone();
    if let Known::Typed(figures) = &mut other.nodes[3].body.known {
        figures[11].value = 500.0;
    }
    drawn(&before, &shown(&other, &figures(&other), 3, &none), 4);
}
