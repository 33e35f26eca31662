//! Days with the English name of the month, and months written as a number.

use super::{date::is_time, narrow, trim};
use crate::Day;

/// The months; their first three letters are their short names.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Whether a text may begin with the name of a month.
pub(crate) fn begins_with_month(bytes: &[u8]) -> bool {
    bytes.get(..3).is_some_and(|begin| {
        MONTHS.iter().any(|month| month.as_bytes()[..3].eq_ignore_ascii_case(begin))
    })
}

/// `May 01, 2019`, `1 May 2019`, `1-May-2019`: the name whole or its first three letters, in any case, perhaps
/// with a point; a year of four digits. A time after the day is passed over.
pub(crate) fn in_words(bytes: &[u8]) -> Option<Day> {
    let text = narrow(trim(bytes))?;
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (day, month, rest) = if digits == 0 {
        let (month, rest) = month(&text)?;
        let (day, rest) = number(separator(rest)?, 2)?;
        (day, month, rest.strip_prefix(',').unwrap_or(rest))
    } else {
        let (day, rest) = number(&text, 2)?;
        let (month, rest) = month(separator(rest)?)?;
        (day, month, rest.strip_prefix(',').unwrap_or(rest))
    };
    let year = separator(rest)?;
    if year.bytes().take_while(u8::is_ascii_digit).count() != 4 {
        return None;
    }
    let (year, rest) = number(year, 4)?;
    is_time(rest).then(|| Day::from_ymd(year as i32, month, day)).flatten()
}

/// `201805`, within 1900–2100: the first day of that month.
pub(crate) fn year_month(bytes: &[u8]) -> Option<Day> {
    if bytes.len() != 6 || !bytes.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let number = bytes.iter().fold(0, |n, b| n * 10 + u32::from(b - b'0'));
    let year = (number / 100) as i32;
    (1900..=2100).contains(&year).then(|| Day::from_ymd(year, number % 100, 1)).flatten()
}

/// The month that a text begins with, from 1, and what follows its name.
fn month(text: &str) -> Option<(u32, &str)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, rest) = text.split_at(letters);
    let named = |month: &&str| {
        let short = letters == 3 || (letters == 4 && month.starts_with("sept"));
        (letters == month.len() || short) && month[..letters].eq_ignore_ascii_case(name)
    };
    let at = MONTHS.iter().position(named)?;
    Some((at as u32 + 1, rest.strip_prefix('.').unwrap_or(rest)))
}

/// A number of at most so many digits, and the rest.
fn number(text: &str, most: usize) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let fits = (1..=most).contains(&digits);
    Some((text[..digits].parse().ok().filter(|_| fits)?, &text[digits..]))
}

/// What follows a hyphen or spaces.
fn separator(rest: &str) -> Option<&str> {
    rest.strip_prefix('-').or_else(|| rest.strip_prefix(' ').map(str::trim_start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_with_the_name_of_the_month() {
        for text in [
            "May 01, 2019",
            "May 1, 2019",
            "May 1 2019",
            "MAY 1,  2019",
            "1 May 2019",
            "01 may 2019",
            "1 May, 2019",
            "1-May-2019",
            "May 01, 2019 12:30 PM",
            " 1 May 2019 ",
            "１ Ｍａｙ ２０１９",
        ] {
            let day = in_words(text.as_bytes()).map(|d| d.to_string());
            assert_eq!(day.as_deref(), Some("2019-05-01"), "{text}");
        }
        for (text, day) in [
            ("Sept. 30, 2020", "2020-09-30"),
            ("30 September 2020", "2020-09-30"),
            ("Feb 29, 2020", "2020-02-29"),
            ("31-DEC-1999", "1999-12-31"),
        ] {
            assert_eq!(in_words(text.as_bytes()).map(|d| d.to_string()).as_deref(), Some(day));
        }
    }

    #[test]
    fn what_only_looks_like_one() {
        for text in [
            "May 2019",
            "May 01, 19",
            "May 01, 20190",
            "Mayor 1, 2019",
            "Marc 1 2019",
            "Feb 30, 2019",
            "1 2019 May",
            "May1,2019",
            "1 May 2019 x",
            "May",
            "",
        ] {
            assert_eq!(in_words(text.as_bytes()), None, "{text}");
        }
        assert!(begins_with_month(b"Marketing") && !begins_with_month(b"Ma"));
    }

    #[test]
    fn months_as_a_number() {
        let month = |text: &str| year_month(text.as_bytes()).map(|d| d.to_string());
        assert_eq!(month("201805").as_deref(), Some("2018-05-01"));
        assert_eq!(month("190001").as_deref(), Some("1900-01-01"));
        for text in ["201800", "201813", "189912", "210101", "20185", "2018-5", " 20181"] {
            assert_eq!(month(text), None, "{text}");
        }
    }
}
