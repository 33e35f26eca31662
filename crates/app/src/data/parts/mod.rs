//! Controls of the data screen.

mod date_field;
mod file_button;
mod pick;

pub use date_field::{DateField, today};
pub use file_button::FileButton;
pub use pick::{Labelled, Pick};
