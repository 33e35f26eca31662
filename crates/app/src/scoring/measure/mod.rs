//! The right of the screen: one measure, its input, its normaliser, its values and points.

mod absent;
mod bands;
mod chart;
mod curve;
mod details;
mod fit;
mod input;
mod normaliser;
mod rates;

pub use details::MeasureDetails;
