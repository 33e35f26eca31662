//! Dependencies run down only, and the pure crates know no browser.

use serde_json::Value;

use super::verdict;
use crate::Result;
use crate::run::{cargo, output, say};
use crate::tools::WASM;

/// What each crate may depend on, of our own.
const ALLOWED: &[(&str, &[&str])] = &[
    ("table", &[]),
    ("formula", &["table"]),
    ("score", &["formula", "table"]),
    ("sample", &["table"]),
    ("chart", &["score", "table"]),
    ("kpi", &["formula", "score", "table"]),
    ("plan", &["formula", "kpi", "score", "table"]),
    ("engine", &["chart", "formula", "kpi", "plan", "sample", "score", "table"]),
    ("markup", &[]),
    ("web", &[]),
    ("worker", &["engine", "sample", "score", "table", "web"]),
    ("engine_worker", &["worker"]),
    ("app", &["chart", "engine", "formula", "kpi", "markup", "plan", "score", "table", "web"]),
    ("widgets", &["chart", "engine", "formula", "kpi", "plan", "score", "table", "web"]),
    ("bench_codec", &["engine", "web"]),
    ("split", &[]),
    ("xtask", &[]),
    ("tests", &["xtask"]),
];

/// Crates that run anywhere: no browser below them.
const PURE: &[&str] = &["table", "formula", "score", "sample", "chart", "kpi", "plan", "engine"];

/// What a pure crate's tree must not hold.
const BROWSER_ONLY: &[&str] = &["js-sys", "web-sys", "wasm-bindgen", "gloo", "yew"];

/// Libraries that name such crates for wasm32 whatever features one chooses, and that our pure crates use
/// for nothing of the kind: plotters for its own fonts.
const THEIR_OWN_AFFAIR: &[&str] = &["plotters"];

pub(super) fn check() -> Result<()> {
    let text = output(&mut cargo(&["metadata", "--format-version", "1", "--no-deps"]))?;
    let metadata: Value =
        serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))?;
    let crates = own_crates(&metadata);
    let mut wrong = upward(&crates);
    let pure: Vec<&str> =
        PURE.iter().copied().filter(|name| crates.iter().any(|(own, _)| own == name)).collect();
    for name in &pure {
        // Without `--no-dedupe` a crate below both a library of ours and one of theirs could hide.
        let mut tree = cargo(&["tree", "--target", WASM, "--edges", "normal", "--prefix", "depth"]);
        tree.args(["--no-dedupe", "--package", name]);
        wrong.extend(
            browsers_in(&output(&mut tree)?)
                .into_iter()
                .map(|found| format!("{name} is pure, but needs {found}")),
        );
    }
    say(&format!("  {} crates, {} of them pure", crates.len(), pure.len()));
    verdict(wrong)
}

/// Each crate of the workspace with those of its own that it builds on; tests may use any.
fn own_crates(metadata: &Value) -> Vec<(String, Vec<String>)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    list(&metadata["packages"])
        .iter()
        .map(|package| {
            let own = |d: &&Value| d["path"].is_string() && d["kind"].as_str() != Some("dev");
            let below = list(&package["dependencies"])
                .iter()
                .filter(own)
                .map(|d| text(&d["name"]))
                .collect();
            (text(&package["name"]), below)
        })
        .collect()
}

fn upward(crates: &[(String, Vec<String>)]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, below) in crates {
        let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| known == name) else {
            wrong.push(format!(
                "{name} has no place in the order of crates: add it to xtask/src/check/arrows.rs"
            ));
            continue;
        };
        let up = below.iter().filter(|other| !allowed.contains(&other.as_str()));
        wrong.extend(up.map(|other| format!("{name} must not depend on {other}")));
    }
    wrong
}

/// The crates in a tree that only work in a browser, less those below [`THEIR_OWN_AFFAIR`]. Each line
/// begins with its depth, such as `2js-sys v0.3.0`.
fn browsers_in(tree: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut pruned_at = usize::MAX;
    for line in tree.lines() {
        let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let depth: usize = line[..digits].parse().unwrap_or(0);
        let name = line[digits..].split_whitespace().next().unwrap_or_default();
        if depth > pruned_at {
            continue;
        }
        pruned_at = if THEIR_OWN_AFFAIR.contains(&name) { depth } else { usize::MAX };
        if BROWSER_ONLY.contains(&name) {
            found.push(name);
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(list: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
        let own = |words: &[&str]| words.iter().map(ToString::to_string).collect();
        list.iter().map(|(name, below)| (name.to_string(), own(below))).collect()
    }

    #[test]
    fn an_arrow_up_is_found() {
        assert!(
            upward(&own(&[("engine", &["score", "table"]), ("app", &["web", "engine"])]))
                .is_empty()
        );
        assert_eq!(upward(&own(&[("table", &["score"])])), ["table must not depend on score"]);
        assert_eq!(upward(&own(&[("novel", &[])])).len(), 1);
    }

    #[test]
    fn the_order_itself_has_no_circle() {
        // Each crate comes after all that it may depend on, so no path can lead back.
        for (at, (name, below)) in ALLOWED.iter().enumerate() {
            let before: Vec<&str> = ALLOWED[..at].iter().map(|(name, _)| *name).collect();
            assert!(below.iter().all(|other| before.contains(other)), "{name}");
        }
    }

    #[test]
    fn a_browser_in_a_tree_is_found() {
        let tree = "0table v0.1.0 (here)\n1memchr v2.8.3\n2js-sys v0.3.0\n1plotters v0.3.7\n2wasm-bindgen v0.2.130\n";
        assert_eq!(browsers_in(tree), ["js-sys"]);
        assert_eq!(
            browsers_in("0chart v0.1.0\n1plotters v0.3.7\n2web-sys v0.3.1\n1web-sys v0.3.1\n"),
            ["web-sys"]
        );
    }
}
