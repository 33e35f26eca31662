//! A stand-in for `wasm-opt` where binaryen is not at hand.
//!
//! `index.html` asks Trunk for wasm-opt, and Trunk has no switch to leave it out. So this program,
//! copied to the name `wasm-opt`, takes its place and copies the module unchanged.

use std::path::{Path, PathBuf};

use crate::Result;
use crate::node::BINARYEN;
use crate::run::{say, target_dir};

/// Whether the program was started under the name of the tool it stands in for.
pub fn is_called_as(program: &str) -> bool {
    Path::new(program).file_stem().is_some_and(|name| name == "wasm-opt")
}

/// What Trunk asks of wasm-opt: `--version`, or `--output=to [options] from`.
///
/// # Errors
/// When the words are others or the file cannot be copied.
pub fn wasm_opt(args: &[String]) -> Result<()> {
    if args.iter().any(|arg| arg == "--version") {
        say(&format!("wasm-opt version {BINARYEN} (stand-in: copies only)"));
        return Ok(());
    }
    let to = args.iter().find_map(|arg| arg.strip_prefix("--output="));
    let from = args.iter().find(|arg| !arg.starts_with('-'));
    let (Some(to), Some(from)) = (to, from) else {
        return Err("the stand-in for wasm-opt needs --output=file and a file".to_string());
    };
    std::fs::copy(from, to)
        .map_err(|error| format!("{from} could not be copied to {to}: {error}"))?;
    Ok(())
}

/// The folder that holds the stand-in, to be put first on the search path.
///
/// # Errors
/// When this program cannot be copied there.
pub fn folder() -> Result<PathBuf> {
    let folder = target_dir().join("xtask").join("stand-in");
    let file = folder.join(format!("wasm-opt{}", std::env::consts::EXE_SUFFIX));
    let copy = || {
        std::fs::create_dir_all(&folder)?;
        let own = std::env::current_exe()?;
        // A program that runs cannot be overwritten, but it can be replaced.
        let fresh = folder.join(format!("fresh-{}", std::process::id()));
        std::fs::copy(own, &fresh)?;
        std::fs::rename(fresh, &file)
    };
    copy().map_err(|error| format!("the stand-in for wasm-opt could not be written: {error}"))?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_as_trunk_calls_it() {
        let folder = target_dir().join("xtask").join("stand-in-test");
        std::fs::create_dir_all(&folder).unwrap();
        let (from, to) = (folder.join("a.wasm"), folder.join("b.wasm"));
        std::fs::write(&from, b"\0asm").unwrap();
        let words =
            [format!("--output={}", to.display()), "-Oz".into(), from.display().to_string()];
        wasm_opt(&words).unwrap();
        assert_eq!(std::fs::read(&to).unwrap(), b"\0asm");
        assert!(
            is_called_as("target/xtask/stand-in/wasm-opt") && !is_called_as("target/debug/xtask")
        );
    }
}
