//! Messages travel as bytes without names: what leaves a field out, or finds out by names what a value is,
//! would be read as something else, and no compiler tells.

use super::{project_files, verdict};
use crate::Result;
use crate::run::{root, say};

/// Crates with types that are parts of messages.
const CRATES: &[&str] = &["table", "formula", "score", "kpi", "engine"];

/// What serde calls the ways that need names.
const NAMED: &[&str] = &["skip_serializing", "untagged", "flatten", "tag = "];

pub(super) fn check() -> Result<()> {
    let mut wrong = Vec::new();
    let files = project_files(".rs")?;
    let of_messages =
        |file: &&String| CRATES.iter().any(|name| file.starts_with(&format!("crates/{name}/src/")));
    let mut seen = 0;
    for file in files.iter().filter(of_messages) {
        let text = std::fs::read_to_string(root().join(file))
            .map_err(|error| format!("{file}: {error}"))?;
        seen += 1;
        wrong.extend(
            named(&text)
                .map(|(line, way)| format!("{file}:{line}: `{way}` in a type that travels")),
        );
    }
    say(&format!("  {seen} files"));
    verdict(wrong)
}

/// Lines on which serde is told to go by names.
fn named(text: &str) -> impl Iterator<Item = (usize, &'static str)> {
    let lines = text.lines().enumerate().filter(|(_, line)| line.contains("#[serde("));
    lines.flat_map(|(index, line)| {
        NAMED.iter().filter(move |way| line.contains(**way)).map(move |way| (index + 1, *way))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_needs_names_is_found() {
        let text =
            "#[serde(default)]\n#[serde(default, skip_serializing_if = \"no\")]\n// flatten\n";
        assert_eq!(named(text).collect::<Vec<_>>(), [(2, "skip_serializing")]);
    }
}
