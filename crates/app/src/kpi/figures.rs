//! The figures of the tree, as the engine told them last.

use crate::query::{View, use_view};
use engine::message::{Answer, Call, KpiAnswer, KpiAsk, KpiContext, KpiNodeView, KpiView};
use kpi::{Change, Node, NodeId, NodeProblem, Operator, Status, Tree, status};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

/// Figures by the nodes' places in the tree. Absent is `NaN`.
#[derive(Clone, Default)]
pub struct Figures {
    answer: Option<Rc<Answer>>,
    /// The place that a node had in the tree that was asked about.
    places: Rc<[Option<usize>]>,
}

impl PartialEq for Figures {
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.answer, &other.answer) {
            (Some(a), Some(b)) => Rc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        };
        same && Rc::ptr_eq(&self.places, &other.places)
    }
}

/// The figures of a tree, followed as it and the data change. While newer ones are on their way the old
/// ones stay, each with its node.
#[hook]
pub fn use_figures(tree: &Rc<Tree>, context: Option<KpiContext>) -> Figures {
    let view = use_view(
        context.map(|context| Call::Kpi { context: Box::new(context), ask: KpiAsk::View }),
    );
    let told = Told { tree: tree.clone(), view };
    (*use_memo(told, Told::figures)).clone()
}

/// A tree, and what was told about it or the one before.
struct Told {
    tree: Rc<Tree>,
    view: View,
}

impl PartialEq for Told {
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.view.answer, &other.view.answer) {
            (Some(a), Some(b)) => Rc::ptr_eq(a, b),
            (None, None) => true,
            _ => false,
        };
        same && Rc::ptr_eq(&self.tree, &other.tree)
    }
}

impl Told {
    fn figures(&self) -> Figures {
        let Some(Call::Kpi { context, .. }) = self.view.question.as_deref() else {
            return Figures::default();
        };
        let nodes = context.tree.nodes.iter().enumerate();
        let places: BTreeMap<NodeId, usize> = nodes.map(|(at, n)| (n.id, at)).collect();
        let places = self.tree.nodes.iter().map(|n| places.get(&n.id).copied()).collect();
        Figures { answer: self.view.answer.clone(), places }
    }
}

impl Figures {
    fn view(&self) -> Option<&KpiView> {
        match self.answer.as_deref() {
            Some(Answer::Kpi(KpiAnswer::View(view))) => Some(view),
            _ => None,
        }
    }

    fn node(&self, place: usize) -> Option<&KpiNodeView> {
        let asked = (*self.places.get(place)?)?;
        self.view()?.nodes.get(asked)
    }

    /// A node's figure now.
    pub fn now(&self, place: usize) -> f64 {
        self.node(place).map_or(f64::NAN, |n| n.value)
    }

    /// A node's series up to now; empty where nothing is known.
    pub fn course(&self, place: usize) -> Rc<[f64]> {
        let now = self.view().and_then(|v| v.now);
        let (Some(node), Some(now)) = (self.node(place), now) else { return Rc::default() };
        let until = node.series.get(..=now).unwrap_or_default();
        if until.iter().any(|v| v.is_finite()) { until.into() } else { Rc::default() }
    }

    /// How a node stands against its target.
    pub fn status(&self, place: usize, node: &Node) -> Status {
        status(self.now(place), node.body.target, node.body.direction)
    }

    /// How a node changed against the compared snapshot.
    pub fn change(&self, place: usize) -> Option<Change> {
        self.node(place)?.change
    }

    /// Whether the formula of its parent uses a node.
    pub fn is_component(&self, place: usize) -> bool {
        self.node(place).is_some_and(|n| n.bound.component)
    }

    /// How the formula of its parent uses a node.
    pub fn operator(&self, parent: usize, child: usize) -> Option<Operator> {
        let bound = &self.node(parent)?.bound;
        let asked = (*self.places.get(child)?)?;
        let at = bound.inputs.iter().position(|i| *i == asked)?;
        bound.operators.get(at).copied()
    }

    /// What is wrong or doubtful about how a node is known.
    pub fn problems(&self, place: usize) -> &[NodeProblem] {
        self.node(place).map_or(&[], |n| &n.bound.problems)
    }
}
