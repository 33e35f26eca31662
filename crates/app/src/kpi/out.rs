//! A KPI tree out of the tool: as a picture, as Markdown, as a table.

use super::area::Area;
use super::figures::Figures;
use super::inspector::unit_name;
use super::words::{difference, evidence_sign, evidence_words, figure, sign, status_words};
use crate::out::Way;
use crate::text::Text;
use chart::{TreeCard, TreeLine, TreePicture, TreeStatus, card_size, tree_svg};
use kpi::{Direction, Gaps, Item, Known, Node, Orientation, Status, Tree, Trend, layout};
use std::fmt::Write;
use table::export::{ExportOptions, Exporter};
use table::{Cell, Day};

/// A tree with its figures and what stands above it.
pub struct Sheet<'a> {
    /// The texts.
    pub text: &'a Text,
    /// The tree.
    pub tree: &'a Tree,
    /// Its figures.
    pub figures: &'a Figures,
    /// The name of the tree.
    pub title: String,
    /// Whose it is, and as of when.
    pub subtitle: String,
}

/// The name of the tree, and what is made of it. What is folded on the screen is there as well.
pub fn made(area: &Area, text: &Text, as_of: Option<Day>, way: Way) -> (String, String) {
    let (title, workspace, kept) = area.hand.ask(|d| {
        let name = d.element(area.root).map(|e| e.name.clone()).unwrap_or_default();
        (name, d.name.clone(), d.keep_part(area.root).unwrap_or_default())
    });
    let title = if title.trim().is_empty() { text.t("kpi-tree").to_string() } else { title };
    let dated = as_of.map(|day| {
        let words = [("workspace", workspace.as_str().into()), ("date", text.date(day).into())];
        let said = text.with("out-kpi-as-of", &words);
        // Without a name the date stands alone.
        said.trim_start_matches([' ', '·', '・']).to_owned()
    });
    let subtitle = dated.unwrap_or(workspace);
    let sheet = Sheet { text, tree: &area.tree, figures: &area.figures, title, subtitle };
    let made = match way {
        Way::Markdown => sheet.markdown(),
        Way::Csv => String::from_utf8(sheet.csv()).unwrap_or_default(),
        Way::Svg | Way::Png => tree_svg(&TreePicture { metadata: kept, ..sheet.picture() }),
    };
    (sheet.title, made)
}

