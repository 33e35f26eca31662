//! Measures that are formulas: snapshots as `formula` sees them.
//!
//! What begins here is never inlined: it may be told apart from what does without formulas, and come later.

use crate::values::{blind_back, snapshot_back};
use crate::{Absence, At, Join};
use formula::{Environment, Formula, Frame, Joins, Moment, Type, Value};
use std::borrow::Cow;
use table::{Day, Snapshot, Table};

/// What a formula gives `back` snapshots earlier, for the accounts of today. All absent when it has an
/// error there, gives text or a date, or asks for scores: a measure is what scores are made of; and when it
/// asks what nobody knows there, of snapshots from before the first above all.
#[inline(never)]
pub(crate) fn values_back(text: &str, at: &At<'_>, back: usize, out: &mut Vec<f64>) {
    let rows = at.snapshot.table.rows;
    out.clear();
    let there = snapshot_back(at, back).and_then(|snapshot| understood(text, snapshot));
    let Some(formula) = there else {
        out.resize(rows, f64::NAN);
        return;
    };
    if with_frame(at, back, &formula, |frame| formula.numbers(frame, out)).is_none() {
        out.resize(rows, f64::NAN);
        return;
    }
    if let Some(earlier) = back.checked_sub(1).and_then(|i| at.earlier.get(i)) {
        let values = std::mem::take(out);
        earlier.join.gather(&values, f64::NAN, out);
    }
}

/// What [`values_back`] gives for the account in `row` of the snapshot `back` snapshots earlier.
#[inline(never)]
pub(crate) fn value_of_row(
    text: &str,
    at: &At<'_>,
    back: usize,
    row: usize,
) -> Result<f64, Absence> {
    let snapshot = snapshot_back(at, back).ok_or(Absence::NoSnapshot)?;
    let formula = understood(text, snapshot).ok_or(Absence::FormulaWrong)?;
    match with_frame(at, back, &formula, |frame| formula.value(frame, row)) {
        Some(Value::Number(n)) => Ok(n),
        Some(Value::Boolean(yes)) => Ok(f64::from(u8::from(yes))),
        _ => Err(Absence::FormulaAbsent),
    }
}

/// Whether a condition holds for the accounts of the snapshot `back` snapshots earlier, one
/// [`crate::truth`] value a row; empty when it has an error there or asks what nobody knows there.
#[inline(never)]
pub(crate) fn mask(text: &str, at: &At<'_>, back: usize) -> Vec<u8> {
    let mut out = Vec::new();
    if let Some(snapshot) = snapshot_back(at, back)
        && let Some(formula) = understood(text, snapshot)
    {
        with_frame(at, back, &formula, |frame| formula.mask(frame, &mut out));
    }
    out
}

/// As [`mask`], over the rows of a table alone: nothing is known of what was before.
#[inline(never)]
pub(crate) fn mask_alone(text: &str, table: &Table, date: Day, blind: &[String]) -> Vec<u8> {
    let mut out = Vec::new();
    let frame = Frame::of(table, date);
    let formula = checked(text, &Environment::of_table(table, &[]));
    if let Some(formula) = formula.filter(|f| f.is_known(&frame, &|_, name| has(blind, name))) {
        formula.mask(&frame, &mut out);
    }
    out
}

/// The formula, when it can be evaluated there and gives numbers or yes and no.
fn understood(text: &str, snapshot: &Snapshot) -> Option<Formula> {
    checked(text, &Environment::of(snapshot))
}

fn checked(text: &str, environment: &Environment) -> Option<Formula> {
    let formula = formula::check(text, environment).formula?;
    matches!(formula.result_type(), Type::Number | Type::Boolean | Type::Any).then_some(formula)
}

/// Calls `then` with the snapshot `back` snapshots earlier and those before it; `None` when the formula asks what
/// nobody knows there, see [`Formula::is_known`].
fn with_frame<T>(
    at: &At<'_>,
    back: usize,
    formula: &Formula,
    then: impl FnOnce(&Frame<'_>) -> T,
) -> Option<T> {
    let count = at.earlier.len() + 1;
    let moments = (back..count).filter_map(|m| snapshot_back(at, m)).map(|s| Moment {
        date: s.date,
        table: &s.table,
        scores: None,
    });
    let joins = Backwards { at, back };
    let frame = Frame { moments: moments.collect(), joins: &joins };
    let is_blind = |moment, name: &str| has(blind_back(at, back + moment), name);
    formula.is_known(&frame, &is_blind).then(|| then(&frame))
}

fn has(names: &[String], name: &str) -> bool {
    names.iter().any(|n| n == name)
}

/// The joins between the snapshots from some way back.
struct Backwards<'a> {
    at: &'a At<'a>,
    back: usize,
}

