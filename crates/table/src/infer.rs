//! What type a column has, from counts of what its cells could be.

use crate::{
    ColumnType, DateOrder, Unit,
    build::{MISFITS_OF_BOOLEANS, MISFITS_OF_DATES, MISFITS_OF_NUMBERS},
    parse::{
        self, boolean,
        date::{self, Evidence},
        number::{self, NotNumber, Number},
    },
};

/// Counts of what the cells of a column could be.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    /// Cells that are not blank.
    pub(crate) present: u64,
    absent_words: u64,
    integers: u64,
    decimals: u64,
    /// Numbers that must stay text: leading zeros, or too many digits.
    pub(crate) codes: u64,
    compact_dates: u64,
    booleans: u64,
    no_or_absent: u64,
    dates: u64,
    only_month_first: u64,
    only_day_first: u64,
    ambiguous: u64,
    unit: Option<Unit>,
}

/// The decision over a [`Tally`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Guess {
    pub(crate) column_type: ColumnType,
    pub(crate) date_order: DateOrder,
    pub(crate) unit: Option<Unit>,
    /// Dates, none of which tells the day from the month.
    pub(crate) ambiguous: bool,
}

impl Tally {
    /// Counts a cell that occurs `times` times; blank cells do not count.
    pub(crate) fn add(&mut self, bytes: &[u8], times: u64) {
        if number::fast_integer(bytes).is_some() {
            self.present += times;
            self.integers += times;
            if date::compact(bytes).is_some() {
                self.compact_dates += times;
            }
            return;
        }
        // as machines write it; what is left is for the patient
        if number::fast_decimal(bytes).is_some() {
            self.present += times;
            self.decimals += times;
            return;
        }
        if date::fast(bytes).is_some() {
            self.present += times;
            self.dates += times;
            return;
        }
        if parse::is_blank(bytes) {
            return;
        }
        self.present += times;
        // two letters at the front of a long word: no number, date or boolean begins so
        if matches!(bytes, [a, b, _, _, _, _, ..] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic())
        {
            return;
        }
        let bytes = parse::trim(bytes);
        if boolean::parse(bytes).is_some() {
            self.booleans += times;
            if boolean::is_no_or_absent(bytes) {
                self.no_or_absent += times;
            }
            return;
        }
        if parse::is_absent_word(bytes) {
            self.absent_words += times;
            return;
        }
        // kana and kanji begin no number, and no date but one of an era
        if matches!(bytes[0], 0xE3..=0xE9) && !date::begins_with_era(bytes) {
            return;
        }
        match number::patient(bytes) {
            Ok((value, unit)) => {
                if unit.is_some() && self.unit.is_some() && unit != self.unit {
                    return;
                }
                self.unit = self.unit.or(unit);
                match value {
                    Number::Integer(_) => self.integers += times,
                    Number::Decimal(_) => self.decimals += times,
                }
                return;
            }
            Err(NotNumber::LeadingZero | NotNumber::TooManyDigits) => {
                self.codes += times;
                return;
            }
            Err(NotNumber::Other) => {}
        }
        if let Some((_, evidence)) = date::patient(bytes, DateOrder::default()) {
            self.dates += times;
            match evidence {
                Evidence::Only(DateOrder::MonthFirst) => self.only_month_first += times,
                Evidence::Only(DateOrder::DayFirst) => self.only_day_first += times,
                Evidence::Ambiguous => self.ambiguous += times,
                Evidence::None => {}
            }
        }
    }

    /// Cells that fit nothing but text, so far.
    pub(crate) fn misfits(&self) -> u64 {
        let fits = self.absent_words
            + self.booleans.max(self.integers + self.decimals).max(self.dates + self.compact_dates);
        self.present.saturating_sub(fits)
    }

    /// Whether nearly all cells look like numbers or codes of digits.
    pub(crate) fn is_numeric_code(&self) -> bool {
        self.codes > 0 && (self.codes + self.integers) * 10 >= self.present * 9
    }

