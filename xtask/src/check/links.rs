//! No link in a document leads nowhere. Addresses of the net are not asked for.

use std::path::{Component, Path, PathBuf};

use super::{project_files, verdict};
use crate::Result;
use crate::run::{root, say};

pub(super) fn check() -> Result<()> {
    let documents = project_files(".md")?;
    let mut wrong = Vec::new();
    let mut links = 0;
    for document in &documents {
        let text = read(Path::new(document))?;
        for (line, target) in targets(&text) {
            links += 1;
            wrong.extend(
                dead(Path::new(document), target).map(|why| format!("{document}:{line}: {why}")),
            );
        }
    }
    say(&format!("  {links} links in {} documents", documents.len()));
    verdict(wrong)
}

/// The targets of links and pictures with their line numbers; code is left out.
fn targets(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (number, line) in prose(text) {
        // Inline code is every second piece between backticks.
        for part in line.split('`').step_by(2) {
            for (open, close) in [("](", ')'), ("src=\"", '"'), ("href=\"", '"')] {
                let pieces = part.split(open).skip(1);
                found.extend(
                    pieces
                        .filter_map(|piece| piece.split_once(close))
                        .map(|(target, _)| (number, target)),
                );
            }
        }
    }
    found
}

/// The lines outside of code fences, counted from one.
fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut code = false;
    text.lines().enumerate().filter_map(move |(index, line)| {
        let fence = line.trim_start().starts_with("```");
        code ^= fence;
        (!code && !fence && !line.starts_with("    ")).then_some((index + 1, line))
    })
}

/// Why a link leads nowhere, when it does.
fn dead(document: &Path, target: &str) -> Option<String> {
    let outside =
        ["http://", "https://", "mailto:"].iter().any(|scheme| target.starts_with(scheme));
    let target = target.split_whitespace().next().unwrap_or_default();
    if outside || target.is_empty() {
        return None;
    }
    let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
    let folder = document.parent().unwrap_or(Path::new(""));
    let file = if path.is_empty() { document.to_path_buf() } else { flat(&folder.join(path)) };
    if !root().join(&file).exists() {
        return Some(format!("`{path}` is not there"));
    }
    if anchor.is_empty() || file.extension().is_none_or(|ending| ending != "md") {
        return None;
    }
    let text = read(&file).unwrap_or_default();
    let there = anchors(&text).any(|slug| slug == anchor);
    (!there).then(|| format!("no heading for `#{anchor}` in {}", file.display()))
}

/// The path without `.` and `..`, as far as names allow.
fn flat(path: &Path) -> PathBuf {
    let mut flat = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if flat.file_name().is_some() => {
                flat.pop();
            }
            other => flat.push(other),
        }
    }
    flat
}

/// The anchors that headings get: lower case, punctuation gone, dashes for spaces.
fn anchors(text: &str) -> impl Iterator<Item = String> {
    let headings = prose(text).map(|(_, line)| line).filter(|line| line.starts_with('#'));
    headings.map(|heading| {
        let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | 'ー');
        heading
            .trim_start_matches('#')
            .trim()
            .to_lowercase()
            .chars()
            .filter(kept)
            .map(|c| if c == ' ' { '-' } else { c })
            .collect()
    })
}

fn read(file: &Path) -> Result<String> {
    std::fs::read_to_string(root().join(file))
        .map_err(|error| format!("{}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_outside_of_code() {
        let text = "See [a](b.md) and `[no](c.md)`.\n```\n[no](d.md)\n```\n<img src=\"e.png\">\n";
        assert_eq!(targets(text), [(1, "b.md"), (5, "e.png")]);
    }

    #[test]
    fn headings_make_anchors() {
        let slugs: Vec<String> = anchors("# A house, whole\n## データ 取込\n").collect();
        assert_eq!(slugs, ["a-house-whole", "データ-取込"]);
    }

    #[test]
    fn files_that_are_there_and_not() {
        assert_eq!(dead(Path::new("xtask/x.md"), "../Cargo.toml"), None);
        assert_eq!(dead(Path::new("x.md"), "https://example.org/none"), None);
        assert!(dead(Path::new("x.md"), "none.md").is_some());
    }
}
