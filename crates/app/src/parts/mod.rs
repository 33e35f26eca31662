//! Small pieces that every screen is made of.

mod bad_file;
mod dialog;
mod explain;
mod file_button;
mod focus;
mod formula;
mod icon;
mod inspector;
mod keys;
mod level_badge;
#[cfg(test)]
mod level_steps;
mod menu;
mod number;
mod number_field;
mod problem;
mod select;
mod simple;
mod size;
mod slider;
mod store;
mod unique;

pub use bad_file::bad_file_words;
pub use dialog::Dialog;
pub use explain::{Explanation, explained};
pub use file_button::{FileButton, files_of};
pub use focus::{focus_first_soon, focus_is_lost, focus_soon, focus_stays};
pub use formula::{FormulaField, Mark, problem_mark, type_words};
pub use icon::{Icon, IconName};
pub use inspector::Inspector;
pub use keys::{command, composing, key_words, typing, undo_in_field};
pub use level_badge::{level_badge, level_name};
pub use menu::{MenuButton, MenuItem};
pub use number::{parse_number, plain};
pub use number_field::NumberField;
pub use problem::{ProblemLine, problem_words};
pub use select::{Choice, Select};
pub use simple::{Bar, EmptyState, Field, Progress, spark};
pub use size::{use_size, use_width};
pub use slider::Slider;
pub use store::{store, stored};
pub use unique::use_unique_id;
