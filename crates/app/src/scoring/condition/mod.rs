//! Conditions on columns: for whom a card is, and what a check asks.

mod columns;
mod form;
mod row;
mod value;

pub use columns::{Columns, use_columns};
pub use form::ConditionForm;
pub use row::comparison_id;
