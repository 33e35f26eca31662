//! A canvas out of the tool: as a picture, as Markdown, as a table.

use super::page::{Page, PageBlock, PageNote};
use super::rows::worked_out;
use super::sentence;
use crate::out::{Way, table_head, table_row};
use crate::strategy::words::{
    block_name, canvas_name, colour_name, column_name, element_words, standing_words,
};
use crate::text::Text;
use chart::{SheetBlock, SheetNote, SheetPicture, sheet_svg};
use plan::{ColumnKind, Document, ElementId, Standing};
use std::fmt::Write;
use table::Cell;
use table::export::{ExportOptions, Exporter};

/// The name of the canvas, and what is made of it.
pub fn made(
    text: &Text,
    document: &Document,
    canvas: ElementId,
    way: Way,
) -> Option<(String, String)> {
    let page = Page::of(document, canvas)?;
    let made = match way {
        Way::Markdown => markdown(text, &page),
        Way::Csv => String::from_utf8(csv(text, document, &page)).unwrap_or_default(),
        Way::Svg | Way::Png => sheet_svg(&picture(text, document, &page)),
    };
    Some((canvas_name(text, page.element, page.canvas).to_string(), made))
}

/// What hangs on a note besides cells: what its colour means, how sure it is, who said so, when, votes.
pub fn marks(text: &Text, page: &Page<'_>, n: &PageNote<'_>) -> String {
    let mut short = Vec::new();
    if n.note.colour > 0 {
        short.push(colour_name(text, page.canvas, n.note.colour).to_string());
    }
    if n.note.standing != Standing::Assumed {
        short.push(text.t(standing_words(n.note.standing).0).to_string());
    }
    if !n.note.source.is_empty() {
        short.push(n.note.source.clone());
    }
    short.extend(n.note.date.map(|d| text.date(d).replace(' ', "\u{a0}")));
    if n.note.votes > 0 {
        short.push(text.with("strategy-votes", &[("n", n.note.votes.into())]).to_string());
    }
    short.join(" · ")
}

/// The cells of a row, as they are shown.
fn cells(text: &Text, b: &PageBlock<'_>, n: &PageNote<'_>) -> Vec<String> {
    let cell = |c: &plan::Column| match c.kind {
        kind if kind.is_worked_out() => worked_out(text, n, kind).to_string(),
        ColumnKind::Check => {
            // a no is an answer; what is not said is blank
            match n.note.cells.get(&c.key).map(String::as_str) {
                Some("yes") => "✓".to_owned(),
                Some("no") => "×".to_owned(),
                _ => String::new(),
            }
        }
        _ => n.note.cells.get(&c.key).cloned().unwrap_or_default(),
    };
    b.block.columns.iter().map(cell).collect()
}

/// The canvas as a picture, which carries the canvas itself for machines.
pub(super) fn picture(text: &Text, document: &Document, page: &Page<'_>) -> SheetPicture {
    let areas: Vec<&str> = page.blocks.iter().map(|b| b.block.area.as_str()).collect();
    let places = page.canvas.layout.cells(&areas);
    let note = |b: &PageBlock<'_>, n: &PageNote<'_>| SheetNote {
        text: n.element.name.clone(),
        // A line does not begin with the dot between two facts.
        facts: marks(text, page, n)
            .split_terminator('\n')
            .map(|m| m.replace(" ·", "\u{a0}·"))
            .collect(),
        colour: n.note.colour,
        cells: cells(text, b, n),
        ..SheetNote::default()
    };
    let block = |(b, (at, span)): (&PageBlock<'_>, _)| SheetBlock {
        name: block_name(text, page.canvas, b.element, b.block).to_string(),
        at,
        span,
        columns: b
            .block
            .columns
            .iter()
            .map(|c| column_name(text, page.canvas, b.block, c).to_string())
            .collect(),
        notes: b.notes.iter().map(|n| note(b, n)).collect(),
        ..SheetBlock::default()
    };
    SheetPicture {
        title: canvas_name(text, page.element, page.canvas).to_string(),
        subtitle: sentence(text, page).map_or_else(|| document.name.clone(), |s| s.to_string()),
        columns: page.canvas.layout.columns(),
        heights: page.canvas.layout.heights(),
        blocks: page.blocks.iter().zip(places).map(block).collect(),
        metadata: document.keep_part(page.element.id).unwrap_or_default(),
    }
}

/// The notes as Markdown: a heading a block, an item a note, a table where the block is one.
fn markdown(text: &Text, page: &Page<'_>) -> String {
    let mut out = format!("# {}\n", canvas_name(text, page.element, page.canvas));
    out.extend(sentence(text, page).map(|said| format!("\n{said}\n")));
    for b in &page.blocks {
        let name = block_name(text, page.canvas, b.element, b.block);
        // Writing to a string cannot fail.
        let _ = write!(out, "\n## {name}\n\n");
        if b.block.columns.is_empty() {
            for n in &b.notes {
                let facts = marks(text, page, n);
                let said = n.element.name.replace('\n', "\n  ");
                let facts = if facts.is_empty() { facts } else { format!(" ({facts})") };
                let _ = writeln!(out, "- {said}{facts}");
            }
        } else {
            let columns = b.block.columns.iter();
            let mut head: Vec<_> =
                columns.map(|c| column_name(text, page.canvas, b.block, c).to_string()).collect();
            head.push(text.t("strategy-details").to_string());
            out.push_str(&table_head(&name, &head));
            for n in &b.notes {
                let mut cells = cells(text, b, n);
                cells.push(marks(text, page, n));
                out.push_str(&table_row(&n.element.name, &cells));
            }
        }
    }
    out
}

