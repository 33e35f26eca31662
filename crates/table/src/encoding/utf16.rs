//! UTF-16 to UTF-8.

/// The byte order mark.
const MARK: char = '\u{FEFF}';

/// A file of UTF-16, decoded in pieces.
pub(super) struct Utf16 {
    unit: fn([u8; 2]) -> u16,
    /// The first half of a unit that was cut.
    half: Option<u8>,
    /// The first half of a pair whose second half must come next.
    high: Option<u16>,
    /// Nothing was decoded so far: a byte order mark may come.
    beginning: bool,
}

impl Utf16 {
    /// `unit` reads two bytes.
    pub(super) fn new(unit: fn([u8; 2]) -> u16) -> Self {
        Self { unit, half: None, high: None, beginning: true }
    }

    /// Appends what `bytes` mean to `out`, U+FFFD for each half of a pair that stands alone and for half
    /// a unit at the end; whether there were such.
    pub(super) fn decode(&mut self, bytes: &[u8], last: bool, out: &mut Vec<u8>) -> bool {
        out.reserve(bytes.len());
        let mut replaced = false;
        let mut rest = bytes;
        if let (Some(first), Some((second, after))) = (self.half, rest.split_first()) {
            self.half = None;
            replaced |= self.take((self.unit)([first, *second]), out);
            rest = after;
        }
        let (units, odd) = rest.as_chunks::<2>();
        for two in units {
            let unit = (self.unit)(*two);
            if unit < 0x80 && self.high.is_none() {
                self.beginning = false;
                out.push(unit as u8);
            } else {
                replaced |= self.take(unit, out);
            }
        }
        if let [byte] = odd {
            self.half = Some(*byte);
        }
        if last && (self.high.take().is_some() | self.half.take().is_some()) {
            // the Encoding Standard counts what is left over as one error
            put(char::REPLACEMENT_CHARACTER, out);
            replaced = true;
        }
        replaced
    }

    /// Takes in one unit; whether a half that stands alone was replaced.
    fn take(&mut self, unit: u16, out: &mut Vec<u8>) -> bool {
        let mut replaced = false;
        if let Some(high) = self.high.take() {
            if let Some(Ok(pair)) = char::decode_utf16([high, unit]).next() {
                put(pair, out);
                return false;
            }
            put(char::REPLACEMENT_CHARACTER, out);
            replaced = true;
        }
        if (0xD800..0xDC00).contains(&unit) {
            self.high = Some(unit);
        } else if let Some(c) = char::from_u32(u32::from(unit)) {
            if c != MARK || !self.beginning {
                put(c, out);
            }
        } else {
            put(char::REPLACEMENT_CHARACTER, out);
            replaced = true;
        }
        self.beginning = false;
        replaced
    }
}

fn put(c: char, out: &mut Vec<u8>) {
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Units among which halves of pairs are frequent.
    fn units() -> impl Strategy<Value = Vec<u16>> {
        let unit = prop_oneof![
            Just(0xD800_u16),
            Just(0xDBFF),
            Just(0xDC00),
            Just(0xDFFF),
            Just(0xFEFF),
            Just(0xFFFD),
            0x20..0x7F_u16,
            any::<u16>(),
        ];
        proptest::collection::vec(unit, 0..30)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_same_as_the_encoding_standard(
            units in units(), odd in any::<bool>(), big in any::<bool>(), size in 1usize..9,
        ) {
            let bytes: fn(u16) -> [u8; 2] = if big { u16::to_be_bytes } else { u16::to_le_bytes };
            let mut bytes: Vec<u8> = units.into_iter().flat_map(bytes).collect();
            if odd {
                bytes.push(b'x');
            }
            let codec = if big { encoding_rs::UTF_16BE } else { encoding_rs::UTF_16LE };
            let mut expected = [0; 200];
            let (_, _, written, bad) =
                codec.new_decoder_with_bom_removal().decode_to_utf8(&bytes, &mut expected, true);
            let unit = if big { u16::from_be_bytes } else { u16::from_le_bytes };
            let mut decoder = Utf16::new(unit);
            let mut out = Vec::new();
            let mut replaced = false;
            for piece in bytes.chunks(size) {
                replaced |= decoder.decode(piece, false, &mut out);
            }
            replaced |= decoder.decode(&[], true, &mut out);
            prop_assert_eq!(&out, &expected[..written]);
            prop_assert_eq!(replaced, bad);
        }
    }
}
