//! How long accounts stand at a stage before they go on, over several snapshots.

use super::days::{Days, DaysToPass};
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
/// again, nor does being absent for a while. Of accounts that stood there when they could first be seen nobody
/// knows since when: they are counted apart. Those that left, or have not gone on yet, were watched until they
/// were seen last.
#[derive(Clone, Debug, Default)]
pub struct Course {
    stages: usize,
    began: bool,
    /// By the number of the account; `None` where it was not there yet.
    seen: Vec<Option<Seen>>,
    days: Vec<Days>,
    long_since: Vec<u32>,
}

/// What is known of an account.
#[derive(Clone, Copy, Debug)]
struct Seen {
    /// 0 is at no stage, n the furthest stage so far, from 1.
    furthest: u8,
    /// Since which day.
    since: i32,
    /// The day of the last snapshot that it was in.
    last: i32,
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

    /// The next snapshot, by the numbers of [`super::Standing::numbers`]; `accounts` are those of
    /// [`super::Register`], one a row.
    pub fn step(&mut self, date: Day, numbers: &[u8], accounts: &[u32]) {
        let first = !std::mem::replace(&mut self.began, true);
        for (number, account) in numbers.iter().zip(accounts) {
            let number = usize::from(*number);
            let now = if number < self.stages {
                number as u8 + 1
            } else if number == self.stages {
                0
            } else {
                NEVER_SEEN
            };
            let account = *account as usize;
            if account >= self.seen.len() {
                self.seen.resize(account + 1, None);
            }
            let (furthest, since) = match self.seen[account] {
                None => (now, if first { LONG_SINCE } else { date.0 }),
                Some(Seen { furthest: NEVER_SEEN, .. }) => (now, LONG_SINCE),
                Some(seen) if now == NEVER_SEEN || now <= seen.furthest => {
                    (seen.furthest, seen.since)
                }
                Some(seen) => {
                    self.leave(seen, date.0, true);
                    (now, date.0)
                }
            };
            self.seen[account] = Some(Seen { furthest, since, last: date.0 });
        }
    }

    /// What was seen, a stage each.
    #[must_use]
    pub fn finish(mut self) -> Vec<Pace> {
        for seen in std::mem::take(&mut self.seen).into_iter().flatten() {
            self.leave(seen, seen.last, false);
        }
        let stages = self.days.iter().zip(&self.long_since);
        stages.map(|(days, long)| Pace { days: days.to_pass(), long_since: *long }).collect()
    }

    /// The clock of the furthest stage stops on a day, because the account went on or is seen no more.
    fn leave(&mut self, seen: Seen, day: i32, passed: bool) {
        let stage = usize::from(seen.furthest).checked_sub(1).filter(|s| *s < self.stages);
        let Some(stage) = stage else { return };
        let days = i64::from(day) - i64::from(seen.since);
        match seen.since {
            LONG_SINCE => self.long_since[stage] += 1,
            _ if passed => self.days[stage].passed(days),
            _ => self.days[stage].waited(days),
        }
    }
}
