//! Whether every file that writes markup asks for our `html!`, since without that it would silently be Yew's.

#![allow(clippy::unwrap_used, reason = "a test may: clippy does not see that these are tests")]

use std::fs;
use std::path::{Path, PathBuf};

/// All source files below a folder.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_file_asks_for_our_markup() {
    let mut all = Vec::new();
    files(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut all);
    let markup = |path: &Path| fs::read_to_string(path).unwrap().contains("html! ");
    let asks = |path: &Path| fs::read_to_string(path).unwrap().contains("use crate::markup::html;");
    all.retain(|path| !path.components().any(|part| part.as_os_str() == "markup"));
    assert!(all.iter().filter(|path| markup(path)).count() > 100, "the sources are elsewhere");
    all.retain(|path| markup(path) && !asks(path));
    assert!(all.is_empty(), "without `use crate::markup::html;`: {all:#?}");
}
