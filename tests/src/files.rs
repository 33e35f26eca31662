//! The real files to test with, and two of a kind made from one.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::{Result, failure};

/// A file below `shared/data`, which lies beside the project. Nothing, and a line that says so, where it
/// does not: a clone alone has no real data.
pub fn real(path: &str) -> Option<PathBuf> {
    let beside = ["../shared/data", "../../shared/data"];
    let found = beside
        .iter()
        .map(|data| xtask::run::root().join(data).join(path))
        .find(|file| file.is_file());
    if found.is_none() {
        eprintln!("not run: ../shared/data/{path} is not there");
    }
    found
}

/// Telco's customers as of two months: the real file as this month's, and last month's from it, in which
/// everybody had been a customer for a month less and the newest were not there yet.
///
/// # Errors
/// When the file cannot be read or the copies cannot be written.
pub fn two_months(telco: &Path) -> Result<[PathBuf; 2]> {
    let text = std::fs::read_to_string(telco)?;
    let mut lines = text.lines();
    let header = lines.next().ok_or_else(|| failure("the file is empty"))?;
    let tenure =
        header.split(',').position(|name| name == "tenure").ok_or_else(|| failure("no tenure"))?;
    let mut earlier = format!("{header}\n");
    for line in lines {
        // No field of this file is quoted.
        let mut fields: Vec<String> = line.split(',').map(str::to_string).collect();
        let months: u32 = fields.get(tenure).and_then(|months| months.parse().ok()).unwrap_or(0);
        if months >= 1 {
            fields[tenure] = (months - 1).to_string();
            earlier.push_str(&fields.join(","));
            earlier.push('\n');
        }
    }
    // Several tests make them at once, and a browser refuses a file that changed since it was chosen.
    static MADE: AtomicUsize = AtomicUsize::new(0);
    let own = MADE.fetch_add(1, Ordering::Relaxed).to_string();
    let folder = xtask::run::target_dir().join("e2e").join("files").join(own);
    std::fs::create_dir_all(&folder)?;
    let files = [folder.join("telco-2026-10-01.csv"), folder.join("telco-2026-11-01.csv")];
    for (file, content) in files.iter().zip([earlier, text]) {
        std::fs::write(file, content)?;
    }
    Ok(files)
}
