//! From the tree as it was drawn to figures that follow from each other: names looked up, formulas
//! understood, cycles found.

mod function;
mod read;
#[cfg(test)]
mod tests;

use crate::graph::{Graph, Rule};
use crate::names::{Names, folded};
use crate::operators::Operator;
use crate::{Known, Tree};
use formula::{Environment, KnownColumn, Problem, Severity, Type};
use serde::{Deserialize, Serialize};

pub use function::NodeFunction;
use read::Reading;

/// What is wrong or doubtful about how a node is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NodeProblem {
    /// In the text of its formula. A name of no node is [`formula::ProblemKind::UnknownColumn`], one of
    /// several nodes [`formula::ProblemKind::AmbiguousColumn`].
    Formula(Problem),
    /// The formula uses what only accounts have (an aggregate, a rank, an earlier snapshot, a score, a
    /// date): its name. Bind a node of its own to accounts, and use that one here.
    OnlyOverAccounts(String),
    /// The formula gives no number but this.
    NotANumber(Type),
    /// An aggregate was wanted, but the formula gives one value an account: `SUM(…)`, `AVERAGE(…)` or
    /// `COUNTIF(…)` make one figure of them.
    NotOneFigure,
    /// The formula leads back to itself: the places along the way, each using the next, the last one
    /// this one's again.
    Cycle(Vec<usize>),
}

impl NodeProblem {
    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::Formula(problem) => problem.severity(),
            _ => Severity::Error,
        }
    }
}

/// A node's place among figures.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Bound {
    /// What is wrong or doubtful about its formula.
    pub problems: Vec<NodeProblem>,
    /// The places that its formula uses, each once, in the order of the text.
    pub inputs: Vec<usize>,
    /// How it uses each of them; all [`Operator::Function`] when it is more than a sum or a product.
    pub operators: Vec<Operator>,
    /// Whether the formula of its parent uses it: then it is a component of it, else an influence.
    pub component: bool,
}

/// A tree whose figures can be worked out.
#[derive(Clone, Debug)]
pub struct Binding {
    /// The figures. Nodes without a formula, or with one that cannot be used, are given.
    pub graph: Graph<NodeFunction>,
    /// One a node, in order.
    pub nodes: Vec<Bound>,
}

/// Binds a tree. Never fails: a node whose formula cannot be used has no figure.
#[must_use]
pub fn bind(tree: &Tree) -> Binding {
    let (children, folded) = (tree.children(), folded(tree));
    let mut nodes: Vec<Bound> = Vec::with_capacity(tree.nodes.len());
    let mut rules = Vec::with_capacity(tree.nodes.len());
    for (at, node) in tree.nodes.iter().enumerate() {
        let Known::Formula(text) = &node.body.known else {
            nodes.push(Bound::default());
            rules.push(Rule::Given);
            continue;
        };
        let names = Names::new(tree, &children[at], at, &folded);
        let Reading { problems, inputs, operators, function } = read::read(text, tree, &names);
        rules.push(match function {
            Some(function) => Rule::Computed { inputs: inputs.clone(), function },
            // What cannot be worked out must not pass for a figure that somebody gave.
            None => Rule::Computed { inputs: inputs.clone(), function: NodeFunction::Absent },
        });
        nodes.push(Bound { problems, inputs, operators, component: false });
    }
    for at in 0..nodes.len() {
        nodes[at].component = tree.parent(at).is_some_and(|p| nodes[p].inputs.contains(&at));
    }
    let graph = Graph::new(rules);
    for cycle in graph.cycles() {
        for (turn, &at) in cycle.iter().enumerate() {
            let way = cycle[turn..].iter().chain(&cycle[..turn]).copied().collect();
            nodes[at].problems.push(NodeProblem::Cycle(way));
        }
    }
    Binding { graph, nodes }
}

/// What would be wrong with a formula if the node in `place` had it: for an editor. Cycles are not
/// looked for.
#[must_use]
pub fn check_formula(tree: &Tree, place: usize, text: &str) -> Vec<NodeProblem> {
    let (children, folded) = (tree.children(), folded(tree));
    let own = children.get(place).map_or(&[][..], Vec::as_slice);
    read::read(text, tree, &Names::new(tree, own, place, &folded)).problems
}

/// The names that the formula of a node may use, its children's first: what an editor completes.
#[must_use]
pub fn formula_environment(tree: &Tree, place: usize) -> Environment {
    let (children, folded) = (tree.children(), folded(tree));
    let own = children.get(place).map_or(&[][..], Vec::as_slice);
    let offered = Names::new(tree, own, place, &folded).offered();
    let columns = offered.iter().map(|at| read::known_column(tree, *at, &tree.nodes[*at].name));
    Environment { columns: columns.collect::<Vec<KnownColumn>>(), ..Environment::default() }
}
