//! What stands between the children of a node in its picture: how its formula joins them.

use formula::{Binary, Expr, ExprKind, Unary};
use serde::{Deserialize, Serialize};

/// How a formula uses an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operator {
    /// Added.
    Plus,
    /// Taken away.
    Minus,
    /// A factor.
    Times,
    /// A divisor.
    Over,
    /// Any other way.
    Function,
}

/// How a formula joins its names: each as [`Operator`], when it is nothing but a sum or nothing but a
/// product of names, each named once; `None` for any other formula.
pub(crate) fn operators(expr: &Expr) -> Option<Vec<(&str, Operator)>> {
    let mut found = Vec::new();
    let whole = match &expr.kind {
        ExprKind::Binary { operator: Binary::Multiply | Binary::Divide, .. } => {
            product(expr, false, &mut found)
        }
        _ => sum(expr, false, &mut found),
    };
    let mut names: Vec<&str> = found.iter().map(|f| f.0).collect();
    table::order::sort(&mut names);
    (whole && names.is_sorted_by(|a, b| a < b)).then_some(found)
}

/// False when there is anything but names, plus and minus.
fn sum<'a>(expr: &'a Expr, negative: bool, found: &mut Vec<(&'a str, Operator)>) -> bool {
    match &expr.kind {
        ExprKind::Name { name, .. } => {
            found.push((name, if negative { Operator::Minus } else { Operator::Plus }));
            true
        }
        ExprKind::Unary { operator: Unary::Plus, of } => sum(of, negative, found),
        ExprKind::Unary { operator: Unary::Minus, of } => sum(of, !negative, found),
        ExprKind::Binary { operator: operator @ (Binary::Add | Binary::Subtract), left, right } => {
            let right_negative = negative != (*operator == Binary::Subtract);
            sum(left, negative, found) && sum(right, right_negative, found)
        }
        _ => false,
    }
}

/// False when there is anything but names, times and divided by.
fn product<'a>(expr: &'a Expr, under: bool, found: &mut Vec<(&'a str, Operator)>) -> bool {
    match &expr.kind {
        ExprKind::Name { name, .. } => {
            found.push((name, if under { Operator::Over } else { Operator::Times }));
            true
        }
        ExprKind::Binary {
            operator: operator @ (Binary::Multiply | Binary::Divide),
            left,
            right,
        } => {
            let right_under = under != (*operator == Binary::Divide);
            product(left, under, found) && product(right, right_under, found)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Operator::*, operators};

    #[test]
    fn sums_and_products_of_names() {
        let of = |text: &str| {
            let tree = formula::parse(text).tree;
            operators(&tree)
                .map(|o| o.iter().map(|(n, o)| ((*n).to_owned(), *o)).collect::<Vec<_>>())
        };
        let all = |pairs: &[(&str, super::Operator)]| {
            Some(pairs.iter().map(|(n, o)| ((*n).to_owned(), *o)).collect::<Vec<_>>())
        };
        assert_eq!(
            of("a + [b c] - (d - e)"),
            all(&[("a", Plus), ("b c", Plus), ("d", Minus), ("e", Plus)])
        );
        assert_eq!(of("-a"), all(&[("a", Minus)]));
        assert_eq!(
            of("a * b / (c * d / e)"),
            all(&[("a", Times), ("b", Times), ("c", Over), ("d", Over), ("e", Times)])
        );
        assert_eq!(of("新規 ＋ 継続"), all(&[("新規", Plus), ("継続", Plus)]));
        for other in ["a + a", "a * 2", "a * b + c", "MIN(a, b)", "1 - a", "a ^ b"] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
