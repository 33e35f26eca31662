//! Controls of the data screen.

mod date_field;
mod pick;

pub use date_field::DateField;
pub use pick::{Labelled, Pick};
