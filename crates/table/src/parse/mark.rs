//! Numbers with a decimal comma, and which mark a column has.

use super::number::{self, NotNumber, Number};
use super::trim;
use crate::layout::{DecimalMark, Unit};

/// A number as people write it, in a column of that decimal mark. With a comma, thousands are grouped
/// by points or spaces, all of one kind.
pub(crate) fn patient(
    bytes: &[u8],
    mark: DecimalMark,
) -> Result<(Number, Option<Unit>), NotNumber> {
    match mark {
        DecimalMark::Point => number::patient(bytes),
        DecimalMark::Comma => number::patient(swapped(bytes).ok_or(NotNumber::Other)?.as_bytes()),
    }
}

/// Whether a cell, read with a point, is a code: it has leading zeros, or too many digits.
pub(crate) fn is_code_with_point(bytes: &[u8]) -> bool {
    matches!(number::patient(bytes), Err(NotNumber::LeadingZero | NotNumber::TooManyDigits))
}

/// Whether a cell is two small whole numbers with a comma between: `1,10` may be a list as well as a number.
/// What begins with a zero, or has three digits, is in no such list.
pub(crate) fn is_pair(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(trim(bytes)) else { return false };
    let is_small = |part: &str| {
        let is_digit = |c| matches!(c, '0'..='9' | '０'..='９');
        !part.starts_with(['0', '０']) && part.chars().all(is_digit) && part.chars().count() <= 2
    };
    text.split_once([',', '，'])
        .is_some_and(|(a, b)| !a.is_empty() && !b.is_empty() && is_small(a) && is_small(b))
}

/// The mark without which a cell is no number; `None` where it is one with both or with neither. The
/// builders count the same without reading each cell twice.
#[cfg(test)]
pub(crate) fn evidence(bytes: &[u8]) -> Option<DecimalMark> {
    let with = |mark| patient(bytes, mark).is_ok();
    match (with(DecimalMark::Point), with(DecimalMark::Comma)) {
        (true, false) => Some(DecimalMark::Point),
        (false, true) => Some(DecimalMark::Comma),
        _ => None,
    }
}

/// The mark of a column in which so many cells are a number with a comma only, or with a point only.
/// `before` is the mark where nothing tells.
pub(crate) fn decide(only_comma: u64, only_point: u64, before: DecimalMark) -> DecimalMark {
    match (only_comma, only_point) {
        (0, 0) => before,
        (comma, point) if comma > 0 && comma >= point => DecimalMark::Comma,
        _ => DecimalMark::Point,
    }
}

/// `-?digits,digits` without groups, and whether only a comma makes it a number.
pub(crate) fn fast_comma(bytes: &[u8]) -> Option<(f64, bool)> {
    const LONGEST: usize = 20;
    let at = memchr::memchr(b',', bytes)?;
    let mut copy = [0; LONGEST];
    let copy = copy.get_mut(..bytes.len())?;
    copy.copy_from_slice(bytes);
    copy[at] = b'.';
    let value = number::fast_decimal(copy)?;
    let whole = at - usize::from(bytes[0] == b'-');
    // three digits behind it, and before it one to three that a group of thousands may begin with
    let is_group = bytes.len() - at == 4 && whole <= 3 && bytes[at - whole] != b'0';
    Some((value, !is_group))
}

/// The same number with a point, and thousands grouped by commas; `None` when that cannot be.
fn swapped(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(trim(bytes)).ok()?;
    let mut out = String::with_capacity(text.len());
    let mut group = None;
    let mut before = None;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let c = match c {
            '，' => ',',
            '．' => '.',
            '\u{A0}' | '\u{202F}' => ' ',
            c => c,
        };
        let digit =
            |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
        let between = digit(before) && digit(rest.peek().copied());
        out.push(match c {
            ',' => '.',
            // a point, or a space between digits
            '.' | ' ' if c == '.' || between => {
                if *group.get_or_insert(c) != c {
                    return None;
                }
                ','
            }
            c => c,
        });
        before = Some(c);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value(text: &str) -> Option<f64> {
        match patient(text.as_bytes(), DecimalMark::Comma).ok()?.0 {
            Number::Integer(i) => Some(i as f64),
            Number::Decimal(d) => Some(d),
        }
    }

    #[test]
    fn numbers_with_a_comma() {
        for (text, expected) in [
            ("1.234,56", 1_234.56),
            ("1 234 567,5", 1_234_567.5),
            ("1\u{202F}234,56", 1_234.56),
            ("1.234.567", 1_234_567.0),
            ("-0,5", -0.5),
            (",5", 0.5),
            ("12", 12.0),
            ("1,5e3", 1_500.0),
            ("１．２３４，５", 1_234.5),
        ] {
            assert_eq!(value(text), Some(expected), "{text}");
        }
        for text in ["1,234.56", "1.5", "1.23,4", "1.234 567", "1,2,3", "a,5", ""] {
            assert_eq!(value(text), None, "{text}");
        }
        let euro = patient("€ 1.234,56".as_bytes(), DecimalMark::Comma);
        assert_eq!(euro, Ok((Number::Decimal(1_234.56), Some(Unit::Euro))));
    }

    #[test]
    fn what_a_cell_tells() {
        for (text, expected) in [
            ("0,5", Some(DecimalMark::Comma)),
            ("0,123", Some(DecimalMark::Comma)),
            ("1.234,5", Some(DecimalMark::Comma)),
            ("1.234.567", Some(DecimalMark::Comma)),
            ("0.5", Some(DecimalMark::Point)),
            ("1,234.5", Some(DecimalMark::Point)),
            ("1.234", None),
            ("1,234", None),
            ("17", None),
            ("x", None),
        ] {
            assert_eq!(evidence(text.as_bytes()), expected, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_fast_way_is_the_slow_one(text in "-?[0-9]{0,6}[,.]?[0-9]{0,5}[,.]?[0-9]{0,3}") {
            if let Some((fast, only)) = fast_comma(text.as_bytes()) {
                prop_assert_eq!(value(&text), Some(fast));
                prop_assert_eq!(only, evidence(text.as_bytes()) == Some(DecimalMark::Comma));
            }
        }
    }
}
