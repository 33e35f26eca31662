//! What the main job's screens say is there without the areas' texts.

use super::messages::area_ids;
use std::fs;
use std::path::Path;

/// Sources whose texts are shown where no area may be loaded: all of the app less the areas themselves, and
/// the crates that name messages of the main job.
const MAIN_JOB: &[&str] = &[
    "app/src/accounts",
    "app/src/app.rs",
    "app/src/data",
    "app/src/out",
    "app/src/parts",
    "app/src/scoring",
    "app/src/shell",
    "app/src/start",
    "app/src/state",
    "app/src/workspace",
    "engine/src",
    "formula/src",
    "plan/src",
    "score/src",
    "table/src",
];

/// The string literals of a source file, roughly: enough to find ids, also as the beginning of one.
fn literals(source: &str) -> impl Iterator<Item = &str> {
    source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
}

/// Whether a literal is an id, with or without attribute, or what an id made at run time begins with.
fn names(literal: &str, id: &str) -> bool {
    match literal.split_once('{') {
        Some((start, _)) => start.len() >= 3 && start.contains('-') && id.starts_with(start),
        None => literal == id,
    }
}

fn walk(path: &Path, wrong: &mut Vec<String>) -> usize {
    if path.is_dir() {
        let entries = fs::read_dir(path).unwrap();
        return entries.map(|entry| walk(&entry.unwrap().path(), wrong)).sum();
    }
    if path.extension().is_none_or(|e| e != "rs") {
        return 0;
    }
    let source = fs::read_to_string(path).unwrap();
    let ids: Vec<&str> = area_ids().collect();
    for literal in literals(&source) {
        if let Some(id) = ids.iter().find(|id| names(literal, id)) {
            wrong.push(format!("{}: `{literal}` ({id})", path.display()));
        }
    }
    1
}

#[test]
fn the_main_job_says_nothing_that_comes_with_an_area() {
    let crates = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let mut wrong = Vec::new();
    let read: usize = MAIN_JOB.iter().map(|part| walk(&crates.join(part), &mut wrong)).sum();
    assert!(read > 200, "{read} files");
    assert!(
        wrong.is_empty(),
        "move these messages to a file that build.rs does not count among the areas': {wrong:#?}"
    );
}

#[test]
fn ids_are_known_whole_and_by_their_beginning() {
    assert!(names("kpi-name", "kpi-name") && names("kpi-{kind}", "kpi-name"));
    assert!(!names("kpi", "kpi-name") && !names("kpi{n}", "kpi-name") && !names("{n}", "kpi-name"));
    let source = "text.t(\"kpi-a\"); // \"no\"\n// \"kpi-b\"\nformat!(\"kpi-{x}\")";
    assert!(literals(source).eq(["kpi-a", "no", "kpi-{x}"]));
}
