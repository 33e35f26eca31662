//! From the bytes of one cell to a value: a fast path for how machines write it and a patient one
//! for how people do.

pub(crate) mod boolean;
pub(crate) mod date;
pub(crate) mod date_words;
pub(crate) mod eight;
pub(crate) mod mark;
pub(crate) mod number;

/// The ideographic (full-width) space in UTF-8.
const WIDE_SPACE: &[u8] = "\u{3000}".as_bytes();

/// Without ASCII and full-width spaces at both ends.
pub(crate) fn trim(mut bytes: &[u8]) -> &[u8] {
    loop {
        if let [b' ' | b'\t' | b'\r' | b'\n', rest @ ..] = bytes {
            bytes = rest;
        } else if let [rest @ .., b' ' | b'\t' | b'\r' | b'\n'] = bytes {
            bytes = rest;
        } else if let Some(rest) = bytes.strip_prefix(WIDE_SPACE) {
            bytes = rest;
        } else if let Some(rest) = bytes.strip_suffix(WIDE_SPACE) {
            bytes = rest;
        } else {
            return bytes;
        }
    }
}

/// Whether there is nothing but spaces.
#[inline]
pub(crate) fn is_blank(bytes: &[u8]) -> bool {
    match bytes.first() {
        None => true,
        Some(&b) if b > b' ' && b != WIDE_SPACE[0] => false,
        Some(_) => trim(bytes).is_empty(),
    }
}

/// Whether a trimmed cell of a column that is not text says that there is no value.
pub(crate) fn is_absent_word(bytes: &[u8]) -> bool {
    const ASCII: [&str; 8] = ["na", "n/a", "#n/a", "null", "none", "nan", "-", "--"];
    const WIDE: [&str; 9] = ["―", "－", "ー", "—", "–", "なし", "無し", "未設定", "該当なし"];
    if bytes.is_ascii() {
        bytes.len() <= 4 && ASCII.iter().any(|w| bytes.eq_ignore_ascii_case(w.as_bytes()))
    } else {
        WIDE.iter().any(|w| bytes == w.as_bytes())
    }
}

/// Full-width ASCII made narrow, the many minus signs one. `None` when the bytes are not UTF-8 or
/// longer than any number or date.
pub(crate) fn narrow(bytes: &[u8]) -> Option<String> {
    const LONGEST: usize = 128;
    if bytes.len() > LONGEST {
        return None;
    }
    let text = std::str::from_utf8(bytes).ok()?;
    Some(
        text.chars()
            .map(|c| match c {
                '\u{FF01}'..='\u{FF5E}' => {
                    char::from_u32(u32::from(c) - 0xFF01 + 0x21).unwrap_or(c)
                }
                '\u{3000}' | '\u{A0}' => ' ',
                '−' | '‐' | '‑' | '–' => '-',
                '￥' => '¥',
                _ => c,
            })
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_of_both_widths_are_trimmed() {
        assert_eq!(trim(" \u{3000} a b\u{3000}\t".as_bytes()), b"a b");
        assert!(is_blank("\u{3000} ".as_bytes()));
        assert!(!is_blank("　x".as_bytes()));
    }

    #[test]
    fn absent_words_in_any_case() {
        for word in ["NA", "n/a", "#N/A", "NULL", "nan", "-", "なし", "未設定"] {
            assert!(is_absent_word(word.as_bytes()), "{word}");
        }
        assert!(!is_absent_word(b"0"));
    }
}
