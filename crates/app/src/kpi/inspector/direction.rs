//! Which way is better for a figure over accounts, as its formula tells: the fewer that churn the better.

use formula::{Binary, Expr, ExprKind, Unary};
use kpi::{Direction, Known};
use score::ChurnedWhen;
use std::cmp::Ordering;
use table::{ColumnType, Role};

/// The outcome column of the snapshot on show.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Its name.
    pub name: String,
    /// Its type.
    pub column_type: ColumnType,
    /// Whether yes, or 1, means churned.
    pub yes_is_churned: bool,
}

impl Outcome {
    /// The outcome column of a snapshot; `None` where it has none.
    pub fn of(snapshot: &engine::message::SnapshotInfo) -> Option<Self> {
        let (name, column_type, _) = snapshot.columns.iter().find(|c| c.2 == Role::Outcome)?;
        let yes_is_churned = snapshot.outcome_is_churn;
        Some(Self { name: name.clone(), column_type: *column_type, yes_is_churned })
    }

    /// The share of accounts that churned, as a formula; `None` where only the texts of the column tell who did.
    pub fn churn_rate(&self) -> Option<String> {
        let column = formula::written_name(&self.name);
        Some(match (self.column_type, self.yes_is_churned) {
            (ColumnType::Boolean, true) => format!("RATE({column})"),
            (ColumnType::Boolean, false) => format!("RATE(NOT {column})"),
            (ColumnType::Integer | ColumnType::Decimal, true) => format!("RATE({column} = 1)"),
            (ColumnType::Integer | ColumnType::Decimal, false) => format!("RATE({column} = 0)"),
            _ => return None,
        })
    }
}

/// The direction of a node when it comes to be known otherwise: as long as nobody chose another than its formula over
/// accounts tells, it follows the formula.
pub fn led(
    direction: Direction,
    before: &Known,
    after: &Known,
    outcome: Option<&Outcome>,
) -> Direction {
    let told = |known: &Known| match (known, outcome) {
        (Known::Accounts(text), Some(outcome)) if counts_churned(text, outcome) => Direction::Lower,
        _ => Direction::Higher,
    };
    let follows = direction == told(before) && matches!(after, Known::Accounts(_));
    if follows { told(after) } else { direction }
}

/// Whether a formula is a count or a share of accounts that churned.
fn counts_churned(text: &str, outcome: &Outcome) -> bool {
    more(&formula::parse(text).tree, outcome) == Some(Ordering::Greater)
}

