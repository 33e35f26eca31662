//! What a spreadsheet would run as a formula (OWASP, "CSV Injection").

/// Whether a text begins like a formula and is not a plain number.
pub(super) fn needs_one(text: &str) -> bool {
    const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    // spaces before the sign do not stop every spreadsheet
    text.trim_start_matches([' ', '\u{3000}']).starts_with(FORMULA) && !is_plain_number(text)
}

/// `[+-]digits[.digits]`
fn is_plain_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    all(whole) && all(fraction)
}

#[cfg(test)]
mod tests {
    use super::needs_one;

    #[test]
    fn formulas_and_numbers() {
        for text in [
            "=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠a", " =1",
            "-",
        ] {
            assert!(needs_one(text), "{text:?}");
        }
        for text in ["", "-5", "+3.2", "-0.5", "abc", "1=1", "a@b.example", "５"] {
            assert!(!needs_one(text), "{text:?}");
        }
    }
}
