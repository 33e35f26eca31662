//! `cargo xtask dist`: the folder to publish, and how much a visitor downloads.

use crate::args::Args;
use crate::build::{Care, app, dist_folder};
use crate::run::{phase, say};
use crate::{Result, size};

/// Builds `dist/` and prints its sizes against the budget.
///
/// # Errors
/// When the build fails.
pub fn dist(words: &[String]) -> Result<()> {
    Args::new(words).finish()?;
    let folder = dist_folder();
    phase("dist", || app(&folder, Care::Full))?;
    size::report(&folder)?;
    say("\ndist/ can be served by any web server, under any path.");
    Ok(())
}
