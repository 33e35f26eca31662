//! The project's commands: `cargo xtask serve | test | check | dist | gallery | bench`.
//!
//! Also a library, because the end-to-end tests find the browser and serve the built app with the
//! same code. It holds nothing of the product, and depends on almost nothing, so that it builds in
//! seconds.

pub mod args;
pub mod bench;
pub mod browser;
pub mod build;
pub mod check;
pub mod dist;
pub mod gallery;
pub mod name;
pub mod node;
pub mod offline;
pub mod run;
pub mod serve;
pub mod server;
pub mod shorten;
pub mod size;
pub mod stand_in;
pub mod styles;
pub mod test;
pub mod tools;

/// A failure is one line for the person at the terminal: what happened, and what to do.
pub type Result<T> = std::result::Result<T, String>;
