//! How far back a formula looks.

use crate::function::{Id, function};
use crate::tree::{Expr, ExprKind, TimeUnit};
use crate::{Unary, parse};
use table::Day;

/// How many snapshots before another a formula looks back over at most, whether or not it can be understood:
/// `dates` are those of that snapshot and of all before it, newest first.
#[must_use]
pub fn reach(text: &str, dates: &[Day]) -> usize {
    of(&parse(text).tree, 0, dates).min(dates.len().saturating_sub(1))
}

/// The oldest place in `dates` that an expression may look at from one of them.
fn of(expr: &Expr, from: usize, dates: &[Day]) -> usize {
    let below = |from| expr.children().into_iter().map(|child| of(child, from, dates)).max();
    let ExprKind::Call { name, arguments, .. } = &expr.kind else {
        return below(from).unwrap_or(from);
    };
    let looks_back = |id| matches!(id, Id::Prev | Id::Change | Id::ChangeRate);
    if !function(name).is_some_and(|f| looks_back(f.id)) {
        return below(from).unwrap_or(from);
    }
    let then = match arguments.get(1).map(|a| &a.kind) {
        Some(ExprKind::Duration { count, unit }) => {
            let days = match unit {
                TimeUnit::Days => 1.0,
                TimeUnit::Weeks => 7.0,
                TimeUnit::Months => 31.0,
                TimeUnit::Years => 366.0,
            };
            // the nearest snapshot may be older by half of the span
            let days = count * days * 1.5 + 1.0;
            let Some(date) = dates.get(from) else { return from };
            let within = |d: &&Day| f64::from(date.0) - f64::from(d.0) <= days;
            from + dates[from..].iter().take_while(within).count().saturating_sub(1)
        }
        Some(kind) => from.saturating_add(written_count(kind) as usize),
        None => from.saturating_add(1),
    };
    // further back is never nearer: what is nested looks back from there, and a change from here as well
    below(then).unwrap_or(then)
}

/// A whole number as it is written; what is worked out from constants may be any number.
fn written_count(kind: &ExprKind) -> u32 {
    match kind {
        ExprKind::Number(n) => *n as u32,
        ExprKind::Unary { operator: Unary::Plus, of } => written_count(&of.kind),
        _ => u32::MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: usize) {
        let weekly: Vec<Day> = (0..=60).map(|week| Day(20_000 - week * 7)).collect();
        assert_eq!(reach(text, &weekly), expected, "{text}");
    }

    #[test]
    fn as_far_as_is_needed() {
        check("logins / seats", 0);
        check("PREV(logins)", 1);
        check("CHANGE(logins, 3) + PREV(seats)", 3);
        check("CHANGE(CHANGE(logins))", 2);
        check("PREV(logins, 4 weeks)", 6);
        check("prev(prev(logins, 4週), 2", 8);
        check("CHANGERATE(logins, 1 month)", 6);
        check("PREV(logins, 1 + 1)", 60);
        check("PREV(logins, 99)", 60);
        assert_eq!(reach("PREV(logins)", &[]), 0);
    }

    #[test]
    fn what_is_nested_looks_back_from_there() {
        // one snapshot a quarter ago, and daily ones before it
        let dates: Vec<Day> =
            [20_000].into_iter().chain((0..60).map(|d| 19_910 - d)).map(Day).collect();
        assert_eq!(reach("PREV(PREV(logins, 10 days), 3)", &dates), 3 + 16);
        assert_eq!(reach("PREV(PREV(logins, 3), 10 days)", &dates), 3);
    }
}
