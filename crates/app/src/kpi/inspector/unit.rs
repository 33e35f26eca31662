//! What a figure over accounts counts, as its formula tells: so that a churn rate reads 13.6 % and not 0.14.

use formula::{Binary, Environment, Expr, ExprKind, Unit};

/// The unit for a node that nobody gave one yet; `None` where the formula says nothing of it.
pub fn unit_of(text: &str, environment: &Environment) -> Option<kpi::Unit> {
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
    let counts =
        |of: &Expr| matches!(&of.kind, ExprKind::Call { name, .. } if name.starts_with("COUNT"));
    match &expr.kind {
        ExprKind::Call { name, arguments, .. } => match name.as_str() {
            "RATE" | "CHANGERATE" => true,
            "PREV" | "CHANGE" => arguments.first().is_some_and(is_share),
            _ => false,
        },
        ExprKind::Binary { operator: Binary::Divide, left, right } => counts(left) && counts(right),
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

    #[test]
    fn as_the_formula_says() {
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
        let environment = Environment { columns, scores: true, measures: Vec::new() };
        let check = |text, expected| assert_eq!(unit_of(text, &environment), expected, "{text}");
        check("COUNTIF(churned = \"Yes\") / COUNT()", Some(kpi::Unit::Percent));
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