/// The notes as a table for spreadsheets.
fn csv(text: &Text, document: &Document, page: &Page<'_>) -> Vec<u8> {
    let heads = [
        "strategy-csv-canvas",
        "strategy-csv-block",
        "strategy-csv-note",
        "strategy-colours",
        "strategy-standing",
        "strategy-source",
        "strategy-date",
        "strategy-csv-votes",
        "strategy-csv-links",
    ];
    let mut names: Vec<String> = heads.iter().map(|h| text.t(h).to_string()).collect();
    for b in &page.blocks {
        let columns = b.block.columns.iter();
        names.extend(columns.map(|c| column_name(text, page.canvas, b.block, c).to_string()));
    }
    let mut out = Exporter::new(names.iter().map(String::as_str), ExportOptions::default());
    let canvas = canvas_name(text, page.element, page.canvas);
    let mut before = 0;
    let columns: usize = page.blocks.iter().map(|b| b.block.columns.len()).sum();
    for b in &page.blocks {
        for n in &b.notes {
            let id = n.element.id;
            let ends = document.links_of(id).map(|l| if l.from == id { l.to } else { l.from });
            let linked: Vec<_> =
                ends.map(|e| element_words(text, document, e).0.to_string()).collect();
            for cell in [
                &*canvas,
                &block_name(text, page.canvas, b.element, b.block),
                &n.element.name,
                &colour_name(text, page.canvas, n.note.colour),
                &text.t(standing_words(n.note.standing).0),
                &n.note.source,
                &n.note.date.map(|d| d.to_string()).unwrap_or_default(),
            ] {
                out.text(cell);
            }
            out.cell(Cell::Integer(i64::from(n.note.votes)));
            out.text(&linked.join("; "));
            let own = cells(text, b, n);
            let after = columns - before - own.len();
            let empty = || String::new();
            let all = std::iter::repeat_with(empty).take(before).chain(own);
            all.chain(std::iter::repeat_with(empty).take(after)).for_each(|c| out.text(&c));
            out.end_row();
        }
        before += b.block.columns.len();
    }
    out.finish().parts.concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use plan::{Note, template};

    /// A VRIO canvas with one resource, voted for and linked with another.
    fn sheet() -> (Document, ElementId) {
        let mut document = Document::new("青空");
        let edit = document.insert_canvas(template("vrio").unwrap(), "強み | 2026");
        document.apply(edit).unwrap();
        let canvas = document.canvases()[0].id;
        let block = document.children(Some(canvas))[0].id;
        let note = Note {
            votes: 2,
            source: "=面談".into(),
            date: table::Day::from_ymd(2026, 11, 22),
            standing: Standing::Observed,
            cells: ["value", "rare"].map(|k| (k.to_owned(), "yes".to_owned())).into(),
            ..Note::default()
        };
        let notes = [("導入\n支援".to_owned(), note), ("b".to_owned(), Note::default())];
        let edit = document.add_notes(block, &notes, 0);
        document.apply(edit).unwrap();
        let ids: Vec<_> = document.children(Some(block)).iter().map(|n| n.id).collect();
        let edit = document.join(ids[0], ids[1]).unwrap();
        document.apply(edit).unwrap();
        (document, canvas)
    }

    #[test]
    fn markdown_of_a_table() {
        let (document, canvas) = sheet();
        let page = Page::of(&document, canvas).unwrap();
        let made = markdown(&Text::new(Language::Ja), &page);
        let lines: Vec<_> = made.lines().collect();
        assert_eq!(lines[0], "# 強み | 2026");
        let row =
            lines.iter().find(|l| l.starts_with("| 導入 支援 | ✓ | ✓ |  |  | 一時的な競争優位 | "));
        let marks = ["観察 · =面談 · ", "2026", "投票2票"];
        assert!(row.is_some_and(|row| marks.iter().all(|m| row.contains(m))), "{made}");
        assert!(
            lines.contains(&"| b |  |  |  |  | – |  |"),
            "without an answer no verdict: {made}"
        );
    }

    #[test]
    fn a_row_a_note() {
        let (document, canvas) = sheet();
        let page = Page::of(&document, canvas).unwrap();
        let made = String::from_utf8(csv(&Text::new(Language::En), &document, &page)).unwrap();
        let last = made.lines().last().unwrap();
        assert!(
            made.starts_with('\u{feff}') && made.contains("'=面談,2026-11-22,2,b,✓,✓,,,"),
            "{made}"
        );
        let commas = |line: &str| line.matches(',').count();
        assert_eq!(commas(last), commas(made.lines().next().unwrap()));
    }

    #[test]
    fn the_picture_carries_the_canvas() {
        let (document, canvas) = sheet();
        let page = Page::of(&document, canvas).unwrap();
        let made = picture(&Text::new(Language::Ja), &document, &page);
        assert_eq!((made.blocks.len(), made.blocks[0].notes.len()), (1, 2));
        let kept: serde_json::Value = serde_json::from_str(&made.metadata).unwrap();
        assert_eq!(kept["elements"].as_array().map(Vec::len), Some(4));
        assert_eq!(kept["links"].as_array().map(Vec::len), Some(1));
    }
}
