//! Chromium and its driver: where they are, or in one line how to get them.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::run::{self, say};
use crate::tools::find;

/// A browser and the driver that belongs to it.
#[derive(Debug, Clone)]
pub struct Browser {
    /// Chromium, or Chrome.
    pub chromium: PathBuf,
    /// Its WebDriver server.
    pub chromedriver: PathBuf,
}

const CHROMIUMS: &[&str] =
    &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const HOW: &str = "install them with `apt-get install chromium chromium-driver` (Debian), \
     or point CHROMIUM and CHROMEDRIVER at them";

/// What the tests start the browser with: nothing on its own initiative, no name but the own machine's.
pub const ARGUMENTS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

/// The browser to test with: `CHROMIUM` and `CHROMEDRIVER`, else what is on the search path.
///
/// # Errors
/// When one of them is missing; the message says how to install it.
pub fn locate() -> Result<Browser> {
    let chromium = named("CHROMIUM")?.or_else(|| find(CHROMIUMS));
    let chromedriver = named("CHROMEDRIVER")?.or_else(|| find(&["chromedriver"]));
    match (chromium, chromedriver) {
        (Some(chromium), Some(chromedriver)) => Ok(Browser { chromium, chromedriver }),
        (Some(_), None) => Err(format!("chromedriver is missing: {HOW}")),
        (None, Some(_)) => Err(format!("Chromium is missing: {HOW}")),
        (None, None) => Err(format!("Chromium and chromedriver are missing: {HOW}")),
    }
}

/// [`locate`], and in continuous integration the installation of what is missing.
///
/// # Errors
/// As [`locate`].
pub fn ensure() -> Result<Browser> {
    let found = locate();
    if found.is_ok() || !may_install() {
        return found;
    }
    say(
        "  Chromium, its driver or fonts are missing: installing them with apt-get (about a minute)",
    );
    apt(&["update", "--quiet"])?;
    apt(&[
        "install",
        "--quiet",
        "--yes",
        "--no-install-recommends",
        "chromium",
        "chromium-driver",
        "fonts-noto-cjk",
    ])?;
    locate()
}

/// A path from the environment; a path that leads nowhere is a mistake worth telling.
fn named(variable: &str) -> Result<Option<PathBuf>> {
    match std::env::var_os(variable).filter(|value| !value.is_empty()) {
        None => Ok(None),
        Some(value) if Path::new(&value).is_file() => Ok(Some(PathBuf::from(value))),
        Some(_) => Err(format!("{variable} names a file that is not there")),
    }
}

/// Only a build server's own root may be given packages without being asked.
fn may_install() -> bool {
    let ci = std::env::var("CI").is_ok_and(|value| value == "true" || value == "1");
    let root = || run::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    ci && find(&["apt-get"]).is_some() && root()
}

fn apt(words: &[&str]) -> Result<()> {
    run::run(Command::new("apt-get").args(words).env("DEBIAN_FRONTEND", "noninteractive"))
}
