//! Characters to the bytes of an export.

use super::ExportEncoding;
use encoding_rs::{Encoder, EncoderResult};

/// What stands for a character that CP932 does not have.
const GETA: &[u8] = b"\x81\xAC";

/// Where text goes.
pub(super) enum Target {
    Utf8,
    Cp932(Encoder),
}

impl Target {
    pub(super) fn new(encoding: ExportEncoding) -> Self {
        match encoding {
            ExportEncoding::Utf8 => Self::Utf8,
            ExportEncoding::Cp932 => Self::Cp932(encoding_rs::SHIFT_JIS.new_encoder()),
        }
    }

    /// What a file begins with.
    pub(super) fn mark(&self) -> &'static [u8] {
        match self {
            Self::Utf8 => b"\xEF\xBB\xBF",
            Self::Cp932(_) => b"",
        }
    }

    /// Appends a text, its quotes doubled when it is `quoted`.
    pub(super) fn write(
        &mut self,
        text: &str,
        quoted: bool,
        out: &mut Vec<u8>,
        mut unencodable: impl FnMut(char),
    ) {
        let Self::Cp932(encoder) = self else {
            return put(out, text.as_bytes(), quoted);
        };
        if text.is_ascii() {
            return put(out, text.as_bytes(), quoted);
        }
        let text: String = text.chars().map(same_sign).collect();
        let mut rest = text.as_str();
        let mut buffer = [0; 1_024];
        loop {
            let (result, read, written) =
                encoder.encode_from_utf8_without_replacement(rest, &mut buffer, true);
            // in CP932 the second byte of a character is never a quote
            put(out, &buffer[..written], quoted);
            rest = &rest[read..];
            match result {
                EncoderResult::InputEmpty => return,
                EncoderResult::OutputFull => {}
                EncoderResult::Unmappable(character) => {
                    unencodable(character);
                    out.extend_from_slice(GETA);
                }
            }
        }
    }
}

fn put(out: &mut Vec<u8>, bytes: &[u8], quoted: bool) {
    if !quoted {
        return out.extend_from_slice(bytes);
    }
    for &b in bytes {
        if b == b'"' {
            out.push(b);
        }
        out.push(b);
    }
}

/// Signs that Unicode has twice and CP932 once: the wave dash and its kin, written differently on
/// different systems.
fn same_sign(c: char) -> char {
    match c {
        '\u{301C}' => '\u{FF5E}',
        '\u{2016}' => '\u{2225}',
        '\u{2014}' => '\u{2015}',
        '\u{00A2}' => '\u{FFE0}',
        '\u{00A3}' => '\u{FFE1}',
        '\u{00AC}' => '\u{FFE2}',
        '\u{00A0}' => ' ',
        _ => c,
    }
}
