//! How much a visitor downloads, raw and as a host with brotli sends it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::run::{output, say};
use crate::tools::find;

/// What the product may weigh, brotli, until all of it works.
const BUDGET_ALL: u64 = 900_000;
/// What it may weigh until the first thing is on screen.
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
    /// Whether the first paint waits for it: the page, its styles and what starts the program.
    pub first: bool,
}

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
                // The words that stand in the page itself are painted before the program arrives.
                first: name == "index.html"
                    || (page.contains(&name)
                        && !name.ends_with(".wasm")
                        && !name.starts_with("app-")),
                name,
            }
        })
        .collect();
    sized.sort_by(|a, b| b.raw.cmp(&a.raw).then_with(|| a.name.cmp(&b.name)));
    Ok(sized)
}

/// The sums: raw, brotli until first paint, brotli in all.
pub fn totals(files: &[Sized]) -> (u64, Option<u64>, Option<u64>) {
    let raw = files.iter().map(|file| file.raw).sum();
    let first = files.iter().filter(|file| file.first).map(|file| file.brotli).sum();
    let all = files.iter().map(|file| file.brotli).sum();
    (raw, first, all)
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
        let mark = if file.first { "  (before first paint)" } else { "" };
        say(&format!("{:>10} {brotli:>10}  {}{mark}", file.raw, file.name));
    }
    let (raw, first, all) = totals(&files);
    say(&format!(
        "{raw:>10} {:>10}  in all",
        all.map_or_else(|| "?".to_string(), |bytes| bytes.to_string())
    ));
    match (first, all) {
        (Some(first), Some(all)) => {
            say(&against("to first paint", first, BUDGET_PAINT));
            say(&against("to full function", all, BUDGET_ALL));
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
    fn sums_keep_first_paint_apart() {
        let file =
            |name: &str, raw, brotli, first| Sized { name: name.to_string(), raw, brotli, first };
        let files =
            [file("index.html", 10, Some(5), true), file("worker.wasm", 90, Some(40), false)];
        assert_eq!(totals(&files), (100, Some(5), Some(45)));
        assert!(against("x", 900_001, 900_000).contains("OVER"));
        assert_eq!(totals(&[file("a", 1, None, true)]), (1, None, None));
    }
}
