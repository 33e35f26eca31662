//! A KPI tree as a picture (SVG): cards with lines between them, and on each line what the parent makes of the child.
//!
//! Where cards stand is for the caller to lay out; how large each must be for nothing to be cut off, [`card_size`] tells.

use crate::lines::{lines, width};
use crate::svg::{Anchor, Head, LINE, Letters, MARGIN, QUIET, Svg};

/// A KPI tree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TreePicture {
    /// Above it.
    pub title: String,
    /// Under the title; may be empty.
    pub subtitle: String,
    /// Under the tree: what lines and signs mean.
    pub legend: String,
    /// How wide and high all cards and lines are together.
    pub size: (f64, f64),
    /// The cards, each with its upper left corner and its size.
    pub cards: Vec<(TreeCard, [f64; 4])>,
    /// The lines.
    pub lines: Vec<TreeLine>,
    /// Kept in the picture for machines: not shown.
    pub metadata: String,
}

/// A node.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TreeCard {
    /// Its name.
    pub name: String,
    /// Its value with its unit.
    pub value: String,
    /// How it changed; empty when that is not known.
    pub change: String,
    /// Whether the change is for the better; `None` for neither.
    pub better: Option<bool>,
    /// How it stands against its target …
    pub status: TreeStatus,
    /// … in words.
    pub status_words: String,
    /// Its target in words; empty without one.
    pub target: String,
}

/// How a node stands against its target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TreeStatus {
    /// Reached.
    Met,
    /// Nearly.
    Near,
    /// Not.
    Missed,
    /// Not to be told.
    #[default]
    Open,
}

/// A line from a node to a child.
#[derive(Clone, Debug, PartialEq)]
pub struct TreeLine {
    /// Its four points.
    pub points: [(f64, f64); 4],
    /// On it, near the child.
    pub sign: String,
    /// Not a part of the parent's formula: drawn dashed.
    pub dashed: bool,
}

/// Cards are as wide as this.
const WIDTH: f64 = 232.0;
const PAD: f64 = 12.0;
const NAME: f64 = 15.0;
const NAME_LINE: f64 = 20.0;
const VALUE: f64 = 20.0;
const VALUE_LINE: f64 = 28.0;
const SMALL: f64 = 12.0;
const SMALL_LINE: f64 = 18.0;
/// Heavy letters are wider by so much.
const BOLD: f64 = 1.08;
const INSIDE: f64 = WIDTH - 2.0 * PAD;
/// The legend needs some width even under a small tree.
const LEAST_WIDTH: f64 = 640.0;

/// The width and height that a card takes.
#[must_use]
pub fn card_size(card: &TreeCard) -> (f64, f64) {
    let value = if fits(card) { VALUE_LINE } else { VALUE_LINE + SMALL_LINE };
    let foot = if foot_fits(card) { SMALL_LINE } else { 2.0 * SMALL_LINE };
    (WIDTH, PAD + name_lines(card).len() as f64 * NAME_LINE + value + foot + PAD / 2.0)
}

fn name_lines(card: &TreeCard) -> Vec<String> {
    lines(&card.name, INSIDE / (NAME * BOLD))
}

fn wide(text: &str, size: f64) -> f64 {
    text.chars().map(width).sum::<f64>() * size
}

/// Whether value and change stand beside each other.
fn fits(card: &TreeCard) -> bool {
    wide(&card.value, VALUE * BOLD) + wide(&card.change, SMALL) + PAD <= INSIDE
        || card.change.is_empty()
}

/// Whether status and target stand beside each other.
fn foot_fits(card: &TreeCard) -> bool {
    wide(&card.status_words, SMALL) + wide(&card.target, SMALL) + PAD <= INSIDE
        || card.target.is_empty()
}

/// The tree as an SVG document.
#[must_use]
pub fn svg(tree: &TreePicture) -> String {
    let width = (tree.size.0 + 2.0 * MARGIN).max(LEAST_WIDTH);
    let legend = lines(&tree.legend, (width - 2.0 * MARGIN) / SMALL);
    let below = legend.len() as f64 * SMALL_LINE;
    let head = Head::new(&tree.title, &tree.subtitle, width);
    let (top, left) = (MARGIN + head.height(), MARGIN);
    let height = top + tree.size.1 + PAD + below + MARGIN;
    let mut out = Svg::new(width, height, 1.0, &tree.title, &tree.metadata);
    out.head(&head);
    for line in &tree.lines {
        draw_line(&mut out, line, (left, top));
    }
    for (card, rect) in &tree.cards {
        draw_card(&mut out, card, [rect[0] + left, rect[1] + top, rect[2], rect[3]]);
    }
    for (at, line) in legend.iter().enumerate() {
        let y = top + tree.size.1 + PAD + SMALL_LINE * (at as f64 + 1.0);
        out.text((MARGIN, y), Letters::new(SMALL).fill(QUIET), line);
    }
    out.done()
}

