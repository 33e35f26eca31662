//! The script that keeps a build's files for times without a network, and the list of these files.

use std::fs;
use std::path::Path;

use crate::Result;
use crate::name::fnv1a;
use crate::run;
use crate::shorten::lean;

/// Its name, in `www` and in a build. Its address stays the same, since browsers know it by that.
const SCRIPT: &str = "offline.js";
/// What the page and whoever starts the engine without it need is not kept under these names.
const NOT_KEPT: [&str; 3] = ["index.html", SCRIPT, "engine_worker_loader.js"];

/// Writes the script into a built folder and tells the page of it.
///
/// # Errors
/// A file of the build is missing or cannot be written, or the script has no place for the list.
pub fn write(folder: &Path) -> Result<()> {
    let fail = |file: &str, error: std::io::Error| format!("{file}: {error}");
    let page = fs::read_to_string(folder.join("index.html")).map_err(|e| fail("index.html", e))?;
    let mut files = files(folder)?;
    files.retain(|file| !NOT_KEPT.contains(&file.as_str()));
    let script = run::root().join("www").join(SCRIPT);
    let script = fs::read_to_string(script).map_err(|e| fail(SCRIPT, e))?;
    let build = name(&page, &script, &files);
    let script = filled(&script, &build, &files)
        .ok_or_else(|| format!("{SCRIPT} has no place for the name and files of the build"))?;
    fs::write(folder.join(SCRIPT), lean(&script)).map_err(|e| fail(SCRIPT, e))?;
    let told = page.replace(
        " data-js=",
        &format!(" data-offline=\"./{SCRIPT}\" data-build=\"{build}\" data-js="),
    );
    fs::write(folder.join("index.html"), told).map_err(|e| fail("index.html", e))
}

/// The build's name: the page names its files by their content.
fn name(page: &str, script: &str, files: &[String]) -> String {
    format!("{:016x}", fnv1a(&[page.as_bytes(), script.as_bytes(), files.concat().as_bytes()]))
}

/// The script with the name and the files of a build.
fn filled(script: &str, build: &str, files: &[String]) -> Option<String> {
    let list: Vec<String> = files.iter().map(|file| format!("'{file}'")).collect();
    let (head, rest) = script.split_once("const BUILD = '';\nconst FILES = [];\n")?;
    Some(format!("{head}const BUILD = '{build}';\nconst FILES = [{}];\n{rest}", list.join(", ")))
}

/// All files of a folder, by their paths in it, sorted. What a build left in the making is none.
fn files(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(current) = folders.pop() {
        let entries = fs::read_dir(&current).map_err(|e| format!("{}: {e}", current.display()))?;
        for path in entries.flatten().map(|entry| entry.path()) {
            let name =
                path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            match path.is_dir() {
                _ if name.starts_with('.') => {}
                true => folders.push(path),
                false => found.push(name),
            }
        }
    }
    found.sort_unstable();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_lists_the_files_of_the_build_and_the_page_knows_it() {
        let folder = std::env::temp_dir().join(format!("sodachi-offline-{}", std::process::id()));
        fs::create_dir_all(folder.join("icons")).unwrap();
        fs::create_dir_all(folder.join(".stage")).unwrap();
        for file in ["app-1.js", "icons/a.svg", ".stage/app-0.js", "engine_worker_loader.js"] {
            fs::write(folder.join(file), "").unwrap();
        }
        let page = "<script src=\"./boot-1.js\" data-js=\"./app-1.js\"></script>";
        fs::write(folder.join("index.html"), page).unwrap();
        write(&folder).unwrap();
        let script = fs::read_to_string(folder.join(SCRIPT)).unwrap();
        assert!(script.contains("const FILES = ['app-1.js', 'icons/a.svg'];"), "{script}");
        let build = script.split("BUILD = '").nth(1).unwrap().split('\'').next().unwrap();
        assert_eq!(build.len(), 16);
        let page = fs::read_to_string(folder.join("index.html")).unwrap();
        let told = format!("data-offline=\"./offline.js\" data-build=\"{build}\" data-js=");
        assert!(page.contains(&told), "{page}");
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn other_files_are_another_build() {
        let files = |name: &str| vec![name.to_owned()];
        assert_ne!(name("page", "script", &files("a")), name("page", "script", &files("b")));
        assert_ne!(name("page", "script", &files("a")), name("other", "script", &files("a")));
    }
}
