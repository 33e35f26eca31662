//! How the figures of a KPI tree come about: values from formulas, shares of a change, what-if, and how
//! the tree is laid out.
//!
//! `kpi` never reads a clock, never sees a row of accounts (aggregates over them come in as figures),
//! and knows no document and no browser. Absent figures are `NaN` in all of its kernels.

mod aggregate;
mod bind;
mod calc;
mod drivers;
mod graph;
mod layout;
mod lever;
mod mix;
mod names;
mod node;
mod operators;
mod outline;
mod relation;
mod rename;
mod seek;
mod sensitivity;
mod shares;
mod simulate;
mod status;
mod template;
#[cfg(test)]
mod testing;
mod tree;
mod waterfall;

pub use aggregate::{Aggregate, Sum, aggregate, counted};
pub use bind::{
    Binding, Bound, NodeFunction, NodeProblem, bind, check_formula, formula_environment,
};
pub use drivers::{Driver, Explained, explain, split, splits};
pub use graph::{Function, Graph, Rule};
pub use layout::{Edge, Gaps, Item, Layout, Rect, layout};
pub use lever::lever_bounds;
pub use mix::{Effect, Mix, Pair, Part, rate_mix, sum_mix};
pub use node::{Direction, Evidence, Known, NodeBody, NodeId, Typed, Unit};
pub use operators::Operator;
pub use outline::{Row, outline};
pub use relation::{Correlation, FEW, Lagged, correlation, lagged, met_in_vain};
pub use rename::{Clash, rename};
pub use seek::{Sought, goal_seek, seek};
pub use sensitivity::{NUDGE, Sensitivity, sensitivities};
pub use shares::{MOST_EXACT, Split, Unshared, shares};
pub use simulate::{DRAWS, Uncertain, simulate};
pub use status::{Change, NEAR, Status, Trend, change, status};
pub use template::{Template, template, templates};
pub use tree::{Assumptions, Node, Orientation, Override, Range, Scenario, Tree};
pub use waterfall::{Facts, Order, Step, Waterfall, facts, waterfall};
