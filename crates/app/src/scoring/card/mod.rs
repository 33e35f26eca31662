//! The left of the screen: the cards as tabs, one card as a tree of dimensions and measures.

mod details;
pub mod dimension;
mod row;
mod tabs;
mod tree;

pub use details::CardDetails;
pub use dimension::DimensionDetails;
pub use tabs::CardTabs;
pub use tree::{CardTree, tree_id};
