//! Writing the picture.

use super::SheetPicture;
use super::curves;
use super::layout::{GAP, LETTERS, LINE, NAME, PAD, Placed, SMALL, SMALL_LINE, place};
use crate::svg::{LINE as EDGE, Letters, QUIET, Svg};

/// What a note is filled with, by colour. Paper is light, whatever the screen is.
const FILLS: [&str; 6] = ["#fdf6d8", "#e9e2fa", "#dcf1e4", "#fbdfd9", "#dbeaf9", "#e6e9e7"];

/// The canvas as an SVG document.
#[must_use]
pub fn svg(sheet: &SheetPicture) -> String {
    let placed = place(sheet);
    let mut out =
        Svg::new(placed.width, placed.height, placed.scale, &sheet.title, &sheet.metadata);
    out.head(&placed.head);
    for block in &placed.blocks {
        let [x, y, w, h] = block.rect;
        out.put(format_args!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" rx=\"6\" fill=\"none\" stroke=\"{EDGE}\"/>\n"
        ));
        let name = Letters::new(LETTERS - 1.0).bold().fill(QUIET);
        for (at, line) in block.name.iter().enumerate() {
            out.text((x + PAD, y + NAME - 11.0 + at as f64 * LINE), name, line);
        }
        for part in 1..block.parts {
            let x = x - GAP / 2.0 + (w + GAP) * part as f64 / block.parts as f64;
            out.put(format_args!("<path d=\"M{x:.1} {y:.1}v{h:.1}\" stroke=\"#dde2df\"/>\n"));
        }
        curves::write(&mut out, &block.curves);
        for (left, lines) in &block.heads {
            for (at, line) in lines.iter().enumerate() {
                let place = (x + left, y + NAME - 11.0 + at as f64 * SMALL_LINE);
                out.text(place, Letters::new(SMALL).bold().fill(QUIET), line);
            }
        }
        block.notes.iter().for_each(|n| note(&mut out, n));
    }
    out.done()
}

fn note(out: &mut Svg, n: &Placed) {
    let [x, y, w, h] = n.rect;
    let fill = FILLS.get(usize::from(n.colour)).unwrap_or(&FILLS[0]);
    out.put(format_args!(
        "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" rx=\"4\" fill=\"{fill}\" stroke=\"#c9cfcc\"/>\n"
    ));
    let mut at = y + PAD / 2.0 + LETTERS;
    for line in &n.text {
        out.text((x + PAD, at), Letters::new(LETTERS), line);
        at += LINE;
    }
    for (left, lines) in &n.cells {
        for (row, line) in lines.iter().enumerate() {
            let place = (x + left, y + PAD / 2.0 + LETTERS + row as f64 * LINE);
            out.text(place, Letters::new(LETTERS), line);
        }
    }
    at -= LETTERS - SMALL;
    for line in &n.facts {
        out.text((x + PAD, at), Letters::new(SMALL).fill(QUIET), line);
        at += SMALL_LINE;
    }
}

#[cfg(test)]
mod tests {
    use super::super::layout::PlacedSheet;
    use super::super::{SheetBlock, SheetNote, SheetPicture};
    use super::*;

    fn note(text: &str, colour: u8) -> SheetNote {
        SheetNote { text: text.to_owned(), colour, ..SheetNote::default() }
    }

    fn picture(notes: Vec<SheetNote>) -> SheetPicture {
        let block = |name: &str, at, span| SheetBlock {
            name: name.to_owned(),
            at,
            span,
            ..SheetBlock::default()
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
    fn letters_are_as_large_as_the_page_lets_them_be() {
        let scale = |notes: usize| {
            place(&picture((0..notes).map(|i| note(&format!("付箋{i}"), 0)).collect())).scale
        };
        assert!(scale(2) > scale(60) && scale(60) >= scale(400));
        assert_eq!(scale(400), 1.0);
    }

    #[test]
    fn a_row_holds_all_its_cells() {
        let mut sheet = picture(vec![SheetNote {
            cells: vec!["長い言葉".repeat(20), "x".into(), "one more than there are".into()],
            ..note("row", 0)
        }]);
        sheet.blocks[0].columns = vec!["A".into(), "B".into()];
        let drawn = svg(&sheet);
        assert!(drawn.contains(">A<") && drawn.contains(">x<") && !drawn.contains("one more"));
        let placed = place(&sheet);
        let n = &placed.blocks[0].notes[0];
        let lines = n.cells[0].1.len() as f64;
        assert!(lines > 3.0 && n.rect[3] >= lines * LINE);
        assert_eq!(n.cells[0].1.concat().chars().count(), 80);
    }

    #[test]
    fn blocks_grow_until_all_notes_fit() {
        let notes = (0..200).map(|i| note(&format!("付箋{i} {}", "長い文".repeat(i % 9)), 0));
        let sheet = picture(notes.collect());
        let PlacedSheet { blocks, width, height, .. } = place(&sheet);
        for block in &blocks {
            let [x, y, w, h] = block.rect;
            assert!(x + w <= width && y + h <= height);
            for n in &block.notes {
                let [nx, ny, nw, nh] = n.rect;
                assert!(nx >= x && nx + nw <= x + w && ny >= y && ny + nh <= y + h);
            }
        }
        let [_, _, _, tall] = blocks[1].rect;
        assert!((blocks[2].rect[1] + blocks[2].rect[3] - blocks[1].rect[1] - tall).abs() < 1e-6);
    }
}
