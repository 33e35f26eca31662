//! A formula that is ready to be evaluated.

use crate::compile::compile;
use crate::program::Whole;
use crate::typed::{Node, Typed};
use crate::{Type, Unit};
use serde::{Deserialize, Serialize};

/// How many values a formula has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// One, always the same.
    Constant,
    /// One for each snapshot: an aggregate, or a date.
    Figure,
    /// One for each account.
    PerAccount,
}

/// A formula without errors, checked against an [`crate::Environment`].
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    pub(crate) typed: Typed,
    /// The steps that give its values.
    pub(crate) whole: Whole,
}

impl Formula {
    pub(crate) fn new(typed: Typed) -> Self {
        let whole = compile(&typed);
        Self { typed, whole }
    }

    /// The type of its values; [`Type::Any`] when they are all absent.
    #[must_use]
    pub fn result_type(&self) -> Type {
        self.typed.ty
    }

    /// The unit of its numbers.
    #[must_use]
    pub fn unit(&self) -> Unit {
        self.typed.unit
    }

    /// How many values it has.
    #[must_use]
    pub fn shape(&self) -> Shape {
        self.typed.shape()
    }

    /// Whether it asks for score, level or points.
    #[must_use]
    pub fn asks_for_scores(&self) -> bool {
        let mut found = false;
        let is_score = |node: &Node| matches!(node, Node::Score | Node::Level | Node::Points(_));
        self.each(&mut |node| found |= is_score(node));
        found
    }

    /// Calls `visit` with every node, parents first.
    fn each<'a>(&'a self, visit: &mut dyn FnMut(&'a Node)) {
        fn walk<'a>(typed: &'a Typed, visit: &mut dyn FnMut(&'a Node)) {
            visit(&typed.node);
            typed.children().into_iter().for_each(|c| walk(c, visit));
        }
        walk(&self.typed, visit);
    }
}
