//! Calendar days as machines and people write them, Japanese eras included.

use super::{date_words::in_words, narrow, trim};
use crate::{Day, layout::DateOrder};

/// What an ambiguous form such as `13/5/2015` tells of the column's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Evidence {
    /// The year came first, or the two numbers are equal: nothing to tell.
    None,
    /// Both numbers are at most 12: the order decides.
    Ambiguous,
    /// Only this order makes it a day.
    Only(DateOrder),
}

/// `2015-05-01`, `2015/05/01` or `2015.05.01`, exactly ten bytes.
#[inline(always)]
pub(crate) fn fast(bytes: &[u8]) -> Option<Day> {
    let b: &[u8; 10] = bytes.try_into().ok()?;
    if b[4] != b[7] || !matches!(b[4], b'-' | b'/' | b'.') {
        return None;
    }
    let digit = |i: usize| u32::from(b[i].wrapping_sub(b'0'));
    let all = [0, 1, 2, 3, 5, 6, 8, 9].iter().all(|&i| digit(i) <= 9);
    if !all {
        return None;
    }
    let year = digit(0) * 1_000 + digit(1) * 100 + digit(2) * 10 + digit(3);
    Day::from_ymd(year as i32, digit(5) * 10 + digit(6), digit(8) * 10 + digit(9))
}

/// `20150501`, within 1900–2100.
pub(crate) fn compact(bytes: &[u8]) -> Option<Day> {
    if bytes.len() != 8 || !bytes.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let number = bytes.iter().fold(0, |n, b| n * 10 + u32::from(b - b'0'));
    let year = (number / 10_000) as i32;
    if !(1900..=2100).contains(&year) {
        return None;
    }
    Day::from_ymd(year, number / 100 % 100, number % 100)
}

/// A day in any of the forms that people use, with what it tells of the order. A time after the day
/// is passed over.
pub(crate) fn patient(bytes: &[u8], order: DateOrder) -> Option<(Day, Evidence)> {
    let bytes = trim(bytes);
    if let Some(day) = fast(bytes).or_else(|| compact(bytes)) {
        return Some((day, Evidence::None));
    }
    if bytes.len() < 5 {
        return None;
    }
    let text = narrow(bytes)?;
    let (first, era, text) = era_year(&text);
    let mut numbers = [(0i32, 0usize); 3];
    let mut rest = text;
    let begin = if let Some(year) = era {
        numbers[0] = (year, 4);
        rest = separator(rest)?;
        1
    } else {
        0
    };
    for (i, number) in numbers.iter_mut().enumerate().skip(begin) {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > 4 {
            return None;
        }
        *number = (rest[..digits].parse().ok()?, digits);
        rest = &rest[digits..];
        if i < 2 {
            rest = separator(rest)?;
        }
    }
    rest = rest.strip_prefix('日').unwrap_or(rest);
    if !is_time(rest) {
        return None;
    }
    let [(a, a_digits), (b, b_digits), (c, c_digits)] = numbers;
    let short = |digits: usize| (1..=2).contains(&digits);
    if a_digits == 4 && short(b_digits) && short(c_digits) {
        let day = Day::from_ymd(a, b as u32, c as u32)?;
        return first.is_none_or(|first| day >= first).then_some((day, Evidence::None));
    }
    if !(short(a_digits) && short(b_digits)) || text.contains('年') {
        return None;
    }
    let year = match c_digits {
        4 => c,
        2 if text.contains('/') => c + if c < 70 { 2000 } else { 1900 },
        _ => return None,
    };
    let month_first = Day::from_ymd(year, a as u32, b as u32);
    let day_first = Day::from_ymd(year, b as u32, a as u32);
    match (month_first, day_first) {
        (Some(day), None) => Some((day, Evidence::Only(DateOrder::MonthFirst))),
        (None, Some(day)) => Some((day, Evidence::Only(DateOrder::DayFirst))),
        (Some(m), Some(d)) if m == d => Some((m, Evidence::None)),
        (Some(m), Some(d)) => {
            Some((if order == DateOrder::MonthFirst { m } else { d }, Evidence::Ambiguous))
        }
        (None, None) => None,
    }
}

/// A day in any form, with the name of its month as well.
pub(crate) fn any(bytes: &[u8], order: DateOrder) -> Option<(Day, Evidence)> {
    patient(bytes, order).or_else(|| Some((in_words(bytes)?, Evidence::None)))
}

