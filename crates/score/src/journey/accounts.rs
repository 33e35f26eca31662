//! What kind of accounts stand at a stage: their revenue, their owners, how old they are.

use super::days::Days;
use crate::segment_codes;
use serde::{Deserialize, Serialize};
use table::{ColumnData, Day};

/// Rows at a time.
const BLOCK: usize = 2048;

/// What is known of all accounts of a snapshot; `None` where no column says it.
#[derive(Clone, Copy, Debug)]
pub struct Backgrounds<'a> {
    /// The snapshot's date.
    pub date: Day,
    /// When each account started.
    pub start: Option<&'a ColumnData>,
    /// The revenue of each.
    pub revenue: Option<&'a ColumnData>,
    /// The revenue of the middle account of the whole snapshot, see [`Backgrounds::middle`].
    pub middle_revenue: f64,
    /// Who looks after each.
    pub owner: Option<&'a ColumnData>,
}

/// The accounts at one stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StageAccounts {
    /// Their revenue together; `None` without a revenue column.
    pub revenue: Option<f64>,
    /// How many of them have a revenue.
    pub with_revenue: u32,
    /// Of these, how many bring less than the middle account of the snapshot.
    pub low_revenue: u32,
    /// How many different people look after them.
    pub owners: u32,
    /// How many of them are looked after by somebody.
    pub owned: u32,
    /// How many of them have started, by the start date.
    pub started: u32,
    /// Half of these started at most so many days ago.
    pub days_since_start: Option<u32>,
}

impl Backgrounds<'_> {
    /// The revenue of the middle account: half have no more. Not-a-number when nobody has any.
    #[must_use]
    pub fn middle(revenue: &ColumnData) -> f64 {
        let mut numbers = vec![f64::NAN; revenue.len()];
        revenue.numbers(0..revenue.len(), &mut numbers);
        numbers.retain(|n| !n.is_nan());
        let Some(middle) = numbers.len().checked_sub(1).map(|last| last / 2) else {
            return f64::NAN;
        };
        *numbers.select_nth_unstable_by(middle, f64::total_cmp).1
    }

    /// The accounts at each of so many stages, by the numbers of [`super::Standing::numbers`].
    #[must_use]
    pub fn of_stages(&self, numbers: &[u8], stages: usize) -> Vec<StageAccounts> {
        let mut found = vec![StageAccounts::default(); stages];
        for stage in &mut found {
            stage.revenue = self.revenue.map(|_| 0.0);
        }
        let mut days = vec![Days::default(); stages];
        let (mut starts, mut money) = ([f64::NAN; BLOCK], [f64::NAN; BLOCK]);
        for (block, numbers) in numbers.chunks(BLOCK).enumerate() {
            let rows = block * BLOCK..block * BLOCK + numbers.len();
            for (data, out) in [(self.start, &mut starts), (self.revenue, &mut money)] {
                if let Some(data) = data {
                    data.numbers(rows.clone(), &mut out[..numbers.len()]);
                }
            }
            for (at, number) in numbers.iter().enumerate() {
                let number = usize::from(*number);
                let Some(stage) = found.get_mut(number) else { continue };
                let age = f64::from(self.date.0) - starts[at];
                if age >= 0.0 {
                    stage.started += 1;
                    days[number].passed(age as i64);
                }
                if !money[at].is_nan() {
                    stage.with_revenue += 1;
                    stage.low_revenue += u32::from(money[at] < self.middle_revenue);
                    stage.revenue = stage.revenue.map(|sum| sum + money[at]);
                }
            }
        }
        for (stage, days) in found.iter_mut().zip(&days) {
            stage.days_since_start = days.to_pass().median;
        }
        self.count_owners(numbers, &mut found);
        found
    }

    fn count_owners(&self, numbers: &[u8], found: &mut [StageAccounts]) {
        let Some(owner) = self.owner else { return };
        let codes = segment_codes(owner);
        let most = codes.iter().filter(|code| **code != u32::MAX).max();
        let words = most.map_or(0, |most| *most as usize / 64 + 1);
        let mut seen = vec![vec![0u64; words]; found.len()];
        for (number, code) in numbers.iter().zip(&codes) {
            let number = usize::from(*number);
            if let (Some(stage), Some(seen)) = (found.get_mut(number), seen.get_mut(number))
                && let Some(word) = seen.get_mut(*code as usize / 64)
            {
                *word |= 1 << (code % 64);
                stage.owned += 1;
            }
        }
        for (stage, seen) in found.iter_mut().zip(&seen) {
            stage.owners = super::truths::count(seen);
        }
    }
}
