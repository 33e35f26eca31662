//! Which encoding a file has, and its bytes as UTF-8.

use crate::layout::Encoding;
use encoding_rs::{CoderResult, Decoder};

/// The three bytes that some programs put before UTF-8.
const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Turns the bytes of a file into UTF-8, in pieces of any size.
pub(crate) struct Transcoder {
    /// `None` for UTF-8, which is taken as it is.
    decoder: Option<Decoder>,
    /// The first bytes of a UTF-8 file, until it is clear whether they are a byte order mark.
    begin: Option<Vec<u8>>,
    /// Whether bytes were met that are no characters.
    pub(crate) replaced: bool,
}

impl Transcoder {
    pub(crate) fn new(encoding: Encoding) -> Self {
        let decoder = match encoding {
            Encoding::Utf8 => None,
            Encoding::Utf16Le => Some(encoding_rs::UTF_16LE),
            Encoding::Utf16Be => Some(encoding_rs::UTF_16BE),
            Encoding::ShiftJis => Some(encoding_rs::SHIFT_JIS),
            Encoding::EucJp => Some(encoding_rs::EUC_JP),
        };
        let decoder = decoder.map(|e| e.new_decoder_with_bom_removal());
        let begin = decoder.is_none().then(Vec::new);
        Self { decoder, begin, replaced: false }
    }

    /// Appends what `bytes` mean to `out`. `last` says that no more follow.
    pub(crate) fn feed(&mut self, bytes: &[u8], last: bool, out: &mut Vec<u8>) {
        if let Some(decoder) = &mut self.decoder {
            self.replaced |= decode(decoder, bytes, last, out);
            return;
        }
        let Some(begin) = &mut self.begin else {
            out.extend_from_slice(bytes);
            return;
        };
        begin.extend_from_slice(bytes);
        if begin.len() < UTF8_MARK.len() && !last && UTF8_MARK.starts_with(begin) {
            return;
        }
        out.extend_from_slice(begin.strip_prefix(UTF8_MARK).unwrap_or(begin));
        self.begin = None;
    }
}

/// Decodes all of `bytes`; whether some of them were no characters.
fn decode(decoder: &mut Decoder, mut bytes: &[u8], last: bool, out: &mut Vec<u8>) -> bool {
    let mut replaced = false;
    loop {
        let most = decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len() * 3 + 16);
        let filled = out.len();
        // three bytes for one are rare: begin with less and come back for more
        out.resize(filled + most.min(bytes.len() * 3 / 2 + 64), 0);
        let (result, read, written, bad) = decoder.decode_to_utf8(bytes, &mut out[filled..], last);
        out.truncate(filled + written);
        replaced |= bad;
        bytes = &bytes[read..];
        if result == CoderResult::InputEmpty {
            return replaced;
        }
    }
}

/// The encoding of a file from its first bytes, and how sure that is (0–1).
pub(crate) fn detect(head: &[u8], whole: bool) -> (Encoding, f32) {
    match head {
        [0xEF, 0xBB, 0xBF, ..] => return (Encoding::Utf8, 1.0),
        [0xFF, 0xFE, ..] => return (Encoding::Utf16Le, 1.0),
        [0xFE, 0xFF, ..] => return (Encoding::Utf16Be, 1.0),
        _ => {}
    }
    if let Some(encoding) = utf16_without_mark(head) {
        return (encoding, 0.9);
    }
    let bad_utf8 = bad_utf8(head, whole);
    if bad_utf8 == 0 {
        return (Encoding::Utf8, 1.0);
    }
    let shift_jis = japanese(head, whole, Encoding::ShiftJis);
    let euc = japanese(head, whole, Encoding::EucJp);
    let high = head.iter().filter(|b| **b >= 0x80).count();
    if bad_utf8 * 20 < high.min(shift_jis.bad * 20).min(euc.bad * 20) {
        return (Encoding::Utf8, 0.7);
    }
    let (encoding, best, other) = if euc.score() > shift_jis.score() {
        (Encoding::EucJp, euc, shift_jis)
    } else {
        (Encoding::ShiftJis, shift_jis, euc)
    };
    let sure = match (best.bad, other.bad) {
        (0, 1..) => 0.95,
        (0, 0) => 0.8,
        _ => 0.5,
    };
    (encoding, sure)
}

