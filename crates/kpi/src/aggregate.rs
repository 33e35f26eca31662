//! What an aggregate over accounts adds up, account by account: for telling groups apart.

use formula::{Binary, Expr, ExprKind, Id, function};

/// A figure over accounts as sums over them; texts are formulas of one value an account, absent where
/// the account does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aggregate {
    /// Σ value.
    Sum(Sum),
    /// Σ value ÷ how many values there are.
    Mean(String),
    /// Σ over ÷ Σ under.
    Quotient {
        /// The numerator.
        over: Sum,
        /// The denominator.
        under: Sum,
    },
}

/// Values added up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// What an account adds.
    pub value: String,
    /// A value for each account that it is over: when there are such accounts and none of them has what is added
    /// up, the sum is absent. `None` for a count, which is 0 then.
    pub among: Option<String>,
}

/// An aggregate formula as sums: `COUNT`, `COUNTIF`, `SUM`, `AVERAGE`, `RATE` with any `WHERE`, and a
/// count or sum divided by another. `None` for all else (a median is no sum, and a sum of several
/// aggregates is better drawn as nodes).
#[must_use]
pub fn aggregate(text: &str) -> Option<Aggregate> {
    let parsed = formula::parse(text);
    if !parsed.problems.is_empty() {
        return None;
    }
    match &parsed.tree.kind {
        ExprKind::Binary { operator: Binary::Divide, left, right } => {
            let (Aggregate::Sum(over), Aggregate::Sum(under)) = (call(left)?, call(right)?) else {
                return None;
            };
            Some(Aggregate::Quotient { over, under })
        }
        _ => call(&parsed.tree),
    }
}

/// Which accounts a figure over accounts is of, as a condition; empty for all of them. Those of a rate or a
/// count are the ones that were counted, those of a quotient the ones above the line. `None` when that
/// cannot be told.
#[must_use]
pub fn counted(text: &str) -> Option<String> {
    let parsed = formula::parse(text);
    let of = match &parsed.tree.kind {
        _ if !parsed.problems.is_empty() => return None,
        ExprKind::Binary { operator: Binary::Divide, left, .. } => &**left,
        _ => &parsed.tree,
    };
    let ExprKind::Call { name, arguments, filter, .. } = &of.kind else { return None };
    let own = match (function(name)?.id, arguments.as_slice()) {
        (Id::CountIf | Id::Rate, [of]) => Some(of.to_string()),
        (Id::Count, [of]) => Some(format!("NOT ISBLANK({of})")),
        (Id::Count, []) | (Id::Sum | Id::Average, [_]) => None,
        _ => return None,
    };
    let filter = filter.as_ref().map(|f| f.to_string());
    Some(match (own, filter) {
        (Some(own), Some(filter)) => format!("({own}) AND ({filter})"),
        (own, filter) => own.or(filter).unwrap_or_default(),
    })
}

fn call(expr: &Expr) -> Option<Aggregate> {
    let ExprKind::Call { name, arguments, filter, .. } = &expr.kind else { return None };
    let counted = |value: String| Some(Aggregate::Sum(Sum { value, among: None }));
    let value = |text: String| match filter {
        Some(filter) => format!("IF({filter}, {text}, BLANK())"),
        None => text,
    };
    let as_number = |of: &Expr| format!("IF({of}, 1, 0)");
    match (function(name)?.id, arguments.as_slice()) {
        (Id::Count, []) => counted(value("1".to_owned())),
        (Id::Count, [of]) => counted(value(format!("IF(ISBLANK({of}), BLANK(), 1)"))),
        (Id::CountIf, [of]) => counted(value(as_number(of))),
        (Id::Sum, [of]) => {
            let among = Some(value("1".to_owned()));
            Some(Aggregate::Sum(Sum { value: value(of.to_string()), among }))
        }
        (Id::Average, [of]) => Some(Aggregate::Mean(value(of.to_string()))),
        (Id::Rate, [of]) => Some(Aggregate::Mean(value(as_number(of)))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Aggregate, Sum, aggregate, counted};

    #[test]
    fn sums_means_and_quotients() {
        let of = |t: &str, among: Option<&str>| Sum {
            value: t.to_owned(),
            among: among.map(str::to_owned),
        };
        let count = |t: &str| Some(Aggregate::Sum(of(t, None)));
        let mean = |t: &str| Some(Aggregate::Mean(t.to_owned()));
        assert_eq!(aggregate("COUNT()"), count("1"));
        assert_eq!(aggregate("countif(plan = \"Pro\")"), count("IF(plan = \"Pro\", 1, 0)"));
        let sum = of("IF(a > 3, mrr, BLANK())", Some("IF(a > 3, 1, BLANK())"));
        assert_eq!(aggregate("SUM(mrr WHERE a > 3)"), Some(Aggregate::Sum(sum)));
        assert_eq!(aggregate("AVERAGE(a / b)"), mean("a / b"));
        assert_eq!(aggregate("RATE(a > 1 WHERE b)"), mean("IF(b, IF(a > 1, 1, 0), BLANK())"));
        let quotient = Aggregate::Quotient { over: of("mrr", Some("1")), under: of("1", None) };
        assert_eq!(aggregate("SUM(mrr) / COUNT()"), Some(quotient));
        for other in ["MEDIAN(a)", "SUM(a) + SUM(b)", "a", "SUM(a", "AVERAGE(a) / COUNT()"] {
            assert_eq!(aggregate(other), None, "{other}");
        }
    }

    #[test]
    fn the_accounts_behind_a_figure() {
        let of = |text: &str| counted(text).unwrap_or_else(|| "?".to_owned());
        for (text, expected) in [
            ("COUNT()", ""),
            ("SUM(mrr)", ""),
            ("COUNTIF(level = 4)", "level = 4"),
            ("SUM(mrr WHERE a > 3)", "a > 3"),
            ("RATE(a > 1 WHERE b)", "(a > 1) AND (b)"),
            ("COUNT(nps)", "NOT ISBLANK(nps)"),
            ("COUNTIF(a = 1) / COUNT()", "a = 1"),
            ("PREV(SUM(mrr))", "?"),
            ("SUM(", "?"),
        ] {
            assert_eq!(of(text), expected, "{text}");
        }
    }
}
