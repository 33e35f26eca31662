//! The checksum of a line of the log.

/// The remainders of the sixteen values of half a byte, for [`crc32`].
const HALVES: [u32; 16] = {
    let mut table = [0; 16];
    let mut value = 0;
    while value < 16 {
        let mut rest = value as u32;
        let mut bit = 0;
        while bit < 4 {
            rest = (rest >> 1) ^ if rest & 1 == 1 { 0xEDB8_8320 } else { 0 };
            bit += 1;
        }
        table[value] = rest;
        value += 1;
    }
    table
};

/// CRC-32 as in IEEE 802.3 and RFC 1952 (reflected polynomial 0xEDB88320).
///
/// A line of the log is short, so four bits at a time are fast enough; the table of a crate that
/// takes sixteen bytes at a time would be 16 kB of a download.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    let half = |rest: u32| (rest >> 4) ^ HALVES[(rest & 15) as usize];
    !bytes.iter().fold(!0, |rest, byte| half(half(rest ^ u32::from(*byte))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_check_value_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b""), 0);
    }

    proptest! {
        #[test]
        fn the_same_as_the_crate(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(crc32(&bytes), crc32fast::hash(&bytes));
        }
    }
}
