//! Characters to CP932: the Shift_JIS encoder of the Encoding Standard, with its table made by decoding
//! once every pair of bytes there is, so that only the way in needs a table of its own.

use crate::{Encoding, encoding::Transcoder};

/// Pointers that the standard's encoder leaves out: what NEC chose of IBM's extensions, which stand
/// once more at the end, and the cells for one's own characters.
const LEFT_OUT: std::ops::RangeInclusive<u32> = 8_272..=10_715;
/// How many second bytes there are.
const TRAILS: u32 = 188;

/// The two bytes of each character up to U+FFFF, 0 for none.
pub(super) struct Cp932(Vec<u16>);

impl Cp932 {
    /// Makes the table: eleven thousand pairs, decoded in one go.
    pub(super) fn new() -> Self {
        let pairs: Vec<[u8; 2]> = (0..60 * TRAILS)
            .filter(|pointer| !LEFT_OUT.contains(pointer))
            .map(|pointer| {
                let (lead, trail) = (pointer / TRAILS, pointer % TRAILS);
                let lead = lead + if lead < 0x1F { 0x81 } else { 0xC1 };
                let trail = trail + if trail < 0x3F { 0x40 } else { 0x41 };
                [lead as u8, trail as u8]
            })
            .collect();
        // a newline ends a pair that is no character as well
        let bytes: Vec<u8> =
            pairs.iter().flat_map(|[lead, trail]| [*lead, *trail, b'\n']).collect();
        let mut text = Vec::new();
        Transcoder::new(Encoding::ShiftJis).feed(&bytes, true, &mut text);
        let mut table = vec![0; 0x1_0000];
        for (line, pair) in String::from_utf8_lossy(&text).lines().zip(pairs) {
            let mut characters = line.chars();
            let (Some(c), None) = (characters.next(), characters.next()) else { continue };
            // where a character stands twice, the first place is the one to write
            if let Some(slot @ 0) = table.get_mut(c as usize)
                && c != char::REPLACEMENT_CHARACTER
            {
                *slot = u16::from_be_bytes(pair);
            }
        }
        Self(table)
    }

    /// Appends the bytes of a character; whether it has some.
    pub(super) fn put(&self, c: char, out: &mut Vec<u8>) -> bool {
        match u32::from(c) {
            byte @ ..=0x80 => out.push(byte as u8),
            0xA5 => out.push(0x5C),
            0x203E => out.push(0x7E),
            kana @ 0xFF61..=0xFF9F => out.push((kana - 0xFF61 + 0xA1) as u8),
            other => {
                // the minus sign is written as its full-width twin
                let other = if other == 0x2212 { 0xFF0D } else { other };
                match self.0.get(other as usize) {
                    None | Some(0) => return false,
                    Some(pair) => out.extend_from_slice(&pair.to_be_bytes()),
                }
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::EncoderResult;

    #[test]
    fn every_character_as_the_encoding_standard_has_it() {
        let table = Cp932::new();
        for c in (0..=0x1_1000).filter_map(char::from_u32) {
            let mut expected = [0; 8];
            let (result, _, written) =
                encoding_rs::SHIFT_JIS.new_encoder().encode_from_utf8_without_replacement(
                    c.encode_utf8(&mut [0; 4]),
                    &mut expected,
                    true,
                );
            let mut got = Vec::new();
            let there = table.put(c, &mut got);
            assert_eq!(there, result == EncoderResult::InputEmpty, "{c:?}");
            assert_eq!(got, expected[..written], "{c:?}");
        }
    }
}
