//! Text made alike for searching: `ｶﾌﾞｼｷ`, `かぶしき` and `カブシキ` are one, and so are `Ａｂｃ` and
//! `abc`.
//!
//! Every browser has the tables of Unicode's normal forms; a second copy would be a tenth of the
//! download. So in wasm whoever owns this crate hands in the browser's ([`use_normaliser`]); elsewhere
//! a crate has them.

use std::borrow::Cow;
use std::sync::OnceLock;

static NORMALISER: OnceLock<fn(&str) -> String> = OnceLock::new();

/// Sets the function that gives a text's normal form KC (Unicode Standard Annex 15). The first one
/// stays. In wasm it must be set before anything is folded: without it only letters' case and kana are
/// made alike.
pub fn use_normaliser(nfkc: fn(&str) -> String) {
    // A second one would be the same function.
    let _ = NORMALISER.set(nfkc);
}

fn nfkc(text: &str) -> String {
    if let Some(nfkc) = NORMALISER.get() {
        return nfkc(text);
    }
    #[cfg(not(target_family = "wasm"))]
    {
        use unicode_normalization::UnicodeNormalization;
        text.nfkc().collect()
    }
    #[cfg(target_family = "wasm")]
    text.to_owned()
}

/// NFKC, then lower case, then hiragana as katakana. Two texts that differ in nothing else fold to
/// the same; folding what is folded changes nothing.
#[must_use]
pub fn fold(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return if text.bytes().any(|b| b.is_ascii_uppercase()) {
            Cow::Owned(text.to_ascii_lowercase())
        } else {
            Cow::Borrowed(text)
        };
    }
    // lower case may undo composition (İ), so it is composed once more
    let normal = nfkc(text);
    let lower: String = normal.chars().flat_map(char::to_lowercase).map(katakana).collect();
    Cow::Owned(if lower == normal { lower } else { nfkc(&lower) })
}

/// Whether `text` holds `folded`, which was folded before.
#[must_use]
pub fn contains(text: &str, folded: &str) -> bool {
    fold(text).contains(folded)
}

/// Hiragana as katakana, everything else as it is.
fn katakana(c: char) -> char {
    match c {
        'ぁ'..='ゖ' | 'ゝ' | 'ゞ' => char::from_u32(u32::from(c) + 0x60).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(a: &str, b: &str) {
        assert_eq!(fold(a), fold(b), "{a} {b}");
    }

    #[test]
    fn alike() {
        check("ABC", "abc");
        check("ＡＢＣ　１２", "abc 12");
        check("かぶしき", "カブシキ");
        check("ｶﾌﾞｼｷ", "かぶしき");
        check("ガ", "か\u{3099}");
        check("㈱", "(株)");
        check("ÉCOLE", "école");
        check("ヴ", "ゔ");
        assert!(contains("株式会社 さくら", &fold("サクラ")));
        assert!(!contains("株式会社", &fold("有限")));
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,24}") {
            let once = fold(&text).into_owned();
            prop_assert_eq!(fold(&once).into_owned(), once.clone());
        }
    }
}
