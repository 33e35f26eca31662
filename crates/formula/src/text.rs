//! The functions of text. All are of characters, none of bytes.

use crate::lex;
use table::Day;
use table::fold::fold;

/// A day from `2026-11-21` or `2026/11/21`, in digits of any width.
pub(crate) fn day(text: &str) -> Option<Day> {
    let plain: String = text.trim().chars().map(lex::plain).collect();
    let mut parts = plain.splitn(3, ['-', '/']);
    let (y, m, d) = (parts.next()?, parts.next()?, parts.next()?);
    Day::from_ymd(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?)
}

/// The number that a text shows: digits of any width, thousands set off by commas, a currency before or
/// after, `%` for hundredths.
pub(crate) fn value(text: &str) -> f64 {
    let mut plain: String =
        text.trim().chars().map(lex::plain).filter(|c| !matches!(c, ',' | ' ')).collect();
    for sign in ["円", "元", "€", "$", "%"] {
        if plain.len() > sign.len() && plain.ends_with(sign) {
            plain.truncate(plain.len() - sign.len());
            return number(&plain) / if sign == "%" { 100.0 } else { 1.0 };
        }
    }
    number(plain.strip_prefix(['¥', '￥', '$', '€', '£']).unwrap_or(&plain))
}

/// Only what is written in digits: no `inf`, no `nan`.
fn number(text: &str) -> f64 {
    table::decimal::read(text).unwrap_or(f64::NAN)
}

pub(crate) fn contains(text: &str, part: &str) -> bool {
    fold(text).contains(&*fold(part))
}

pub(crate) fn starts_with(text: &str, part: &str) -> bool {
    fold(text).starts_with(&*fold(part))
}

pub(crate) fn ends_with(text: &str, part: &str) -> bool {
    fold(text).ends_with(&*fold(part))
}

/// How many characters a count stands for; `None` when it is absent or negative.
fn count(n: f64) -> Option<usize> {
    (n >= 0.0).then_some(n as usize)
}

/// The first characters.
pub(crate) fn left(text: &str, n: f64) -> Option<&str> {
    let end = text.char_indices().nth(count(n)?).map_or(text.len(), |(at, _)| at);
    Some(&text[..end])
}

/// The last characters.
pub(crate) fn right(text: &str, n: f64) -> Option<&str> {
    let skipped = text.chars().count().saturating_sub(count(n)?);
    let start = text.char_indices().nth(skipped).map_or(text.len(), |(at, _)| at);
    Some(&text[start..])
}

/// So many characters from a place on, 1 is the first.
pub(crate) fn mid(text: &str, start: f64, n: f64) -> Option<&str> {
    let skipped = count(start)?.checked_sub(1)?;
    let start = text.char_indices().nth(skipped).map_or(text.len(), |(at, _)| at);
    left(&text[start..], n)
}

/// Without spaces at the ends and with single ones between words.
pub(crate) fn trim(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// In the shortest form.
pub(crate) fn from_number(n: f64) -> String {
    crate::written_number(n)
}

/// With so many decimal places, at most 15.
pub(crate) fn from_fixed(n: f64, digits: f64) -> Option<String> {
    let digits = count(digits)?.min(15);
    let rounded = crate::scalar::two(crate::typed::Two::Round, n, digits as f64);
    Some(format!("{rounded:.digits$}"))
}

pub(crate) fn from_date(days: f64) -> String {
    Day(days as i32).to_string()
}

pub(crate) fn from_boolean(yes: bool) -> &'static str {
    if yes { "TRUE" } else { "FALSE" }
}
