//! `cargo xtask test`: every test there is, in the order in which they are cheap.

use std::path::Path;
use std::process::Command;

use crate::args::Args;
use crate::browser::{self, Browser};
use crate::build::{Care, app, dist_folder};
use crate::run::{self, cargo, phase, say};
use crate::{Result, check, node, tools};

/// The parts, by their names for `--only`.
const PARTS: &[&str] = &["check", "native", "wasm", "e2e"];

/// Runs all parts, or the one that `--only` names; words after `--` go to the tests.
///
/// A part that fails does not keep the next from running: the list of failures is whole.
///
/// # Errors
/// When a part fails.
pub fn test(words: &[String]) -> Result<()> {
    let mut args = Args::new(words);
    let only = args.value("--only")?;
    let passed = args.finish()?;
    if let Some(only) = &only
        && !PARTS.contains(&only.as_str())
    {
        return Err(format!("`{only}` is no part of the tests: {}", PARTS.join(", ")));
    }
    let wanted = |part: &str| only.as_deref().is_none_or(|only| only == part);
    let mut failures = Vec::new();
    for part in PARTS.iter().filter(|part| wanted(part)) {
        let result = phase(&format!("test: {part}"), || match *part {
            "check" => check::check(&[]),
            "native" => native(&passed),
            "wasm" => wasm(&passed),
            _ => end_to_end(&passed),
        });
        failures.extend(result.err().map(|error| format!("{part}: {error}")));
    }
    if failures.is_empty() {
        say("\nall tests passed");
        Ok(())
    } else {
        Err(format!("not all tests passed:\n  {}", failures.join("\n  ")))
    }
}

/// The pure crates and these commands, and what the browser's crates can prove without a browser.
fn native(passed: &[String]) -> Result<()> {
    run::run(cargo(&["test", "--no-fail-fast"]).arg("--").args(passed))?;
    let packages = packages_with("#[test]", check::BROWSER)?;
    if packages.is_empty() {
        return Ok(());
    }
    let mut command = cargo(&["test", "--no-fail-fast", "--tests"]);
    for package in &packages {
        command.args(["--package", package]);
    }
    run::run(command.arg("--").args(passed))
}

/// Unit tests that need a browser's interfaces, in headless Chromium.
fn wasm(passed: &[String]) -> Result<()> {
    tools::wasm_target()?;
    let bindgen = tools::wasm_bindgen()?;
    let packages = packages_with("#[wasm_bindgen_test", check::BROWSER)?;
    if packages.is_empty() {
        say("  no crate has tests for the browser");
        return Ok(());
    }
    let browser = browser::ensure()?;
    let mut command = cargo(&["test", "--no-fail-fast", "--tests", "--target", tools::WASM]);
    for package in &packages {
        command.args(["--package", package]);
    }
    in_browser(&mut command, &browser);
    command.env(
        "PATH",
        tools::path_with(&[bindgen.parent().map(Path::to_path_buf).unwrap_or_default()]),
    );
    run::run(command.arg("--").args(passed))
}

/// The product as a user meets it: the published build, a server, a browser.
fn end_to_end(passed: &[String]) -> Result<()> {
    node::modules()?;
    let browser = browser::ensure()?;
    phase("build the app", || app(&dist_folder(), Care::Full))?;
    let mut command = cargo(&["test", "--no-fail-fast", "--package", "tests"]);
    in_browser(&mut command, &browser);
    run::run(command.arg("--").args(passed))
}

fn in_browser(command: &mut Command, browser: &Browser) {
    command.env("CHROMEDRIVER", &browser.chromedriver).env("CHROMIUM", &browser.chromium);
}

/// Those of the crates with a source file that holds the text.
fn packages_with(text: &str, crates: &[&str]) -> Result<Vec<String>> {
    let mut packages = Vec::new();
    for name in crates {
        let folder = format!("crates/{name}/");
        let files = check::project_files(".rs")?;
        let holds = |file: &String| {
            std::fs::read_to_string(run::root().join(file)).is_ok_and(|all| all.contains(text))
        };
        if files.iter().filter(|file| file.starts_with(&folder)).any(holds) {
            packages.push((*name).to_string());
        }
    }
    Ok(packages)
}