fn draw_line(out: &mut Svg, line: &TreeLine, (left, top): (f64, f64)) {
    let [a, b, c, d] = line.points.map(|(x, y)| (x + left, y + top));
    let dashes = if line.dashed { " stroke-dasharray=\"4 4\"" } else { "" };
    out.put(format_args!(
        "<path d=\"M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}\" fill=\"none\" stroke=\"{LINE}\"{dashes}/>\n",
        a.0, a.1, b.0, b.1, c.0, c.1, d.0, d.1
    ));
    if line.sign.is_empty() {
        return;
    }
    let (x, y) = (c.0 / 2.0 + d.0 / 2.0, c.1 / 2.0 + d.1 / 2.0);
    out.put(format_args!(
        "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"10\" fill=\"#ffffff\" stroke=\"{LINE}\"/>\n"
    ));
    let letters = Letters::new(14.0).bold().fill(QUIET).anchor(Anchor::Middle);
    out.text((x, y + 5.0), letters, &line.sign);
}

fn draw_card(out: &mut Svg, card: &TreeCard, [x, y, w, h]: [f64; 4]) {
    let status = match card.status {
        TreeStatus::Met => GOOD,
        TreeStatus::Near => "#8a5a00",
        TreeStatus::Missed => BAD,
        TreeStatus::Open => QUIET,
    };
    out.put(format_args!(
        "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" rx=\"6\" fill=\"#ffffff\" stroke=\"{LINE}\"/>\n\
         <rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"4\" height=\"{h:.1}\" rx=\"2\" fill=\"{}\"/>\n",
        if card.status == TreeStatus::Open { LINE } else { status }
    ));
    let (left, right) = (x + PAD, x + w - PAD);
    let mut at = y + PAD + 3.0;
    for line in name_lines(card) {
        out.text((left, at + NAME - 5.0), Letters::new(NAME).bold(), &line);
        at += NAME_LINE;
    }
    at += VALUE_LINE - 9.0;
    out.text((left, at), Letters::new(VALUE).bold(), &card.value);
    let change = match card.better {
        Some(true) => GOOD,
        Some(false) => BAD,
        None => QUIET,
    };
    let change = Letters::new(SMALL).fill(change).anchor(Anchor::End);
    if !fits(card) {
        at += SMALL_LINE;
    }
    out.text((right, at), change, &card.change);
    at += SMALL_LINE + 3.0;
    out.text((left, at), Letters::new(SMALL).fill(status), &card.status_words);
    if !foot_fits(card) {
        at += SMALL_LINE;
    }
    out.text((right, at), Letters::new(SMALL).fill(QUIET).anchor(Anchor::End), &card.target);
}

const GOOD: &str = "#0b6e4f";
const BAD: &str = "#b3261e";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_grow_with_what_they_say() {
        let card = |name: &str, value: &str, change: &str| TreeCard {
            name: name.to_owned(),
            value: value.to_owned(),
            change: change.to_owned(),
            ..TreeCard::default()
        };
        let height = |c: &TreeCard| card_size(c).1;
        let small = height(&card("継続率", "98.7%", "+0.2"));
        assert_eq!(height(&card(&"長い名前".repeat(8), "98.7%", "+0.2")) - small, 2.0 * NAME_LINE);
        let much = height(&card("継続率", "123,456,789 円", "+12,345,678 円"));
        assert_eq!(much - small, SMALL_LINE);
    }

    #[test]
    fn all_that_a_tree_says_stands_in_its_picture() {
        let card = TreeCard {
            name: "MRR <月額>".into(),
            value: "1.2M".into(),
            change: "+3%".into(),
            better: Some(true),
            status: TreeStatus::Missed,
            status_words: "未達".into(),
            target: "目標 2M".into(),
        };
        let (width, height) = card_size(&card);
        let line = TreeLine { points: [(0.0, 0.0); 4], sign: "×".into(), dashed: true };
        let drawn = svg(&TreePicture {
            title: "KPI".into(),
            legend: "line".into(),
            size: (width, height),
            cards: vec![(card, [0.0, 0.0, width, height])],
            lines: vec![line],
            metadata: "{}".into(),
            ..TreePicture::default()
        });
        for part in [
            "MRR &lt;月額&gt;",
            ">1.2M<",
            ">+3%<",
            ">未達<",
            ">目標 2M<",
            ">×<",
            "dasharray",
            ">line<",
            "<metadata>{}</metadata>",
        ] {
            assert!(drawn.contains(part), "{part} in {drawn}");
        }
    }
}
