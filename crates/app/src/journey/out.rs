//! A journey out of the tool: as a picture, as Markdown, as a table.

use super::emotion::Curve;
use super::live::Leaving;
use super::words::name_of;
use crate::out::Way;
use crate::strategy::{Page, PageBlock, PageNote, element_words, marks};
use crate::text::Text;
use chart::{SheetBlock, SheetCurve, SheetNote, SheetPicture, SheetPoint, sheet_svg};
use plan::{Document, Element, ElementId, Kind, LaneKind};
use std::fmt::Write;
use table::Cell;
use table::export::{ExportOptions, Exporter};

/// The colour of what stages say of themselves: the last of six.
const GREY: u8 = 5;

/// The name of the journey, and what is made of it with the figures on show.
pub fn made(
    text: &Text,
    document: &Document,
    id: ElementId,
    live: &Leaving,
    way: Way,
) -> Option<(String, String)> {
    let page = Page::of(document, id)?;
    let (stages, lanes) = (document.stages(id), document.children_of_kind(Some(id), Kind::Lane));
    let out = Out { text, document, page, stages, lanes, live };
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
    live: &'a Leaving,
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

    /// The figures of a stage, its target, and when an account has come there: a condition as `code` has it.
    fn stage_lines(&self, at: usize, code: fn(&str) -> String) -> Vec<String> {
        let figures = self.live.stages.get(at).map(|s| s.lines.clone()).unwrap_or_default();
        let Some(stage) = self.document.stage(self.stages[at]) else { return figures };
        let said = |id: &str, words: String| format!("{}: {words}", self.text.t(id));
        let target = stage.target.map(|t| said("journey-live-target", self.text.percent(t, 0)));
        let entry = Some(stage.entry.trim()).filter(|e| !e.is_empty());
        let entry = entry.map(|e| said("journey-entry", code(e)));
        figures.into_iter().chain(target).chain(entry).collect()
    }

    /// Who it is for; of which day the figures are, when there are any.
    fn about(&self) -> Vec<String> {
        let journey = self.document.journey(self.page.element.id);
        let customers = journey.map(|j| j.customers.clone());
        let head = Some(self.live.head.clone());
        [customers, head].into_iter().flatten().filter(|s| !s.is_empty()).collect()
    }

    /// What success is, in words and as a condition, with the share that has it.
    fn success(&self) -> Option<String> {
        let journey = self.document.journey(self.page.element.id)?;
        let condition = Some(&journey.succeeds).filter(|c| !c.is_empty()).map(|c| format!("`{c}`"));
        let share = self.live.success.as_ref().map(|share| format!("({share})"));
        let words = Some(journey.success.clone()).filter(|w| !w.is_empty());
        let said: Vec<String> = [words, condition, share].into_iter().flatten().collect();
        let name = self.text.t("journey-success");
        (!said.is_empty()).then(|| format!("{name}: {}", said.join(" ")))
    }

    /// The checkpoints of a stage: their names with their conditions, and the share that passes, if it is known.
    fn checkpoints(&self, at: usize) -> Vec<(String, String, Option<String>)> {
        let stage = self.stages[at];
        let all = self.document.children_of_kind(Some(stage), Kind::Checkpoint);
        let passing = self.live.stages.get(at).map(|s| &*s.passing).unwrap_or_default();
        let one = |(n, e): (usize, &&Element)| {
            let condition = self.document.checkpoint(e.id).map(|c| c.condition.clone());
            (self.name(e.id), condition.unwrap_or_default(), passing.get(n).cloned().flatten())
        };
        all.iter().enumerate().map(one).collect()
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
        let plain =
            |text: String, facts: Vec<String>| SheetNote { text, facts, ..SheetNote::default() };
        let head =
            |id, at| SheetBlock { name: self.name(id), at, span: (1, 1), ..SheetBlock::default() };
        let mut blocks = Vec::new();
        for (at, stage) in self.stages.iter().enumerate() {
            let mut lines = self.stage_lines(at, str::to_owned).into_iter();
            let first =
                lines.next().map(|text| SheetNote { colour: GREY, ..plain(text, lines.collect()) });
            let checkpoints = self.checkpoints(at).into_iter().map(|(name, condition, passing)| {
                plain(format!("✓ {name}"), passing.into_iter().chain([condition]).collect())
            });
            let notes = first.into_iter().chain(checkpoints).collect();
            blocks.push(SheetBlock { notes, ..head(*stage, (0, at + 1)) });
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
        let about = self.about();
        SheetPicture {
            title: self.name(journey),
            subtitle: match about.is_empty() {
                true => self.document.name.clone(),
                false => about.join(" · "),
            },
            columns: self.stages.len() + 1,
            heights: Vec::new(),
            blocks,
            metadata: self.document.keep_part(journey).unwrap_or_default(),
        }
    }

    /// A heading a stage, then a heading a lane, an item an entry.
    fn markdown(&self) -> String {
        let mut out = format!("# {}\n", self.name(self.page.element.id));
        out.extend(
            self.about().into_iter().chain(self.success()).map(|line| format!("\n{line}\n")),
        );
        // Writing to a string cannot fail.
        for (at, stage) in self.stages.iter().enumerate() {
            let _ = write!(out, "\n## {}\n\n", self.name(*stage));
            for line in self.stage_lines(at, |condition| format!("`{condition}`")) {
                let _ = writeln!(out, "- {line}");
            }
            for (name, condition, passing) in self.checkpoints(at) {
                let passing = passing.map(|p| format!(" ({p})")).unwrap_or_default();
                let _ = writeln!(out, "- ✓ {name}: `{condition}`{passing}");
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

    /// What the journey, its stages and its checkpoints say of themselves: kind, stage, words, details.
    fn own_rows(&self) -> Vec<[String; 4]> {
        let kind = |id: &str| self.text.t(id).to_string();
        let success = self.success().unwrap_or_default();
        let mut rows =
            vec![[kind("area-journey"), String::new(), success, self.about().join("; ")]];
        for (at, stage) in self.stages.iter().enumerate() {
            let (name, lines) = (self.name(*stage), self.stage_lines(at, str::to_owned));
            rows.push([kind("journey-kind-stage"), name.clone(), name.clone(), lines.join("; ")]);
            rows.extend(self.checkpoints(at).into_iter().map(
                |(checkpoint, condition, passing)| {
                    let details = [Some(condition), passing].into_iter().flatten();
                    let details = details.filter(|d| !d.is_empty()).collect::<Vec<_>>().join("; ");
                    [kind("journey-kind-checkpoint"), name.clone(), checkpoint, details]
                },
            ));
        }
        rows
    }

    /// A row for the journey, each stage and each checkpoint, then a row an entry, for spreadsheets.
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
        for [kind, stage, words, details] in self.own_rows() {
            let journey = self.name(self.page.element.id);
            for cell in [&journey, &kind, &stage, "", "", &words, "", "", &details, "", ""] {
                out.text(cell);
            }
            out.end_row();
        }
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
