//! A field for a formula: colours, completion, the signature at hand, what is wrong and where.

mod back;
mod caret;
mod field;
mod list;
mod words;

pub use field::FormulaField;
pub use words::{Mark, problem_mark, type_words};
