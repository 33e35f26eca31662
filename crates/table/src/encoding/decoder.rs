//! The seam to whoever has the tables of Shift_JIS, EUC-JP and Windows-1252.
//!
//! Every browser has a decoder of the Encoding Standard; a second copy of its tables would be a fifth
//! of what the worker weighs. So in wasm whoever owns this crate hands in the browser's
//! ([`use_decoders`]); elsewhere a crate has them. UTF-8 and UTF-16 need no tables.

use crate::layout::Encoding;
use std::sync::OnceLock;

/// Turns the bytes of one file into UTF-8, in pieces cut anywhere.
pub trait Decoder {
    /// Appends what the next `bytes` mean to `out`: U+FFFD for bytes that are no character, one for
    /// each error of the Encoding Standard (<https://encoding.spec.whatwg.org/>). `last` says that no
    /// more follow. Whether there were such bytes.
    fn decode(&mut self, bytes: &[u8], last: bool, out: &mut Vec<u8>) -> bool;
}

/// Gives a fresh decoder of [`Encoding::ShiftJis`], [`Encoding::EucJp`] or [`Encoding::Windows1252`];
/// no other is asked for.
pub type Decoders = fn(Encoding) -> Box<dyn Decoder>;

static DECODERS: OnceLock<Decoders> = OnceLock::new();

/// Sets what decodes files in these encodings. The first one stays. In wasm it must be set before a file is
/// looked at: without it every byte beyond ASCII counts as one that is no character.
pub fn use_decoders(decoders: Decoders) {
    // A second one would be the same function.
    let _ = DECODERS.set(decoders);
}

pub(crate) fn of(encoding: Encoding) -> Box<dyn Decoder> {
    DECODERS.get().map_or_else(|| own::of(encoding), |decoders| decoders(encoding))
}

#[cfg(not(target_family = "wasm"))]
mod own {
    use super::Decoder;
    use crate::layout::Encoding;
    use encoding_rs::CoderResult;

    pub(super) fn of(encoding: Encoding) -> Box<dyn Decoder> {
        let codec = match encoding {
            Encoding::EucJp => encoding_rs::EUC_JP,
            Encoding::Windows1252 => encoding_rs::WINDOWS_1252,
            _ => encoding_rs::SHIFT_JIS,
        };
        Box::new(Tables(codec.new_decoder_without_bom_handling()))
    }

    struct Tables(encoding_rs::Decoder);

    impl Decoder for Tables {
        fn decode(&mut self, mut bytes: &[u8], last: bool, out: &mut Vec<u8>) -> bool {
            let mut replaced = false;
            loop {
                let most = self.0.max_utf8_buffer_length(bytes.len());
                let most = most.unwrap_or(bytes.len() * 3 + 16);
                let filled = out.len();
                // three bytes for one are rare: begin with less and come back for more
                out.resize(filled + most.min(bytes.len() * 3 / 2 + 64), 0);
                let (result, read, written, bad) =
                    self.0.decode_to_utf8(bytes, &mut out[filled..], last);
                out.truncate(filled + written);
                replaced |= bad;
                bytes = &bytes[read..];
                if result == CoderResult::InputEmpty {
                    return replaced;
                }
            }
        }
    }
}

#[cfg(target_family = "wasm")]
mod own {
    use super::Decoder;
    use crate::layout::Encoding;

    pub(super) fn of(_: Encoding) -> Box<dyn Decoder> {
        Box::new(AsciiOnly)
    }

    struct AsciiOnly;

    impl Decoder for AsciiOnly {
        fn decode(&mut self, bytes: &[u8], _: bool, out: &mut Vec<u8>) -> bool {
            for byte in bytes {
                if byte.is_ascii() {
                    out.push(*byte);
                } else {
                    out.extend_from_slice("\u{FFFD}".as_bytes());
                }
            }
            !bytes.is_ascii()
        }
    }
}
