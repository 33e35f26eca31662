//! Numbers of up to eight characters without a loop: the eight bytes that end a cell are one word,
//! and how many of them belong to the cell costs no branch. Three multiplications add up the digits
//! (Daniel Lemire, "Quickly parsing eight digits", 2018).

/// `'0'` in every byte.
const ZEROS: u64 = u64::MAX / 255 * 0x30;
const TOPS: u64 = u64::MAX / 255 * 0x80;

/// Ten to the power of how many digits stand behind the point.
const POWERS: [f64; 8] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7];

/// `-?(0|[1-9][0-9]*)` of at most eight digits in `bytes[start..end]`; `None` for anything else, and
/// for the few cells that begin the block.
#[inline(always)]
pub(crate) fn integer(bytes: &[u8], start: usize, end: usize) -> Option<i64> {
    let (negative, start, word) = word(bytes, start, end)?;
    if !all_digits(word) || (end - start > 1 && bytes.get(start) == Some(&b'0')) {
        return None;
    }
    let value = value(word) as i64;
    Some(if negative { -value } else { value })
}

/// The same with an optional point and digits behind it, at most eight characters in all.
#[inline(always)]
pub(crate) fn decimal(bytes: &[u8], start: usize, end: usize) -> Option<f64> {
    let (negative, start, word) = word(bytes, start, end)?;
    let points = zero_bytes(word ^ (u64::MAX / 255 * u64::from(b'.' ^ b'0')));
    let (digits, behind) = if points == 0 {
        (word, 0)
    } else {
        // closes the gap where the (first) point is
        let point = points.trailing_zeros() / 8;
        let before = (1u64 << (8 * point)) - 1;
        let after = !(before << 8 | 0xFF);
        ((word & before) << 8 | (word & after), 7 - point as usize)
    };
    let whole = end - start - usize::from(points != 0) - behind;
    let leading_zero = whole > 1 && bytes.get(start) == Some(&b'0');
    if !all_digits(digits) || leading_zero || whole == 0 || (points != 0 && behind == 0) {
        return None;
    }
    let value = value(digits) as f64 / POWERS[behind & 7];
    Some(if negative { -value } else { value })
}

/// The sign, where the digits begin, and the cell's characters less `'0'`, right-aligned: the last
/// one in the top byte, zeros before the first.
#[inline(always)]
fn word(bytes: &[u8], start: usize, end: usize) -> Option<(bool, usize, u64)> {
    let negative = bytes.get(start) == Some(&b'-');
    let start = start + usize::from(negative);
    let length = end.wrapping_sub(start);
    if length.wrapping_sub(1) > 7 || end < 8 {
        return None;
    }
    let eight = bytes.get(end - 8..end)?.first_chunk()?;
    let shift = 64 - 8 * length as u32;
    Some((negative, start, (u64::from_le_bytes(*eight) ^ ZEROS) >> shift << shift))
}

#[inline(always)]
fn all_digits(word: u64) -> bool {
    (word.wrapping_add(u64::MAX / 255 * 0x76) | word) & TOPS == 0
}

/// The top bit of every byte that is zero.
#[inline(always)]
fn zero_bytes(x: u64) -> u64 {
    !(((x & !TOPS) + !TOPS) | x) & TOPS
}

/// The number of eight digits, the first in the lowest byte.
#[inline(always)]
fn value(word: u64) -> u64 {
    const PAIR: u64 = 0x0000_00FF_0000_00FF;
    let pairs = word.wrapping_mul(10).wrapping_add(word >> 8);
    let first = (pairs & PAIR).wrapping_mul(100 + (1_000_000 << 32));
    let second = ((pairs >> 16) & PAIR).wrapping_mul(1 + (10_000 << 32));
    first.wrapping_add(second) >> 32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::number::{fast_decimal, fast_integer};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(20_000) })]

        #[test]
        fn equals_the_loop(cell in "-?[0-9.,a-]{0,10}|-?[0-9]{1,5}\\.?[0-9]{0,4}|[0-9é ]{0,6}") {
            let bytes = format!("previous,{cell},next").into_bytes();
            let (start, end) = (9, 9 + cell.len());
            let (of_word, of_loop) = (integer(&bytes, start, end), fast_integer(cell.as_bytes()));
            prop_assert!(of_word == of_loop || of_word.is_none(), "{cell} {of_word:?} {of_loop:?}");
            let digits = cell.strip_prefix('-').unwrap_or(&cell);
            prop_assert!(of_word.is_some() || of_loop.is_none() || digits.len() > 8);
            let (of_word, of_loop) = (decimal(&bytes, start, end), fast_decimal(cell.as_bytes()));
            prop_assert!(of_word == of_loop || of_word.is_none(), "{cell} {of_word:?} {of_loop:?}");
            prop_assert!(of_word.is_some() || of_loop.is_none() || digits.len() > 8, "{cell}");
        }
    }

    #[test]
    fn at_the_edges_of_the_block() {
        assert_eq!(integer(b"12,345678", 0, 2), None);
        assert_eq!(integer(b"12,345678", 3, 9), Some(345_678));
        assert_eq!(integer(b"", 0, 0), None);
        assert_eq!(integer(b"xxxxxxxx,", 20, 20), None);
        assert_eq!(integer(b"12345678", 0, 8), Some(12_345_678));
        assert_eq!(decimal(b"1234.678", 0, 8), Some(1234.678));
    }
}
