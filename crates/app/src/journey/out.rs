//! A journey out of the tool: as a picture, as Markdown, as a table.

use super::emotion::Curve;
use super::words::name_of;
use crate::out::Way;
use crate::strategy::{Page, PageBlock, PageNote, element_words, marks};
use crate::text::Text;
use chart::{SheetBlock, SheetCurve, SheetNote, SheetPicture, SheetPoint, sheet_svg};
use plan::{Document, Element, ElementId, Kind, LaneKind};
use std::fmt::Write;
use table::Cell;
use table::export::{ExportOptions, Exporter};

/// The name of the journey, and what is made of it.
pub fn made(text: &Text, document: &Document, id: ElementId, way: Way) -> Option<(String, String)> {
    let page = Page::of(document, id)?;
    let (stages, lanes) = (document.stages(id), document.children_of_kind(Some(id), Kind::Lane));
    let out = Out { text, document, page, stages, lanes };
    let made = match way {
        Way::Markdown => out.markdown(),
        Way::Csv => String::from_utf8(out.csv()).unwrap_or_default(),
        Way::Svg | Way::Png => sheet_svg(&out.picture()),
    };
    Some((out.name(id), made))
}

struct Out<'a> {
    text: &'a Text,
    document: &'a Document,
    page: Page<'a>,
    stages: Vec<ElementId>,
    lanes: Vec<&'a Element>,
}

impl<'a> Out<'a> {
    fn name(&self, id: ElementId) -> String {
        name_of(self.text, self.document, id).to_string()
    }

