//! `cargo xtask bench`: speed, memory and size in Chromium, beside the peers.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::args::Args;
use crate::build::{Care, app, dist_folder};
use crate::run::{self, cargo, phase, root, run as start, say};
use crate::{Result, browser, node, tools};

/// The peers that stand for their kind; `--peers` names others.
const PEERS: &str = "js-bytes,duckdb-eh,duckdb-coi,arquero,floor";

/// Builds the app, measures it, and with `--peers` lets the peers run on the same files.
///
/// # Errors
/// When peerbench is not beside the project, or a build or a measurement fails.
pub fn bench(words: &[String]) -> Result<()> {
    let mut args = Args::new(words);
    let (quick, built, no_peers) =
        (args.flag("--quick"), args.flag("--no-build"), args.flag("--no-peers"));
    let peers = args.value("--peers")?.unwrap_or_else(|| PEERS.to_string());
    args.finish()?;

    let browser = browser::ensure()?;
    let sizes = if quick { "5k,50k" } else { "5k,50k,500k" };
    let peerbench = phase("files and peers", || peerbench(sizes))?;
    if !built {
        phase("build the app", || app(&dist_folder(), Care::Full))?;
    }
    phase("messages", codec)?;
    let formula = phase("formulas", || formula_speed(&browser))?;
    let mut own = cargo(&["run", "--quiet", "--package", "tests", "--bin", "bench", "--"]);
    own.args(quick.then_some("--quick"));
    own.env("FORMULA_SPEED", formula);
    own.env("CHROMEDRIVER", &browser.chromedriver).env("CHROMIUM", &browser.chromium);
    phase("the app", || start(&mut own))?;
    if no_peers {
        return Ok(());
    }
    let mut run = Command::new("node");
    run.current_dir(&peerbench).args([
        "run.mjs",
        "--sizes",
        sizes,
        "--peers",
        &format!("sodachi,{peers}"),
    ]);
    run.arg("--mount")
        .arg(format!("sodachi={}", dist_folder().display()))
        .arg("--chromium")
        .arg(&browser.chromium);
    if quick {
        run.args(["--runs", "2", "--passes", "1", "--cold", "1"]);
    }
    phase("the peers", || start(&mut run))?;
    say(&format!("the whole report: {}", peerbench.join("results").join("latest.md").display()));
    Ok(())
}

/// What makes messages of the scripts' objects, beside our peer.
fn codec() -> Result<()> {
    tools::wasm_target()?;
    run::run(&mut cargo(&[
        "build",
        "--package",
        "bench_codec",
        "--target",
        tools::WASM,
        "--release",
    ]))?;
    let built = run::target_dir().join(tools::WASM).join("release").join("bench_codec.wasm");
    let beside = run::target_dir().join("peerbench").join("peers").join("sodachi");
    let mut bindgen = Command::new(tools::wasm_bindgen()?);
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "codec", "--out-dir"]);
    run::run(bindgen.arg(beside).arg(built))
}

/// How long a formula takes in the browser beside the same by hand, as JSON.
fn formula_speed(browser: &browser::Browser) -> Result<String> {
    tools::wasm_target()?;
    let mut test = cargo(&["test", "--package", "worker", "--test", "speed"]);
    test.args(["--target", tools::WASM, "--profile", "engine-release", "--", "--nocapture"]);
    let bindgen = tools::wasm_bindgen()?;
    let folder = bindgen.parent().map(Path::to_path_buf).unwrap_or_default();
    test.env("PATH", tools::path_with(&[folder]));
    test.env("CHROMEDRIVER", &browser.chromedriver).env("CHROMIUM", &browser.chromium);
    let said = run::output(&mut test)?;
    let line = said.lines().find_map(|line| line.trim().split_once("formula-speed "));
    Ok(line.ok_or("the test of speed did not say how fast formulas are")?.1.to_string())
}

/// A copy of peerbench with its libraries, its generated files and our peer.
fn peerbench(sizes: &str) -> Result<PathBuf> {
    let from = root().join("..").join("shared").join("peerbench");
    let from =
        from.canonicalize().or_else(|_| root().join("../../../shared/peerbench").canonicalize());
    let from = from.map_err(|_| {
        "peerbench is not at ../shared/peerbench: the bench reads its files".to_string()
    })?;
    let to = run::target_dir().join("peerbench");
    copy(&from, &to).map_err(|error| format!("peerbench could not be copied: {error}"))?;
    let ours = root().join("tests").join("bench");
    let peer = || {
        std::fs::copy(ours.join("sodachi.mjs"), to.join("peers").join("sodachi.mjs"))?;
        std::fs::create_dir_all(to.join("peers").join("sodachi"))?;
        std::fs::copy(ours.join("client.mjs"), to.join("peers").join("sodachi").join("client.mjs"))
    };
    peer().map_err(|error| format!("the peer module could not be copied: {error}"))?;
    if !to.join("node_modules").is_dir() {
        start(
            Command::new(node::npm()?)
                .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
                .current_dir(&to),
        )?;
    }
    std::fs::create_dir_all(to.join("build"))
        .map_err(|error| format!("target/peerbench/build: {error}"))?;
    let missing = |size: &&str| !to.join("data").join(format!("accounts_{size}.csv")).is_file();
    if sizes.split(',').any(|size| missing(&size)) {
        start(Command::new("node").arg("gen.mjs").current_dir(&to))?;
    }
    Ok(to)
}

/// Copies a folder over another; what is only in the other stays.
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)?.flatten() {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            // Not `fs::copy`: the copy must be writable even where the original is not.
            std::fs::write(target, std::fs::read(path)?)?;
        }
    }
    Ok(())
}
