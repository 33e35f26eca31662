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
    if bad_utf8 * 20 >= head.iter().filter(|b| **b >= 0x80).count()
        && let Some(sure) = western(head)
    {
        return (Encoding::Windows1252, sure);
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

/// How sure it is that bytes are Windows-1252: its letters beyond ASCII stand alone between letters
/// of ASCII, where those of Japanese encodings come in runs. What Shift_JIS begins a common character
/// with is punctuation or nothing in Windows-1252.
fn western(head: &[u8]) -> Option<f32> {
    let (mut alone, mut all) = (0_usize, 0_usize);
    for (at, byte) in head.iter().enumerate().filter(|(_, b)| **b >= 0x80) {
        // € is a character of no other encoding
        all += usize::from(*byte != 0x80);
        if matches!(byte, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D) {
            // no character at all
            return None;
        }
        let is_high =
            |at: Option<usize>| at.and_then(|at| head.get(at)).is_some_and(|b| *b >= 0x80);
        let is_letter =
            matches!(byte, 0xC0..=0xFF | 0x8A | 0x8C | 0x8E | 0x9A | 0x9C | 0x9E | 0x9F);
        // no word goes on with a capital after a small letter; a kanji of Shift_JIS may
        let odd = *byte >= 0xDF && matches!(head.get(at + 1), Some(b'@'..=b'`' | b'{'..=b'~'));
        let beside = is_high(at.checked_sub(1)) || is_high(Some(at + 1));
        alone += usize::from(is_letter && !odd && !beside);
    }
    // quotation marks, currencies and signs are few beside letters
    match all {
        0 => None,
        _ if alone * 20 >= all * 19 => Some(0.85),
        _ if alone * 3 >= all * 2 => Some(0.7),
        _ => None,
    }
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
