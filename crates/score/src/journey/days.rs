//! How many days something took, where for some it is still under way.

use serde::{Deserialize, Serialize};

/// Days after which something happened, or until which it had not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// By day: how often it happened, and how often the watching ended without.
    counts: Vec<[u32; 2]>,
}

/// No duration is longer: two hundred years.
const MOST: usize = 73_050;

impl Days {
    /// It happened after so many days. Less than none counts as none.
    pub fn passed(&mut self, days: i64) {
        self.add(days, 0);
    }

    /// It had not happened after so many days, and nobody watched any longer.
    pub fn waited(&mut self, days: i64) {
        self.add(days, 1);
    }

    fn add(&mut self, days: i64, which: usize) {
        let day = usize::try_from(days.max(0)).unwrap_or(MOST).min(MOST);
        if day >= self.counts.len() {
            self.counts.resize(day + 1, [0; 2]);
        }
        self.counts[day][which] += 1;
    }

    /// What there is to say. The median is that of the survival curve (E. L. Kaplan, P. Meier, "Nonparametric
    /// estimation from incomplete observations", JASA 53, 1958): the first day by which half would have
    /// passed, those still waiting counted as far as they have come.
    #[must_use]
    pub fn to_pass(&self) -> DaysToPass {
        let sum = |which: usize| self.counts.iter().map(|c| c[which]).sum::<u32>();
        let (passed, waiting) = (sum(0), sum(1));
        let mut at_risk = f64::from(passed) + f64::from(waiting);
        let (mut still_there, mut median) = (1.0, None);
        for (day, [passed, waiting]) in (0u32..).zip(&self.counts) {
            if *passed > 0 {
                still_there *= 1.0 - f64::from(*passed) / at_risk;
            }
            // a rounding must not put half a day off
            if median.is_none() && still_there <= 0.5 + 1e-12 {
                median = Some(day);
            }
            at_risk -= f64::from(*passed) + f64::from(*waiting);
        }
        // the last day is there because somebody was watched until then
        let longest = self.counts.len().checked_sub(1).map(|day| day as u32);
        DaysToPass { passed, waiting, median, longest }
    }
}

/// How many days something takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaysToPass {
    /// For so many it was seen to happen.
    pub passed: u32,
    /// For so many it had not happened when they were seen last.
    pub waiting: u32,
    /// By so many days half of them would have passed; `None` when not half of them did while they were
    /// watched.
    pub median: Option<u32>,
    /// The longest that any was watched; `None` for nobody.
    pub longest: Option<u32>,
}

#[cfg(test)]
mod tests {
    use super::Days;

    fn of(passed: &[i64], waited: &[i64]) -> (Option<u32>, Option<u32>) {
        let mut days = Days::default();
        passed.iter().for_each(|d| days.passed(*d));
        waited.iter().for_each(|d| days.waited(*d));
        let found = days.to_pass();
        assert_eq!((found.passed, found.waiting), (passed.len() as u32, waited.len() as u32));
        (found.median, found.longest)
    }

    #[test]
    fn the_median_by_the_book() {
        assert_eq!(of(&[], &[]), (None, None));
        assert_eq!(of(&[3, 9, 4], &[]), (Some(4), Some(9)));
        // weeks of remission with 6-MP (Freireich 1963), as in every textbook: median 23
        let passed = [6, 6, 6, 7, 10, 13, 16, 22, 23];
        let waited = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
        assert_eq!(of(&passed, &waited), (Some(23), Some(35)));
    }

    #[test]
    fn half_never_seen_is_no_median() {
        assert_eq!(of(&[7], &[14, 14, 21]), (None, Some(21)));
        assert_eq!(of(&[-1, 1], &[]), (Some(0), Some(1)));
    }
}