/// UTF-16 text of any kind has NUL in one half of its ASCII characters.
fn utf16_without_mark(head: &[u8]) -> Option<Encoding> {
    let sample = &head[..head.len().min(4_096) & !1];
    let pairs = sample.len() / 2;
    let nuls = |half: usize| sample.iter().skip(half).step_by(2).filter(|b| **b == 0).count();
    let (first, second) = (nuls(0), nuls(1));
    if second * 8 > pairs && first * 16 < second {
        Some(Encoding::Utf16Le)
    } else if first * 8 > pairs && second * 16 < first {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// How many places are no UTF-8.
fn bad_utf8(head: &[u8], whole: bool) -> usize {
    let mut bad = 0;
    let mut rest = head;
    while let Err(error) = std::str::from_utf8(rest) {
        let Some(length) = error.error_len() else {
            return bad + usize::from(whole);
        };
        bad += 1;
        rest = &rest[error.valid_up_to() + length..];
    }
    bad
}

/// How well bytes read as Japanese text in an encoding.
struct Reading {
    /// Places that are no characters.
    bad: usize,
    /// Kana and common kanji.
    common: usize,
    /// Half-width kana and everything else beyond ASCII.
    rare: usize,
}

impl Reading {
    fn score(&self) -> i64 {
        self.common as i64 - self.rare as i64 - 50 * self.bad as i64
    }
}

fn japanese(head: &[u8], whole: bool, encoding: Encoding) -> Reading {
    let mut out = Vec::new();
    Transcoder::new(encoding).feed(&head[..head.len().min(256 << 10)], whole, &mut out);
    let mut reading = Reading { bad: 0, common: 0, rare: 0 };
    for c in String::from_utf8_lossy(&out).chars() {
        match c {
            '\0'..='\x7F' => {}
            '\u{FFFD}' => reading.bad += 1,
            'ぁ'..='ヿ' | '、' | '。' | '々' | '一'..='龠' => reading.common += 1,
            '\u{FF01}'..='\u{FF5E}' | '\u{3000}' => reading.common += 1,
            _ => reading.rare += 1,
        }
    }
    reading
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "顧客ID,氏名,会員区分\r\nA1,山田太郎,オールタイム\r\n";

    #[test]
    fn encodings_are_told_apart() {
        for (encoding, codec) in [
            (Encoding::ShiftJis, encoding_rs::SHIFT_JIS),
            (Encoding::EucJp, encoding_rs::EUC_JP),
            (Encoding::Utf8, encoding_rs::UTF_8),
        ] {
            let bytes = encode(codec, TEXT);
            assert_eq!(detect(&bytes, true).0, encoding);
        }
        let half: Vec<u8> = encode(encoding_rs::SHIFT_JIS, "ﾎｯｶｲﾄﾞｳ,ｻｯﾎﾟﾛｼ,北海道\n");
        assert_eq!(detect(&half, true).0, Encoding::ShiftJis);
        let wide = |f: fn(u16) -> [u8; 2]| "id,名前\n1,a\n".encode_utf16().flat_map(f).collect();
        let little: Vec<u8> = wide(u16::to_le_bytes);
        let big: Vec<u8> = wide(u16::to_be_bytes);
        assert_eq!(detect(&little, true).0, Encoding::Utf16Le);
        assert_eq!(detect(&big, true).0, Encoding::Utf16Be);
        assert_eq!(detect(b"", true).0, Encoding::Utf8);
    }

    #[test]
    fn pieces_of_any_size_decode_alike() {
        for encoding in Encoding::ALL {
            let bytes = match encoding {
                Encoding::Utf16Le => TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                Encoding::Utf16Be => TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect(),
                Encoding::Utf8 => [UTF8_MARK, TEXT.as_bytes()].concat(),
                Encoding::ShiftJis => encode(encoding_rs::SHIFT_JIS, TEXT),
                Encoding::EucJp => encode(encoding_rs::EUC_JP, TEXT),
            };
            for size in 1..9 {
                let mut transcoder = Transcoder::new(encoding);
                let mut out = Vec::new();
                bytes.chunks(size).for_each(|c| transcoder.feed(c, false, &mut out));
                transcoder.feed(&[], true, &mut out);
                assert_eq!(std::str::from_utf8(&out), Ok(TEXT), "{encoding:?} by {size}");
                assert!(!transcoder.replaced);
            }
        }
    }

    fn encode(codec: &'static encoding_rs::Encoding, text: &str) -> Vec<u8> {
        let mut out = vec![0; text.len() * 3 + 16];
        let (_, _, written, _) = codec.new_encoder().encode_from_utf8(text, &mut out, true);
        out.truncate(written);
        out
    }
}
