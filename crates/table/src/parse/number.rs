//! Numbers: digits by hand, anything else patiently.

use super::{narrow, trim};
use crate::layout::Unit;

/// A number as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Number {
    Integer(i64),
    Decimal(f64),
}

/// Why something is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotNumber {
    /// `00123`: a code, which must stay text.
    LeadingZero,
    /// More than 18 digits: a code as well.
    TooManyDigits,
    /// Something else.
    Other,
}

/// `-?[1-9][0-9]{0,17}` or `0`.
#[inline(always)]
pub(crate) fn fast_integer(bytes: &[u8]) -> Option<i64> {
    let (negative, digits) = match bytes {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, bytes),
    };
    let (&first, rest) = digits.split_first()?;
    let first = first.wrapping_sub(b'0');
    if first > 9 || rest.len() > 17 || (first == 0 && !rest.is_empty()) {
        return None;
    }
    let mut value = u64::from(first);
    for &b in rest {
        let digit = b.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value * 10 + u64::from(digit);
    }
    let value = value as i64;
    Some(if negative { -value } else { value })
}

const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// `-?digits[.digits]` with no leading zero before another digit. Exactly rounded: a mantissa under
/// 2⁵³ and a power of ten up to 10²² are exact, so their quotient is rounded once (Clinger 1990);
/// the rest goes to `fast-float2`.
#[inline(always)]
pub(crate) fn fast_decimal(bytes: &[u8]) -> Option<f64> {
    let (negative, digits) = match bytes {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, bytes),
    };
    if digits.len() > 19 {
        return long_decimal(bytes);
    }
    let mut mantissa = 0u64;
    let mut i = 0;
    while let Some(digit) = digits.get(i).map(|b| b.wrapping_sub(b'0')).filter(|d| *d <= 9) {
        mantissa = mantissa * 10 + u64::from(digit);
        i += 1;
    }
    if i == 0 || (i > 1 && digits[0] == b'0') {
        return None;
    }
    let mut fraction = 0;
    if i < digits.len() {
        if digits[i] != b'.' {
            return None;
        }
        for &b in &digits[i + 1..] {
            let digit = b.wrapping_sub(b'0');
            if digit > 9 {
                return None;
            }
            mantissa = mantissa * 10 + u64::from(digit);
            fraction += 1;
        }
        if fraction == 0 {
            return None;
        }
    }
    if i > 18 {
        return None;
    }
    if mantissa >= 1 << 53 {
        return long_decimal(bytes);
    }
    let value = mantissa as f64 / POWERS[fraction];
    Some(if negative { -value } else { value })
}

/// The same grammar, any length.
#[cold]
fn long_decimal(bytes: &[u8]) -> Option<f64> {
    let digits = bytes.strip_prefix(b"-").unwrap_or(bytes);
    let whole = digits.iter().take_while(|b| b.is_ascii_digit()).count();
    let plain = digits.get(whole) == Some(&b'.')
        && digits.len() > whole + 1
        && digits[whole + 1..].iter().all(u8::is_ascii_digit);
    if !(1..=18).contains(&whole) || (whole > 1 && digits[0] == b'0') {
        return None;
    }
    if !plain && whole < digits.len() {
        return None;
    }
    fast_float2::parse(bytes).ok()
}

/// A number as people write it: spaces around, a sign, full-width digits, thousands separators,
/// a currency before or after, per cent, an exponent.
pub(crate) fn patient(bytes: &[u8]) -> Result<(Number, Option<Unit>), NotNumber> {
    let bytes = trim(bytes);
    let wide;
    let text = if bytes.is_ascii() {
        std::str::from_utf8(bytes).map_err(|_| NotNumber::Other)?
    } else {
        wide = narrow(bytes).ok_or(NotNumber::Other)?;
        &wide
    };
    let mut unit = None;
    let mut negative = None;
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let Some(c) = rest.chars().next() else { return Err(NotNumber::Other) };
        let prefix = match c {
            '¥' => Some(Unit::Yen),
            '$' => Some(Unit::Dollar),
            '€' => Some(Unit::Euro),
            '£' => Some(Unit::Pound),
            '+' | '-' | '▲' | '△' => None,
            _ => break,
        };
        match prefix {
            Some(_) if unit.is_some() => return Err(NotNumber::Other),
            Some(_) => unit = prefix,
            None if negative.is_some() => return Err(NotNumber::Other),
            None => negative = Some(c != '+'),
        }
        rest = &rest[c.len_utf8()..];
    }
    let suffixes =
        [("%", Unit::Percent), ("円", Unit::Yen), ("€", Unit::Euro), ("ドル", Unit::Dollar)];
    for (suffix, its) in suffixes {
        if let Some(before) = rest.strip_suffix(suffix) {
            if unit.is_some_and(|u| u != its) {
                return Err(NotNumber::Other);
            }
            unit = Some(its);
            rest = before.trim_end();
            break;
        }
    }
    let number = plain(rest, negative == Some(true))?;
    Ok((number, unit))
}

/// Digits, grouped or not, a fraction, an exponent.
fn plain(text: &str, negative: bool) -> Result<Number, NotNumber> {
    let end_of_whole = text.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(text.len());
    let (whole, tail) = text.split_at(end_of_whole);
    let mut digits = String::with_capacity(text.len() + 1);
    if negative {
        digits.push('-');
    }
    let sign = digits.len();
    if whole.contains(',') {
        for (i, group) in whole.split(',').enumerate() {
            let fits = if i == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 };
            if !fits {
                return Err(NotNumber::Other);
            }
            digits.push_str(group);
        }
    } else {
        digits.push_str(whole);
    }
    let count = digits.len() - sign;
    if count == 0 {
        // ".5" is how some write a half
        let half = tail.len() > 1 && tail.starts_with('.');
        if !half {
            return Err(NotNumber::Other);
        }
        digits.push('0');
    } else if tail.is_empty() || tail.starts_with('.') {
        if count > 1 && digits[sign..].starts_with('0') {
            return Err(NotNumber::LeadingZero);
        }
        if count > 18 {
            return Err(NotNumber::TooManyDigits);
        }
    }
    if tail.is_empty() {
        return digits.parse().map(Number::Integer).map_err(|_| NotNumber::Other);
    }
    if !is_tail(tail.as_bytes()) {
        return Err(NotNumber::Other);
    }
    digits.push_str(tail);
    match fast_float2::parse::<f64, _>(&digits) {
        Ok(value) if value.is_finite() => Ok(Number::Decimal(value)),
        _ => Err(NotNumber::Other),
    }
}

/// `[.digits][e[+-]digits]`
fn is_tail(tail: &[u8]) -> bool {
    let mut rest = tail;
    if let Some(fraction) = rest.strip_prefix(b".") {
        let n = fraction.iter().take_while(|b| b.is_ascii_digit()).count();
        if n == 0 {
            return false;
        }
        rest = &fraction[n..];
    }
    match rest {
        [] => true,
        [b'e' | b'E', b'+' | b'-', digits @ ..] | [b'e' | b'E', digits @ ..] => {
            !digits.is_empty() && digits.iter().all(u8::is_ascii_digit)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests;
