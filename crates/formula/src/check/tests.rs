use super::*;
use crate::testing::{Example, check as results};
use crate::{KnownColumn, Shape};
use table::Day;

/// Type, unit and shape of a formula over the example.
#[track_caller]
fn is(text: &str, ty: Type, unit: Unit, shape: Shape) {
    let formula = crate::testing::formula(text, &Example::new().environment());
    let found = (formula.result_type(), formula.unit(), formula.shape());
    assert_eq!(found, (ty, unit, shape), "{text}");
}

/// The problems of a formula over the example, each with what it is about.
#[track_caller]
fn wrong(text: &str, expected: &[(&str, &str)]) {
    let problems = check(text, &Example::new().environment()).problems;
    let found: Vec<_> = problems.iter().map(|p| (p.span.of(text), p.kind.to_string())).collect();
    let found: Vec<_> = found.iter().map(|(at, says)| (*at, says.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn types_units_and_shapes() {
    use Shape::{Constant, Figure, PerAccount};
    use Type::{Any, Boolean, Date, Number, Text};
    is("1 + 2", Number, Unit::Plain, Constant);
    is("logins", Number, Unit::Count, PerAccount);
    is("logins / seats", Number, Unit::Ratio, PerAccount);
    is("mrr / seats * 2", Number, Unit::Money, PerAccount);
    is("mrr * 10%", Number, Unit::Money, PerAccount);
    is("SUM(mrr)", Number, Unit::Money, Figure);
    is("SUM(trial)", Number, Unit::Count, Figure);
    is("logins / AVERAGE(logins)", Number, Unit::Ratio, PerAccount);
    is("RATE(nps > 5)", Number, Unit::Ratio, Figure);
    is("TODAY()", Date, Unit::Unknown, Figure);
    is("TODAY() - started", Number, Unit::Days, PerAccount);
    is("started + 7", Date, Unit::Unknown, PerAccount);
    is("score", Number, Unit::Points, PerAccount);
    is("plan", Text, Unit::Unknown, PerAccount);
    is("plan = \"Pro\"", Boolean, Unit::Unknown, PerAccount);
    is("IF(trial, 1, BLANK())", Number, Unit::Plain, PerAccount);
    is("BLANK()", Any, Unit::Unknown, Constant);
    is("PREV(SUM(mrr))", Number, Unit::Money, Figure);
    is("PREV(plan)", Text, Unit::Unknown, PerAccount);
    is("CHANGERATE(mrr)", Number, Unit::Ratio, PerAccount);
    is("RANK(mrr)", Number, Unit::Count, PerAccount);
}

#[test]
fn mixed_units_are_warnings() {
    wrong("mrr + seats", &[("mrr + seats", "money and count are different units")]);
    wrong("logins > 30%", &[("logins > 30%", "count and ratio are different units")]);
    wrong("IF(trial, mrr, score)", &[("mrr, score", "money and points are different units")]);
    wrong("MIN(mrr, seats)", &[("mrr, seats", "money and count are different units")]);
    wrong("seats IN (1 day)", &[("seats IN (1 day", "count and days are different units")]);
    wrong("seats + 1 - 2", &[]);
    assert!(check("mrr + seats", &Example::new().environment()).formula.is_some());
}

#[test]
fn several_problems_are_found_in_the_order_of_the_text() {
    wrong(
        "logn / seat + FOO(nps) & (plan > 1",
        &[
            ("logn", "no column `logn`: did you mean `logins`?"),
            ("seat", "no column `seat`: did you mean `seats`?"),
            ("FOO", "no function `FOO`"),
            ("(", "the parenthesis is not closed"),
            ("plan > 1", "text and number do not go together"),
        ],
    );
}

#[test]
fn one_mistake_makes_one_problem() {
    wrong("ABS(logn) + 1 > 3", &[("logn", "no column `logn`: did you mean `logins`?")]);
    wrong("IF(logn, 1, 2)", &[("logn", "no column `logn`: did you mean `logins`?")]);
    wrong("PERCENTILE(mrr, logn)", &[("logn", "no column `logn`: did you mean `logins`?")]);
}

#[test]
fn arguments_of_the_wrong_type() {
    wrong("UPPER(started)", &[("started", "UPPER wants text, not date")]);
    wrong("YEAR(mrr)", &[("mrr", "YEAR wants date, not number")]);
    wrong("IF(plan, 1, 2)", &[("plan", "IF wants boolean, not text")]);
    wrong("IF(trial, 1, plan)", &[("1, plan", "number and text do not go together")]);
    wrong("-plan", &[("plan", "- wants number, not text")]);
    wrong("SUM(plan)", &[("plan", "SUM wants number, not text")]);
    wrong("COUNT(mrr WHERE plan)", &[("plan", "WHERE wants boolean, not text")]);
    wrong("started * 2", &[("started", "* wants number, not date")]);
    wrong(
        "EDATE(\"2026-02-30\", 1)",
        &[("\"2026-02-30\"", "`2026-02-30` is no date like 2026-11-21")],
    );
    wrong("PREV(mrr, 0)", &[("0", "PREV wants a number from 1 to 36600")]);
    wrong("NTILE(mrr, 0)", &[("0", "NTILE wants a number from 1 to 1000")]);
    wrong("IFS(trial)", &[("IFS", "IFS takes at least 2 arguments, not 1")]);
    wrong("MIN(mrr, 2 WHERE trial)", &[("MIN", "MIN takes 1 arguments, not 2")]);
    wrong("POINTS(plan)", &[("plan", "POINTS wants a constant here")]);
}

#[test]
fn names_in_the_other_language_and_script() {
    let column = |name: &str| KnownColumn {
        name: name.to_owned(),
        column_type: Type::Number,
        unit: Unit::Unknown,
        texts: Vec::new(),
        near: Vec::new(),
    };
    let environment = Environment {
        columns: ["ログイン数", "Seats", "SEATS", "Level"].map(column).into(),
        ..Environment::default()
    };
    let says = |text: &str| {
        let problems = check(text, &environment).problems;
        problems.iter().map(|p| p.kind.to_string()).collect::<Vec<_>>().join("; ")
    };
    assert_eq!(says("logins > 3"), "no column `logins`: did you mean `ログイン数`?");
    assert_eq!(says("ろぐいん数 + ﾛｸﾞｲﾝ数"), "");
    assert_eq!(says("seats"), "more than one column is `seats`: did you mean `Seats`?");
    assert_eq!(says("SEATS + Seats"), "");
    assert_eq!(says("level"), "", "a column where no scores are known");
    assert_eq!(says("score"), "scores are not known here");
    assert_eq!(says("SCORE()"), "scores are not known here");
}

#[test]
fn what_is_asked_for() {
    let environment = Example::new().environment();
    let formula =
        crate::testing::formula("IF(plan = \"Pro\", CHANGE(LOGINS), mrr / seats)", &environment);
    let weeks: Vec<Day> = (0..9).map(|week| Day(20_000 - 7 * week)).collect();
    assert_eq!(formula.moments(&weeks), [0, 1]);
    assert!(!formula.asks_for_scores());
    let formula = crate::testing::formula("score - 3", &environment);
    assert!(formula.moments(&weeks) == [0] && formula.asks_for_scores());
    let formula = crate::testing::formula("PREV(CHANGE(logins, 2), 3 weeks)", &environment);
    assert_eq!(formula.moments(&weeks), [0, 3, 5]);
    assert_eq!(formula.moments(&weeks[..4]), [0, 3]);
}

#[test]
fn edges_of_functions() {
    results("ROUND(1e300, 2)", "1e300".parse::<f64>().unwrap().to_string().as_str());
    results("ROUND(5, -400)", "0");
    results("ROUND(2.5) & ROUND(-0.4)", "30");
    results("MOD(5, 0)", "–");
    results("CLAMP(5, 3, 1)", "–");
    results("0^0", "1");
    results("(-8)^(1/3)", "–");
    results("1e308 * 10", "–");
    results("1 / (1e308 * 10)", "–");
    results("LN(0)", "–");
    results("DATE(2026, 2, 30)", "2026-03-02");
    results("DATE(10000, 1, 1)", "–");
    results("EDATE(DATE(2024, 2, 29), 12)", "2025-02-28");
    results("EDATE(DATE(2026, 3, 31), -1)", "2026-02-28");
    results("DATE(9999, 12, 31) + 1", "–");
    results("TODAY() + 0.9", "2026-11-21");
    results("LEFT(\"abc\", -1)", "–");
    results("LEFT(\"abc\", 99)", "abc");
    results("RIGHT(\"abc\", 0)", "");
    results("MID(\"abc\", 0, 1)", "–");
    results("MID(\"abc\", 9, 1)", "");
    results("VALUE(\"inf\")", "–");
    results("VALUE(\"1e3円\")", "1000");
    results("TEXT(1.005, 2)", "1.01");
    results("BIN(-1, 10)", "-10");
    results("BIN(5, 0)", "–");
    results("1 IN ()", "FALSE");
    results("1 IN (BLANK(), 1)", "TRUE");
    results("1 IN (BLANK(), 2)", "–");
    results("SWITCH(3, 1, 2)", "–");
    results("IFBLANK(BLANK(), \"x\")", "x");
    results("DISTINCT(trial)", "2");
    results("MEDIAN(mrr WHERE FALSE)", "–");
    results("COUNT(WHERE FALSE) + SUM(mrr WHERE FALSE)", "0");
}

#[test]
fn hostile_nesting_is_no_danger() {
    let environment = Example::new().environment();
    let nested = |open: &str, close: &str| format!("{}mrr{}", open.repeat(190), close.repeat(190));
    for (open, close) in [
        ("IF(TRUE, 1, ", ")"),
        ("(", " BETWEEN 1 AND 2)"),
        ("(", " IN (1, mrr))"),
        ("SWITCH(", ", 1, 2, 3)"),
        ("SUM(", ")"),
        ("-", ""),
    ] {
        let checked = check(&nested(open, close), &environment);
        assert!(checked.formula.is_some(), "{open} {:?}", checked.problems);
        let _ = checked.formula.map(|f| f.value(&Example::new().frame(), 0));
    }
    let changes = check(&nested("CHANGERATE(", ")"), &environment);
    assert_eq!(changes.problems[0].kind, ProblemKind::TooDeep);
    let wide = format!("IFS({} 1)", "mrr > 1, 2, ".repeat(1_500));
    let value = check(&wide, &environment).formula.map(|f| f.value(&Example::new().frame(), 0));
    assert_eq!(value, Some(crate::Value::Number(2.0)));
}
