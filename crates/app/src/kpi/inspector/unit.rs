//! What a figure over accounts counts, as its formula tells: so that a churn rate reads 13.6 % and not 0.14.

use formula::{Binary, Environment, Expr, ExprKind, Unit};
use kpi::Known;

/// The unit of a node when it comes to be known otherwise: as long as nobody chose another than its formula over
/// accounts tells, it follows the formula.
pub fn followed(
    unit: &kpi::Unit,
    before: &Known,
    after: &Known,
    environment: &Environment,
) -> kpi::Unit {
    let told = |known: &Known| match known {
        Known::Accounts(text) => unit_of(text, environment),
        _ => None,
    };
    let follows = *unit == told(before).unwrap_or_default();
    if follows && matches!(after, Known::Accounts(_)) {
        return told(after).unwrap_or_default();
    }
    unit.clone()
}

/// The unit for a node that nobody gave one yet; `None` where the formula says nothing of it.
fn unit_of(text: &str, environment: &Environment) -> Option<kpi::Unit> {
    let checked = formula::check(text, environment);
    Some(match checked.formula?.unit() {
        Unit::Money => kpi::Unit::Money,
        Unit::Days => kpi::Unit::Days,
        Unit::Points => kpi::Unit::Points,
        Unit::Ratio if is_share(&checked.tree) => kpi::Unit::Percent,
        Unit::Ratio => kpi::Unit::Ratio,
        _ => return None,
    })
}

/// Whether it is a part of a whole, which reads best in percent; a quotient of other things, such as logins by
/// seats, is not.
fn is_share(expr: &Expr) -> bool {
    let counts = |of: &Expr| matches!(&of.kind, ExprKind::Call { name, .. } if name == "COUNT" || name == "COUNTIF");
    // only of all accounts each count is a part
    let counts_all = |of: &Expr| matches!(&of.kind, ExprKind::Call { name, arguments, filter, .. } if name == "COUNT" && arguments.is_empty() && filter.is_none());
    match &expr.kind {
        ExprKind::Call { name, arguments, .. } => match name.as_str() {
            "RATE" | "CHANGERATE" => true,
            "PREV" | "CHANGE" => arguments.first().is_some_and(is_share),
            _ => false,
        },
        ExprKind::Binary { operator: Binary::Divide, left, right } => {
            counts(left) && counts_all(right)
        }
        ExprKind::Binary { operator: Binary::Add | Binary::Subtract, left, right } => {
            let is_number = |of: &Expr| matches!(of.kind, ExprKind::Number(_));
            let fits = |of| is_share(of) || is_number(of);
            fits(left) && fits(right)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use formula::{KnownColumn, Type};

    fn environment() -> Environment {
        let column = |name: &str, column_type, unit| KnownColumn {
            name: name.to_owned(),
            column_type,
            unit,
            texts: Vec::new(),
            near: Vec::new(),
        };
        let columns = vec![
            column("churned", Type::Boolean, Unit::Unknown),
            column("mrr", Type::Number, Unit::Money),
            column("logins", Type::Number, Unit::Count),
            column("seats", Type::Number, Unit::Count),
            column("x", Type::Number, Unit::Unknown),
        ];
        Environment { columns, scores: true, measures: Vec::new() }
    }

    #[test]
    fn a_unit_follows_until_one_is_chosen() {
        let environment = environment();
        let over = |text: &str| Known::Accounts(text.to_owned());
        let after = |unit: kpi::Unit, before: Known, then: Known| {
            followed(&unit, &before, &then, &environment)
        };
        let (count, money, percent) = (kpi::Unit::Count, kpi::Unit::Money, kpi::Unit::Percent);
        let (average, rate) = (over("AVERAGE(mrr)"), over("RATE(churned)"));
        assert_eq!(after(count.clone(), Known::Unknown, average.clone()), money);
        assert_eq!(after(money.clone(), average.clone(), rate.clone()), percent);
        assert_eq!(after(percent, rate, over("COUNT()")), count);
        // somebody chose one
        assert_eq!(after(count.clone(), over("SUM(mrr)"), average.clone()), count);
        assert_eq!(after(kpi::Unit::Days, Known::Unknown, average.clone()), kpi::Unit::Days);
        // what is known elsewise tells nothing
        assert_eq!(after(money.clone(), average, Known::Typed(Vec::new())), money);
    }

    #[test]
    fn as_the_formula_says() {
        let environment = environment();
        let check = |text, expected| assert_eq!(unit_of(text, &environment), expected, "{text}");
        check("COUNTIF(churned = \"Yes\") / COUNT()", Some(kpi::Unit::Percent));
        check("COUNT() / COUNTIF(churned)", Some(kpi::Unit::Ratio));
        check("COUNTIF(seats > 5) / COUNTIF(churned)", Some(kpi::Unit::Ratio));
        check("1 - RATE(churned)", Some(kpi::Unit::Percent));
        check("CHANGERATE(SUM(mrr))", Some(kpi::Unit::Percent));
        check("SUM(logins) / SUM(seats)", Some(kpi::Unit::Ratio));
        check("AVERAGE(mrr)", Some(kpi::Unit::Money));
        check("AVERAGE(score)", Some(kpi::Unit::Points));
        check("COUNT()", None);
        check("AVERAGE(x)", None);
        check("SUM(nothing)", None);
    }
}
