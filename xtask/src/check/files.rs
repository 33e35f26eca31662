//! Files that say too much: paths of one machine, or more than a reader can hold.

use super::{project_files, verdict};
use crate::Result;
use crate::run::{root, say};

/// A source file longer than this is listed.
const LINES: usize = 400;

/// How paths of a machine begin; put together here, so that this file is not one of them.
const MACHINE: &[&str] = &[
    concat!("/", "work/"),
    concat!("/", "root/"),
    concat!("/", "home/"),
    concat!("/", "Users/"),
    concat!("/", "tmp/"),
    concat!(":\\", "Users\\"),
];

/// Where such a path would do harm, or was written by a person.
const TEXT: &[&str] = &[
    ".rs", ".toml", ".md", ".html", ".css", ".js", ".mjs", ".json", ".jsonl", ".ftl", ".yml",
    "/run",
];

pub(super) fn check() -> Result<()> {
    let files = project_files("")?;
    let mut wrong = Vec::new();
    let mut seen = 0;
    for file in files.iter().filter(|file| TEXT.iter().any(|ending| file.ends_with(ending))) {
        let text = std::fs::read_to_string(root().join(file))
            .map_err(|error| format!("{file}: {error}"))?;
        seen += 1;
        wrong.extend(
            machine_paths(&text)
                .map(|(line, path)| format!("{file}:{line}: `{path}` is a path of one machine")),
        );
        let lines = text.lines().count();
        if file.ends_with(".rs") && lines > LINES {
            say(&format!(
                "  warning: {file} has {lines} lines; split it by what it is about (at most {LINES})"
            ));
        }
    }
    say(&format!("  {seen} files"));
    verdict(wrong)
}

/// Lines with a path of one machine. Inside of an address of the net such a path is none.
fn machine_paths(text: &str) -> impl Iterator<Item = (usize, &'static str)> {
    text.lines().enumerate().flat_map(|(index, line)| {
        let begins = |found: &str, at: usize| {
            let before = line[..at].chars().next_back();
            found.starts_with(':')
                || !before
                    .is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '}'))
        };
        let here = MACHINE
            .iter()
            .filter(move |path| line.match_indices(**path).any(|(at, found)| begins(found, at)));
        here.map(move |path| (index + 1, *path))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_a_machine_are_found() {
        let text = format!("ok\nopen({:?})\nhttps://example.org{}x\n", MACHINE[0], MACHINE[2]);
        let found: Vec<usize> = machine_paths(&text).map(|(line, _)| line).collect();
        assert_eq!(found, [2]);
    }
}
