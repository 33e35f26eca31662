//! Functions, trees and slow readable references to hold the kernels against.

mod reference;
mod trees;

pub(crate) use reference::{orders_mean, value_of};
pub(crate) use trees::{Calc, figures, formulas, graph, graphs, members, tree};
