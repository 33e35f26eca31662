//! Yes and no, in English and in Japanese. 0 and 1 stay numbers.

use super::trim;

/// Yes or no, `None` for anything else.
#[inline]
pub(crate) fn parse(bytes: &[u8]) -> Option<bool> {
    match bytes {
        b"true" | b"True" | b"TRUE" | b"Yes" | b"yes" | b"YES" | b"Y" => Some(true),
        b"false" | b"False" | b"FALSE" | b"No" | b"no" | b"NO" | b"N" => Some(false),
        _ => patient(bytes),
    }
}

/// The words that a column of yes and no may be written with in a file, in English and Japanese; `None` for anything
/// else, 0 and 1 among it.
#[must_use]
pub fn yes_or_no(text: &str) -> Option<bool> {
    parse(text.as_bytes())
}

fn patient(bytes: &[u8]) -> Option<bool> {
    const YES: [&str; 10] = ["はい", "有", "有り", "あり", "○", "◯", "〇", "済", "済み", "✓"];
    const NO: [&str; 10] = ["いいえ", "無", "無し", "なし", "×", "✕", "✗", "未", "未済", "☓"];
    let bytes = trim(bytes);
    // no word of either list begins with a digit, and none is as long as this
    if bytes.len() > 9 || bytes.first().is_none_or(u8::is_ascii_digit) {
        return None;
    }
    let is = |word: &&str| bytes.eq_ignore_ascii_case(word.as_bytes());
    if ["true", "yes", "y"].iter().any(is) || YES.iter().any(is) {
        Some(true)
    } else if ["false", "no", "n"].iter().any(is) || NO.iter().any(is) {
        Some(false)
    } else {
        None
    }
}

/// Whether the word says no beside an あり but absent anywhere else.
pub(crate) fn is_no_or_absent(bytes: &[u8]) -> bool {
    let bytes = trim(bytes);
    bytes == "なし".as_bytes() || bytes == "無し".as_bytes()
}

#[cfg(test)]
mod tests {
    #[test]
    fn words() {
        for (text, expected) in [
            ("Yes", Some(true)),
            ("no", Some(false)),
            (" TRUE ", Some(true)),
            ("n", Some(false)),
            ("はい", Some(true)),
            ("無", Some(false)),
            ("○", Some(true)),
            ("×", Some(false)),
            ("済", Some(true)),
            ("未", Some(false)),
            ("0", None),
            ("1", None),
            ("", None),
            ("No internet service", None),
        ] {
            assert_eq!(super::parse(text.as_bytes()), expected, "{text}");
        }
    }
}
