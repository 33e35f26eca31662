//! A formula of any text: a tree and problems within it, what is printed parses to the same tree, and what can be
//! worked out gives the same as a column and account by account.
#![no_main]

use formula::{Environment, Formula, Frame, Shape, Value, check, parse};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use table::{Day, Overrides, Table};

const CSV: &str = "id,n,f,t,b,d\na,1,0.5,Pro,yes,2026-01-31\nb,,-2,Max,no,2024-02-29\nc,300,,,,\n";

static ACCOUNTS: LazyLock<(Table, Environment)> = LazyLock::new(|| {
    let layout = table::inspect(CSV.as_bytes(), true, "a.csv", &Overrides::default()).layout;
    let table = table::read(layout, CSV.as_bytes()).table;
    let environment = Environment::of_table(&table, &[]);
    (table, environment)
});

fuzz_target!(|text: &str| {
    let parsed = parse(text);
    if parsed.problems.is_empty() {
        let printed = parsed.tree.to_string();
        let again = parse(&printed);
        assert!(again.problems.is_empty(), "{printed}");
        assert_eq!(again.tree.to_string(), printed);
    }
    let (table, environment) = &*ACCOUNTS;
    let checked = check(text, environment);
    for problem in parsed.problems.iter().chain(&checked.problems) {
        assert!(
            text.get(problem.span.start as usize..problem.span.end as usize).is_some(),
            "{problem:?}"
        );
    }
    if let Some(formula) = checked.formula {
        same(&formula, &Frame::of(table, Day(20_000)));
    }
});

/// As a column and account by account.
fn same(formula: &Formula, frame: &Frame<'_>) {
    let column = formula.column(frame);
    for row in 0..3 {
        let value = match formula.shape() {
            Shape::PerAccount => formula.value(frame, row),
            Shape::Constant | Shape::Figure => formula.value(frame, 0),
        };
        assert_eq!(Value::from(column.cell(row)), value, "row {row}");
    }
}
