//! `split FOLDER [--names]`: splits the modules of a built product in place, and says how large what became. With
//! `--names`, functions keep their names: to find out, by the stacks in a browser, who had a part loaded.

use split::folder::split_in;
use split::rules;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("which folder?");
        return ExitCode::FAILURE;
    };
    match both(Path::new(&folder), std::env::args().any(|word| word == "--names")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// The page's module, whose name Trunk gives, and the engine's.
fn both(folder: &Path, names: bool) -> split::Result<()> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut stems: Vec<String> = entries
        .flatten()
        .filter_map(|entry| Some(entry.file_name().to_str()?.strip_suffix("_bg.wasm")?.to_owned()))
        .collect();
    stems.sort_unstable();
    for stem in stems {
        let (prefix, rules) = if stem.starts_with("engine_worker") {
            ("engine", &rules::ENGINE[..])
        } else {
            ("app", &rules::PAGE[..])
        };
        for (file, bytes) in split_in(folder, &stem, prefix, rules, names)? {
            // Nobody waits for these lines.
            let _ = writeln!(std::io::stdout(), "{bytes:>10}  {file}");
        }
    }
    Ok(())
}
