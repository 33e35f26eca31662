//! From a tree to its text, which parses to the same tree.

use crate::lex::is_bare;
use crate::tree::{Expr, ExprKind, TimeUnit, Unary, strength};
use std::fmt::{self, Write};

/// With one space around operators, as few parentheses as can be and functions in capitals. Parses to an
/// equal tree, unless there is an [`ExprKind::Error`] in it, which prints as `?`.
impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        print(self, 0, f)
    }
}

/// A column's name as it is written in a formula: in brackets where it needs them.
#[must_use]
pub fn written_name(name: &str) -> String {
    if is_bare(name) && !is_score_word(name) {
        name.to_owned()
    } else {
        format!("[{}]", name.replace(']', "]]"))
    }
}

/// Whether a bare name means the score or its level, where those are known, unless a column is called exactly so.
#[must_use]
pub fn is_score_word(name: &str) -> bool {
    ["SCORE", "LEVEL"].iter().any(|word| crate::lex::same_word(name, word))
}

/// Text as it is written in a formula.
#[must_use]
pub fn written_text(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A number as it is written in a formula; `n` is finite.
#[must_use]
pub fn written_number(n: f64) -> String {
    let size = n.abs();
    if size != 0.0 && !(1e-6..1e16).contains(&size) { format!("{n:e}") } else { n.to_string() }
}

/// How tightly the outermost operator of an expression binds.
fn own_strength(expr: &Expr) -> u8 {
    match &expr.kind {
        ExprKind::Unary { operator, .. } => match operator {
            Unary::Minus | Unary::Plus => strength::SIGN,
            Unary::Percent => strength::PERCENT,
            Unary::Not => strength::NOT,
        },
        ExprKind::DaysSince(_) => strength::SIGN,
        ExprKind::Binary { operator, .. } => operator.strength(),
        ExprKind::In { .. } | ExprKind::Between { .. } => strength::COMPARISON,
        _ => strength::ATOM,
    }
}

/// Prints with parentheses when the expression binds less tightly than `least`.
fn print(expr: &Expr, least: u8, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if own_strength(expr) < least {
        f.write_char('(')?;
        print(expr, 0, f)?;
        return f.write_char(')');
    }
    match &expr.kind {
        ExprKind::Number(n) => f.write_str(&written_number(*n)),
        ExprKind::Text(text) => f.write_str(&written_text(text)),
        ExprKind::Boolean(yes) => f.write_str(if *yes { "TRUE" } else { "FALSE" }),
        ExprKind::Duration { count, unit } => {
            let word = match unit {
                TimeUnit::Days => "days",
                TimeUnit::Weeks => "weeks",
                TimeUnit::Months => "months",
                TimeUnit::Years => "years",
            };
            write!(f, "{} {word}", written_number(*count))
        }
        ExprKind::Name { name, bracketed: false } => f.write_str(name),
        ExprKind::Name { name, bracketed: true } => write!(f, "[{}]", name.replace(']', "]]")),
        ExprKind::Unary { operator, of } => match operator {
            Unary::Minus => prefixed("-", of, strength::SIGN, f),
            Unary::Plus => prefixed("+", of, strength::SIGN, f),
            Unary::Not => prefixed("NOT ", of, strength::NOT, f),
            Unary::Percent => {
                print(of, strength::PERCENT, f)?;
                f.write_char('%')
            }
        },
        ExprKind::DaysSince(of) => prefixed("DAYS SINCE ", of, strength::SIGN, f),
        ExprKind::Binary { operator, left, right } => {
            print(left, operator.strength(), f)?;
            write!(f, " {} ", operator.text())?;
            print(right, operator.strength() + 1, f)
        }
        ExprKind::In { of, options, negated } => {
            print(of, strength::COMPARISON, f)?;
            f.write_str(if *negated { " NOT IN (" } else { " IN (" })?;
            list(options, f)?;
            f.write_char(')')
        }
        ExprKind::Between { of, low, high, negated } => {
            print(of, strength::COMPARISON, f)?;
            f.write_str(if *negated { " NOT BETWEEN " } else { " BETWEEN " })?;
            print(low, strength::JOIN, f)?;
            f.write_str(" AND ")?;
            print(high, strength::JOIN, f)
        }
        ExprKind::Call { name, arguments, filter, .. } => {
            write!(f, "{}(", name)?;
            list(arguments, f)?;
            if let Some(filter) = filter {
                f.write_str(if arguments.is_empty() { "WHERE " } else { " WHERE " })?;
                print(filter, 0, f)?;
            }
            f.write_char(')')
        }
        ExprKind::Error => f.write_char('?'),
    }
}

fn prefixed(word: &str, of: &Expr, least: u8, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(word)?;
    print(of, least, f)
}

fn list(values: &[Expr], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (at, value) in values.iter().enumerate() {
        if at > 0 {
            f.write_str(", ")?;
        }
        print(value, 0, f)?;
    }
    Ok(())
}
