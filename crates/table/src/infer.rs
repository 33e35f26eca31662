//! What type a column has, from counts of what its cells could be.

use crate::{
    ColumnType, DateOrder, DecimalMark, Delimiter, Unit,
    build::{MISFITS_OF_BOOLEANS, MISFITS_OF_DATES, MISFITS_OF_NUMBERS},
    parse::{
        self, boolean,
        date::{self, Evidence},
        date_words::{begins_with_month, year_month},
        mark,
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
    year_months: u64,
    booleans: u64,
    no_or_absent: u64,
    dates: u64,
    only_month_first: u64,
    only_day_first: u64,
    ambiguous: u64,
    unit: Option<Unit>,
    /// Commas do not stand between the fields of the file; where they do, a decimal comma is thought of only
    /// when the cells are no numbers with a point.
    elsewhere: bool,
    /// Cells that only a comma makes numbers, and that are codes with a point.
    codes_with_point: u64,
    /// A cell that only a comma makes a number is no list of two, see [`mark::is_pair`].
    no_pair: bool,
    /// The unit of cells that only a comma makes numbers, beside commas.
    unit_with_comma: Option<Unit>,
    /// Cells that are numbers with a decimal comma, and those that are with a decimal point.
    with_comma: Kinds,
    only_comma: u64,
    only_point: u64,
    /// Cells that are numbers with both, but not the same one.
    either_mark: u64,
}

/// How many numbers of each kind.
#[derive(Clone, Copy, Debug, Default)]
struct Kinds {
    integers: u64,
    decimals: u64,
}

impl Kinds {
    fn all(self) -> u64 {
        self.integers + self.decimals
    }
}

/// The decision over a [`Tally`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Guess {
    pub(crate) column_type: ColumnType,
    pub(crate) date_order: DateOrder,
    pub(crate) unit: Option<Unit>,
    /// Dates, none of which tells the day from the month.
    pub(crate) ambiguous: bool,
    /// The mark of its numbers.
    pub(crate) decimal: DecimalMark,
    /// Numbers, none of which tells the mark, and some of which are others with the other mark.
    pub(crate) ambiguous_mark: bool,
    /// All cells look like months written as a number; whether they are dates the column's name tells.
    pub(crate) months: bool,
}

impl Tally {
    /// Counts nothing yet, in a file of that delimiter.
    pub(crate) fn of(delimiter: Delimiter) -> Self {
        Self { elsewhere: delimiter != Delimiter::Comma, ..Self::default() }
    }

    /// What the cells tell of the decimal mark.
    pub(crate) fn mark(&self) -> Option<DecimalMark> {
        let told = self.only_comma + self.only_point > 0;
        told.then(|| mark::decide(self.only_comma, self.only_point, DecimalMark::default()))
    }

    /// Counts a cell as a number with a decimal comma; whether it is one.
    fn add_with_comma(&mut self, bytes: &[u8], point: Option<Number>, times: u64) -> bool {
        let Ok((comma, unit)) = mark::patient(bytes, DecimalMark::Comma) else {
            self.only_point += if point.is_some() { times } else { 0 };
            return false;
        };
        let known = self.unit.or(self.unit_with_comma);
        if unit.is_some() && known.is_some() && unit != known {
            return false;
        }
        match comma {
            Number::Integer(_) => self.with_comma.integers += times,
            Number::Decimal(_) => self.with_comma.decimals += times,
        }
        match point {
            None => {
                // beside commas it says nothing of the numbers with a point
                let told = if self.elsewhere { &mut self.unit } else { &mut self.unit_with_comma };
                *told = told.or(unit);
                self.only_comma += times;
                self.no_pair = self.no_pair || !mark::is_pair(bytes);
            }
            Some(point) if point != comma => self.either_mark += times,
            Some(_) => {}
        }
        true
    }

