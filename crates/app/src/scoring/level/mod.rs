//! The middle of the screen: the distribution with its cuts, levels, outcome per level with its
//! calibration, movement, levers.

mod calibration;
mod chart;
mod levers;
mod movement;
mod outcome;
mod table;
mod tools;

pub use chart::DistributionChart;
pub use levers::LeversPanel;
pub use movement::MovementPanel;
pub use outcome::OutcomePanel;
pub use table::LevelTable;
pub use tools::LevelTools;