/// Whether a figure grows or shrinks as more accounts churn; `None` where it does not tell.
fn more(expr: &Expr, outcome: &Outcome) -> Option<Ordering> {
    match &expr.kind {
        ExprKind::Call { name, arguments, filter, .. } => {
            let first = arguments.first();
            match name.as_str() {
                "RATE" | "COUNTIF" => churned(first?, outcome),
                "AVERAGE" | "SUM" => churned(first.filter(|e| is_name(e, outcome))?, outcome),
                "COUNT" => churned(filter.as_deref()?, outcome),
                "PREV" | "CHANGE" | "CHANGERATE" => more(first?, outcome),
                _ => None,
            }
        }
        ExprKind::Unary { operator: Unary::Minus, of } => more(of, outcome).map(Ordering::reverse),
        ExprKind::Unary { operator: Unary::Percent | Unary::Plus, of } => more(of, outcome),
        ExprKind::Binary { operator, left, right } => {
            let (l, r) = (more(left, outcome), more(right, outcome));
            match (operator, l, r) {
                (Binary::Multiply | Binary::Divide, Some(way), None)
                | (Binary::Add | Binary::Subtract, Some(way), None)
                | (Binary::Multiply | Binary::Add, None, Some(way)) => Some(way),
                (Binary::Subtract | Binary::Divide, None, Some(way)) => Some(way.reverse()),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether a condition holds for those that churned (`Greater`) or for those that stayed (`Less`).
fn churned(condition: &Expr, outcome: &Outcome) -> Option<Ordering> {
    let way = |left: bool| if left { Ordering::Greater } else { Ordering::Less };
    match &condition.kind {
        ExprKind::Name { .. } => is_name(condition, outcome).then_some(way(outcome.yes_is_churned)),
        ExprKind::Unary { operator: Unary::Not, of } => churned(of, outcome).map(Ordering::reverse),
        ExprKind::Binary { operator: Binary::And, left, right } => {
            churned(left, outcome).or_else(|| churned(right, outcome))
        }
        ExprKind::Binary {
            operator: operator @ (Binary::Equal | Binary::NotEqual),
            left,
            right,
        } => {
            let value = match (is_name(left, outcome), is_name(right, outcome)) {
                (true, false) => right,
                (false, true) => left,
                _ => return None,
            };
            let left = way(means_churned(value, outcome)?);
            Some(if *operator == Binary::Equal { left } else { left.reverse() })
        }
        _ => None,
    }
}

/// Whether a value of the outcome column means churned; `None` for one that does not say.
fn means_churned(value: &Expr, outcome: &Outcome) -> Option<bool> {
    let yes = outcome.yes_is_churned;
    match &value.kind {
        ExprKind::Boolean(value) => Some(*value == yes),
        ExprKind::Number(value) if *value == 0.0 || *value == 1.0 => Some((*value == 1.0) == yes),
        ExprKind::Text(text) => match ChurnedWhen::told(&[text], yes)? {
            ChurnedWhen::OneOf(left) => Some(!left.is_empty()),
            _ => None,
        },
        _ => None,
    }
}

fn is_name(expr: &Expr, outcome: &Outcome) -> bool {
    let same = |name: &str| name.to_lowercase() == outcome.name.to_lowercase();
    matches!(&expr.kind, ExprKind::Name { name, .. } if same(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(name: &str, column_type: ColumnType, yes_is_churned: bool) -> Outcome {
        Outcome { name: name.to_owned(), column_type, yes_is_churned }
    }

    #[test]
    fn what_counts_those_that_churned() {
        let churn = outcome("Churn", ColumnType::Boolean, true);
        for (text, expected) in [
            ("RATE(Churn = \"Yes\")", true),
            ("RATE(Churn)", true),
            ("COUNTIF(Churn = \"Yes\") / COUNT()", true),
            ("COUNT(WHERE Churn AND Contract = \"Month-to-month\")", true),
            ("RATE(NOT (Churn = \"No\"))", true),
            ("CHANGE(RATE([Churn] <> FALSE))", true),
            ("1 - RATE(Churn = \"No\")", true),
            ("1 - RATE(Churn = \"Yes\")", false),
            ("RATE(Churn = \"No\")", false),
            ("RATE(Partner = \"Yes\")", false),
            ("AVERAGE(MonthlyCharges WHERE Churn = \"Yes\")", false),
            ("COUNT()", false),
            ("RATE(Churn = ", false),
        ] {
            assert_eq!(counts_churned(text, &churn), expected, "{text}");
        }
        let renewed = outcome("renewed", ColumnType::Boolean, false);
        assert!(counts_churned("RATE(NOT renewed)", &renewed));
        assert!(!counts_churned("RATE(renewed)", &renewed));
        let status = outcome("status", ColumnType::Text, true);
        assert!(counts_churned("RATE(status = \"解約\")", &status));
        assert!(!counts_churned("RATE(status = \"renewed\")", &status));
    }

    #[test]
    fn its_own_churn_rate_is_the_less_the_better() {
        for (column_type, yes) in [
            (ColumnType::Boolean, true),
            (ColumnType::Boolean, false),
            (ColumnType::Integer, true),
            (ColumnType::Integer, false),
        ] {
            let outcome = outcome("left or not", column_type, yes);
            assert!(counts_churned(&outcome.churn_rate().unwrap(), &outcome));
        }
        assert_eq!(outcome("status", ColumnType::Text, true).churn_rate(), None);
    }

    #[test]
    fn a_direction_follows_until_one_is_chosen() {
        let churn = outcome("Churn", ColumnType::Boolean, true);
        let over = |text: &str| Known::Accounts(text.to_owned());
        let after =
            |direction, before: &Known, then: &Known| led(direction, before, then, Some(&churn));
        let (rate, kept, count) = (over("RATE(Churn)"), over("1 - RATE(Churn)"), over("COUNT()"));
        let (higher, lower) = (Direction::Higher, Direction::Lower);
        assert_eq!(after(higher, &Known::Unknown, &rate), lower);
        assert_eq!(after(lower, &rate, &kept), higher);
        assert_eq!(after(higher, &Known::Unknown, &count), higher);
        // somebody chose the other one
        assert_eq!(after(higher, &rate, &over("RATE(Churn = \"Yes\")")), higher);
        assert_eq!(after(lower, &Known::Unknown, &count), lower);
        assert_eq!(after(lower, &rate, &Known::Typed(Vec::new())), lower);
        assert_eq!(led(higher, &Known::Unknown, &rate, None), higher);
    }
}