/// One separator of a date.
fn separator(rest: &str) -> Option<&str> {
    rest.strip_prefix(['-', '/', '.', '年', '月'])
}

/// Whether what follows the day is nothing or a time of day, perhaps with a zone.
pub(super) fn is_time(rest: &str) -> bool {
    let Some(time) = rest.strip_prefix(['T', ' ', 't']) else { return rest.is_empty() };
    let time = time.trim();
    time.is_empty()
        || (time.as_bytes()[0].is_ascii_digit()
            && time.contains(':')
            && time.bytes().all(|b| b.is_ascii_digit() || b" :.,+-ZAPMapm".contains(&b)))
}

/// The name, letter, first year and first day of each era.
const ERAS: [(&str, &str, i32, Day); 5] = [
    ("令和", "R", 2019, Day(18_017)),
    ("平成", "H", 1989, Day(6_947)),
    ("昭和", "S", 1926, Day(-15_713)),
    ("大正", "T", 1912, Day(-20_974)),
    ("明治", "M", 1868, Day(-37_233)),
];

/// Whether a text begins with an era's name.
pub(crate) fn begins_with_era(bytes: &[u8]) -> bool {
    ERAS.iter().any(|(name, ..)| bytes.starts_with(name.as_bytes()))
}

/// A Japanese era and its year: the era's first day, the year of our calendar, and the rest.
fn era_year(text: &str) -> (Option<Day>, Option<i32>, &str) {
    for (name, letter, first_year, first_day) in ERAS {
        let after = text.strip_prefix(name).or_else(|| {
            text.strip_prefix(letter).or_else(|| text.strip_prefix(&letter.to_ascii_lowercase()))
        });
        let Some(after) = after else { continue };
        if let Some(rest) = after.strip_prefix('元') {
            return (Some(first_day), Some(first_year), rest);
        }
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        if (1..=2).contains(&digits)
            && let Ok(year) = after[..digits].parse::<i32>()
            && year > 0
        {
            return (Some(first_day), Some(first_year + year - 1), &after[digits..]);
        }
    }
    (None, None, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use DateOrder::{DayFirst, MonthFirst};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let day = patient(text.as_bytes(), MonthFirst).map(|(d, _)| d.to_string());
        assert_eq!(day.as_deref(), (!expected.is_empty()).then_some(expected), "{text}");
    }

    #[test]
    fn year_first() {
        for text in [
            "2015-05-01",
            "2015/5/1",
            "2015.5.1",
            "2015年5月1日",
            "２０１５年５月１日",
            "20150501",
            "2015-05-01T12:34:56Z",
            "2015/05/01 9:30",
            "2015-05-01 00:00:00.000+09:00",
            " 2015/05/01 ",
        ] {
            check(text, "2015-05-01");
        }
    }

    #[test]
    fn eras() {
        check("令和6年5月1日", "2024-05-01");
        check("令和元年5月1日", "2019-05-01");
        check("令和元年4月1日", "");
        check("R6.5.1", "2024-05-01");
        check("H30/4/1", "2018-04-01");
        check("昭和64年1月7日", "1989-01-07");
        check("S45-12-31", "1970-12-31");
        check("大正1年7月30日", "1912-07-30");
        check("明治33年1月1日", "1900-01-01");
        check("平成元年1月8日", "1989-01-08");
    }

    #[test]
    fn day_and_month_by_order() {
        let both = |text: &str| {
            [MonthFirst, DayFirst]
                .map(|o| patient(text.as_bytes(), o).map(|(d, e)| (d.to_string(), e)))
        };
        let [m, d] = both("5/1/2015");
        assert_eq!(m, Some(("2015-05-01".into(), Evidence::Ambiguous)));
        assert_eq!(d, Some(("2015-01-05".into(), Evidence::Ambiguous)));
        let [m, d] = both("31/1/2015");
        assert_eq!(m, Some(("2015-01-31".into(), Evidence::Only(DayFirst))));
        assert_eq!(m, d);
        assert_eq!(both("1/31/15")[0], Some(("2015-01-31".into(), Evidence::Only(MonthFirst))));
    }

    #[test]
    fn no_days() {
        for text in [
            "",
            "2015",
            "2015-05",
            "2015-02-30",
            "2015-13-01",
            "090-1234-5678",
            "1.2.3",
            "99999999",
            "2015-05-01x",
            "12-34-56",
            "hello",
            "5年1月2日",
        ] {
            check(text, "");
        }
    }
}
