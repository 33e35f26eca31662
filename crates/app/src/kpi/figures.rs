//! The figures of the tree, as the engine told them last.

use kpi::{Change, Node, Status, change, status};
use std::rc::Rc;
use table::Day;

/// Figures by the nodes' places in the tree. Absent is `NaN`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// The dates of the snapshots, oldest first.
    pub dates: Rc<[Day]>,
    /// Which of them is on show, and which it is compared with.
    pub at: (Option<usize>, Option<usize>),
    /// A series a node, one figure a date.
    pub series: Rc<[Rc<[f64]>]>,
    /// Whether the formula of its parent uses a node.
    pub components: Rc<[bool]>,
}

impl Figures {
    /// A node's figure now.
    pub fn now(&self, place: usize) -> f64 {
        self.figure(place, self.at.0)
    }

    /// A node's figure in the compared snapshot.
    pub fn before(&self, place: usize) -> f64 {
        self.figure(place, self.at.1)
    }

    fn figure(&self, place: usize, at: Option<usize>) -> f64 {
        let series = self.series.get(place);
        at.and_then(|at| series?.get(at).copied()).unwrap_or(f64::NAN)
    }

    /// A node's series up to now; empty where nothing is known.
    pub fn course(&self, place: usize) -> Rc<[f64]> {
        let (Some(series), Some(now)) = (self.series.get(place), self.at.0) else {
            return Rc::default();
        };
        let until = series.get(..=now).unwrap_or_default();
        if until.iter().any(|v| v.is_finite()) { until.into() } else { Rc::default() }
    }

    /// Whether the formula of its parent uses a node.
    pub fn is_component(&self, place: usize) -> bool {
        self.components.get(place).copied().unwrap_or(false)
    }

    /// How a node stands against its target.
    pub fn status(&self, place: usize, node: &Node) -> Status {
        status(self.now(place), node.body.target, node.body.direction)
    }

    /// How a node changed against the compared snapshot.
    pub fn change(&self, place: usize, node: &Node) -> Option<Change> {
        change(self.before(place), self.now(place), node.body.direction)
    }
}
