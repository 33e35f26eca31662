//! `cargo xtask check`: the rules of the house that a machine can see.

mod arrows;
mod files;
mod fluent;
mod links;
mod locales;
mod messages;

use crate::args::Args;
use crate::run::{cargo, output, phase, root, run, say};
use crate::{Result, tools};

/// The crates that only build for the browser.
pub(crate) const BROWSER: &[&str] = &["web", "worker", "engine_worker", "app", "bench_codec"];

/// A rule and the function that finds its violations.
type Rule = (&'static str, fn() -> Result<()>);

const RULES: &[Rule] = &[
    ("fmt", format),
    ("arrows", arrows::check),
    ("locales", locales::check),
    ("links", links::check),
    ("messages", messages::check),
    ("files", files::check),
    ("clippy", clippy),
];

/// Checks every rule, or the one that `--only` names, and lists all violations.
///
/// # Errors
/// When a rule is broken.
pub fn check(words: &[String]) -> Result<()> {
    let mut args = Args::new(words);
    let only = args.value("--only")?;
    args.finish()?;
    let chosen: Vec<&Rule> =
        RULES.iter().filter(|(name, _)| only.as_deref().is_none_or(|only| only == *name)).collect();
    if chosen.is_empty() {
        let names: Vec<&str> = RULES.iter().map(|(name, _)| *name).collect();
        return Err(format!("no such rule; there are: {}", names.join(", ")));
    }
    let failures: Vec<String> = chosen
        .iter()
        .filter_map(|(name, rule)| {
            let error = phase(&format!("check: {name}"), rule).err()?;
            say(&error);
            Some((*name).to_string())
        })
        .collect();
    if failures.is_empty() {
        Ok(())
    } else {
        Err(format!("not kept (see above): {}", failures.join(", ")))
    }
}

fn format() -> Result<()> {
    run(&mut cargo(&["fmt", "--all", "--check"]))
}

/// All code, native and for the browser; a warning is an error.
fn clippy() -> Result<()> {
    const STRICT: &[&str] = &["--", "-D", "warnings"];
    run(cargo(&["clippy", "--quiet", "--all-targets"]).args(STRICT))?;
    run(cargo(&["clippy", "--quiet", "--all-targets", "--package", "tests"]).args(STRICT))?;
    tools::wasm_target()?;
    let mut command = cargo(&["clippy", "--quiet", "--all-targets", "--target", tools::WASM]);
    for package in BROWSER {
        command.args(["--package", package]);
    }
    run(command.args(STRICT))
}

/// The files of the project whose names end so: what git tracks, and what it would.
pub(crate) fn project_files(ending: &str) -> Result<Vec<String>> {
    let mut git = std::process::Command::new("git");
    git.args(["ls-files", "--cached", "--others", "--exclude-standard"]).current_dir(root());
    let list = output(&mut git)?;
    let there = |name: &&str| name.ends_with(ending) && root().join(name).is_file();
    Ok(list.lines().filter(there).map(str::to_string).collect())
}

/// Turns a list of violations into a result.
fn verdict(mut violations: Vec<String>) -> Result<()> {
    violations.sort();
    violations.dedup();
    if violations.is_empty() { Ok(()) } else { Err(format!("  {}", violations.join("\n  "))) }
}
