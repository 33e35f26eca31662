//! How far back a formula looks.

use crate::function::{Id, function};
use crate::tree::{Expr, ExprKind, TimeUnit};
use crate::{Unary, parse};
use table::Day;

/// How far back a formula looks at most, whether or not it can be understood.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reach {
    /// So many snapshots …
    pub snapshots: u32,
    /// … before the one that lies so many days back.
    pub days: f64,
}

/// How far back the formula looks.
#[must_use]
pub fn reach(text: &str) -> Reach {
    of(&parse(text).tree)
}

fn of(expr: &Expr) -> Reach {
    let mut below = Reach::default();
    for child in expr.children() {
        let child = of(child);
        below.snapshots = below.snapshots.max(child.snapshots);
        below.days = below.days.max(child.days);
    }
    let ExprKind::Call { name, arguments, .. } = &expr.kind else { return below };
    let looks_back = |id| matches!(id, Id::Prev | Id::Change | Id::ChangeRate);
    if !function(name).is_some_and(|f| looks_back(f.id)) {
        return below;
    }
    match arguments.get(1).map(|a| &a.kind) {
        Some(ExprKind::Duration { count, unit }) => {
            let days = match unit {
                TimeUnit::Days => 1.0,
                TimeUnit::Weeks => 7.0,
                TimeUnit::Months => 31.0,
                TimeUnit::Years => 366.0,
            };
            // the nearest snapshot may be older by half of the span
            below.days += count * days * 1.5 + 1.0;
        }
        Some(kind) => below.snapshots = below.snapshots.saturating_add(written_count(kind)),
        None => below.snapshots = below.snapshots.saturating_add(1),
    }
    below
}

/// A whole number as it is written; what is worked out from constants may be any number.
fn written_count(kind: &ExprKind) -> u32 {
    match kind {
        ExprKind::Number(n) => *n as u32,
        ExprKind::Unary { operator: Unary::Plus, of } => written_count(&of.kind),
        _ => u32::MAX,
    }
}

impl Reach {
    /// How many of the earlier snapshots, newest first, it takes: `dates` are theirs, `date` is that of the
    /// snapshot that is looked back from.
    #[must_use]
    pub fn count(self, date: Day, dates: impl Iterator<Item = Day>) -> usize {
        let within = |d: &Day| f64::from(date.0) - f64::from(d.0) <= self.days;
        let in_days = if self.days > 0.0 { dates.take_while(within).count() } else { 0 };
        in_days.saturating_add(self.snapshots as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: usize) {
        // weekly snapshots
        let dates = (1..=60).map(|week| Day(20_000 - week * 7));
        assert_eq!(reach(text).count(Day(20_000), dates), expected, "{text}");
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
    }
}
