//! The pinned tools: found where they are, else installed into the cargo home.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::Result;
use crate::run::{self, output, say};

/// The compiler's target for the browser.
pub const WASM: &str = "wasm32-unknown-unknown";

/// A program that `cargo install` builds, at one version.
struct Tool {
    program: &'static str,
    package: &'static str,
    version: &'static str,
    /// Further words for `cargo install`.
    options: &'static [&'static str],
    /// On two cores, so that nobody wonders whether it hangs.
    minutes: u32,
}

const TRUNK: Tool = Tool {
    program: "trunk",
    package: "trunk",
    version: "0.21.14",
    // Nothing is ever downloaded by Trunk here (`offline`), so it needs no TLS.
    options: &["--locked", "--no-default-features"],
    minutes: 5,
};

const WASM_BINDGEN: Tool = Tool {
    program: "wasm-bindgen",
    package: "wasm-bindgen-cli",
    // The same as the crate's in Cargo.toml: the two speak one format.
    version: "0.2.130",
    // Not `--locked`: a dependency of its lock file was withdrawn.
    options: &[],
    minutes: 3,
};

/// A tool runs for seconds: what counts is how long it takes to build.
const LEAN: &[(&str, &str)] = &[
    ("CARGO_PROFILE_RELEASE_LTO", "false"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

/// Trunk, at its pinned version.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn trunk() -> Result<PathBuf> {
    ensure(&TRUNK)
}

/// `wasm-bindgen` (and its test runner beside it), at the version of the crate.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn wasm_bindgen() -> Result<PathBuf> {
    ensure(&WASM_BINDGEN)
}

/// The standard library for the browser.
///
/// # Errors
/// When it is missing and rustup cannot add it.
pub fn wasm_target() -> Result<()> {
    let mut ask = Command::new("rustc");
    ask.args(["--print", "target-libdir", "--target", WASM]).current_dir(run::root());
    let installed = output(&mut ask).is_ok_and(|dir| Path::new(dir.trim()).is_dir());
    if installed {
        return Ok(());
    }
    say(&format!("  {WASM} is missing: adding it (some seconds)"));
    run::run(Command::new("rustup").args(["target", "add", WASM]).current_dir(run::root())).map_err(|error| {
        format!("{error}; install rustup (https://rustup.rs), or add the target {WASM} to your toolchain")
    })
}

/// Where `cargo install` puts programs.
pub fn cargo_bin() -> PathBuf {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let user =
        || std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).map(PathBuf::from);
    let home = home.or_else(|| user().map(|user| user.join(".cargo")));
    home.unwrap_or_else(|| PathBuf::from(".cargo")).join("bin")
}

/// The search path with some folders and the cargo home in front.
pub fn path_with(first: &[PathBuf]) -> OsString {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let rest = std::env::split_paths(&path).collect::<Vec<_>>();
    let all = first.iter().cloned().chain([cargo_bin()]).chain(rest);
    std::env::join_paths(all).unwrap_or(path)
}

/// The first of the programs that is on the search path.
pub fn find(programs: &[&str]) -> Option<PathBuf> {
    let path = path_with(&[]);
    let folders = std::env::split_paths(&path).collect::<Vec<_>>();
    let candidates = programs.iter().flat_map(|program| {
        let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
        folders.iter().map(move |folder| folder.join(&file))
    });
    candidates.into_iter().find(|file| file.is_file())
}

fn ensure(tool: &Tool) -> Result<PathBuf> {
    let found = find(&[tool.program]);
    let version = found.as_deref().and_then(version_of);
    if let (Some(file), Some(version)) = (&found, &version)
        && version == tool.version
    {
        return Ok(file.clone());
    }
    let state = match version {
        Some(version) => format!("is at {version}"),
        None => "is missing".to_string(),
    };
    say(&format!(
        "  {} {} {state}: installing it once into the cargo home (about {} minutes on two cores)",
        tool.program, tool.version, tool.minutes
    ));
    install(tool)?;
    // Not by name: an older one may come first on the search path.
    let file = cargo_bin().join(format!("{}{}", tool.program, std::env::consts::EXE_SUFFIX));
    match version_of(&file) {
        Some(version) if version == tool.version => Ok(file),
        _ => Err(format!("{} {} was installed but does not answer", tool.program, tool.version)),
    }
}

fn install(tool: &Tool) -> Result<()> {
    let start = Instant::now();
    let mut command =
        run::cargo(&["install", "--quiet", "--force", tool.package, "--version", tool.version]);
    command.args(tool.options).envs(LEAN.iter().copied());
    run::run(&mut command)?;
    say(&format!("  {} installed in {:.0} s", tool.program, start.elapsed().as_secs_f64()));
    Ok(())
}

/// The first word of `--version` that begins with a digit.
fn version_of(program: &Path) -> Option<String> {
    let text = output(Command::new(program).arg("--version")).ok()?;
    version_in(&text).map(str::to_string)
}

fn version_in(text: &str) -> Option<&str> {
    text.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_tools_say() {
        assert_eq!(version_in("trunk 0.21.14\n"), Some("0.21.14"));
        assert_eq!(version_in("wasm-opt version 132 (version_132)"), Some("132"));
        assert_eq!(version_in("no number"), None);
    }

    #[test]
    fn the_pin_is_the_crates_version() {
        let manifest = std::fs::read_to_string(run::root().join("Cargo.toml")).unwrap();
        assert!(manifest.contains(&format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version)));
    }
}
