//! Characters to the bytes of an export.

use super::{ExportEncoding, cp932::Cp932};

/// What stands for a character that CP932 does not have.
const GETA: &[u8] = b"\x81\xAC";

/// Where text goes.
pub(super) enum Target {
    Utf8,
    Cp932(Cp932),
}

impl Target {
    pub(super) fn new(encoding: ExportEncoding) -> Self {
        match encoding {
            ExportEncoding::Utf8 => Self::Utf8,
            ExportEncoding::Cp932 => Self::Cp932(Cp932::new()),
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
        &self,
        text: &str,
        quoted: bool,
        out: &mut Vec<u8>,
        mut unencodable: impl FnMut(char),
    ) {
        let Self::Cp932(table) = self else {
            return put(out, text.as_bytes(), quoted);
        };
        if text.is_ascii() {
            return put(out, text.as_bytes(), quoted);
        }
        for c in text.chars() {
            // in CP932 the second byte of a character is never a quote
            if quoted && c == '"' {
                out.push(b'"');
            }
            if !table.put(same_sign(c), out) {
                unencodable(c);
                out.extend_from_slice(GETA);
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
