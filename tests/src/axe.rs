//! What axe-core finds wrong for people who cannot see, hear or point.

use serde_json::{Value, json};

use crate::{Browser, Result, failure};

/// A rule that a screen breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The rule's id, such as `color-contrast`.
    pub rule: String,
    /// What the rule asks for.
    pub help: String,
    /// The places: a selector and what is wrong there.
    pub nodes: Vec<String>,
}

impl std::fmt::Display for Violation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.rule, self.help)?;
        self.nodes.iter().try_for_each(|node| write!(f, "\n    {node}"))
    }
}

/// The rules of WCAG 2.2 at levels A and AA, and the best practices.
const TAGS: &[&str] = &["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

impl Browser {
    /// Looks at the page as it is now.
    ///
    /// # Errors
    /// When axe-core is not installed or cannot run.
    pub async fn axe(&self) -> Result<Vec<Violation>> {
        let loaded = self.script("return typeof axe === 'object'").await?;
        if loaded != Value::Bool(true) {
            let file =
                xtask::node::folder().join("node_modules").join("axe-core").join("axe.min.js");
            let source = std::fs::read_to_string(file).map_err(|_| {
                failure("axe-core is not installed: run `npm ci` in tests/, or `cargo xtask test`")
            })?;
            // The driver's scripts are functions: axe must be told where to live.
            self.script(&format!("{source}\nwindow.axe = axe;")).await?;
        }
        const RUN: &str = "const [tags, done] = arguments;
            axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
              .then((result) => done(result.violations), (error) => done(String(error)));";
        let answer = self.driver.execute_async(RUN, vec![json!(TAGS)]).await?;
        match answer.json() {
            Value::Array(list) => Ok(list.iter().map(violation).collect()),
            other => Err(failure(format!("axe-core failed: {other}"))),
        }
    }
}

fn violation(value: &Value) -> Violation {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
    let places = value["nodes"].as_array().cloned().unwrap_or_default();
    let node = |node: &Value| {
        let summary = text(&node["failureSummary"])
            .lines()
            .skip(1)
            .map(str::trim)
            .collect::<Vec<_>>()
            .join("; ");
        format!("{} — {summary}", node["target"])
    };
    Violation {
        rule: text(&value["id"]),
        help: text(&value["help"]),
        nodes: places.iter().map(node).collect(),
    }
}
