//! Calendar days as a count, in the proleptic Gregorian calendar.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A calendar day: days since 1970-01-01. No time, no zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(pub i32);

impl Day {
    /// The days that have a date: of the years 1–9999.
    const RANGE: std::ops::RangeInclusive<i32> = -719_162..=2_932_896;

    /// Whether its year is within 1–9999, as of every day that [`Day::from_ymd`] gives. Others may come
    /// from foreign bytes only.
    #[must_use]
    pub fn is_valid(self) -> bool {
        Self::RANGE.contains(&self.0)
    }

    /// The day of a civil date, or `None` when there is no such date (30 February) or the year is
    /// not within 1–9999. Algorithm: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    #[must_use]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || day == 0 {
            return None;
        }
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        let last = match month {
            2 => 28 + u32::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if day > last {
            return None;
        }
        let y = if month <= 2 { year - 1 } else { year };
        let era = y.div_euclid(400);
        let year_of_era = y.rem_euclid(400);
        let shifted = (month as i32 + 9) % 12;
        let day_of_year = (153 * shifted + 2) / 5 + day as i32 - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Some(Self(era * 146_097 + day_of_era - 719_468))
    }

    /// Year, month 1–12 and day 1–31.
    #[must_use]
    pub fn ymd(self) -> (i32, u32, u32) {
        let z = self.0 + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let day = (doy - (153 * mp + 2) / 5 + 1) as u32;
        let month = if mp < 10 { mp + 3 } else { mp - 9 } as u32;
        (yoe + era * 400 + i32::from(month <= 2), month, day)
    }
}

/// ISO 8601: `2026-11-21`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (y, m, d) = self.ymd();
        write!(f, "{y:04}-{m:02}-{d:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn known_days() {
        assert_eq!(Day::from_ymd(1970, 1, 1), Some(Day(0)));
        assert_eq!(Day::from_ymd(2000, 2, 29), Some(Day(11_016)));
        assert_eq!(Day::from_ymd(2023, 2, 29), None);
        assert_eq!(Day(20_778).to_string(), "2026-11-21");
    }

    #[test]
    fn every_day_of_the_range_goes_there_and_back() {
        let first = Day::from_ymd(1, 1, 1).unwrap().0;
        let last = Day::from_ymd(9999, 12, 31).unwrap().0;
        assert!(Day(first).is_valid() && !Day(first - 1).is_valid());
        assert!(Day(last).is_valid() && !Day(last + 1).is_valid());
        for n in first..=last {
            let (y, m, d) = Day(n).ymd();
            assert_eq!(Day::from_ymd(y, m, d), Some(Day(n)));
        }
    }
}
