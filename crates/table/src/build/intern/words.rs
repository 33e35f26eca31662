//! Strings as words of eight bytes: the same, in order, hashed.

use std::cmp::Ordering;

/// The last `count` < 8 of the bytes as a word.
#[inline(always)]
pub(super) fn tail(bytes: &[u8], count: usize) -> u64 {
    if count == 0 {
        return 0;
    }
    if let Some(last) = bytes.last_chunk::<8>() {
        return u64::from_le_bytes(*last) >> (64 - 8 * count);
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let last = u64::from(u32::from_le_bytes(*last));
        return u64::from(u32::from_le_bytes(*first)) | last << (8 * (count - 4));
    }
    let at = |i: usize| u64::from(bytes[i]) << (8 * i);
    at(0) | at(count / 2) | at(count - 1)
}

/// Whether two strings are the same, word by word.
#[inline(always)]
pub(super) fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let ((a_words, a_rest), (b_words, _)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    let words = a_words.iter().zip(b_words);
    words.fold(0, |d, (x, y)| d | (u64::from_le_bytes(*x) ^ u64::from_le_bytes(*y)))
        | (tail(a, a_rest.len()) ^ tail(b, a_rest.len()))
        == 0
}

/// The order of two strings by their bytes; eight at a time.
#[inline(always)]
pub(super) fn compare(a: &[u8], b: &[u8]) -> Ordering {
    let ((a_words, a_rest), (b_words, b_rest)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    for (x, y) in a_words.iter().zip(b_words) {
        let order = u64::from_be_bytes(*x).cmp(&u64::from_be_bytes(*y));
        if order != Ordering::Equal {
            return order;
        }
    }
    if a_words.len() != b_words.len() {
        return a.cmp(b);
    }
    let (x, y) = (tail(a, a_rest.len()), tail(b, b_rest.len()));
    x.swap_bytes().cmp(&y.swap_bytes()).then(a.len().cmp(&b.len()))
}

/// A multiply-and-rotate hash over words of eight bytes, mixed once at the end.
#[inline(always)]
pub(super) fn hash(bytes: &[u8]) -> u32 {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    let (words, rest) = bytes.as_chunks::<8>();
    let mut h = bytes.len() as u64;
    for word in words {
        h = (h.rotate_left(5) ^ u64::from_le_bytes(*word)).wrapping_mul(K);
    }
    h = (h.rotate_left(5) ^ tail(bytes, rest.len())).wrapping_mul(K);
    h = (h ^ (h >> 32)).wrapping_mul(K);
    (h >> 32) as u32
}