    fn cells(&self, lane: ElementId) -> Vec<&PageBlock<'a>> {
        self.page.blocks.iter().filter(|b| b.spot.holder == lane).collect()
    }

    /// What an entry says; where it changes what customers think, from what to what.
    fn said(&self, n: &PageNote<'_>) -> String {
        match n.note.before() {
            "" => n.element.name.clone(),
            before => format!("{before} → {}", n.element.name),
        }
    }

    /// What hangs on an entry besides its text.
    fn facts(&self, n: &PageNote<'_>) -> Vec<String> {
        let touch =
            n.note.touch().map(|t| self.text.t(&format!("journey-touch-{}", t.key())).to_string());
        let channel = Some(n.note.channel()).filter(|c| !c.is_empty()).map(str::to_owned);
        let marks = Some(marks(self.text, &self.page, n)).filter(|m| !m.is_empty());
        touch.into_iter().chain(channel).chain(marks).collect()
    }

    /// How customers feel in a stage, in words.
    fn felt(&self, stage: ElementId) -> Vec<String> {
        let Some(stage) = self.document.stage(stage) else { return Vec::new() };
        let said = |curve: Curve| {
            let value = (*curve.within(&mut stage.clone()))?;
            let value = self.text.signed(f64::from(value), 0);
            Some(format!("{} {} {value}", curve.sign(), self.text.t(curve.words())))
        };
        Curve::BOTH.into_iter().filter_map(said).collect()
    }

    /// The checkpoints of a stage: their names with their conditions.
    fn checkpoints(&self, stage: ElementId) -> Vec<(String, String)> {
        let all = self.document.children_of_kind(Some(stage), Kind::Checkpoint);
        let one = |e: &&Element| {
            let condition = self.document.checkpoint(e.id).map(|c| c.condition.clone());
            (self.name(e.id), condition.unwrap_or_default())
        };
        all.iter().map(one).collect()
    }

    /// A curve over all stages.
    fn curve(&self, curve: Curve) -> SheetCurve {
        let point = |(at, stage): (usize, &ElementId)| {
            let value = (*curve.within(&mut self.document.stage(*stage)?.clone()))?;
            let x = (at as f64 + curve.aside()) / self.stages.len() as f64;
            let (y, said) = (f64::from(value) / 100.0, self.text.signed(f64::from(value), 0));
            Some(SheetPoint { x, y, said })
        };
        let points = self.stages.iter().enumerate().filter_map(point).collect();
        let name = self.text.t(curve.words()).to_string();
        SheetCurve { name, meant: curve == Curve::ToBe, points }
    }

    /// Stages as columns, lanes as rows; notes over several stages stand across them.
    fn picture(&self) -> SheetPicture {
        let plain = |text: String, facts| SheetNote { text, facts, ..SheetNote::default() };
        let head =
            |id, at| SheetBlock { name: self.name(id), at, span: (1, 1), ..SheetBlock::default() };
        let mut blocks = Vec::new();
        for (at, stage) in self.stages.iter().enumerate() {
            let checkpoints = self.checkpoints(*stage).into_iter();
            let notes =
                checkpoints.map(|(name, condition)| plain(format!("✓ {name}"), vec![condition]));
            blocks.push(SheetBlock { notes: notes.collect(), ..head(*stage, (0, at + 1)) });
        }
        for (lane, row) in self.lanes.iter().zip(1..) {
            blocks.push(head(lane.id, (row, 0)));
            let cells = self.cells(lane.id).into_iter().enumerate();
            let notes = cells.flat_map(|(at, cell)| cell.notes.iter().map(move |n| (at, n)));
            let note = |(at, n): (usize, &PageNote<'_>)| SheetNote {
                text: self.said(n),
                facts: self.facts(n),
                colour: n.note.colour,
                over: (at, n.stages),
                ..SheetNote::default()
            };
            let mut notes: Vec<SheetNote> = notes.map(note).collect();
            // Long ones first, as on the screen; others fill what they leave.
            notes.sort_by_key(|n| n.over.1 < 2);
            let feels = self.document.lane_kind(lane.id) == Some(LaneKind::Emotion);
            let (at, span) = ((row, 1), (1, self.stages.len()));
            let curves = feels.then(|| Curve::BOTH.map(|c| self.curve(c)).to_vec());
            let (parts, curves) = (self.stages.len(), curves.unwrap_or_default());
            blocks.push(SheetBlock { at, span, parts, notes, curves, ..SheetBlock::default() });
        }
        let journey = self.page.element.id;
        let customers = self.document.journey(journey).map(|j| j.customers.clone());
        SheetPicture {
            title: self.name(journey),
            subtitle: customers
                .filter(|c| !c.is_empty())
                .unwrap_or_else(|| self.document.name.clone()),
            columns: self.stages.len() + 1,
            heights: Vec::new(),
            blocks,
            metadata: self.document.keep_part(journey).unwrap_or_default(),
        }
    }

    /// A heading a stage, then a heading a lane, an item an entry.
    fn markdown(&self) -> String {
        let mut out = format!("# {}\n", self.name(self.page.element.id));
        // Writing to a string cannot fail.
        for (at, stage) in self.stages.iter().enumerate() {
            let _ = write!(out, "\n## {}\n\n", self.name(*stage));
            for (name, condition) in self.checkpoints(*stage) {
                let _ = writeln!(out, "- ✓ {name}: `{condition}`");
            }
            for felt in self.felt(*stage) {
                let _ = writeln!(out, "- {felt}");
            }
            for lane in &self.lanes {
                let cells = self.cells(lane.id);
                let notes = cells.get(at).map(|cell| &*cell.notes).unwrap_or_default();
                if !notes.is_empty() {
                    let _ = write!(out, "\n### {}\n\n", self.name(lane.id));
                }
                for n in notes {
                    let facts = self.facts(n).join(" · ");
                    let facts = if facts.is_empty() { facts } else { format!(" ({facts})") };
                    let _ = writeln!(out, "- {}{facts}", self.said(n).replace('\n', "\n  "));
                }
            }
        }
        out
    }

    /// A row an entry, for spreadsheets.
    fn csv(&self) -> Vec<u8> {
        let heads = [
            "area-journey",
            "journey-kind-lane",
            "journey-kind-stage",
            "journey-span",
            "journey-before",
            "strategy-csv-note",
            "journey-touch",
            "journey-channel",
            "strategy-details",
            "strategy-csv-votes",
            "strategy-csv-links",
        ];
        let names: Vec<String> = heads.iter().map(|h| self.text.t(h).to_string()).collect();
        let mut out = Exporter::new(names.iter().map(String::as_str), ExportOptions::default());
        for cell in &self.page.blocks {
            for n in &cell.notes {
                let id = n.element.id;
                let links = self.document.links_of(id);
                let ends = links.map(|l| if l.from == id { l.to } else { l.from });
                let linked = ends.map(|e| element_words(self.text, self.document, e).0.to_string());
                let touch =
                    n.note.touch().map(|t| self.text.t(&format!("journey-touch-{}", t.key())));
                out.text(&self.name(self.page.element.id));
                out.text(&self.name(cell.spot.holder));
                out.text(&cell.spot.stage.map(|s| self.name(s)).unwrap_or_default());
                out.cell(Cell::Integer(n.stages as i64));
                out.text(n.note.before());
                out.text(&n.element.name);
                out.text(&touch.unwrap_or_default());
                out.text(n.note.channel());
                out.text(&marks(self.text, &self.page, n));
                out.cell(Cell::Integer(i64::from(n.note.votes)));
                out.text(&linked.collect::<Vec<_>>().join("; "));
                out.end_row();
            }
        }
        out.finish().parts.concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::sample::made as sample;
    use crate::text::Language;

    fn out_of(way: Way) -> String {
        let mut document = Document::new("青空");
        let text = Text::new(Language::Ja);
        document.apply(sample(&document, &text, table::Day(20_000))).unwrap();
        let journey = document.journeys()[0].id;
        made(&text, &document, journey, way).unwrap().1
    }

    #[test]
    fn the_picture_is_the_golden_one() {
        for language in [Language::En, Language::Ja] {
            let mut document = Document::default();
            let text = Text::new(language);
            document.apply(sample(&document, &text, table::Day(20_000))).unwrap();
            let journey = document.journeys()[0].id;
            let (_, svg) = made(&text, &document, journey, Way::Svg).unwrap();
            crate::out::golden::hold("journey", language, &svg);
        }
    }

    #[test]
    fn the_picture_carries_the_journey() {
        let svg = out_of(Way::Svg);
        let kept = chart::kept_in_svg(&svg).unwrap();
        let mut other = Document::default();
        other.apply(other.insert_kept_part(&kept).unwrap()).unwrap();
        assert_eq!((other.journeys().len(), other.check()), (1, Ok(())));
        for said in ["オンボーディング", "ハイタッチ", "また新しいツールか → ", "現状"]
        {
            assert!(svg.contains(said), "{said}");
        }
    }

    #[test]
    fn markdown_goes_by_stage() {
        let made = out_of(Way::Markdown);
        let stage = made.split("\n## ").find(|s| s.starts_with("オンボーディング")).unwrap();
        assert!(stage.contains("### ペイン\n\n- 設定に手が回らない"), "{stage}");
        assert!(stage.contains("- ✓ 初期設定が完了: `初期設定完了`"), "{stage}");
        assert!(stage.contains("- ● 現状 −40"), "{stage}");
        assert!(stage.contains("- また新しいツールか → 金曜の報告がこれで済む\n"), "{stage}");
    }

    #[test]
    fn a_row_an_entry() {
        let made = out_of(Way::Csv);
        let row = made.lines().find(|l| l.contains("管理者どうしの交流会")).unwrap();
        let start =
            "プリセールスから拡大まで,タッチポイント,定着,2,,管理者どうしの交流会,コミュニティ,";
        assert!(row.starts_with(start), "{row}");
        assert!(row.ends_with(",0,管理者が1人で、相談相手がいない"), "{row}");
    }
}
