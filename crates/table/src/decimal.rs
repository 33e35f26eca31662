//! The number nearest to what decimal digits say.
//!
//! Every browser knows it; the tables for it are 12 kB of the download that do not compress. So in wasm whoever owns
//! this crate says which is used ([`use_reader`]): a page that reads no files the browser's, a worker
//! that has the tables anyway its own ([`own`]). Elsewhere the standard library has them.

use std::sync::OnceLock;

static READER: OnceLock<fn(&str) -> f64> = OnceLock::new();

/// Sets the function that gives the nearest number, NaN where there is none. The first one stays. In wasm it must be
/// set before anything is read: without it nothing is a number.
pub fn use_reader(reader: fn(&str) -> f64) {
    // A second one would be the same function.
    let _ = READER.set(reader);
}

/// The finite number nearest to a text of ASCII digits, with a sign, a fraction or an exponent; `None` for anything else, and
/// for what is too large.
#[must_use]
pub fn read(text: &str) -> Option<f64> {
    let is_of_number = |b: u8| b.is_ascii_digit() || matches!(b, b'.' | b'+' | b'-' | b'e' | b'E');
    // what is a number to a browser or to Rust beyond that, as `Infinity`, ` 5` or `0x1f`, is none here
    if !text.bytes().any(|b| b.is_ascii_digit()) || !text.bytes().all(is_of_number) {
        return None;
    }
    Some(nearest(text)).filter(|number| number.is_finite())
}

fn nearest(text: &str) -> f64 {
    if let Some(reader) = READER.get() {
        return reader(text);
    }
    #[cfg(not(target_family = "wasm"))]
    {
        text.parse().unwrap_or(f64::NAN)
    }
    #[cfg(target_family = "wasm")]
    f64::NAN
}

/// The reader that files are read with.
#[must_use]
pub fn own(text: &str) -> f64 {
    fast_float2::parse(text).unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_digits_are_a_number() {
        for text in [
            "", "-", "e", "inf", "NaN", "Infinity", " 5", "0x1f", "1_000", "1e999", "--1", "1-2",
            "５",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        let numbers =
            [("5", 5.0), ("-0.5", -0.5), ("+7", 7.0), (".5", 0.5), ("5.", 5.0), ("1e3", 1000.0)];
        for (text, number) in numbers {
            assert_eq!(read(text), Some(number), "{text}");
            assert_eq!(own(text), number, "{text}");
        }
        assert_eq!(read("9007199254740993"), Some(9_007_199_254_740_992.0));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(number in any::<f64>().prop_filter("finite", |n| n.is_finite())) {
            let (short, long) = (number.to_string(), format!("{number:e}"));
            for text in [short, long] {
                prop_assert_eq!(read(&text), Some(number));
                prop_assert_eq!(own(&text), number);
            }
        }
    }
}
