//! Writing the picture.

use super::SheetPicture;
use super::layout::{LETTERS, LINE, MARGIN, NAME, PAD, Placed, SMALL, SMALL_LINE, WIDTH, place};
use std::fmt::Write;

/// What a note is filled with, by colour. Paper is light, whatever the screen is.
const FILLS: [&str; 6] = ["#fdf6d8", "#e9e2fa", "#dcf1e4", "#fbdfd9", "#dbeaf9", "#e6e9e7"];

/// The canvas as an SVG document.
#[must_use]
pub fn svg(sheet: &SheetPicture) -> String {
    let (blocks, height) = place(sheet);
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height:.0}\" width=\"{WIDTH}\" height=\"{height:.0}\" \
         font-family=\"system-ui, 'Hiragino Sans', 'Yu Gothic UI', 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif\" fill=\"#17201c\">\n\
         <title>{}</title>\n",
        escaped(&sheet.title)
    );
    if !sheet.metadata.is_empty() {
        let _ = writeln!(out, "<metadata>{}</metadata>", escaped(&sheet.metadata));
    }
    let _ = writeln!(out, "<rect width=\"{WIDTH}\" height=\"{height:.0}\" fill=\"#ffffff\"/>");
    text(&mut out, (MARGIN, MARGIN + 22.0), 24.0, " font-weight=\"650\"", &sheet.title);
    text(&mut out, (MARGIN, MARGIN + 46.0), SMALL + 1.0, " fill=\"#4a5650\"", &sheet.subtitle);
    for block in &blocks {
        let [x, y, w, h] = block.rect;
        let _ = writeln!(
            out,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" rx=\"6\" fill=\"none\" stroke=\"#84908b\"/>"
        );
        let bold = " font-weight=\"650\" fill=\"#4a5650\"";
        text(&mut out, (x + PAD, y + NAME - 11.0), LETTERS - 1.0, bold, &block.name);
        block.notes.iter().for_each(|n| note(&mut out, n));
    }
    out.push_str("</svg>\n");
    out
}

fn note(out: &mut String, n: &Placed) {
    let [x, y, w, h] = n.rect;
    let fill = FILLS.get(usize::from(n.colour)).unwrap_or(&FILLS[0]);
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" rx=\"4\" fill=\"{fill}\" stroke=\"#c9cfcc\"/>"
    );
    let mut at = y + PAD / 2.0 + LETTERS;
    for line in &n.text {
        text(out, (x + PAD, at), LETTERS, "", line);
        at += LINE;
    }
    at -= LETTERS - SMALL;
    for line in &n.facts {
        text(out, (x + PAD, at), SMALL, " fill=\"#4a5650\"", line);
        at += SMALL_LINE;
    }
}

fn text(out: &mut String, (x, y): (f64, f64), size: f64, more: &str, line: &str) {
    if !line.is_empty() {
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\"{more}>{}</text>",
            escaped(line)
        );
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
    use super::super::{SheetBlock, SheetNote, SheetPicture};
    use super::*;

    fn note(text: &str, colour: u8) -> SheetNote {
        SheetNote { text: text.to_owned(), facts: Vec::new(), colour }
    }

    fn picture(notes: Vec<SheetNote>) -> SheetPicture {
        let block = |name: &str, at, span| SheetBlock {
            name: name.to_owned(),
            at,
            span,
            notes: Vec::new(),
        };
        SheetPicture {
            title: "クロスSWOT <分析>".to_owned(),
            subtitle: "2026-11-22".to_owned(),
            columns: 2,
            heights: vec![2, 1],
            blocks: vec![
                SheetBlock { notes, ..block("強み", (0, 0), (1, 1)) },
                block("弱み", (0, 1), (2, 1)),
                block("機会", (1, 0), (1, 1)),
            ],
            metadata: "{\"a\": \"<&>\"}".to_owned(),
        }
    }

    #[test]
    fn a_sheet_as_it_is_drawn() {
        let facts = vec!["実測 · 面談".to_owned()];
        let notes = vec![
            SheetNote {
                facts, ..note("導入支援の型があり、90日で立ち上がる顧客が多い", 2)
            },
            note("support & \"care\"", 9),
        ];
        let drawn = svg(&picture(notes));
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/sheet.svg");
        // After a change that is meant, `BLESS=1` writes the file anew: look at it.
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(file, &drawn).unwrap();
        }
        assert_eq!(drawn, std::fs::read_to_string(file).unwrap());
    }

    #[test]
    fn blocks_grow_until_all_notes_fit() {
        let notes = (0..200).map(|i| note(&format!("付箋{i} {}", "長い文".repeat(i % 9)), 0));
        let sheet = picture(notes.collect());
        let (blocks, height) = place(&sheet);
        for block in &blocks {
            let [x, y, w, h] = block.rect;
            assert!(x + w <= WIDTH && y + h <= height);
            for n in &block.notes {
                let [nx, ny, nw, nh] = n.rect;
                assert!(nx >= x && nx + nw <= x + w && ny >= y && ny + nh <= y + h);
            }
        }
        let [_, _, _, tall] = blocks[1].rect;
        assert!((blocks[2].rect[1] + blocks[2].rect[3] - blocks[1].rect[1] - tall).abs() < 1e-6);
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(escaped("a\u{1}<b>\n&\"\u{ffff}"), "a&lt;b&gt; &amp;&quot;");
    }
}
