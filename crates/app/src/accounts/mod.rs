//! The table of accounts, the filters above it, and the account that is open beside it.

mod chooser;
mod columns;
mod empty;
mod export;
mod facts;
mod filter;
mod format;
mod grid;
mod open;
mod pages;
mod rows;
mod screen;
mod sort_by;
mod totals;
mod window;

pub use screen::{AccountsScreen, show_accounts};
