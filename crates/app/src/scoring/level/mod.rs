//! The middle of the screen: the distribution with its cuts, levels, outcome per level, movement.

mod chart;
mod movement;
mod outcome;
mod table;
mod tools;

pub use chart::DistributionChart;
pub use movement::MovementPanel;
pub use outcome::OutcomePanel;
pub use table::LevelTable;
pub use tools::LevelTools;
