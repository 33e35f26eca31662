//! Every kind of problem has a case: a formula that has it, where, and what is said.

use super::*;
use crate::testing::Example;
use crate::{Environment, KnownColumn, MAX_BYTES, MAX_DEPTH, check};

/// How many kinds there are.
const KINDS: usize = 30;

/// A number for each kind. One that is new does not compile until it has a number here, and then a case below.
fn number(kind: &ProblemKind) -> usize {
    match kind {
        ProblemKind::Empty => 0,
        ProblemKind::TooLong => 1,
        ProblemKind::TooDeep => 2,
        ProblemKind::UnclosedText => 3,
        ProblemKind::UnclosedName => 4,
        ProblemKind::EmptyName => 5,
        ProblemKind::NumberTooLarge => 6,
        ProblemKind::StrayCharacter(_) => 7,
        ProblemKind::ValueMissing => 8,
        ProblemKind::OperatorMissing => 9,
        ProblemKind::ParenthesisMissing => 10,
        ProblemKind::ParenthesisUnopened => 11,
        ProblemKind::BetweenWithoutAnd => 12,
        ProblemKind::InWithoutList => 13,
        ProblemKind::UnknownColumn { .. } => 14,
        ProblemKind::AmbiguousColumn { .. } => 15,
        ProblemKind::UnknownFunction { .. } => 16,
        ProblemKind::UnknownMeasure { .. } => 17,
        ProblemKind::NoScoreHere => 18,
        ProblemKind::ArgumentCount { .. } => 19,
        ProblemKind::WrongType { .. } => 20,
        ProblemKind::TypesDiffer { .. } => 21,
        ProblemKind::NotADate(_) => 22,
        ProblemKind::NotConstant { .. } => 23,
        ProblemKind::WhereNotHere { .. } => 24,
        ProblemKind::MonthsNotHere => 25,
        ProblemKind::OutOfRange { .. } => 26,
        ProblemKind::MixedUnits { .. } => 27,
        ProblemKind::NeverOccurs { .. } => 28,
        ProblemKind::DivisionByZero => 29,
    }
}

/// A formula, where its first problem stands, and what is said of it; errors but for the last three kinds.
const CASES: &[(&str, &str, &str)] = &[
    (" ", " ", "the formula is empty"),
    ("\"Pro", "\"Pro", "the quote is not closed"),
    ("[logins", "[logins", "the bracket is not closed"),
    ("[ ] + 1", "[ ]", "no name stands in the brackets"),
    ("1e999", "1e999", "the number is too large"),
    ("logins # 2", "#", "`#` means nothing here"),
    ("logins * ", "*", "a value is missing here"),
    ("logins seats", "seats", "an operator is missing here"),
    ("ROUND(logins", "(", "the parenthesis is not closed"),
    ("logins)", ")", "no parenthesis was opened"),
    ("seats BETWEEN 1", "1", "BETWEEN needs `low AND high`"),
    ("plan IN \"Pro\"", "IN", "IN needs a list in parentheses"),
    ("seat", "seat", "no column `seat`: did you mean `seats`?"),
    ("averge(nps)", "averge", "no function `averge`: did you mean `AVERAGE`?"),
    ("POINTS(\"Use\")", "\"Use\"", "no measure `Use`: did you mean `Use of seats`?"),
    ("MOD(7)", "MOD", "MOD takes 2 arguments, not 1"),
    ("LEN(seats)", "seats", "LEN wants text, not number"),
    ("plan > 3", "plan > 3", "text and number do not go together"),
    ("started > \"soon\"", "\"soon\"", "`soon` is no date like 2026-11-21"),
    ("PERCENTILE(mrr, seats)", "seats", "PERCENTILE wants a constant here"),
    ("ABS(mrr WHERE trial)", "trial", "ABS takes no WHERE"),
    ("mrr WHERE trial", "WHERE", "WHERE stands only in functions that look at many accounts"),
    ("started + 1 year", "1 year", "months and years have no fixed length: use EDATE"),
    ("PERCENTILE(mrr, 90)", "90", "PERCENTILE wants a number from 0 to 1"),
    ("mrr + seats", "mrr + seats", "money and count are different units"),
    ("plan = \"pro\"", "\"pro\"", "`pro` does not occur in `plan`: did you mean `Pro`?"),
    ("mrr / 0", "0", "dividing by zero is always absent"),
];

/// Compares, and gives the number of the kind.
#[track_caller]
fn case(text: &str, environment: &Environment, at: &str, says: &str) -> usize {
    let checked = check(text, environment);
    let Some(first) = checked.problems.first() else { panic!("nothing is wrong with {text}") };
    assert_eq!((first.span.of(text), first.kind.to_string().as_str()), (at, says), "{text}");
    let is_warning = first.severity() == Severity::Warning;
    assert_eq!(checked.formula.is_some(), is_warning, "{text}");
    assert_eq!(is_warning, number(&first.kind) >= 27, "{text}");
    number(&first.kind)
}

#[test]
fn every_kind_has_a_case() {
    let environment = Example::new().environment();
    let mut found: Vec<usize> =
        CASES.iter().map(|(text, at, says)| case(text, &environment, at, says)).collect();

    let long = "x".repeat(MAX_BYTES + 1);
    let says = format!("longer than {MAX_BYTES} bytes");
    found.push(case(&long, &environment, &long, &says));
    let deep = format!("{}1", "-".repeat(MAX_DEPTH + 1));
    let problems = check(&deep, &environment).problems;
    assert_eq!(problems[0].kind.to_string(), format!("nested deeper than {MAX_DEPTH} levels"));
    found.push(number(&problems[0].kind));

    let column = |name: &str| KnownColumn {
        name: name.to_owned(),
        column_type: Type::Number,
        unit: Unit::Unknown,
        texts: Vec::new(),
        near: Vec::new(),
    };
    let environment =
        Environment { columns: ["Seats", "SEATS"].map(column).into(), ..Environment::default() };
    let says = "more than one column is `seats`: did you mean `Seats`?";
    found.push(case("seats", &environment, "seats", says));
    found.push(case("score > 3", &environment, "score", "scores are not known here"));

    found.sort_unstable();
    found.dedup();
    assert_eq!(found, (0..KINDS).collect::<Vec<_>>());
}
