//! What all pictures that are written as SVG have in common: a head that says what it is and carries the thing
//! itself for machines, text as text, and the look of paper.

use crate::lines::lines;
use std::fmt::Write;

/// Around everything, in the picture's own units (a CSS pixel when shown at full size).
pub(crate) const MARGIN: f64 = 32.0;
/// The letters of title and subtitle, and from line to line.
const TITLE: f64 = 24.0;
const TITLE_LINE: f64 = 32.0;
const SUBTITLE: f64 = 13.0;
const SUBTITLE_LINE: f64 = 19.0;
/// Text, quiet text, lines. Paper is light, whatever the screen is.
pub(crate) const INK: &str = "#17201c";
pub(crate) const QUIET: &str = "#4a5650";
pub(crate) const LINE: &str = "#84908b";

/// An SVG document that is being written.
pub(crate) struct Svg(String);

/// Title and subtitle in lines.
pub(crate) struct Head {
    title: Vec<String>,
    subtitle: Vec<String>,
}

impl Head {
    /// For a picture of that width.
    pub(crate) fn new(title: &str, subtitle: &str, width: f64) -> Self {
        let room = width - 2.0 * MARGIN;
        // Heavy letters are wider.
        let title = lines(title, room / (TITLE * 1.08));
        Self { title, subtitle: lines(subtitle, room / SUBTITLE) }
    }

    /// How high it is, with the room below.
    pub(crate) fn height(&self) -> f64 {
        let title = self.title.len().max(1) as f64 * TITLE_LINE;
        title + self.subtitle.len().max(1) as f64 * SUBTITLE_LINE + 13.0
    }
}

/// How a text is written.
#[derive(Clone, Copy)]
pub(crate) struct Letters {
    /// Their height.
    pub(crate) size: f64,
    /// Whether they are heavy.
    pub(crate) bold: bool,
    /// Their colour.
    pub(crate) fill: &'static str,
    /// Where the text stands against its point.
    pub(crate) anchor: Anchor,
}

/// Where a text stands against its point.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

impl Letters {
    /// Plain ones of that height.
    pub(crate) fn new(size: f64) -> Self {
        Self { size, bold: false, fill: INK, anchor: Anchor::Start }
    }

    /// Heavy ones.
    pub(crate) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// Of that colour.
    pub(crate) fn fill(self, fill: &'static str) -> Self {
        Self { fill, ..self }
    }

    /// Standing so.
    pub(crate) fn anchor(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }
}

impl Svg {
    /// A picture of that size on white paper, shown at `scale` pixels a unit. `metadata` is kept for machines and
    /// not shown.
    pub(crate) fn new(width: f64, height: f64, scale: f64, title: &str, metadata: &str) -> Self {
        let mut svg = Self(String::new());
        let (wide, high) = (width * scale, height * scale);
        svg.put(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.1} {height:.1}\" width=\"{wide:.0}\" height=\"{high:.0}\" \
             font-family=\"system-ui, 'Hiragino Sans', 'Yu Gothic UI', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif\" fill=\"{INK}\">\n\
             <title>{}</title>\n",
            escaped(title)
        ));
        if !metadata.is_empty() {
            svg.put(format_args!("<metadata>{}</metadata>\n", escaped(metadata)));
        }
        svg.put(format_args!(
            "<rect width=\"{width:.1}\" height=\"{height:.1}\" fill=\"#ffffff\"/>\n"
        ));
        svg
    }

    /// Title and subtitle, in the upper left.
    pub(crate) fn head(&mut self, head: &Head) {
        let mut at = MARGIN + TITLE - 2.0;
        for line in &head.title {
            self.text((MARGIN, at), Letters::new(TITLE).bold(), line);
            at += TITLE_LINE;
        }
        at -= TITLE_LINE - TITLE;
        for line in &head.subtitle {
            self.text((MARGIN, at), Letters::new(SUBTITLE).fill(QUIET), line);
            at += SUBTITLE_LINE;
        }
    }

    /// Writes markup.
    pub(crate) fn put(&mut self, markup: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.0.write_fmt(markup);
    }

    /// A line of text; nothing for an empty one.
    pub(crate) fn text(&mut self, (x, y): (f64, f64), letters: Letters, line: &str) {
        if line.is_empty() {
            return;
        }
        let anchor = match letters.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let bold = if letters.bold { " font-weight=\"650\"" } else { "" };
        self.put(format_args!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{}\"{bold}{anchor}",
            letters.size
        ));
        if letters.fill != INK {
            self.put(format_args!(" fill=\"{}\"", letters.fill));
        }
        self.put(format_args!(">{}</text>\n", escaped(line)));
    }

    /// The document.
    pub(crate) fn done(mut self) -> String {
        self.0.push_str("</svg>\n");
        self.0
    }
}

/// A text as XML takes it; what XML cannot hold at all is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' | '\r' => out.push(' '),
            c if c < ' ' || c == '\u{fffe}' || c == '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(escaped("a\u{1}<b>\n&\"\u{ffff}"), "a&lt;b&gt; &amp;&quot;");
    }
}
