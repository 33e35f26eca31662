//! Random formulas without errors, as text, by the type of their values.

use proptest::prelude::*;
use proptest::sample::select;

type Text = BoxedStrategy<String>;

fn one_of(words: &[&'static str]) -> impl Strategy<Value = String> + use<> {
    select(words.to_vec()).prop_map(str::to_owned)
}

/// `format!` over strategies of text.
macro_rules! written {
    ($format:literal, $($part:expr),+) => {
        ($($part),+,).prop_map(|parts| written!(@ $format, parts, $($part),+)).boxed()
    };
    (@ $format:literal, $parts:ident, $a:expr) => { format!($format, $parts.0) };
    (@ $format:literal, $parts:ident, $a:expr, $b:expr) => { format!($format, $parts.0, $parts.1) };
    (@ $format:literal, $parts:ident, $a:expr, $b:expr, $c:expr) => {
        format!($format, $parts.0, $parts.1, $parts.2)
    };
    (@ $format:literal, $parts:ident, $a:expr, $b:expr, $c:expr, $d:expr) => {
        format!($format, $parts.0, $parts.1, $parts.2, $parts.3)
    };
}

fn back() -> Text {
    one_of(&["1", "2", "1 week", "10 days", "1 month"]).boxed()
}

pub(super) fn number(depth: u32) -> Text {
    let leaf = prop_oneof![
        4 => one_of(&["n", "i", "small", "f"]),
        2 => one_of(&["0", "1", "2.5", "30%", "1e300", "7", "100"]),
        1 => one_of(&["score", "level", "POINTS(\"m\")", "COUNT()", "BLANK()"]),
    ];
    if depth == 0 {
        return leaf.boxed();
    }
    let (n, c, t, d) =
        (|| number(depth - 1), || condition(depth - 1), || text(depth - 1), || date(depth - 1));
    let signs = || one_of(&["+", "-", "*", "/", "^"]);
    let ones = || one_of(&["ABS", "INT", "SQRT", "LN", "LOG10", "EXP", "SIGN", "-", "+", "ROUND"]);
    let twos = || one_of(&["ROUND", "ROUNDUP", "ROUNDDOWN", "MOD", "MIN", "MAX", "POWER", "BIN"]);
    let parts = || one_of(&["YEAR", "MONTH", "DAY", "WEEKDAY", "DAYS SINCE "]);
    let figures = || one_of(&["SUM", "AVERAGE", "MEDIAN", "MIN", "MAX", "COUNT", "DISTINCT"]);
    let ranks = || one_of(&["RANK", "PERCENTRANK", "QUARTILE"]);
    let times = || one_of(&["PREV", "CHANGE", "CHANGERATE"]);
    prop_oneof![
        2 => leaf,
        6 => written!("({} {} {})", n(), signs(), n()),
        3 => written!("{}({})", ones(), n()),
        2 => written!("{}({}, {})", twos(), n(), n()),
        1 => written!("CLAMP({}, {}, {})", n(), n(), n()),
        3 => written!("IF({}, {}, {})", c(), n(), n()),
        1 => written!("IFS({}, {}, {}, 3)", c(), n(), c()),
        1 => written!("SWITCH({}, \"a\", {}, \"b\", {})", t(), n(), n()),
        1 => written!("SWITCH({}, {}, {}, 0)", n(), n(), n()),
        2 => written!("IFBLANK({}, {})", n(), n()),
        1 => written!("LEN({})", t()),
        1 => written!("VALUE({})", t()),
        1 => written!("{}({})", parts(), d()),
        1 => written!("({} - {})", d(), d()),
        1 => written!("{}({})", figures(), n()),
        1 => written!("{}({} WHERE {})", figures(), n(), c()),
        1 => written!("{}({})", one_of(&["COUNTIF", "RATE"]), c()),
        1 => written!("DISTINCT({} WHERE {})", t(), c()),
        1 => written!("PERCENTILE({}, 30%)", n()),
        1 => written!("{}({})", ranks(), n()),
        1 => written!("RANK({} WHERE {})", n(), c()),
        2 => written!("{}({}, {})", times(), n(), back()),
    ]
    .boxed()
}

pub(super) fn condition(depth: u32) -> Text {
    let leaf = one_of(&["f", "TRUE", "FALSE", "(t = \"a\")", "(n > 0)", "(u <> \"b\")"]);
    if depth == 0 {
        return leaf.boxed();
    }
    let (n, c, t, d) =
        (|| number(depth - 1), || condition(depth - 1), || text(depth - 1), || date(depth - 1));
    let orders = || one_of(&["=", "<>", "<", "<=", ">", ">="]);
    let parts = || one_of(&["CONTAINS", "STARTSWITH", "ENDSWITH"]);
    prop_oneof![
        2 => leaf,
        3 => written!("({} {} {})", n(), orders(), n()),
        2 => written!("({} {} {})", t(), orders(), t()),
        1 => written!("({} {} {})", d(), orders(), d()),
        1 => written!("({} {} {})", c(), one_of(&["=", "<>"]), c()),
        2 => written!("({} AND {})", c(), c()),
        2 => written!("({} OR {})", c(), c()),
        1 => written!("(NOT {})", c()),
        1 => written!("({} IN ({}, {}))", n(), n(), n()),
        1 => written!("({} NOT IN (\"a\", \"c\"))", t()),
        1 => written!("({} IN ({}, \"b\"))", t(), t()),
        1 => written!("({} IN (1, 2, 7))", n()),
        1 => written!("({} BETWEEN {} AND {})", n(), n(), n()),
        1 => written!("({} NOT BETWEEN {} AND {})", t(), t(), t()),
        1 => written!("{}({}, {})", parts(), t(), t()),
        1 => written!("ISBLANK({})", n()),
        1 => written!("ISBLANK({})", t()),
        1 => written!("ISBLANK({})", c()),
        1 => written!("IF({}, {}, {})", c(), c(), c()),
        1 => written!("IFBLANK({}, {})", c(), c()),
        1 => written!("PREV({}, {})", c(), back()),
        1 => written!("AND({}, {}, {})", c(), n(), c()),
    ]
    .boxed()
}

pub(super) fn text(depth: u32) -> Text {
    let leaf = one_of(&["t", "u", "\"a\"", "\"ab\"", "\"１２\"", "\"\""]);
    if depth == 0 {
        return leaf.boxed();
    }
    let (n, c, t, d) =
        (|| number(depth - 1), || condition(depth - 1), || text(depth - 1), || date(depth - 1));
    prop_oneof![
        3 => leaf,
        2 => written!("({} & {})", t(), t()),
        1 => written!("({} & {})", n(), d()),
        1 => written!("CONCAT({}, {}, {})", t(), c(), t()),
        1 => written!("{}({})", one_of(&["UPPER", "LOWER", "TRIM", "LEFT"]), t()),
        1 => written!("{}({}, {})", one_of(&["LEFT", "RIGHT"]), t(), n()),
        1 => written!("MID({}, {}, {})", t(), n(), n()),
        1 => written!("TEXT({})", n()),
        1 => written!("TEXT({}, 1)", n()),
        2 => written!("IF({}, {}, {})", c(), t(), t()),
        1 => written!("IFBLANK({}, {})", t(), t()),
        1 => written!("PREV({}, {})", t(), back()),
        1 => written!("SWITCH({}, \"a\", {}, {})", t(), t(), t()),
    ]
    .boxed()
}

pub(super) fn date(depth: u32) -> Text {
    let leaf = one_of(&["d", "TODAY()", "DATE(2026, 2, 29)", "PREV(TODAY())"]);
    if depth == 0 {
        return leaf.boxed();
    }
    let (n, c, d) = (|| number(depth - 1), || condition(depth - 1), || date(depth - 1));
    prop_oneof![
        3 => leaf,
        1 => written!("({} + {})", d(), n()),
        1 => written!("({} - {})", d(), n()),
        1 => written!("EDATE({}, {})", d(), n()),
        1 => written!("DATE({}, {}, {})", n(), n(), n()),
        1 => written!("IF({}, {}, {})", c(), d(), d()),
        1 => written!("PREV({}, {})", d(), back()),
    ]
    .boxed()
}
