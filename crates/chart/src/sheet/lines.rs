//! Breaking text into lines.

/// What must not begin a line in Japanese (and after what a line may end nowhere else).
const NOT_FIRST: &str =
    "、。，．・：；？！」』）］｝〉》】〕’”ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…,.!?;:)]}%％";

/// The usual width of a character, in letter heights.
pub(super) fn width(c: char) -> f64 {
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
pub(super) fn lines(text: &str, most: f64) -> Vec<String> {
    text.lines().flat_map(|paragraph| broken(paragraph.trim_end(), most)).collect()
}

fn broken(paragraph: &str, most: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut taken = 0.0;
    for c in paragraph.chars() {
        let wide = width(c);
        if taken + wide > most && !line.is_empty() && !NOT_FIRST.contains(c) {
            let rest = match line.rfind(' ') {
                // Within a word, the whole word goes on to the next line.
                Some(at) if c != ' ' && (c as u32) < 0x2e80 && at > 0 => line.split_off(at + 1),
                _ => String::new(),
            };
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

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn where_lines_break() {
        for (text, most, expected) in [
            ("導入が遅い", 3.0, vec!["導入が", "遅い"]),
            ("導入が、遅い", 3.0, vec!["導入が、", "遅い"]),
            ("one two three", 4.5, vec!["one two", "three"]),
            ("abcdefghij", 3.0, vec!["abcde", "fghij"]),
            ("a\n\nb", 9.0, vec!["a", "", "b"]),
            ("", 9.0, vec![]),
            ("字", 0.1, vec!["字"]),
        ] {
            assert_eq!(lines(text, most), expected, "{text}");
        }
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
