//! The figures of the tree, as the engine told them last.

use super::what_if::SEED;
use crate::hooks::use_memo;
use crate::query::{View, use_view};
use engine::message::{
    Answer, Call, KpiAnswer, KpiAsk, KpiContext, KpiNodeView, KpiView, KpiWhatIf,
};
use kpi::{
    Assumptions, Change, Node, NodeId, NodeProblem, Operator, Status, Tree, Uncertain, status,
};
use std::collections::BTreeMap;
use std::rc::Rc;
use yew::prelude::*;

/// Figures by the nodes' places in the tree. Absent is `NaN`.
#[derive(Clone, Default, PartialEq)]
pub struct Figures {
    real: Answered,
    /// What follows from what is assumed.
    assumed: Answered,
}

/// An answer, and where the nodes of the tree stood in the one that was asked about.
#[derive(Clone, Default)]
struct Answered {
    answer: Option<Rc<Answer>>,
    places: Rc<[Option<usize>]>,
}

impl PartialEq for Answered {
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
pub fn use_figures(
    tree: &Rc<Tree>,
    context: Option<KpiContext>,
    assumed: Option<Rc<Assumptions>>,
) -> Figures {
    let what_if = context.clone().zip(assumed).map(|(context, assumed)| Call::Kpi {
        context: Box::new(context),
        ask: KpiAsk::WhatIf {
            assumptions: vec![(*assumed).clone()],
            seed: (!assumed.ranges.is_empty()).then_some(SEED),
        },
    });
    let view = use_view(
        context.map(|context| Call::Kpi { context: Box::new(context), ask: KpiAsk::View }),
    );
    let told = Told { tree: tree.clone(), view };
    let real = (*use_memo(told, Told::answered)).clone();
    let assumes = what_if.is_some();
    let told = Told { tree: tree.clone(), view: use_view(what_if) };
    let assumed = (*use_memo(told, Told::answered)).clone();
    // What was assumed a moment ago is not on show any more.
    Figures { real, assumed: if assumes { assumed } else { Answered::default() } }
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
    fn answered(&self) -> Answered {
        let Some(Call::Kpi { context, .. }) = self.view.question.as_deref() else {
            return Answered::default();
        };
        let nodes = context.tree.nodes.iter().enumerate();
        let mut places: BTreeMap<NodeId, usize> = BTreeMap::new();
        places.extend(nodes.map(|(at, n)| (n.id, at)));
        let places = self.tree.nodes.iter().map(|n| places.get(&n.id).copied()).collect();
        Answered { answer: self.view.answer.clone(), places }
    }
}

#[cfg(test)]
impl Figures {
    /// What was answered about a tree as it is.
    pub fn of(tree: &Tree, answer: Answer) -> Self {
        let places = (0..tree.nodes.len()).map(Some).collect();
        let real = Answered { answer: Some(Rc::new(answer)), places };
        Self { real, assumed: Answered::default() }
    }
}

impl Figures {
    fn view(&self) -> Option<&KpiView> {
        match self.real.answer.as_deref() {
            Some(Answer::Kpi(KpiAnswer::View(view))) => Some(view),
            _ => None,
        }
    }

    fn node(&self, place: usize) -> Option<&KpiNodeView> {
        let asked = (*self.real.places.get(place)?)?;
        self.view()?.nodes.get(asked)
    }

    /// What is assumed, with the node's place in it; `None` while nothing is.
    fn what_if(&self, place: usize) -> Option<(&KpiWhatIf, usize)> {
        let Some(Answer::Kpi(KpiAnswer::WhatIf(all))) = self.assumed.answer.as_deref() else {
            return None;
        };
        Some((all.first()?, (*self.assumed.places.get(place)?)?))
    }

    /// A node's figure now, as it is.
    pub fn real(&self, place: usize) -> f64 {
        self.node(place).map_or(f64::NAN, |n| n.value)
    }

    /// A node's figure now, under what is assumed.
    pub fn now(&self, place: usize) -> f64 {
        let assumed = self.what_if(place).and_then(|(told, at)| told.values.get(at).copied());
        assumed.unwrap_or_else(|| self.real(place))
    }

    /// Whether what is on show follows from what is assumed.
    pub fn assumes(&self) -> bool {
        self.assumed.answer.is_some()
    }

    /// A node's real figure, where what is assumed makes another of it.
    pub fn ghost(&self, place: usize) -> Option<f64> {
        self.what_if(place)?;
        let (real, now) = (self.real(place), self.now(place));
        (real.is_finite() && real != now).then_some(real)
    }

    /// How a node changes by what is assumed; `None` while nothing is.
    pub fn assumed_change(&self, place: usize) -> Option<Change> {
        let (told, at) = self.what_if(place)?;
        told.changes.get(at).copied().flatten()
    }

    /// Between what a node's figure lies, where something uncertain reaches it.
    pub fn range(&self, place: usize) -> Option<Uncertain> {
        let (told, at) = self.what_if(place)?;
        told.ranges.get(at).copied().flatten().filter(|r| r.low != r.high)
    }

    /// The bounds of a slider over a node's figure.
    pub fn lever(&self, place: usize) -> (f64, f64) {
        self.node(place).map_or((0.0, 100.0), |n| n.lever)
    }

    /// Whether a node's figure follows from other nodes.
    pub fn is_computed(&self, place: usize) -> bool {
        self.node(place).is_some_and(|n| !n.bound.inputs.is_empty())
    }

    /// The places of the nodes that a node's figure follows from, in the order of its formula.
    pub fn inputs(&self, place: usize) -> Vec<usize> {
        let asked = self.node(place).map(|n| n.bound.inputs.as_slice()).unwrap_or_default();
        let now = |at: &usize| self.real.places.iter().position(|p| *p == Some(*at));
        asked.iter().filter_map(now).collect()
    }

    /// Whether another node's figure follows from this one.
    pub fn is_used(&self, place: usize) -> bool {
        let asked = self.real.places.get(place).copied().flatten();
        let uses = |n: &KpiNodeView| asked.is_some_and(|at| n.bound.inputs.contains(&at));
        self.view().is_some_and(|v| v.nodes.iter().any(uses))
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

    /// How a node changed against the compared snapshot; while something is assumed, by that.
    pub fn change(&self, place: usize) -> Option<Change> {
        match self.what_if(place) {
            Some(_) => self.assumed_change(place),
            None => self.node(place)?.change,
        }
    }

    /// Whether the formula of its parent uses a node.
    pub fn is_component(&self, place: usize) -> bool {
        self.node(place).is_some_and(|n| n.bound.component)
    }

    /// How the formula of its parent uses a node.
    pub fn operator(&self, parent: usize, child: usize) -> Option<Operator> {
        let bound = &self.node(parent)?.bound;
        let asked = (*self.real.places.get(child)?)?;
        let at = bound.inputs.iter().position(|i| *i == asked)?;
        bound.operators.get(at).copied()
    }

    /// What is wrong or doubtful about how a node is known.
    pub fn problems(&self, place: usize) -> &[NodeProblem] {
        self.node(place).map_or(&[], |n| &n.bound.problems)
    }
}
