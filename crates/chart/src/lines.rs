//! Breaking text into lines.

/// What must not begin a line in Japanese (and after what a line may end nowhere else).
const NOT_FIRST: &str = "、。，．・：；？！」』）］｝〉》】〕’”ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…,.!?;:)]}%％·\u{a0}";

/// The usual width of a character, in letter heights.
pub(crate) fn width(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | '\'' | ' ' | '!' | '|' | ':' | ';' => 0.32,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.92,
        'A'..='Z' => 0.7,
        '\u{ff61}'..='\u{ff9f}' => 0.56,
        c if (c as u32) < 0x2e80 => 0.58,
        _ => 1.0,
    }
}

/// A text in lines of at most so many letter heights, but for one character that is wider by itself or must
/// not begin a line. Words of letters stay whole where they fit.
pub(crate) fn lines(text: &str, most: f64) -> Vec<String> {
    text.lines().flat_map(|paragraph| broken(paragraph.trim_end(), most)).collect()
}

/// As [`lines`], with the lines of a paragraph about equally long: no character is left alone on the last.
pub(crate) fn balanced(text: &str, most: f64) -> Vec<String> {
    let paragraph = |paragraph: &str| {
        let paragraph = paragraph.trim_end();
        let mut best = broken(paragraph, most);
        let (mut low, mut high) = (most / best.len().max(1) as f64, most);
        for _ in 0..if best.len() > 1 { 6 } else { 0 } {
            let middle = f64::midpoint(low, high);
            let tried = broken(paragraph, middle);
            // Narrower lines must not cut words that were whole.
            let cut = |lines: &[String]| lines.concat().len();
            if tried.len() == best.len() && cut(&tried) <= cut(&best) {
                (best, high) = (tried, middle);
            } else {
                low = middle;
            }
        }
        best
    };
    text.lines().flat_map(paragraph).collect()
}

fn broken(paragraph: &str, most: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut taken = 0.0;
    for c in paragraph.chars() {
        let wide = width(c);
        if taken + wide > most && !line.is_empty() && !NOT_FIRST.contains(c) {
            let rest = line.split_off(end(&line, c));
            lines.push(line.trim_end().to_owned());
            taken = rest.chars().map(width).sum();
            line = rest;
            if c == ' ' && line.is_empty() {
                continue;
            }
        }
        line.push(c);
        taken += wide;
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// Where a line that has no room for the next character ends: after a word of letters, and in Japanese, which has no
/// spaces, where a word probably ends; never before its middle for that.
fn end(line: &str, next: char) -> usize {
    let letter = |c: char| c != ' ' && (c as u32) < 0x2e80;
    if letter(next) {
        // Within a word, the whole word goes on to the next line.
        if let Some(at) = line.rfind(' ').filter(|at| *at > 0) {
            return at + 1;
        }
    }
    let places: Vec<(usize, char)> = line.char_indices().chain([(line.len(), next)]).collect();
    let ends = places.windows(2).rev().take(places.len() / 2);
    let mut ends = ends.filter(|pair| may_end(pair[0].1, pair[1].1));
    ends.next().map_or(line.len(), |pair| pair[1].0)
}

/// What a character is written with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Hiragana,
    Katakana,
    Han,
    Other,
}

fn script(c: char) -> Script {
    match c {
        'ぁ'..='ゖ' => Script::Hiragana,
        'ァ'..='ヺ' | 'ー' => Script::Katakana,
        '々' | '\u{3400}'..='\u{9fff}' => Script::Han,
        _ => Script::Other,
    }
}

/// Whether a line may well end between two characters: after a mark, after hiragana that end a word, and where
/// katakana and kanji meet.
fn may_end(before: char, after: char) -> bool {
    use Script::{Han, Hiragana, Katakana, Other};
    if NOT_FIRST.contains(after) {
        return false;
    }
    match (script(before), script(after)) {
        (Hiragana, Han | Katakana | Other) => !"おご".contains(before),
        (Katakana, Han) | (Han, Katakana) => true,
        _ => " 、。，・）」』".contains(before),
    }
}

#[cfg(test)]
mod tests {
    use super::{balanced, lines};

    #[test]
    fn where_lines_break() {
        for (text, most, expected) in [
            ("導入が遅い", 3.0, vec!["導入が", "遅い"]),
            ("導入が、遅い", 3.0, vec!["導入が、", "遅い"]),
            ("one two three", 4.5, vec!["one two", "three"]),
            ("abcdefghij", 3.0, vec!["abcde", "fghij"]),
            ("顧客は製品を学んだ", 8.0, vec!["顧客は製品を", "学んだ"]),
            ("電子インボイス導入会を開催", 10.0, vec!["電子インボイス", "導入会を開催"]),
            ("a\n\nb", 9.0, vec!["a", "", "b"]),
            ("", 9.0, vec![]),
            ("字", 0.1, vec!["字"]),
        ] {
            assert_eq!(lines(text, most), expected, "{text}");
        }
    }

    #[test]
    fn lines_are_about_equally_long() {
        assert_eq!(lines("最初の解約を減らす", 8.0), ["最初の解約を", "減らす"]);
        assert_eq!(balanced("最初の解約を減らす", 8.0), ["最初の解約を", "減らす"]);
        assert_eq!(balanced("a word and another", 8.5), ["a word and", "another"]);
        assert_eq!(balanced("短い\n行", 8.0), ["短い", "行"]);
    }

    #[test]
    fn nothing_is_lost() {
        let text = "顧客の声を聞くためのinterview guideを作る。Then ask 10 customers";
        for most in [0.5, 2.0, 5.0, 40.0] {
            let all: String = lines(text, most).concat();
            let without = |s: &str| s.replace(' ', "");
            assert_eq!(without(&all), without(text), "{most}");
        }
    }
}
