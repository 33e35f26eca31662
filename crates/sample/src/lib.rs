//! The sample workspace: a software company with its accounts over some weeks, made from a seed.
//!
//! Each account has a hidden health that drifts and now and then jolts. Usage follows it, and so does
//! the decision at the renewal: usage does foretell the outcome. One measure, the email open rate,
//! looks good on everyone and foretells nothing: it follows the size of the company alone.
//!
//! `sample` reads no clock and calls no function whose last digit depends on the platform (only
//! + − × ÷ √ and comparisons): one seed gives the same numbers natively and in wasm, in both languages.

mod account;
mod columns;
mod field;
mod names;
mod parts;
mod population;
mod random;
mod usage;
mod words;

pub use field::Field;

use account::Account;
use population::Population;
use serde::{Deserialize, Serialize};
use table::{Day, Report, Snapshot, SnapshotId, Source, Table};

/// In which language headers, names and categories are. The numbers are the same, but for money:
/// in Japanese it is yen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English, US dollars.
    English,
    /// 日本語、円
    Japanese,
}

/// What to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spec {
    /// Accounts in the last snapshot; the first has a little fewer. At most 10 million.
    pub accounts: u32,
    /// Weekly snapshots.
    pub weeks: u32,
    /// The date of the last one.
    pub last_date: Day,
    /// Another seed, other accounts.
    pub seed: u64,
    /// Of headers, names and categories.
    pub language: Language,
}

impl Spec {
    /// 20,000 accounts over 12 weeks.
    #[must_use]
    pub fn new(last_date: Day, language: Language) -> Self {
        Self { accounts: 20_000, weeks: 12, last_date, seed: 3, language }
    }
}

/// Starts to make a sample; each step of the iterator makes one snapshot, the oldest first.
#[must_use]
pub fn generate(spec: Spec) -> Sample {
    let spec = Spec { accounts: spec.accounts.min(10_000_000), ..spec };
    Sample { spec, week: 0, population: Population::new(spec.seed) }
}

/// A sample in the making: an iterator over its snapshots, with ids from 1. Dropping it half-way
/// is how to cancel.
#[derive(Clone, Debug)]
pub struct Sample {
    spec: Spec,
    week: u32,
    population: Population,
}

impl Sample {
    fn date(&self) -> Day {
        let weeks_left = i64::from(self.spec.weeks) - 1 - i64::from(self.week);
        Day((i64::from(self.spec.last_date.0) - 7 * weeks_left).max(i64::from(i32::MIN) + 1) as i32)
    }

    /// How many accounts this week's snapshot has: 0.2 % more every week.
    fn target(&self) -> usize {
        let weeks_left = u64::from(self.spec.weeks - 1 - self.week);
        let fewer = u64::from(self.spec.accounts) * weeks_left.min(200) / 500;
        (u64::from(self.spec.accounts) - fewer) as usize
    }
}

impl Iterator for Sample {
    type Item = Snapshot;

    fn next(&mut self) -> Option<Snapshot> {
        if self.week >= self.spec.weeks {
            return None;
        }
        let (date, target) = (self.date(), self.target());
        if self.week == 0 {
            self.population.start(date, target);
        } else {
            self.population.live_a_week(date, self.week, target);
        }
        self.week += 1;
        let accounts: &[Account] = self.population.accounts();
        let columns = columns::build(
            accounts,
            self.population.used(),
            self.spec.seed,
            self.week,
            date,
            self.spec.language,
        );
        let file = match self.spec.language {
            Language::English => format!("usage-{date}.csv"),
            Language::Japanese => format!("利用状況-{date}.csv"),
        };
        Some(Snapshot {
            id: SnapshotId(self.week),
            date,
            roles: Field::ALL.map(Field::role).to_vec(),
            source: Source { file, bytes: 0 },
            report: Report { rows_read: accounts.len() as u64, ..Report::default() },
            table: Table { columns, rows: accounts.len() },
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = (self.spec.weeks - self.week) as usize;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Sample {}
