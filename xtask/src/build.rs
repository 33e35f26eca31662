//! Building the app: Trunk with its tools on the search path.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{self, say};
use crate::{Result, name, node, offline, shorten, stand_in, styles, tools};

/// How much care a build takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Care {
    /// Unoptimised, for debugging: builds fast, runs slowly.
    Debug,
    /// Optimised by the compiler only: to try the product.
    Quick,
    /// With wasm-opt too, where npm can be had: what is published.
    Full,
}

/// Builds the app into a folder that a static server can hand out as it is.
///
/// # Errors
/// When a tool cannot be had or the build fails.
pub fn app(to: &Path, care: Care) -> Result<()> {
    tools::wasm_target()?;
    let trunk = tools::trunk()?;
    let mut path = vec![parent(&tools::wasm_bindgen()?)];
    path.insert(0, if care == Care::Full { wasm_opt()? } else { stand_in::folder()? });
    std::fs::create_dir_all(to)
        .map_err(|error| format!("{} cannot be made: {error}", to.display()))?;
    let mut command = Command::new(trunk);
    command.args(["build", "--public-url", "./", "--dist"]).arg(to).current_dir(run::root());
    if care != Care::Debug {
        command.arg("--release");
    }
    command.env("PATH", tools::path_with(&path));
    // Trunk reads it as `--no-color` and accepts only true and false.
    command.env_remove("NO_COLOR");
    run::run(&mut command)?;
    if care == Care::Full {
        shorten_all(to)?;
        shorten::starters(to)?;
        styles::in_two(to)?;
        // a crate of its own: what builds the product must itself build in seconds
        run::run(run::cargo(&["run", "--quiet", "--package", "split", "--"]).arg(to))?;
        name::page(to)?;
    }
    name::files(to)?;
    // while one works on the product, no browser is to keep an older state of it
    if care == Care::Full { offline::write(to) } else { Ok(()) }
}

/// Shortens what is between each module of a folder and its script.
fn shorten_all(folder: &Path) -> Result<()> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for module in entries.flatten().map(|entry| entry.path()) {
        let name = module.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(stem) = name.strip_suffix("_bg.wasm") {
            shorten::shorten(&folder.join(format!("{stem}.js")), &module)?;
        }
    }
    Ok(())
}

/// Where `cargo xtask dist` and the tests put the app.
pub fn dist_folder() -> PathBuf {
    run::root().join("dist")
}

fn wasm_opt() -> Result<PathBuf> {
    node::wasm_opt_folder().or_else(|why| {
        say(&format!("  without wasm-opt, so about a tenth larger: {why}"));
        stand_in::folder()
    })
}

fn parent(file: &Path) -> PathBuf {
    file.parent().map(Path::to_path_buf).unwrap_or_default()
}
