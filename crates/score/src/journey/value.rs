//! How long it takes from the start of an account until some checks all hold: time to value.

use super::days::{Days, DaysToPass};
use super::truths::Truths;
use crate::{Join, truth};
use serde::{Deserialize, Serialize};
use table::Day;

/// Nobody could tell yet whether the account is of the kind.
const UNSEEN: i32 = i32::MIN;
/// Its clock is not watched: it has stopped, or was running before anybody looked.
const NOT_WATCHED: i32 = i32::MIN + 1;

/// Clocks that run from the start date of accounts, snapshot after snapshot.
///
/// Only accounts that started since the first snapshot are watched: of those that started earlier nobody
/// knows whether the checks held before, and those that were slow would be over-represented.
#[derive(Clone, Debug, Default)]
pub struct ValueClock {
    first: Option<Day>,
    date: Option<Day>,
    /// The start of each row of the snapshot before whose clock is running, or why none is.
    starts: Vec<i32>,
    days: Days,
    before: u32,
    no_start: u32,
}

/// Days from the start of an account to the first snapshot at which all checks held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeToValue {
    /// Of the accounts that started since the first snapshot.
    pub days: DaysToPass,
    /// Accounts that started before the first snapshot.
    pub before: u32,
    /// Accounts without a start date.
    pub no_start: u32,
}

impl ValueClock {
    /// The next snapshot: which accounts are of the kind, for which the checks all hold, and when each
    /// started, in days since 1970-01-01 (not-a-number where absent). `back` leads from its rows to those of
    /// the one before; without it nobody was there before.
    pub fn step(
        &mut self,
        date: Day,
        kind: &Truths,
        done: &Truths,
        starts: &[f64],
        back: Option<&Join>,
    ) {
        let first = *self.first.get_or_insert(date);
        let mut next = vec![UNSEEN; kind.rows()];
        let mut is_there = vec![false; self.starts.len()];
        for (row, slot) in next.iter_mut().enumerate() {
            let then = back.and_then(|join| join.row(row)).filter(|then| *then < is_there.len());
            if let Some(then) = then {
                is_there[then] = true;
                *slot = self.starts[then];
            }
            if *slot == UNSEEN && kind.get(row) == truth::TRUE {
                let start = starts.get(row).copied().unwrap_or(f64::NAN);
                *slot = if start.is_nan() {
                    self.no_start += 1;
                    NOT_WATCHED
                } else if start < f64::from(first.0) {
                    self.before += 1;
                    NOT_WATCHED
                } else {
                    start as i32
                };
            }
            if *slot > NOT_WATCHED && done.get(row) == truth::TRUE {
                self.days.passed(i64::from(date.0) - i64::from(*slot));
                *slot = NOT_WATCHED;
            }
        }
        if let Some(before) = self.date {
            let gone = self.starts.iter().zip(&is_there).filter(|(_, there)| !**there);
            for (start, _) in gone {
                wait(&mut self.days, *start, before);
            }
        }
        (self.date, self.starts) = (Some(date), next);
    }

    /// What was seen.
    #[must_use]
    pub fn finish(mut self) -> TimeToValue {
        if let Some(date) = self.date {
            self.starts.iter().for_each(|start| wait(&mut self.days, *start, date));
        }
        TimeToValue { days: self.days.to_pass(), before: self.before, no_start: self.no_start }
    }
}

/// A clock that still runs was watched until this day.
fn wait(days: &mut Days, start: i32, date: Day) {
    if start > NOT_WATCHED {
        days.waited(i64::from(date.0) - i64::from(start));
    }
}
