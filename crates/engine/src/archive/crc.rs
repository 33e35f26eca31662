//! The checksum of an entry: CRC-32 as ZIP wants it (the polynomial of IEEE 802.3, reflected).
//!
//! The tables by which sixteen bytes are taken at once are worked out when they are first wanted: written into
//! the module they would be 16 kB that do not compress.

use std::sync::LazyLock;

const POLYNOMIAL: u32 = 0xEDB8_8320;

/// What a byte does to the checksum; in the `n`-th table, when `n` more bytes follow it.
static TABLES: LazyLock<Box<[[u32; 256]; 16]>> = LazyLock::new(|| {
    let mut tables = Box::new([[0; 256]; 16]);
    for byte in 0..256usize {
        let bit = |crc: u32, _| crc >> 1 ^ if crc & 1 == 1 { POLYNOMIAL } else { 0 };
        let mut crc = (0..8).fold(byte as u32, bit);
        for table in 0..16 {
            tables[table][byte] = crc;
            crc = (0..8).fold(crc, bit);
        }
    }
    tables
});

/// The checksum of an entry's bytes.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    let tables = &**TABLES;
    let (blocks, rest) = bytes.as_chunks::<16>();
    let mut crc = !0;
    for block in blocks {
        let of = |first: usize, word: u32| {
            let [a, b, c, d] = word.to_le_bytes().map(usize::from);
            tables[first][a] ^ tables[first - 1][b] ^ tables[first - 2][c] ^ tables[first - 3][d]
        };
        let word = |at: usize| {
            u32::from_le_bytes([block[at], block[at + 1], block[at + 2], block[at + 3]])
        };
        crc = of(15, word(0) ^ crc) ^ of(11, word(4)) ^ of(7, word(8)) ^ of(3, word(12));
    }
    let byte = |crc: u32, byte: &u8| crc >> 8 ^ tables[0][usize::from(crc as u8 ^ byte)];
    !rest.iter().fold(crc, byte)
}

#[cfg(test)]
mod tests {
    use super::crc32;
    use proptest::prelude::*;

    #[test]
    fn the_known_value() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b""), 0);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn as_the_crate_that_reads_zip(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            prop_assert_eq!(crc32(&bytes), rawzip::crc32(&bytes));
        }
    }
}
