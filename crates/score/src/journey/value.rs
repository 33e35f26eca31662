//! How long it takes from the start of an account until some checks all hold: time to value.

use super::days::{Days, DaysToPass};
use super::truths::Truths;
use crate::truth;
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
    /// By the number of the account: the start from which its clock is running, or why none is, and the day of
    /// the last snapshot that it was in.
    clocks: Vec<(i32, i32)>,
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
    /// started, in days since 1970-01-01 (not-a-number where absent); `accounts` are those of
    /// [`super::Register`], one a row. The clock of an account that is absent for a while runs on.
    pub fn step(
        &mut self,
        date: Day,
        kind: &Truths,
        done: &Truths,
        starts: &[f64],
        accounts: &[u32],
    ) {
        let first = *self.first.get_or_insert(date);
        for (row, account) in accounts.iter().enumerate() {
            let account = *account as usize;
            if account >= self.clocks.len() {
                self.clocks.resize(account + 1, (UNSEEN, date.0));
            }
            let (clock, last) = &mut self.clocks[account];
            *last = date.0;
            if *clock == UNSEEN && kind.get(row) == truth::TRUE {
                let start = starts.get(row).copied().unwrap_or(f64::NAN);
                *clock = if start.is_nan() {
                    self.no_start += 1;
                    NOT_WATCHED
                } else if start < f64::from(first.0) {
                    self.before += 1;
                    NOT_WATCHED
                } else {
                    start as i32
                };
            }
            if *clock > NOT_WATCHED && done.get(row) == truth::TRUE {
                self.days.passed(i64::from(date.0) - i64::from(*clock));
                *clock = NOT_WATCHED;
            }
        }
    }

    /// What was seen.
    #[must_use]
    pub fn finish(mut self) -> TimeToValue {
        // a clock that still runs was watched until its account was seen last
        for (start, last) in self.clocks.iter().filter(|(start, _)| *start > NOT_WATCHED) {
            self.days.waited(i64::from(*last) - i64::from(*start));
        }
        TimeToValue { days: self.days.to_pass(), before: self.before, no_start: self.no_start }
    }
}
