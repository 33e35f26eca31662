//! Where the bytes are that may end a field: quotes, delimiters, newlines, NUL. 64 bytes become one
//! word of bits, so that the walk from field end to field end has no branch per byte.

/// Walks over the candidates in order. Some are none: any byte below 14 is one, tabs included.
pub(super) struct Specials<'a> {
    blocks: &'a [[u8; 64]],
    tail: [u8; 64],
    len: usize,
    delimiter: u8,
    /// Where the block of `mask` begins.
    pub(super) base: usize,
    /// The candidates of the block that are still to come.
    pub(super) mask: u64,
}

impl<'a> Specials<'a> {
    pub(super) fn new(bytes: &'a [u8], delimiter: u8) -> Self {
        let (blocks, rest) = bytes.as_chunks::<64>();
        // what pads the last block is no candidate
        let mut tail = [b' '; 64];
        tail[..rest.len()].copy_from_slice(rest);
        let mut this = Self { blocks, tail, len: bytes.len(), delimiter, base: 0, mask: 0 };
        this.mask = this.load();
        this
    }

    /// The offset of the next candidate.
    #[inline(always)]
    pub(super) fn next(&mut self) -> Option<usize> {
        while self.mask == 0 {
            self.base += 64;
            if self.base >= self.len {
                return None;
            }
            self.mask = self.load();
        }
        let at = self.base + self.mask.trailing_zeros() as usize;
        self.mask &= self.mask - 1;
        Some(at)
    }

    /// Passes over the candidates before `at`, which is not before the last one.
    #[inline(always)]
    pub(super) fn skip_to(&mut self, at: usize) {
        if at < self.base + 64 {
            self.mask &= u64::MAX << (at.saturating_sub(self.base));
        } else {
            self.seek(at);
        }
    }

    /// Goes to `at`, forward or back.
    #[cold]
    pub(super) fn seek(&mut self, at: usize) {
        self.base = at & !63;
        self.mask = self.load() & (u64::MAX << (at & 63));
    }

    #[inline(always)]
    fn load(&self) -> u64 {
        let block = self.blocks.get(self.base / 64).unwrap_or(&self.tail);
        candidates(block, self.delimiter)
    }
}

/// Bytes below this are candidates: NUL, line feed, carriage return, and a few that never occur.
const LOW: u8 = b'\r' + 1;

/// One bit per byte, the first byte's the lowest.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline(always)]
fn candidates(block: &[u8; 64], delimiter: u8) -> u64 {
    use core::arch::wasm32::{u8x16_bitmask, u8x16_eq, u8x16_lt, u8x16_splat, u64x2, v128_or};
    let (quote, delimiter, low) = (u8x16_splat(b'"'), u8x16_splat(delimiter), u8x16_splat(LOW));
    let mut mask = 0;
    for (i, half) in block.as_chunks::<16>().0.iter().enumerate() {
        let words = half.as_chunks::<8>().0;
        let v = u64x2(u64::from_le_bytes(words[0]), u64::from_le_bytes(words[1]));
        let hit = v128_or(v128_or(u8x16_eq(v, quote), u8x16_eq(v, delimiter)), u8x16_lt(v, low));
        mask |= u64::from(u8x16_bitmask(hit)) << (16 * i);
    }
    mask
}

/// One bit per byte, the first byte's the lowest; eight bytes at a time within one word.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline(always)]
fn candidates(block: &[u8; 64], delimiter: u8) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    const SEVENS: u64 = ONES * 0x7F;
    let (quote, delimiter) = (ONES * u64::from(b'"'), ONES * u64::from(delimiter));
    // the top bit of each byte is clear exactly where the byte was zero
    let not_zero = |x: u64| ((x & SEVENS) + SEVENS) | x;
    let mut mask = 0;
    for (i, word) in block.as_chunks::<8>().0.iter().enumerate() {
        let x = u64::from_le_bytes(*word);
        let not_low = ((x & SEVENS) + ONES * u64::from(0x80 - LOW)) | x;
        let none = not_zero(x ^ quote) & not_zero(x ^ delimiter) & not_low;
        let hit = (!none >> 7) & ONES;
        // gathers the eight lowest bits of bytes into the top byte
        mask |= (hit.wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * i);
    }
    mask
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_special_byte_is_found(
            bytes in proptest::collection::vec(prop_oneof![any::<u8>(), Just(b','), Just(b'"')], 0..200),
            from in 0usize..200,
        ) {
            let is = |b: u8| b == b',' || b == b'"' || b < LOW;
            let all: Vec<usize> = (0..bytes.len()).filter(|&i| is(bytes[i])).collect();
            let mut specials = Specials::new(&bytes, b',');
            let found: Vec<usize> = std::iter::from_fn(|| specials.next()).collect();
            prop_assert_eq!(&found, &all);
            if from < bytes.len() {
                specials.seek(from);
                let rest: Vec<usize> = all.into_iter().filter(|i| *i >= from).collect();
                prop_assert_eq!(std::iter::from_fn(|| specials.next()).collect::<Vec<_>>(), rest);
            }
        }
    }
}
