//! How long accounts stand at a stage before they go on, over several snapshots.

use super::days::{Days, DaysToPass};
use crate::Join;
use serde::{Deserialize, Serialize};
use table::Day;

/// Nobody could tell yet where the account stands.
const NEVER_SEEN: u8 = u8::MAX;
/// It is not known since when.
const LONG_SINCE: i32 = i32::MIN;

/// Accounts on their way, snapshot after snapshot.
///
/// The clock of a stage starts with the first snapshot in which the account stands there, having come no
/// further before, and stops with the first one in which it stands further on. Going back does not start it
/// again. Of accounts that stood there when they could first be seen nobody knows since when: they are
/// counted apart. Those that left, or have not gone on yet, were watched until then.
#[derive(Clone, Debug, Default)]
pub struct Course {
    stages: usize,
    date: Option<Day>,
    /// For each row of the snapshot before: 0 is seen at no stage, n the furthest stage so far, from 1.
    furthest: Vec<u8>,
    /// Since which day.
    since: Vec<i32>,
    days: Vec<Days>,
    long_since: Vec<u32>,
}

/// How long it takes to pass a stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pace {
    /// Of the accounts that were seen to come to the stage.
    pub days: DaysToPass,
    /// Accounts that stood there already when they could first be seen: since when is not known.
    pub long_since: u32,
}

impl Course {
    /// Nobody has been seen yet.
    #[must_use]
    pub fn new(stages: usize) -> Self {
        let (days, long_since) = (vec![Days::default(); stages], vec![0; stages]);
        Self { stages, days, long_since, ..Self::default() }
    }

    /// The next snapshot, by the numbers of [`super::Standing::numbers`]. `back` leads from its rows to
    /// those of the one before; without it nobody was there before.
    pub fn step(&mut self, date: Day, numbers: &[u8], back: Option<&Join>) {
        let first = self.date.is_none();
        let mut furthest = vec![NEVER_SEEN; numbers.len()];
        let mut since = vec![LONG_SINCE; numbers.len()];
        let mut is_there = vec![false; self.furthest.len()];
        for (row, number) in numbers.iter().enumerate() {
            let then = back.and_then(|join| join.row(row)).filter(|then| *then < is_there.len());
            let number = usize::from(*number);
            let now = if number < self.stages {
                number as u8 + 1
            } else if number == self.stages {
                0
            } else {
                NEVER_SEEN
            };
            let Some(then) = then else {
                furthest[row] = now;
                since[row] = if first { LONG_SINCE } else { date.0 };
                continue;
            };
            is_there[then] = true;
            let (was, began) = (self.furthest[then], self.since[then]);
            (furthest[row], since[row]) = match (was, now) {
                (NEVER_SEEN, now) => (now, LONG_SINCE),
                (was, NEVER_SEEN) => (was, began),
                (was, now) if now <= was => (was, began),
                (was, now) => {
                    self.leave(was, began, date, true);
                    (now, date.0)
                }
            };
        }
        if let Some(before) = self.date {
            for then in (0..is_there.len()).filter(|then| !is_there[*then]) {
                self.leave(self.furthest[then], self.since[then], before, false);
            }
        }
        (self.date, self.furthest, self.since) = (Some(date), furthest, since);
    }

    /// What was seen, a stage each.
    #[must_use]
    pub fn finish(mut self) -> Vec<Pace> {
        if let Some(date) = self.date {
            for row in 0..self.furthest.len() {
                self.leave(self.furthest[row], self.since[row], date, false);
            }
        }
        let stages = self.days.iter().zip(&self.long_since);
        stages.map(|(days, long)| Pace { days: days.to_pass(), long_since: *long }).collect()
    }

    /// The clock of the furthest stage stops, because the account went on or is seen no more.
    fn leave(&mut self, furthest: u8, since: i32, date: Day, passed: bool) {
        let Some(stage) = usize::from(furthest).checked_sub(1).filter(|s| *s < self.stages) else {
            return;
        };
        let days = i64::from(date.0) - i64::from(since);
        match since {
            LONG_SINCE => self.long_since[stage] += 1,
            _ if passed => self.days[stage].passed(days),
            _ => self.days[stage].waited(days),
        }
    }
}