impl Joins for Backwards<'_> {
    fn rows(&self, from: usize, to: usize) -> Cow<'_, [u32]> {
        let (from, to) = (from + self.back, to + self.back);
        if let (0, Some(earlier)) = (from, to.checked_sub(1).and_then(|i| self.at.earlier.get(i))) {
            return Cow::Borrowed(earlier.join.rows());
        }
        match (snapshot_back(self.at, from), snapshot_back(self.at, to)) {
            (Some(from), Some(to)) => Cow::Owned(Join::between(from, to).rows().to_vec()),
            _ => Cow::Borrowed(&[]),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{decimals, snapshot, text};
    use crate::{Absence, At, Condition, Earlier, Input, Join, value_of_row, values, values_back};
    use table::{Day, Role, Snapshot};

    const NONE: f64 = f64::NAN;

    fn week(day: i32, ids: &[&str], logins: &[f64], seats: &[f64]) -> Snapshot {
        let mut snapshot = snapshot(vec![
            ("id", text(ids), Role::AccountId),
            ("logins", decimals(logins), Role::MeasureInput),
            ("seats", decimals(seats), Role::MeasureInput),
        ]);
        snapshot.date = Day(day);
        snapshot
    }

    /// Values of a formula `back` weeks ago for accounts a, b, c, −1 where absent; each row by itself gives
    /// the same.
    #[track_caller]
    fn check(formula: &str, back: usize, expected: &[f64]) {
        let now = week(100, &["a", "b", "c"], &[30.0, 10.0, NONE], &[10.0, 0.0, 5.0]);
        let before = week(93, &["b", "a"], &[4.0, 20.0], &[2.0, 10.0]);
        let first = week(86, &["a"], &[5.0], &[10.0]);
        let joins = [&before, &first].map(|s| Join::between(&now, s));
        let earlier = [
            Earlier { blind: &[], snapshot: &before, join: &joins[0] },
            Earlier { blind: &[], snapshot: &first, join: &joins[1] },
        ];
        let at = At { blind: &[], snapshot: &now, earlier: &earlier };
        let input = Input::Formula(formula.to_owned());
        let mut out = Vec::new();
        values_back(&input, &at, back, &mut out);
        let shown = |v: f64| if v.is_nan() { -1.0 } else { v };
        assert_eq!(out.iter().copied().map(shown).collect::<Vec<_>>(), expected, "{formula}");
        for (row, expected) in expected.iter().enumerate() {
            let value = value_of_row(&input, &at, back, row).unwrap_or(-1.0);
            assert_eq!(value, *expected, "{formula}, row {row}");
        }
    }

    #[test]
    fn of_today_and_of_earlier_weeks() {
        check("logins / seats", 0, &[3.0, -1.0, -1.0]);
        check("logins > 20", 0, &[1.0, 0.0, -1.0]);
        check("logins / AVERAGE(logins)", 0, &[1.5, 0.5, -1.0]);
        check("CHANGE(logins)", 0, &[10.0, 6.0, -1.0]);
        check("CHANGE(logins, 2 weeks)", 0, &[25.0, -1.0, -1.0]);
        check("logins / seats", 1, &[2.0, 2.0, -1.0]);
        check("CHANGE(logins)", 1, &[15.0, -1.0, -1.0]);
        check("CHANGE(CHANGE(logins))", 0, &[-5.0, -1.0, -1.0]);
        check("logins", 3, &[-1.0, -1.0, -1.0]);
        // new since last week is one thing, and no week before the first another
        check("ISBLANK(PREV(logins))", 0, &[0.0, 0.0, 1.0]);
        check("ISBLANK(PREV(logins))", 1, &[0.0, 1.0, -1.0]);
        check("ISBLANK(PREV(logins))", 2, &[-1.0, -1.0, -1.0]);
        check("IFBLANK(PREV(logins, 3), 7)", 0, &[-1.0, -1.0, -1.0]);
    }

    #[test]
    fn conditions_and_filters() {
        let now = week(100, &["a", "b", "c"], &[30.0, 10.0, NONE], &[10.0, 0.0, 5.0]);
        let before = week(93, &["b", "a"], &[4.0, 20.0], &[2.0, 10.0]);
        let join = Join::between(&now, &before);
        let at = At {
            blind: &[],
            snapshot: &now,
            earlier: &[Earlier { blind: &[], snapshot: &before, join: &join }],
        };
        let formula = |text: &str| Condition::Formula(text.to_owned());
        let check = Condition::All(vec![
            formula("CHANGE(logins) > 8"),
            Condition::Not(Box::new(formula("seats = 0"))),
        ]);
        assert_eq!(check.formulas(), ["CHANGE(logins) > 8", "seats = 0"]);
        let mut out = Vec::new();
        values(&Input::Check(check.clone()), &at, &mut out);
        assert_eq!(out[..2], [1.0, 0.0]);
        assert!(out[2].is_nan());
        assert_eq!(value_of_row(&Input::Check(check), &at, 0, 0), Ok(1.0));

        let filtered = |text: &str| {
            let cards = [Some(formula(text)), None].map(|filter| {
                let plain = crate::testing::card(&[]);
                crate::Scorecard { filter, ..plain }
            });
            let model = crate::Model { cards: cards.into(), levels: crate::Levels::default() };
            crate::assign_cards(&model, &now.table, now.date, &[])
        };
        assert_eq!(filtered("logins > AVERAGE(logins)"), [0, 1, 1]);
        assert_eq!(filtered("TODAY() = \"1970-04-11\""), [0, 0, 0]);
        assert_eq!(filtered("PREV(logins) > 0"), [1, 1, 1], "a filter sees one snapshot");
        assert_eq!(
            filtered("ISBLANK(PREV(logins))"),
            [1, 1, 1],
            "which is not to say that they are new"
        );
        assert_eq!(filtered("logins >"), [1, 1, 1]);
    }

    #[test]
    fn a_formula_with_an_error_is_absent_and_says_so() {
        check("logins / seets", 0, &[-1.0, -1.0, -1.0]);
        check("score", 0, &[-1.0, -1.0, -1.0]);
        check("\"text\"", 0, &[-1.0, -1.0, -1.0]);
        let now = week(100, &["a"], &[1.0], &[0.0]);
        let at = At { blind: &[], snapshot: &now, earlier: &[] };
        let why = |text: &str| value_of_row(&Input::Formula(text.to_owned()), &at, 0, 0);
        assert_eq!(why("logins +"), Err(Absence::FormulaWrong));
        assert_eq!(why("id"), Err(Absence::FormulaWrong));
        assert_eq!(why("logins / seats"), Err(Absence::FormulaAbsent));
        let mut out = Vec::new();
        values(&Input::Formula("2 * 3".to_owned()), &at, &mut out);
        assert_eq!(out, [6.0]);
    }
}
