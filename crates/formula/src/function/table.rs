//! The table of functions.

use super::{Function, Group, Id, Parameter};
use Parameter as P;

const fn row(
    id: Id,
    name: &'static str,
    group: Group,
    least: u8,
    parameters: &'static [Parameter],
    example: &'static str,
) -> Function {
    Function { id, name, group, parameters, least, repeats: 0, filter: false, example }
}

const fn many(function: Function, repeats: u8) -> Function {
    Function { repeats, ..function }
}

const fn filtered(function: Function) -> Function {
    Function { filter: true, ..function }
}

/// All functions, by group.
#[rustfmt::skip]
pub const FUNCTIONS: &[Function] = {
    use Group::{Absent, Aggregate, Date, Logic, Number, Rank, Score, Text, Time};
    &[
        row(Id::Abs, "ABS", Number, 1, &[P::Number], "ABS(nps)"),
        row(Id::Round, "ROUND", Number, 1, &[P::Number, P::Digits], "ROUND(mrr / seats, 1)"),
        row(Id::RoundUp, "ROUNDUP", Number, 1, &[P::Number, P::Digits], "ROUNDUP(mrr / seats)"),
        row(Id::RoundDown, "ROUNDDOWN", Number, 1, &[P::Number, P::Digits], "ROUNDDOWN(mrr / seats)"),
        row(Id::Int, "INT", Number, 1, &[P::Number], "INT(logins / 7)"),
        row(Id::Mod, "MOD", Number, 2, &[P::Number, P::Divisor], "MOD(logins, 7)"),
        filtered(many(row(Id::Min, "MIN", Number, 1, &[P::Number, P::Number], "MIN(logins, seats)"), 1)),
        filtered(many(row(Id::Max, "MAX", Number, 1, &[P::Number, P::Number], "MAX(nps, 0)"), 1)),
        row(Id::Sqrt, "SQRT", Number, 1, &[P::Number], "SQRT(seats)"),
        row(Id::Ln, "LN", Number, 1, &[P::Number], "LN(logins)"),
        row(Id::Log10, "LOG10", Number, 1, &[P::Number], "LOG10(mrr)"),
        row(Id::Exp, "EXP", Number, 1, &[P::Number], "EXP(1)"),
        row(Id::Power, "POWER", Number, 2, &[P::Number, P::Exponent], "POWER(seats, 2)"),
        row(Id::Sign, "SIGN", Number, 1, &[P::Number], "SIGN(nps)"),
        row(Id::Clamp, "CLAMP", Number, 3, &[P::Number, P::Least, P::Most], "CLAMP(nps, 0, 10)"),
        row(Id::If, "IF", Logic, 2, &[P::Condition, P::Value, P::Otherwise], "IF(nps >= 9, 1, 0)"),
        many(row(Id::Ifs, "IFS", Logic, 2, &[P::Condition, P::Value], "IFS(nps >= 9, \"fan\", nps >= 7, \"calm\", TRUE, \"risk\")"), 2),
        many(row(Id::Switch, "SWITCH", Logic, 3, &[P::Value, P::Value, P::Value], "SWITCH(plan, \"Pro\", 2, \"Max\", 3, 1)"), 2),
        many(row(Id::And, "AND", Logic, 1, &[P::Condition, P::Condition], "AND(nps >= 9, logins > 10)"), 1),
        many(row(Id::Or, "OR", Logic, 1, &[P::Condition, P::Condition], "OR(nps >= 9, logins > 10)"), 1),
        row(Id::Len, "LEN", Text, 1, &[P::Text], "LEN(name)"),
        row(Id::Left, "LEFT", Text, 1, &[P::Text, P::Count], "LEFT(name, 2)"),
        row(Id::Right, "RIGHT", Text, 1, &[P::Text, P::Count], "RIGHT(name, 2)"),
        row(Id::Mid, "MID", Text, 3, &[P::Text, P::Start, P::Count], "MID(name, 2, 3)"),
        row(Id::Upper, "UPPER", Text, 1, &[P::Text], "UPPER(plan)"),
        row(Id::Lower, "LOWER", Text, 1, &[P::Text], "LOWER(plan)"),
        row(Id::Trim, "TRIM", Text, 1, &[P::Text], "TRIM(\" a  b \")"),
        row(Id::Contains, "CONTAINS", Text, 2, &[P::Text, P::Part], "CONTAINS(name, \"Corp\")"),
        row(Id::StartsWith, "STARTSWITH", Text, 2, &[P::Text, P::Part], "STARTSWITH(name, \"a\")"),
        row(Id::EndsWith, "ENDSWITH", Text, 2, &[P::Text, P::Part], "ENDSWITH(name, \"Inc\")"),
        many(row(Id::Concat, "CONCAT", Text, 1, &[P::Value, P::Value], "CONCAT(plan, \" / \", seats)"), 1),
        row(Id::Value, "VALUE", Text, 1, &[P::Text], "VALUE(\"１，２００\")"),
        row(Id::Text, "TEXT", Text, 1, &[P::Value, P::Digits], "TEXT(mrr / seats, 2)"),
        row(Id::Date, "DATE", Date, 3, &[P::Year, P::Month, P::Day], "DATE(2026, 11, 21)"),
        row(Id::Year, "YEAR", Date, 1, &[P::Date], "YEAR(started)"),
        row(Id::Month, "MONTH", Date, 1, &[P::Date], "MONTH(started)"),
        row(Id::Day, "DAY", Date, 1, &[P::Date], "DAY(started)"),
        row(Id::Weekday, "WEEKDAY", Date, 1, &[P::Date], "WEEKDAY(started)"),
        row(Id::Today, "TODAY", Date, 0, &[], "TODAY()"),
        row(Id::Days, "DAYS", Date, 2, &[P::End, P::StartDate], "DAYS(TODAY(), started)"),
        row(Id::Edate, "EDATE", Date, 2, &[P::Date, P::Months], "EDATE(started, 12)"),
        row(Id::IsBlank, "ISBLANK", Absent, 1, &[P::Value], "ISBLANK(nps)"),
        row(Id::IfBlank, "IFBLANK", Absent, 2, &[P::Value, P::Otherwise], "IFBLANK(nps, 0)"),
        row(Id::Blank, "BLANK", Absent, 0, &[], "IF(seats > 0, logins / seats, BLANK())"),
        filtered(row(Id::Rank, "RANK", Rank, 1, &[P::Number], "RANK(mrr)")),
        filtered(row(Id::PercentRank, "PERCENTRANK", Rank, 1, &[P::Number], "PERCENTRANK(mrr)")),
        filtered(row(Id::Ntile, "NTILE", Rank, 2, &[P::Number, P::Groups], "NTILE(mrr, 2)")),
        filtered(row(Id::Quartile, "QUARTILE", Rank, 1, &[P::Number], "QUARTILE(mrr)")),
        row(Id::Bin, "BIN", Rank, 2, &[P::Number, P::Width], "BIN(mrr, 50)"),
        filtered(row(Id::Count, "COUNT", Aggregate, 0, &[P::Value], "COUNT(nps)")),
        filtered(row(Id::CountIf, "COUNTIF", Aggregate, 1, &[P::Condition], "COUNTIF(nps >= 9)")),
        filtered(row(Id::Sum, "SUM", Aggregate, 1, &[P::Number], "SUM(mrr WHERE plan = \"Pro\")")),
        filtered(row(Id::Average, "AVERAGE", Aggregate, 1, &[P::Number], "logins / AVERAGE(logins)")),
        filtered(row(Id::Median, "MEDIAN", Aggregate, 1, &[P::Number], "MEDIAN(mrr)")),
        filtered(row(Id::Percentile, "PERCENTILE", Aggregate, 2, &[P::Number, P::Share], "PERCENTILE(mrr, 90%)")),
        filtered(row(Id::Rate, "RATE", Aggregate, 1, &[P::Condition], "RATE(nps >= 7)")),
        filtered(row(Id::Distinct, "DISTINCT", Aggregate, 1, &[P::Value], "DISTINCT(plan)")),
        row(Id::Prev, "PREV", Time, 1, &[P::Value, P::Back], "PREV(logins)"),
        row(Id::Change, "CHANGE", Time, 1, &[P::Number, P::Back], "CHANGE(logins)"),
        row(Id::ChangeRate, "CHANGERATE", Time, 1, &[P::Number, P::Back], "CHANGERATE(logins, 2 weeks)"),
        row(Id::Score, "SCORE", Score, 0, &[], "SCORE() >= 50"),
        row(Id::Level, "LEVEL", Score, 0, &[], "LEVEL() <= 2"),
        row(Id::Points, "POINTS", Score, 1, &[P::Measure], "POINTS(\"Use of seats\")"),
    ]
};
