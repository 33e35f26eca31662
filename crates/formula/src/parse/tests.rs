use super::*;

/// The normal form of a text without problems.
#[track_caller]
fn check(text: &str, expected: &str) {
    let parsed = parse(text);
    assert_eq!(parsed.problems, [], "{text}");
    let printed = parsed.tree.to_string();
    assert_eq!(printed, expected, "{text}");
    assert_eq!(parse(&printed).tree, parsed.tree, "{printed}");
}

/// The problems of a text, each with what it is about.
#[track_caller]
fn wrong(text: &str, expected: &[(&str, ProblemKind)]) {
    let problems = parse(text).problems;
    let shown: Vec<_> = problems.iter().map(|p| (p.span.of(text), p.kind.clone())).collect();
    assert_eq!(shown, expected, "{text}");
}

/// The shape of a tree, fully parenthesised.
fn shape(expr: &Expr) -> String {
    match &expr.kind {
        ExprKind::Binary { operator, left, right } => {
            format!("({} {} {})", shape(left), operator.text(), shape(right))
        }
        ExprKind::Unary { operator, of } => format!("({operator:?} {})", shape(of)),
        _ => expr.to_string(),
    }
}

#[track_caller]
fn binds(text: &str, expected: &str) {
    assert_eq!(shape(&parse(text).tree), expected, "{text}");
}

#[test]
fn normal_form() {
    check("a+b", "a + b");
    check("=  ((a)) ", "a");
    check("（ｘ＋１）×２", "(ｘ + 1) * 2");
    check("sum( x where y=1 )", "SUM(x WHERE y = 1)");
    check("ＣＯＵＮＴ(WHERE a)", "COUNT(WHERE a)");
    check("count()", "COUNT()");
    check("x not in (1;2)", "x NOT IN (1, 2)");
    check("x between 1 and 2 and y", "x BETWEEN 1 AND 2 AND y");
    check("prev(x, 4週間)", "PREV(x, 4 weeks)");
    check("days since d > 30", "DAYS SINCE d > 30");
    check("[a b] & \"x\"\"y\" & [c]]d]", "[a b] & \"x\"\"y\" & [c]]d]");
    check("-(2^2)", "-(2 ^ 2)");
    check("a-(b-c)-(d)", "a - (b - c) - d");
    check("(a=b)=c", "a = b = c");
    check("a = (NOT b)", "a = (NOT b)");
    check("-(-30%)%", "-(-30%)%");
    check("1e300 + 0.0000001", "1e300 + 1e-7");
    check("And(a, b) or not(c)", "AND(a, b) OR NOT c");
    check("true = FALSE", "TRUE = FALSE");
    check("days(a, since)", "DAYS(a, since)");
}

#[test]
fn operators_bind_as_in_excel() {
    binds("a + b * c ^ d", "(a + (b * (c ^ d)))");
    binds("2 ^ 3 ^ 4", "((2 ^ 3) ^ 4)");
    binds("-2 ^ 2", "((Minus 2) ^ 2)");
    binds("-a%", "(Minus (Percent a))");
    binds("a & b = c & d", "((a & b) = (c & d))");
    binds("a - b - c", "((a - b) - c)");
    binds("NOT a = b AND c OR d", "(((Not (a = b)) AND c) OR d)");
    binds("a OR b AND c", "(a OR (b AND c))");
}

#[test]
fn problems_say_where() {
    wrong("", &[("", ProblemKind::Empty)]);
    wrong(" = ", &[(" = ", ProblemKind::Empty)]);
    wrong("a +", &[("+", ProblemKind::ValueMissing)]);
    wrong("* a", &[("*", ProblemKind::ValueMissing)]);
    wrong("a b", &[("b", ProblemKind::OperatorMissing)]);
    wrong("(a", &[("(", ProblemKind::ParenthesisMissing)]);
    wrong("a)", &[(")", ProblemKind::ParenthesisUnopened)]);
    wrong("SUM(a", &[("(", ProblemKind::ParenthesisMissing)]);
    wrong("\"a", &[("\"a", ProblemKind::UnclosedText)]);
    wrong("a + [b", &[("[b", ProblemKind::UnclosedName)]);
    wrong("a ? b", &[("?", ProblemKind::StrayCharacter('?')), ("b", ProblemKind::OperatorMissing)]);
    wrong("a BETWEEN 1", &[("1", ProblemKind::BetweenWithoutAnd)]);
    wrong("a IN 1", &[("IN", ProblemKind::InWithoutList), ("1", ProblemKind::OperatorMissing)]);
    wrong(
        "a WHERE b",
        &[
            ("WHERE", ProblemKind::WhereNotHere { function: None }),
            ("b", ProblemKind::OperatorMissing),
        ],
    );
    wrong("a, b", &[(",", ProblemKind::StrayCharacter(',')), ("b", ProblemKind::OperatorMissing)]);
}

#[test]
fn several_problems_at_once() {
    wrong(
        "SUM(a b, ) + * 2",
        &[
            ("b", ProblemKind::OperatorMissing),
            (")", ProblemKind::ValueMissing),
            ("*", ProblemKind::ValueMissing),
        ],
    );
}

#[test]
fn nesting_and_length_are_bounded() {
    let deep = |open: &str, close: &str, n| format!("{}x{}", open.repeat(n), close.repeat(n));
    for (open, close) in [("(", ")"), ("-", ""), ("NOT ", ""), ("ABS(", ")"), ("", "+x"), ("", "%")]
    {
        assert_eq!(parse(&deep(open, close, 150)).problems, [], "{open}x{close}");
        let kinds: Vec<_> =
            parse(&deep(open, close, 3_000)).problems.into_iter().map(|p| p.kind).collect();
        assert_eq!(kinds, [ProblemKind::TooDeep], "{open}x{close}");
    }
    let long = parse(&"x".repeat(MAX_BYTES + 1)).problems;
    assert_eq!(long[0].kind, ProblemKind::TooLong);
}