impl Sheet<'_> {
    fn name(&self, node: &Node) -> String {
        if node.name.is_empty() {
            self.text.t("kpi-nameless").to_string()
        } else {
            node.name.clone()
        }
    }

    fn change(&self, place: usize, node: &Node) -> String {
        let change = self.figures.change(place);
        change.map(|c| difference(self.text, c.difference, &node.body.unit)).unwrap_or_default()
    }

    fn target(&self, node: &Node) -> String {
        let target = node.body.target.map(|t| figure(self.text, t, &node.body.unit).into());
        let words = target.map(|t| self.text.with("kpi-card-target", &[("target", t)]).to_string());
        words.unwrap_or_default()
    }

    fn card(&self, place: usize, node: &Node) -> TreeCard {
        let status = self.figures.status(place, node);
        TreeCard {
            name: self.name(node),
            value: figure(self.text, self.figures.now(place), &node.body.unit),
            change: self.change(place, node),
            better: match self.figures.change(place).map(|c| c.trend) {
                Some(Trend::Better) => Some(true),
                Some(Trend::Worse) => Some(false),
                _ => None,
            },
            status: match status {
                Status::Met => TreeStatus::Met,
                Status::Near => TreeStatus::Near,
                Status::Missed => TreeStatus::Missed,
                Status::NoTarget | Status::NoValue => TreeStatus::Open,
            },
            status_words: self.text.t(status_words(status).0).to_string(),
            target: self.target(node),
        }
    }

    /// As a picture, without what it carries.
    pub fn picture(&self) -> TreePicture {
        let nodes = self.tree.nodes.iter().enumerate();
        let cards: Vec<TreeCard> = nodes.map(|(at, node)| self.card(at, node)).collect();
        let item = |(card, node): (&TreeCard, &Node)| {
            let (width, height) = card_size(card);
            Item { parent: node.parent, width, height, collapsed: false }
        };
        let items: Vec<Item> = cards.iter().zip(&self.tree.nodes).map(item).collect();
        let gaps = match self.tree.orientation {
            Orientation::LeftToRight => Gaps { siblings: 14.0, levels: 60.0 },
            Orientation::TopDown => Gaps { siblings: 18.0, levels: 64.0 },
        };
        let laid = layout(&items, self.tree.orientation, gaps);
        let rect = |r: kpi::Rect| [r.x, r.y, r.width, r.height];
        let placed = cards.into_iter().zip(&laid.boxes);
        let line = |edge: &kpi::Edge| {
            let operator = self.figures.operator(edge.from, edge.to);
            let evidence = self.tree.nodes.get(edge.to).map(|n| n.body.evidence);
            TreeLine {
                points: edge.points,
                sign: match operator {
                    Some(operator) => sign(operator),
                    None => evidence_sign(evidence.unwrap_or_default()),
                }
                .to_owned(),
                dashed: operator.is_none(),
            }
        };
        TreePicture {
            title: self.title.clone(),
            subtitle: self.subtitle.clone(),
            legend: self.text.t("out-kpi-legend").to_string(),
            size: (laid.width, laid.height),
            cards: placed.filter_map(|(card, r)| Some((card, rect((*r)?)))).collect(),
            lines: laid.edges.iter().map(line).collect(),
            metadata: String::new(),
        }
    }

    /// The nodes as a nested list.
    pub fn markdown(&self) -> String {
        let mut out = format!("# {}\n\n{}\n\n", self.title, self.subtitle);
        for (at, (node, depth)) in self.tree.nodes.iter().zip(self.tree.depths()).enumerate() {
            let value = figure(self.text, self.figures.now(at), &node.body.unit);
            let status = self.figures.status(at, node);
            let status = (status != Status::NoValue)
                .then(|| self.text.t(status_words(status).0).to_string());
            let change = Some(self.change(at, node)).filter(|c| !c.is_empty());
            let target = Some(self.target(node)).filter(|t| !t.is_empty());
            let facts: Vec<String> = [change, target, status].into_iter().flatten().collect();
            let facts =
                if facts.is_empty() { String::new() } else { format!(" ({})", facts.join(" · ")) };
            let known = formula(node).map(|f| format!(" = `{f}`")).unwrap_or_default();
            let name = self.name(node).replace('\n', " ");
            // Writing to a string cannot fail.
            let _ = writeln!(out, "{}- **{name}**: {value}{facts}{known}", "  ".repeat(depth));
        }
        out
    }

    /// The nodes as a table for spreadsheets, a row a node in the order of the outline.
    pub fn csv(&self) -> Vec<u8> {
        let heads = [
            "out-kpi-level",
            "kpi-name",
            "out-kpi-parent",
            "kpi-value",
            "kpi-unit",
            "kpi-change",
            "kpi-target",
            "kpi-direction",
            "kpi-status",
            "kpi-formula",
            "out-kpi-evidence",
            "kpi-owner",
            "kpi-note",
        ];
        let heads: Vec<String> = heads.iter().map(|h| self.text.t(h).to_string()).collect();
        let mut out = Exporter::new(heads.iter().map(String::as_str), ExportOptions::default());
        let number =
            |value: f64| if value.is_finite() { Cell::Decimal(value) } else { Cell::Absent };
        let nodes = self.tree.nodes.iter().zip(self.tree.depths()).enumerate();
        for (at, (node, depth)) in nodes {
            let body = &node.body;
            let parent = node.parent.and_then(|p| self.tree.nodes.get(p));
            let operator = node.parent.and_then(|p| self.figures.operator(p, at));
            let evidence =
                (parent.is_some() && operator.is_none()).then(|| evidence_words(body.evidence));
            let direction = match body.direction {
                Direction::Higher => "kpi-direction-higher",
                Direction::Lower => "kpi-direction-lower",
            };
            out.cell(Cell::Integer(depth as i64));
            out.text(&self.name(node));
            out.text(&parent.map(|p| self.name(p)).unwrap_or_default());
            out.cell(number(self.figures.now(at)));
            out.text(&unit_name(self.text, &body.unit));
            out.cell(number(self.figures.change(at).map_or(f64::NAN, |c| c.difference)));
            out.cell(number(body.target.unwrap_or(f64::NAN)));
            out.text(&self.text.t(direction));
            out.text(&self.text.t(status_words(self.figures.status(at, node)).0));
            out.text(formula(node).unwrap_or_default());
            out.text(&evidence.map(|id| self.text.t(id).to_string()).unwrap_or_default());
            out.text(&body.owner);
            out.text(&body.note);
            out.end_row();
        }
        out.finish().parts.concat()
    }
}

/// The formula by which a node is known.
fn formula(node: &Node) -> Option<&str> {
    match &node.body.known {
        Known::Formula(text) | Known::Accounts(text) => Some(text.trim()).filter(|t| !t.is_empty()),
        Known::Unknown | Known::Typed(_) => None,
    }
}
