//! `cargo xtask bench`: speed, memory and size in Chromium.

use crate::args::Args;
use crate::build::{Care, app, dist_folder};
use crate::run::phase;
use crate::{Result, size};

/// Builds the app and measures it.
///
/// # Errors
/// When the build or a measurement fails.
pub fn bench(words: &[String]) -> Result<()> {
    Args::new(words).finish()?;
    let folder = dist_folder();
    phase("build the app", || app(&folder, Care::Full))?;
    size::report(&folder)
}
