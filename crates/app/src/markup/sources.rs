//! Whether every file asks for our `html!` and our hooks, since without that they would silently be Yew's.

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

/// What is asked for by name, and where it comes from: without that it would be Yew's.
const OURS: &[(&str, &str)] = &[
    ("html! ", "use crate::markup::html;"),
    ("use_state_eq(", "use crate::hooks::"),
    ("use_mut_ref(", "use crate::hooks::"),
    ("use_memo(", "use crate::hooks::"),
    ("use_callback(", "use crate::hooks::"),
    ("use_effect_with(", "use crate::hooks::"),
];

#[test]
fn every_file_asks_for_what_is_ours() {
    let mut all = Vec::new();
    files(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut all);
    // Where they are made, Yew's are used.
    all.retain(|path| {
        !path.components().any(|p| p.as_os_str() == "markup" || p.as_os_str() == "hooks")
    });
    for (ours, from) in OURS {
        let holds = |path: &PathBuf, text| fs::read_to_string(path).unwrap().contains(text);
        let users: Vec<_> = all.iter().filter(|path| holds(path, ours)).collect();
        assert!(users.len() > 5, "the sources are elsewhere");
        let forgot: Vec<_> = users.into_iter().filter(|path| !holds(path, from)).collect();
        assert!(forgot.is_empty(), "`{ours}` without `{from}`: {forgot:#?}");
    }
}
