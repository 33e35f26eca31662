//! How much a visitor downloads, raw and as a host with brotli sends it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::run::{output, say};
use crate::tools::find;

/// What it may weigh, brotli, until all of the main job works: files in, scores, levels, accounts, lists out.
const BUDGET_MAIN: u64 = 900_000;
/// What it may weigh until the first thing is on screen: until the browser reports its first contentful
/// paint, which is the product's name and what it is for, in the page itself.
const BUDGET_PAINT: u64 = 200_000;

/// A file of the build.
#[derive(Debug)]
pub struct Sized {
    /// Its path below the folder.
    pub name: String,
    /// Its length in bytes.
    pub raw: u64,
    /// Its length after brotli at its highest level, where a compressor was found.
    pub brotli: Option<u64>,
    /// What waits for it.
    pub stage: Stage,
}

/// What the visitor is waiting for while a file travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The first contentful paint: the page, its styles, and what starts the program.
    Paint,
    /// The start screen, which can be used without the engine: the program and its texts.
    Start,
    /// The main job: the engine in its worker.
    Main,
    /// An area that comes after the main job, a formula, the other language: parts that load when needed.
    Later,
}

/// The texts of the language that weighs more: whoever starts in one language loads that one's alone.
const TEXTS: &str = "app-texts-ja-";