    /// The type that the cells have. `date_hint` says that the column's name speaks of a day, so
    /// that `20150501` may be one.
    pub(crate) fn decide(&self, date_hint: bool) -> Guess {
        let mut guess = Guess {
            column_type: ColumnType::Text,
            date_order: DateOrder::default(),
            unit: None,
            ambiguous: false,
        };
        let said = self.present - self.absent_words;
        let real = said - self.no_or_absent;
        let most = |of: u64, misfits: u64, fits: u64| {
            fits > 0 && (of - fits.min(of)) * 1_000 <= of * misfits
        };
        if real == 0 {
            return guess;
        }
        if self.booleans > self.no_or_absent && most(said, MISFITS_OF_BOOLEANS, self.booleans) {
            guess.column_type = ColumnType::Boolean;
            return guess;
        }
        if self.codes > 0 {
            return guess;
        }
        if date_hint && most(real, 10, self.compact_dates) {
            guess.column_type = ColumnType::Date;
            return guess;
        }
        if most(real, MISFITS_OF_NUMBERS, self.integers + self.decimals) {
            guess.column_type =
                if self.decimals == 0 { ColumnType::Integer } else { ColumnType::Decimal };
            guess.unit = self.unit;
            return guess;
        }
        let compact = if date_hint { self.compact_dates } else { 0 };
        if most(real, MISFITS_OF_DATES, self.dates + compact) {
            guess.column_type = ColumnType::Date;
            if self.only_day_first > self.only_month_first {
                guess.date_order = DateOrder::DayFirst;
            }
            guess.ambiguous =
                self.ambiguous > 0 && self.only_day_first + self.only_month_first == 0;
        }
        guess
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decide(cells: &[&str], hint: bool) -> Guess {
        let mut tally = Tally::default();
        cells.iter().for_each(|c| tally.add(c.as_bytes(), 1));
        tally.decide(hint)
    }

    #[track_caller]
    fn check(cells: &[&str], expected: ColumnType) {
        assert_eq!(decide(cells, false).column_type, expected, "{cells:?}");
    }

    #[test]
    fn types_by_their_cells() {
        check(&["1", "2", "", "NA"], ColumnType::Integer);
        check(&["1", "2.5", "-"], ColumnType::Decimal);
        check(&["1,234", "５６"], ColumnType::Integer);
        check(&["001", "2"], ColumnType::Text);
        check(&["Yes", "No", ""], ColumnType::Boolean);
        check(&["Yes", "No", "No internet service"], ColumnType::Text);
        check(&["あり", "なし"], ColumnType::Boolean);
        check(&["なし", "3"], ColumnType::Integer);
        check(&["0", "1"], ColumnType::Integer);
        check(&["2015-05-01", "2015/6/1", "令和6年5月1日"], ColumnType::Date);
        check(&["20150501", "20150601"], ColumnType::Integer);
        check(&["", ""], ColumnType::Text);
        check(&["-", "NA"], ColumnType::Text);
        check(&["M", "F"], ColumnType::Text);
        check(&["12345678901234567890"], ColumnType::Text);
        check(&["1", "2", "x"], ColumnType::Text);
        assert_eq!(decide(&["20150501", "20150601"], true).column_type, ColumnType::Date);
    }

    #[test]
    fn the_column_tells_the_order_of_its_dates() {
        let guess = decide(&["1/2/2015", "31/1/2015"], false);
        assert_eq!((guess.date_order, guess.ambiguous), (DateOrder::DayFirst, false));
        let guess = decide(&["1/2/2015", "1/31/2015"], false);
        assert_eq!((guess.date_order, guess.ambiguous), (DateOrder::MonthFirst, false));
        let guess = decide(&["1/2/2015", "3/4/2015"], false);
        assert_eq!((guess.date_order, guess.ambiguous), (DateOrder::MonthFirst, true));
    }

    #[test]
    fn a_few_misfits_do_not_change_the_type() {
        let mut cells = vec!["5"; 97];
        cells.extend(["x"; 3]);
        check(&cells, ColumnType::Integer);
        cells.push("x");
        check(&cells, ColumnType::Text);
    }
}
