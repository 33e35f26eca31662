//! `cargo xtask gallery`: pictures of every screen, to be looked at.

use crate::args::Args;
use crate::build::{Care, app, dist_folder};
use crate::run::{self, cargo, phase, say};
use crate::{Result, browser, node};

/// Builds the app and photographs it into `gallery/`.
///
/// # Errors
/// When the build fails, or a screen cannot be reached.
pub fn gallery(words: &[String]) -> Result<()> {
    let mut args = Args::new(words);
    let built = args.flag("--no-build");
    args.finish()?;
    node::modules()?;
    let browser = browser::ensure()?;
    if !built {
        phase("build the app", || app(&dist_folder(), Care::Full))?;
    }
    let mut command = cargo(&["run", "--quiet", "--package", "tests", "--bin", "gallery"]);
    command.env("CHROMEDRIVER", browser.chromedriver).env("CHROMIUM", browser.chromium);
    phase("pictures", || run::run(&mut command))?;
    say("\nopen gallery/index.html");
    Ok(())
}