    /// Counts a cell that occurs `times` times; blank cells do not count.
    pub(crate) fn add(&mut self, bytes: &[u8], times: u64) {
        if number::fast_integer(bytes).is_some() {
            self.present += times;
            self.integers += times;
            self.with_comma.integers += times;
            if date::compact(bytes).is_some() {
                self.compact_dates += times;
            }
            if year_month(bytes).is_some() {
                self.year_months += times;
            }
            return;
        }
        // as machines write it; what is left is for the patient
        if let Some(value) = number::fast_decimal(bytes) {
            self.present += times;
            self.decimals += times;
            if self.elsewhere {
                self.add_with_comma(bytes, Some(Number::Decimal(value)), times);
            } else {
                self.only_point += times;
            }
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
            && !begins_with_month(bytes)
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
        let point = number::patient(bytes);
        let comma = self.elsewhere || bytes.contains(&b',');
        if comma && point.is_err() && self.add_with_comma(bytes, None, times) {
            let is_code = !matches!(point, Err(NotNumber::Other));
            self.codes_with_point += if is_code { times } else { 0 };
            return;
        }
        match point {
            Ok((value, unit)) => {
                if unit.is_some() && self.unit.is_some() && unit != self.unit {
                    return;
                }
                self.unit = self.unit.or(unit);
                match value {
                    Number::Integer(_) => self.integers += times,
                    Number::Decimal(_) => self.decimals += times,
                }
                if comma {
                    self.add_with_comma(bytes, Some(value), times);
                }
                return;
            }
            Err(NotNumber::LeadingZero | NotNumber::TooManyDigits) => {
                self.codes += times;
                return;
            }
            Err(NotNumber::Other) => {}
        }
        if let Some((_, evidence)) = date::any(bytes, DateOrder::default()) {
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
        let numbers = self.integers.max(self.with_comma.integers)
            + self.decimals.max(self.with_comma.decimals);
        let fits =
            self.absent_words + self.booleans.max(numbers).max(self.dates + self.compact_dates);
        self.present.saturating_sub(fits)
    }

    /// Whether nearly all cells look like numbers or codes of digits.
    pub(crate) fn is_numeric_code(&self) -> bool {
        self.codes > 0 && (self.codes + self.integers) * 10 >= self.present * 9
    }

    /// The type that the cells have. `date_hint` says that the column's name speaks of a day, so
    /// that `20150501` may be one.
    pub(crate) fn decide(&self, date_hint: bool) -> Guess {
        self.decide_with(date_hint, DecimalMark::default())
    }

    /// The same; where no number tells its decimal mark, it is this one.
    pub(crate) fn decide_with(&self, date_hint: bool, otherwise: DecimalMark) -> Guess {
        let mut guess = Guess {
            column_type: ColumnType::Text,
            date_order: DateOrder::default(),
            unit: None,
            ambiguous: false,
            decimal: DecimalMark::default(),
            ambiguous_mark: false,
            months: false,
        };
        let said = self.present - self.absent_words;
        let real = said - self.no_or_absent;
        let most = |of: u64, misfits: u64, fits: u64| {
            fits > 0 && (of - fits.min(of)) * 1_000 <= of * misfits
        };
        let with_point = Kinds { integers: self.integers, decimals: self.decimals };
        let mut decimal = self.mark().unwrap_or(otherwise);
        // beside commas what is numbers with a point has no decimal comma, and pairs are lists
        let code = !self.elsewhere && self.codes_with_point > 0;
        let stays = !code && most(real, MISFITS_OF_NUMBERS, with_point.all());
        if !self.elsewhere && (stays || !self.no_pair) {
            decimal = DecimalMark::Point;
        }
        let numbers = match decimal {
            DecimalMark::Point => with_point,
            DecimalMark::Comma => self.with_comma,
        };
        if real == 0 {
            // numbers may come further down
            guess.decimal = decimal;
            return guess;
        }
        if self.booleans > self.no_or_absent && most(said, MISFITS_OF_BOOLEANS, self.booleans) {
            guess.column_type = ColumnType::Boolean;
            return guess;
        }
        if self.codes > 0 {
            return guess;
        }
        guess.months = self.year_months == real;
        if date_hint && !code && most(real, 10, self.compact_dates) {
            guess.column_type = ColumnType::Date;
            return guess;
        }
        if most(real, MISFITS_OF_NUMBERS, numbers.all()) && !(code && decimal == DecimalMark::Point)
        {
            guess.column_type =
                if numbers.decimals == 0 { ColumnType::Integer } else { ColumnType::Decimal };
            guess.unit = match decimal {
                DecimalMark::Point => self.unit,
                DecimalMark::Comma => self.unit.or(self.unit_with_comma),
            };
            guess.decimal = decimal;
            guess.ambiguous_mark = self.either_mark > 0 && self.mark().is_none();
            return guess;
        }
        if code {
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
mod tests;
