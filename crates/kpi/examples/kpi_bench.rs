//! How long the kernels take over a tree of 200 nodes:
//! `cargo run --profile engine-release -p kpi --example kpi_bench`.

use kpi::{
    DRAWS, Gaps, Item, Known, Node, NodeBody, NodeId, Orientation, Tree, Uncertain, bind, explain,
    goal_seek, layout, sensitivities, simulate,
};
use std::hint::black_box;
use std::time::Instant;

const RUNS: usize = 21;

fn main() {
    let tree = tree(200);
    let bound = bind(&tree);
    let graph = &bound.graph;
    let given: Vec<f64> = (0..tree.nodes.len()).map(|i| 1.0 + (i % 7) as f64 / 10.0).collect();
    let later: Vec<f64> = given.iter().map(|x| x * 1.1).collect();
    let (before, now) = (graph.values(&given, &[]), graph.values(&later, &[]));
    let leaves = graph.leaves(0);
    report("bind", || drop(black_box(bind(&tree))));
    let mut values = Vec::new();
    report("values", || graph.values_into(black_box(&given), &[], &mut values));
    report("explain down to the leaves", || drop(black_box(explain(graph, 0, &before, &now, &[]))));
    report("sensitivities", || drop(black_box(sensitivities(graph, 0, &given, &[]))));
    let (lever, goal) = (leaves[0], before[0] * 1.05);
    report("goal seek", || {
        black_box(goal_seek(graph, (lever, 0.0, 10.0), (0, goal), &given, &[]));
    });
    let uncertain: Vec<(usize, Uncertain)> = leaves
        .iter()
        .map(|at| {
            (*at, Uncertain { low: given[*at] * 0.9, middle: given[*at], high: given[*at] * 1.2 })
        })
        .collect();
    report("simulate 10,000 draws", || {
        drop(black_box(simulate(graph, &given, &[], &uncertain, DRAWS, 1)));
    });
    let items: Vec<Item> = self::tree(500)
        .nodes
        .iter()
        .map(|n| Item { parent: n.parent, width: 200.0, height: 64.0, collapsed: false })
        .collect();
    let gaps = Gaps { siblings: 12.0, levels: 48.0 };
    report("layout of 500 nodes", || {
        drop(black_box(layout(&items, Orientation::LeftToRight, gaps)));
    });
}

/// Each formula uses three children by turns as a sum, a product and a quotient.
fn tree(count: usize) -> Tree {
    let mut tree = Tree::default();
    grow(&mut tree, None, count);
    tree
}

fn grow(tree: &mut Tree, parent: Option<usize>, count: usize) {
    let at = tree.nodes.len();
    let node = |known| Node {
        id: NodeId(at as u64),
        parent,
        name: format!("n{at}"),
        body: NodeBody { known, ..NodeBody::default() },
    };
    if count < 4 {
        tree.nodes.push(node(Known::Unknown));
        for _ in 1..count {
            grow(tree, Some(at), 1);
        }
        return;
    }
    tree.nodes.push(node(Known::Unknown));
    let mut names = Vec::new();
    for part in 0..3 {
        names.push(format!("n{}", tree.nodes.len()));
        grow(tree, Some(at), (count - 1) / 3 + usize::from(part < (count - 1) % 3));
    }
    let [a, b, c] = [&names[0], &names[1], &names[2]];
    let text = match at % 3 {
        0 => format!("{a} + {b} - {c}"),
        1 => format!("{a} * {b} + {c}"),
        _ => format!("({a} + {b}) / {c}"),
    };
    tree.nodes[at].body.known = Known::Formula(text);
}

#[allow(clippy::print_stdout, reason = "a bench is run to be read")]
fn report(what: &str, mut work: impl FnMut()) {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{what:28} {:10.1} µs", times[RUNS / 2]);
}
