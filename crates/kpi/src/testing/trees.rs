//! Random trees of formulas.

use crate::graph::{Function, Graph, Rule};
use crate::{Known, Node, NodeBody, NodeId, Tree};
use proptest::prelude::*;

/// A formula over its inputs.
#[derive(Clone, Debug)]
pub(crate) enum Calc {
    /// Σ weight · input.
    Weighted(Vec<f64>),
    Product,
    /// The first by the product of the others; absent where that is 0.
    Quotient,
    /// The greatest; absent inputs are passed over.
    Greatest,
    /// The first where the last is positive, else the sum of all: jumps.
    Jump,
}

impl Function for Calc {
    fn value(&self, inputs: &[f64]) -> f64 {
        match self {
            Self::Weighted(weights) => weights.iter().zip(inputs).map(|(w, x)| w * x).sum(),
            Self::Product => inputs.iter().product(),
            Self::Quotient => inputs[0] / inputs[1..].iter().product::<f64>(),
            Self::Greatest => inputs.iter().copied().fold(f64::NAN, f64::max),
            Self::Jump if inputs[inputs.len() - 1] > 0.0 => inputs[0],
            Self::Jump => inputs.iter().sum(),
        }
    }

    fn weights(&self) -> Option<Vec<f64>> {
        if let Self::Weighted(weights) = self { Some(weights.clone()) } else { None }
    }
}

/// A graph from `(inputs, function)` by place; no inputs is given.
pub(crate) fn graph(rules: &[(&[usize], Calc)]) -> Graph<Calc> {
    let rule = |(inputs, function): &(&[usize], Calc)| match inputs {
        [] => Rule::Given,
        _ => Rule::Computed { inputs: inputs.to_vec(), function: function.clone() },
    };
    Graph::new(rules.iter().map(rule).collect())
}

/// Graphs in which each place uses places after it, each once; as a rule without cycles.
pub(crate) fn graphs(most: usize) -> impl Strategy<Value = Graph<Calc>> {
    let wish = (any::<u8>(), prop::collection::vec(any::<u32>(), 0..6));
    prop::collection::vec(wish, 1..most).prop_map(|wishes| {
        let n = wishes.len();
        let rule = |(at, (kind, picks)): (usize, (u8, Vec<u32>))| {
            let after = n - at - 1;
            let mut inputs: Vec<usize> =
                picks.iter().filter(|_| after > 0).map(|p| at + 1 + *p as usize % after).collect();
            inputs.sort_unstable();
            inputs.dedup();
            let function = match kind % 8 {
                0..3 => Calc::Weighted(
                    (0..inputs.len()).map(|i| if i % 2 == 0 { 1.0 } else { -1.0 }).collect(),
                ),
                3 => Calc::Product,
                4 | 5 => Calc::Quotient,
                6 => Calc::Greatest,
                _ => Calc::Jump,
            };
            if inputs.is_empty() { Rule::Given } else { Rule::Computed { inputs, function } }
        };
        Graph::new(wishes.into_iter().enumerate().map(rule).collect())
    })
}

/// As many figures as wanted: many small whole numbers, zeros and negatives among them, a few absent.
pub(crate) fn figures(count: usize) -> impl Strategy<Value = Vec<f64>> {
    let figure = prop_oneof![
        4 => (-5i32..20).prop_map(f64::from),
        4 => -1e3..1e3,
        1 => Just(0.0),
        1 => Just(f64::NAN),
        1 => -1e9..1e9,
    ];
    prop::collection::vec(figure, count..=count)
}

/// members = new + old; old = members before × continuation; in this order of places.
pub(crate) fn members() -> Graph<Calc> {
    graph(&[
        (&[1, 2], Calc::Weighted(vec![1.0, 1.0])),
        (&[], Calc::Product),
        (&[3, 4], Calc::Product),
        (&[], Calc::Product),
        (&[], Calc::Product),
    ])
}

/// A tree of nodes by name and the place of their parent; ids count from 1.
pub(crate) fn tree(nodes: &[(&str, Option<usize>)]) -> Tree {
    let node = |(at, (name, parent)): (usize, &(&str, Option<usize>))| Node {
        id: NodeId(at as u64 + 1),
        parent: *parent,
        name: (*name).to_owned(),
        body: NodeBody::default(),
    };
    Tree { nodes: nodes.iter().enumerate().map(node).collect(), ..Tree::default() }
}

/// As [`tree`], with the text of each node's formula; empty is none.
pub(crate) fn formulas(nodes: &[(&str, Option<usize>, &str)]) -> Tree {
    let places: Vec<(&str, Option<usize>)> = nodes.iter().map(|n| (n.0, n.1)).collect();
    let mut tree = tree(&places);
    for (node, (_, _, text)) in tree.nodes.iter_mut().zip(nodes) {
        if !text.is_empty() {
            node.body.known = Known::Formula((*text).to_owned());
        }
    }
    tree
}
