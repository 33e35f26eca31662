//! What comes from npm: wasm-opt (binaryen) and axe-core, pinned in `tests/package-lock.json`.

use std::path::PathBuf;
use std::process::Command;

use crate::Result;
use crate::run::{self, say};
use crate::tools;

/// The version of binaryen that `Trunk.toml` and `tests/package.json` name.
pub const BINARYEN: &str = "132";

/// The folder of `package.json`.
pub fn folder() -> PathBuf {
    run::root().join("tests")
}

/// Installs what the lock file names, when that has not been done yet; returns `tests/node_modules`.
///
/// # Errors
/// When there is no npm, or it fails.
pub fn modules() -> Result<PathBuf> {
    let modules = folder().join("node_modules");
    let lock = folder().join("package-lock.json");
    let wanted =
        std::fs::read(&lock).map_err(|error| format!("tests/package-lock.json: {error}"))?;
    let done = modules.join(".installed-lock.json");
    if std::fs::read(&done).is_ok_and(|installed| installed == wanted) {
        return Ok(modules);
    }
    let npm = npm()?;
    say("  npm packages for the tests are missing: installing them (some seconds)");
    let mut command = Command::new(npm);
    command.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(folder());
    run::run(&mut command)?;
    std::fs::write(&done, wanted).map_err(|error| format!("tests/node_modules: {error}"))?;
    Ok(modules)
}

/// The folder of `wasm-opt`, or why there is none.
///
/// # Errors
/// As [`modules`].
pub fn wasm_opt_folder() -> Result<PathBuf> {
    Ok(modules()?.join(".bin"))
}

/// npm's program.
///
/// # Errors
/// When it is not on the search path.
pub fn npm() -> Result<PathBuf> {
    let names: &[&str] = if cfg!(windows) { &["npm.cmd"] } else { &["npm"] };
    let path = tools::path_with(&[]);
    let found = std::env::split_paths(&path)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|file| file.is_file());
    found.ok_or_else(|| {
        "npm is not on PATH: install Node 20 or newer (https://nodejs.org)".to_string()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_version_of_binaryen_everywhere() {
        let package = std::fs::read_to_string(folder().join("package.json")).unwrap();
        assert!(package.contains(&format!("\"binaryen\": \"{BINARYEN}.0.0\"")));
        let lock = std::fs::read_to_string(folder().join("package-lock.json")).unwrap();
        assert!(!lock.contains("\"resolved\""), "the lock file names a registry host");
    }
}
