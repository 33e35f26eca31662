//! Numbers as people type them.

/// The number in a text: full-width digits and signs, grouping commas, the real minus sign, a unit
/// such as `%` at the end (`unit`, may be empty) and blanks are understood. `None` when it is not a
/// finite number.
pub fn parse_number(text: &str, unit: &str) -> Option<f64> {
    let plain: String = text
        .trim()
        .chars()
        .filter_map(|c| match c {
            '０'..='９' | '．' | '＋' | '％' => char::from_u32(c as u32 - 0xFEE0),
            '－' | '−' | '‐' | 'ー' => Some('-'),
            ',' | '，' | '、' => None,
            c if c.is_whitespace() => None,
            c => Some(c),
        })
        .collect();
    let unit: String = unit.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = if unit.is_empty() { &plain } else { plain.strip_suffix(&unit).unwrap_or(&plain) };
    let digits = digits.strip_suffix('%').unwrap_or(digits);
    if !digits.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(digits) => (-1.0, digits),
        None => (1.0, digits.strip_prefix('+').unwrap_or(digits)),
    };
    // As JSON writes it: its reader is in the page anyway, and that of `str::parse` has a table of
    // 10 kB of its own.
    let digits = digits.trim_start_matches('0');
    let digits = digits.strip_suffix('.').unwrap_or(digits);
    let zero = if digits.starts_with(|c: char| c.is_ascii_digit()) { "" } else { "0" };
    serde_json::from_str::<f64>(&format!("{zero}{digits}")).ok().map(|value| sign * value)
}

/// `value` brought to so many decimals, which also drops the dust of binary fractions.
pub fn rounded(value: f64, decimals: u8) -> f64 {
    let scale = 10f64.powi(i32::from(decimals));
    let scaled = value * scale;
    if scaled.is_finite() { scaled.round() / scale } else { value }
}

/// `value` as it is edited: no grouping, at most so many decimals, empty for not-a-number.
pub fn plain(value: f64, decimals: u8) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let fixed = format!("{:.*}", usize::from(decimals), value);
    let short = match fixed.split_once('.') {
        Some(_) => fixed.trim_end_matches('0').trim_end_matches('.'),
        None => &fixed,
    };
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_typed() {
        for (text, unit, value) in [
            ("12.5", "", Some(12.5)),
            ("１２．５", "", Some(12.5)),
            (" 1,234 ", "", Some(1234.0)),
            ("－３", "", Some(-3.0)),
            ("−3", "", Some(-3.0)),
            ("40%", "%", Some(40.0)),
            ("４０％", "%", Some(40.0)),
            ("40 pt", "pt", Some(40.0)),
            ("1e3", "", Some(1000.0)),
            ("+7", "", Some(7.0)),
            ("007", "", Some(7.0)),
            ("-.5", "", Some(-0.5)),
            ("5.", "", Some(5.0)),
            ("0.1", "", Some(0.1)),
            ("0", "", Some(0.0)),
            ("1e999", "", None),
            ("--3", "", None),
            ("-", "", None),
            ("", "", None),
            ("inf", "", None),
            ("nan", "", None),
            ("abc", "", None),
            ("1.2.3", "", None),
        ] {
            assert_eq!(parse_number(text, unit), value, "{text:?}");
        }
    }

    #[test]
    fn numbers_as_edited() {
        for (value, decimals, text) in [
            (12.50, 2, "12.5"),
            (12.0, 2, "12"),
            (100.0, 0, "100"),
            (-0.001, 1, "0"),
            (f64::NAN, 1, ""),
            (1234.5, 1, "1234.5"),
        ] {
            assert_eq!(plain(value, decimals), text);
        }
        assert_eq!(rounded(0.1 + 0.2, 2), 0.3);
    }
}
