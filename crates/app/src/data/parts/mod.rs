//! Controls of the data screen.

mod date_field;
mod pick;

pub use date_field::{DateField, today};
pub use pick::{Labelled, Pick};
