//! The date that a file's name speaks of.

use crate::{Day, parse};

/// The day in a file's name: `usage_2026-11-16.csv`, `20261116`, `2026年11月16日`, `R8.11.16`; the last
/// day of a month: `202611`, `2026-11`, `2026年11月`; the Monday of an ISO week: `2026-W47`. The last one
/// in the name counts.
pub(crate) fn from_name(name: &str) -> Option<Day> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let text = parse::narrow(stem.as_bytes())?;
    let begins: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
    let whole = begins
        .iter()
        .rev()
        .find_map(|&i| starts_fresh(&text, i).then(|| day_at(&text[i..])).flatten());
    whole.or_else(|| {
        begins.iter().rev().find_map(|&i| {
            starts_fresh(&text, i)
                .then(|| week_at(&text[i..]).or_else(|| month_at(&text[i..])))
                .flatten()
        })
    })
}

/// Whether no digit or letter of the same run comes before.
fn starts_fresh(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let here = text[at..].chars().next();
    match (before, here) {
        (Some(b), Some(h)) if h.is_ascii_digit() => !b.is_ascii_digit(),
        (Some(b), Some(h)) if h.is_ascii_alphabetic() => !b.is_ascii_alphanumeric(),
        (_, Some(_)) => true,
        _ => false,
    }
}

/// Digits at the front and what follows them.
fn digits(text: &str, most: usize) -> Option<(u32, usize, &str)> {
    let count = text.bytes().take_while(u8::is_ascii_digit).count();
    if count == 0 || count > most {
        return None;
    }
    Some((text[..count].parse().ok()?, count, &text[count..]))
}

fn day_at(text: &str) -> Option<Day> {
    if let Some((_, 8, _)) = digits(text, 8) {
        return parse::date::compact(&text.as_bytes()[..8]).filter(plausible);
    }
    if let Some((year, 4, rest)) = digits(text, 4) {
        let rest = rest.strip_prefix(['-', '_', '.', '/', '年', ' '])?;
        let (month, 1..=2, rest) = digits(rest, 2)? else { return None };
        let rest = rest.strip_prefix(['-', '_', '.', '/', '月', ' '])?;
        let (day, 1..=2, _) = digits(rest, 2)? else { return None };
        return Day::from_ymd(year as i32, month, day).filter(plausible);
    }
    // an era: as far as it reads as a date
    let era = text.starts_with(['令', '平', 'R', 'H']);
    let ends = text.char_indices().map(|(i, c)| i + c.len_utf8());
    let order = crate::DateOrder::default();
    let longest = ends
        .filter(|_| era)
        .take(14)
        .filter_map(|end| parse::date::patient(&text.as_bytes()[..end], order).map(|(day, _)| day));
    longest.last().filter(plausible)
}

fn month_at(text: &str) -> Option<Day> {
    let (year, month) = match digits(text, 6)? {
        (number, 6, _) => (number / 100, number % 100),
        (year, 4, rest) => {
            let rest = rest.strip_prefix(['-', '_', '.', '年'])?;
            (year, digits(rest, 2)?.0)
        }
        _ => return None,
    };
    let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    Day::from_ymd(year as i32, month, 1)?;
    let after = Day::from_ymd(next.0 as i32, next.1, 1)?;
    Some(Day(after.0 - 1)).filter(plausible)
}

/// ISO 8601: week 1 holds 4 January; weeks begin on Monday.
fn week_at(text: &str) -> Option<Day> {
    let (year, 4, rest) = digits(text, 4)? else { return None };
    let rest = rest.trim_start_matches(['-', '_']).strip_prefix(['W', 'w'])?;
    let (week, _, _) = digits(rest, 2)?;
    if !(1..=53).contains(&week) {
        return None;
    }
    let fourth = Day::from_ymd(year as i32, 1, 4)?.0;
    // 1970-01-01 was a Thursday
    let monday = fourth - (fourth + 3).rem_euclid(7);
    Some(Day(monday + 7 * (week as i32 - 1))).filter(plausible)
}

/// A snapshot of our time.
fn plausible(day: &Day) -> bool {
    (1990..=2100).contains(&day.ymd().0)
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(name: &str, expected: &str) {
        let day = super::from_name(name).map(|d| d.to_string());
        assert_eq!(day.as_deref(), (!expected.is_empty()).then_some(expected), "{name}");
    }

    #[test]
    fn dates_in_file_names() {
        check("usage_2026-11-16.csv", "2026-11-16");
        check("usage20261116.csv", "2026-11-16");
        check("利用状況_2026年11月16日.csv", "2026-11-16");
        check("2026_11_16 export.tsv", "2026-11-16");
        check("accounts-202611.csv", "2026-11-30");
        check("2026-12.csv", "2026-12-31");
        check("利用_2024年2月.csv", "2024-02-29");
        check("usage_2026-W47.csv", "2026-11-16");
        check("2026W01.csv", "2025-12-29");
        check("利用_令和8年11月16日.csv", "2026-11-16");
        check("R8.11.16.csv", "2026-11-16");
        check("from 2026-11-09 to 2026-11-16.csv", "2026-11-16");
        check("顧客_utf-8-sig.csv", "");
        check("accounts_500000.csv", "");
        check("12345678.csv", "");
        check("WA_Fn-UseC_-Telco-Customer-Churn.csv", "");
    }
}
