//! Which encoding a file has, told by its beginning.

use super::Transcoder;
use crate::layout::Encoding;

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
    let part = &head[..head.len().min(256 << 10)];
    // a character that is cut in two is no fault unless the file ends there
    Transcoder::new(encoding).feed(part, whole && part.len() == head.len(), &mut out);
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
