//! Which of 64 bytes may end a field. Needs nothing of this crate: a test in the browser takes in this
//! file alone, because natively only the second form is compiled.

/// Bytes below this are candidates: NUL, line feed, carriage return, and a few that never occur.
pub(super) const LOW: u8 = b'\r' + 1;

/// One bit per byte, the first byte's the lowest.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[inline(always)]
pub(super) fn candidates(block: &[u8; 64], delimiter: u8) -> u64 {
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
pub(super) fn candidates(block: &[u8; 64], delimiter: u8) -> u64 {
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
