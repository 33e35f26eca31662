//! Names by content for the files to which Trunk gives fixed ones, the worker's above all: a browser that
//! kept the worker of an older version must not pair it with a newer page.

use std::fs;
use std::path::Path;

use crate::Result;

const STEM: &str = "engine_worker";
/// Scripts that the page names itself.
const SCRIPTS: [&str; 2] = ["boot", "theme"];

/// Renames files in a built folder by what they hold, and tells the page. The worker's loader
/// keeps a copy under its plain name, for whoever starts the engine without the page.
///
/// # Errors
/// A file of the build is missing or cannot be written.
pub fn files(folder: &Path) -> Result<()> {
    let fail = |file: &str, error: std::io::Error| format!("{file}: {error}");
    let read = |file: &str| fs::read(folder.join(file)).map_err(|e| fail(file, e));
    let (script, wasm) = (format!("{STEM}.js"), format!("{STEM}_bg.wasm"));
    let name = format!("{STEM}-{:016x}", fnv1a(&[&read(&script)?, &read(&wasm)?]));
    for (from, to) in [(&script, format!("{name}.js")), (&wasm, format!("{name}_bg.wasm"))] {
        fs::rename(folder.join(from), folder.join(to)).map_err(|e| fail(from, e))?;
    }
    let loader = format!(
        "import init from './{name}.js';await init({{module_or_path:new URL('./{name}_bg.wasm',import.meta.url)}});"
    );
    for file in [format!("{name}_loader.js"), format!("{STEM}_loader.js")] {
        fs::write(folder.join(&file), &loader).map_err(|e| fail(&file, e))?;
    }
    let page = fs::read_to_string(folder.join("index.html")).map_err(|e| fail("index.html", e))?;
    let told = page.replace(
        "src=\"./boot.js\"",
        &format!("src=\"./boot.js\" data-engine=\"./{name}_loader.js\""),
    );
    if told == page {
        return Err("index.html does not start boot.js: Trunk.toml's pattern_script".to_string());
    }
    let mut told = told;
    for script in SCRIPTS {
        let from = format!("{script}.js");
        let to = format!("{script}-{:016x}.js", fnv1a(&[&read(&from)?]));
        fs::rename(folder.join(&from), folder.join(&to)).map_err(|e| fail(&from, e))?;
        told = told.replace(&format!("\"./{from}\""), &format!("\"./{to}\""));
    }
    fs::write(folder.join("index.html"), told).map_err(|e| fail("index.html", e))
}

/// Renames the page's own module and script, which changed since Trunk named them, by what they hold now.
///
/// # Errors
/// The page names no script or wasm file, or one cannot be renamed.
pub fn page(folder: &Path) -> Result<()> {
    let fail = |file: &str, error: std::io::Error| format!("{file}: {error}");
    let page = fs::read_to_string(folder.join("index.html")).map_err(|e| fail("index.html", e))?;
    let old = page
        .split_once("data-js=\"")
        .and_then(|(_, after)| after.split_once(".js\""))
        .map(|(name, _)| name.trim_start_matches("./").to_owned())
        .ok_or("index.html names no script: Trunk.toml's pattern_script")?;
    let endings = [".js", "_bg.wasm"];
    let mut contents = Vec::new();
    for ending in endings {
        let file = format!("{old}{ending}");
        contents.push(fs::read(folder.join(&file)).map_err(|e| fail(&file, e))?);
    }
    let name = format!("app-{:016x}", fnv1a(&[&contents[0], &contents[1]]));
    for ending in endings {
        let from = format!("{old}{ending}");
        fs::rename(folder.join(&from), folder.join(format!("{name}{ending}")))
            .map_err(|e| fail(&from, e))?;
    }
    fs::write(folder.join("index.html"), page.replace(&old, &name))
        .map_err(|e| fail("index.html", e))
}

/// FNV-1a, 64 bits: a name, not a guard against anybody.
pub(crate) fn fnv1a(parts: &[&[u8]]) -> u64 {
    parts.iter().flat_map(|part| part.iter()).fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_told_its_own_module_by_its_content() {
        let folder = std::env::temp_dir().join(format!("sodachi-page-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("app-00.js"), "js").unwrap();
        fs::write(folder.join("app-00_bg.wasm"), "wasm").unwrap();
        let page = "<script data-js=\"./app-00.js\" data-wasm=\"./app-00_bg.wasm\"></script><link href=\"app-00.js\">";
        fs::write(folder.join("index.html"), page).unwrap();
        super::page(&folder).unwrap();
        let page = fs::read_to_string(folder.join("index.html")).unwrap();
        let name = format!("app-{:016x}", fnv1a(&[b"js", b"wasm"]));
        assert_eq!(page.matches(&name).count(), 3);
        assert_eq!(fs::read_to_string(folder.join(format!("{name}_bg.wasm"))).unwrap(), "wasm");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn the_page_is_told_the_worker_by_its_content() {
        let folder = std::env::temp_dir().join(format!("sodachi-name-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("engine_worker.js"), "js").unwrap();
        fs::write(folder.join("engine_worker_bg.wasm"), "wasm").unwrap();
        fs::write(folder.join("boot.js"), "boot").unwrap();
        fs::write(folder.join("theme.js"), "theme").unwrap();
        let page = "<script src=\"./theme.js\"></script><script src=\"./boot.js\"></script>";
        fs::write(folder.join("index.html"), page).unwrap();
        files(&folder).unwrap();
        let page = fs::read_to_string(folder.join("index.html")).unwrap();
        let loader = page.split('"').find(|part| part.ends_with("_loader.js")).unwrap();
        let text = fs::read_to_string(folder.join(loader)).unwrap();
        let script = text.split('\'').nth(1).unwrap();
        assert_eq!(fs::read_to_string(folder.join(script)).unwrap(), "js");
        for name in SCRIPTS {
            let file =
                page.split('"').find(|part| part.starts_with(&format!("./{name}-"))).unwrap();
            assert_eq!(fs::read_to_string(folder.join(file)).unwrap(), name);
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
