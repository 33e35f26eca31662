//! The documentation is right: every example of both pages is worked out.

use crate::testing::{Example, PAGE, cells, check};
use crate::{ExprKind, FUNCTIONS, Severity};

const JAPANESE: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/formula.ja.md"));

/// The formulas of the tables with such a header, with what stands beside them.
fn examples(page: &'static str, header: &str) -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if line == header {
            let rows = lines.by_ref().skip(1).take_while(|l| l.starts_with('|'));
            found.extend(rows.map(|row| {
                let cells = cells(row);
                (cells[0].trim_matches('`'), cells[1])
            }));
        }
    }
    found
}

#[test]
fn results() {
    let examples = examples(PAGE, "| formula | gives |");
    assert!(examples.len() > 100);
    for (formula, gives) in examples {
        check(formula, gives);
    }
}

#[test]
fn problems() {
    let environment = Example::new().environment();
    let examples = examples(PAGE, "| formula | says |");
    assert!(examples.len() > 20);
    for (formula, says) in examples {
        let problems = crate::check(formula, &environment).problems;
        let said: Vec<String> = problems.iter().map(|p| p.kind.to_string()).collect();
        assert!(said.iter().any(|s| s == says), "{formula}: {said:?}");
    }
}

#[test]
fn every_function_is_shown() {
    let mut called: Vec<String> = Vec::new();
    for (formula, _) in examples(PAGE, "| formula | gives |") {
        crate::parse(formula).tree.walk(&mut |expr| {
            if let ExprKind::Call { name, .. } = &expr.kind {
                called.push(name.clone());
            }
        });
    }
    for function in FUNCTIONS {
        assert!(called.iter().any(|name| name == function.name), "{}", function.name);
    }
}

#[test]
fn examples_of_the_table_are_right() {
    let environment = Example::new().environment();
    for function in FUNCTIONS {
        let problems = crate::check(function.example, &environment).problems;
        assert!(
            problems.iter().all(|p| p.severity() == Severity::Warning),
            "{}: {problems:?}",
            function.example
        );
    }
}

#[test]
fn both_pages_have_the_same_examples() {
    assert_eq!(examples(JAPANESE, "| 式 | 結果 |"), examples(PAGE, "| formula | gives |"),);
}