/// Measures every file of a build, largest first.
///
/// # Errors
/// When the folder cannot be read.
pub fn measure(folder: &Path) -> Result<Vec<Sized>> {
    let page = std::fs::read_to_string(folder.join("index.html"))
        .map_err(|error| format!("{}/index.html: {error}", folder.display()))?;
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(current) = folders.pop() {
        let entries = std::fs::read_dir(&current)
            .map_err(|error| format!("{}: {error}", current.display()))?;
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    let compressed = brotli(&files);
    let mut sized: Vec<Sized> = files
        .iter()
        .enumerate()
        .map(|(index, path)| {
            let relative = path.strip_prefix(folder).unwrap_or(path);
            let name = relative.to_string_lossy().replace('\\', "/");
            Sized {
                raw: std::fs::metadata(path).map_or(0, |data| data.len()),
                brotli: compressed.as_ref().and_then(|sizes| sizes.get(index).copied()),
                stage: stage(&name, &page),
                name,
            }
        })
        .collect();
    sized.sort_by(|a, b| b.raw.cmp(&a.raw).then_with(|| a.name.cmp(&b.name)));
    Ok(sized)
}

/// What waits for a file of a build whose page is given.
fn stage(name: &str, page: &str) -> Stage {
    if name.starts_with("areas-") {
        // the styles of the areas: the page names them for whoever opens one
        Stage::Later
    } else if is_part(name) {
        if name.starts_with(TEXTS) { Stage::Start } else { Stage::Later }
    } else if name.starts_with("app-") && (name.ends_with(".js") || name.ends_with(".wasm")) {
        Stage::Start
    // The words that stand in the page itself are painted before the program arrives.
    } else if name == "offline.js" {
        Stage::Main
    } else if name == "index.html" || (page.contains(name) && !name.ends_with(".wasm")) {
        Stage::Paint
    } else {
        Stage::Main
    }
}

/// Whether a file is a part of a module that was split: `app-kpi-0123456789abcdef.wasm`.
fn is_part(name: &str) -> bool {
    let part = name.strip_prefix("app-").or_else(|| name.strip_prefix("engine-"));
    part.and_then(|part| part.strip_suffix(".wasm")).is_some_and(|part| part.contains('-'))
}

/// The bytes of all files, as they are.
pub fn raw(files: &[Sized]) -> u64 {
    files.iter().map(|file| file.raw).sum()
}

/// The bytes until a stage is reached, as brotli; `None` without a compressor.
pub fn until(stage: Stage, files: &[Sized]) -> Option<u64> {
    files.iter().filter(|file| file.stage <= stage).map(|file| file.brotli).sum()
}

/// Prints the files and their sums against the budget.
///
/// # Errors
/// As [`measure`].
pub fn report(folder: &Path) -> Result<()> {
    let files = measure(folder)?;
    say(&format!("\n{:>10} {:>10}", "bytes", "brotli"));
    for file in &files {
        let brotli = file.brotli.map_or_else(|| "?".to_string(), |bytes| bytes.to_string());
        let mark = match file.stage {
            Stage::Paint => "  (before first paint)",
            Stage::Start => "  (before the start screen)",
            Stage::Main => "",
            Stage::Later => "  (when needed)",
        };
        say(&format!("{:>10} {brotli:>10}  {}{mark}", file.raw, file.name));
    }
    let stages = [Stage::Paint, Stage::Start, Stage::Main, Stage::Later];
    let [first, start, main, all] = stages.map(|stage| until(stage, &files));
    say(&format!(
        "{:>10} {:>10}  in all",
        raw(&files),
        all.map_or_else(|| "?".to_string(), |bytes| bytes.to_string())
    ));
    match (first, start, main) {
        (Some(first), Some(start), Some(main)) => {
            say(&against("to first paint", first, BUDGET_PAINT));
            say(&format!("to the start screen: {} kB brotli", start.div_ceil(1000)));
            say(&against("to full function of the main job", main, BUDGET_MAIN));
        }
        _ => say("sizes with brotli need Node or the program `brotli` on PATH"),
    }
    Ok(())
}

fn against(what: &str, bytes: u64, budget: u64) -> String {
    let verdict = if bytes <= budget { "within" } else { "OVER" };
    format!(
        "{what}: {} kB brotli, {verdict} the budget of {} kB",
        bytes.div_ceil(1000),
        budget / 1000
    )
}

/// The compressed length of each file, by Node or by the program `brotli`.
fn brotli(files: &[PathBuf]) -> Option<Vec<u64>> {
    const SCRIPT: &str = "const z=require('node:zlib'),f=require('node:fs');\
        for(const p of process.argv.slice(1))console.log(z.brotliCompressSync(f.readFileSync(p),\
        {params:{[z.constants.BROTLI_PARAM_QUALITY]:11}}).length)";
    if let Some(node) = find(&["node"]) {
        let text = output(Command::new(node).args(["-e", SCRIPT, "--"]).args(files)).ok()?;
        return text.lines().map(|line| line.trim().parse().ok()).collect();
    }
    let program = find(&["brotli"])?;
    let length = |file: &PathBuf| {
        let done =
            Command::new(&program).args(["--stdout", "--quality=11"]).arg(file).output().ok()?;
        done.status.success().then_some(done.stdout.len() as u64)
    };
    files.iter().map(length).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_keep_the_stages_apart() {
        let page = "<link href=\"base-1.css\"><script data-js=\"app-1.js\" data-wasm=\"app-1_bg.wasm\" \
                    data-engine=\"./engine_worker-1_loader.js\">";
        let stages =
            ["index.html", "base-1.css", "app-1.js", "app-1_bg.wasm", "engine_worker_bg.wasm"]
                .map(|name| stage(name, page));
        assert_eq!(stages, [Stage::Paint, Stage::Paint, Stage::Start, Stage::Start, Stage::Main]);
        let parts =
            ["app-kpi-1.wasm", "engine-kpi-1.wasm", "app-texts-en-1.wasm", "app-texts-ja-1.wasm"]
                .map(|name| stage(name, page));
        assert_eq!(parts, [Stage::Later, Stage::Later, Stage::Later, Stage::Start]);
        let file = |stage, raw, brotli| Sized { name: String::new(), raw, brotli, stage };
        let files = [
            file(Stage::Paint, 10, Some(5)),
            file(Stage::Start, 50, Some(20)),
            file(Stage::Main, 90, Some(40)),
            file(Stage::Later, 70, Some(30)),
        ];
        assert_eq!(raw(&files), 220);
        let sums = [Stage::Paint, Stage::Start, Stage::Main, Stage::Later]
            .map(|stage| until(stage, &files));
        assert_eq!(sums, [Some(5), Some(25), Some(65), Some(95)]);
        assert_eq!(until(Stage::Later, &[file(Stage::Paint, 1, None)]), None);
        assert!(against("x", 900_001, 900_000).contains("OVER"));
    }
}
