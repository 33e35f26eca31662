//! Curves over the parts of a block: how it is solid with round points, how it is meant to be dashed with points that
//! stand on a corner. Each is named, and every point says its number.

use super::SheetBlock;
use super::layout::{GAP, LINE, PAD, SMALL};
use crate::svg::{Anchor, LINE as EDGE, Letters, QUIET, Svg};
use std::fmt::Write;

/// What something is meant to be is drawn in.
const MEANT: &str = "#0b6e4f";
/// From the lowest point there can be to the highest.
const HEIGHT: f64 = 112.0;
/// Above and below, for the numbers.
const ROOM: f64 = 20.0;
/// A sample of the line before its name.
const SAMPLE: f64 = 34.0;

/// A curve in its place.
pub(super) struct PlacedCurve {
    name: String,
    meant: bool,
    /// Where its sample begins.
    key: (f64, f64),
    /// Where points stand, what they say, and whether that stands above them.
    points: Vec<((f64, f64), String, bool)>,
    /// The line that is neither good nor bad: left, height, length. The first curve has it.
    middle: Option<(f64, f64, f64)>,
}

impl PlacedCurve {
    /// Shifts everything.
    pub(super) fn shift(&mut self, right: f64, down: f64) {
        let shift = |(x, y): &mut (f64, f64)| (*x, *y) = (*x + right, *y + down);
        shift(&mut self.key);
        self.points.iter_mut().for_each(|(place, ..)| shift(place));
        if let Some((x, y, _)) = &mut self.middle {
            (*x, *y) = (*x + right, *y + down);
        }
    }
}

/// The curves of a block, and how high they are.
pub(super) fn curves(block: &SheetBlock, width: f64) -> (Vec<PlacedCurve>, f64) {
    if block.curves.iter().all(|c| c.points.is_empty()) {
        return (Vec::new(), 0.0);
    }
    let mut key = 0.0;
    let top = LINE + ROOM;
    let placed = block.curves.iter().enumerate().map(|(at, curve)| {
        let begin = key;
        key += SAMPLE + 24.0 + curve.name.chars().map(crate::lines::width).sum::<f64>() * SMALL;
        let others = block.curves.iter().enumerate().filter(move |(other, _)| *other != at);
        let points = curve.points.iter().enumerate().map(|(n, point)| {
            // The number stands where the other curve does not pass.
            let part = |x: f64| (x * block.parts.max(1) as f64) as usize;
            let beside = others.clone().find_map(|(other, c)| {
                let same = c.points.iter().find(|p| part(p.x) == part(point.x))?;
                Some(if other > at { point.y >= same.y } else { point.y > same.y })
            });
            let before = n.checked_sub(1).and_then(|n| curve.points.get(n));
            let above = beside.unwrap_or_else(|| before.is_none_or(|b| point.y >= b.y));
            let y = top + (1.0 - point.y.clamp(-1.0, 1.0)) / 2.0 * HEIGHT;
            // As far over as the parts are, with the gaps between them.
            let x = point.x * (width + 2.0 * PAD + GAP) - PAD - GAP / 2.0;
            ((x, y), point.said.clone(), above)
        });
        let middle = (at == 0).then_some((0.0, top + HEIGHT / 2.0, width));
        let (name, meant, points) = (curve.name.clone(), curve.meant, points.collect());
        PlacedCurve { name, meant, key: (begin, SMALL / 2.0), points, middle }
    });
    (placed.collect(), top + HEIGHT + ROOM)
}

/// Draws them.
pub(super) fn write(out: &mut Svg, curves: &[PlacedCurve]) {
    for curve in curves {
        let ink = if curve.meant { MEANT } else { QUIET };
        let dashes = if curve.meant { " stroke-dasharray=\"7 4\"" } else { "" };
        if let Some((x, y, length)) = curve.middle {
            out.put(format_args!("<path d=\"M{x:.1} {y:.1}h{length:.1}\" stroke=\"{EDGE}\" stroke-dasharray=\"2 4\"/>\n"));
        }
        let (x, y) = curve.key;
        let line = smooth(curve.points.iter().map(|(place, ..)| *place));
        for d in [line, format!("M{x:.1} {y:.1}h{SAMPLE}")] {
            out.put(format_args!(
                "<path d=\"{d}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"2\"{dashes}/>\n"
            ));
        }
        mark(out, (x + SAMPLE / 2.0, y), curve.meant, ink);
        out.text((x + SAMPLE + 6.0, y + SMALL * 0.36), Letters::new(SMALL).fill(ink), &curve.name);
        for ((x, y), said, above) in &curve.points {
            mark(out, (*x, *y), curve.meant, ink);
            let y = if *above { y - 10.0 } else { y + 10.0 + SMALL * 0.72 };
            out.text((*x, y), Letters::new(SMALL).fill(ink).anchor(Anchor::Middle), said);
        }
    }
}

/// A point, told apart without its colour.
fn mark(out: &mut Svg, (x, y): (f64, f64), meant: bool, ink: &str) {
    if meant {
        out.put(format_args!(
            "<path d=\"M{x:.1} {:.1}l5.5 5.5-5.5 5.5-5.5-5.5z\" fill=\"#ffffff\" stroke=\"{ink}\" stroke-width=\"2\"/>\n",
            y - 5.5
        ));
    } else {
        out.put(format_args!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4.5\" fill=\"{ink}\"/>\n"));
    }
}

/// The path of a smooth line through points, from left to right; level at each, so that it rises above none of them.
#[must_use]
pub fn smooth(points: impl IntoIterator<Item = (f64, f64)>) -> String {
    let mut points = points.into_iter();
    let Some((mut x, mut y)) = points.next() else { return String::new() };
    let mut d = format!("M{x:.1} {y:.1}");
    for (next_x, next_y) in points {
        let middle = f64::midpoint(x, next_x);
        // Writing to a string cannot fail.
        let _ = write!(d, "C{middle:.1} {y:.1} {middle:.1} {next_y:.1} {next_x:.1} {next_y:.1}");
        (x, y) = (next_x, next_y);
    }
    d
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{SheetCurve, SheetPoint};

    fn curve(meant: bool, points: &[(f64, f64)]) -> SheetCurve {
        let point = |(x, y): &(f64, f64)| SheetPoint { x: *x, y: *y, said: format!("{y}") };
        SheetCurve { name: "x".to_owned(), meant, points: points.iter().map(point).collect() }
    }

    #[test]
    fn numbers_stand_away_from_the_other_curve() {
        let curves_of =
            vec![curve(false, &[(0.2, 0.5), (0.7, -1.0)]), curve(true, &[(0.3, 0.5), (0.8, 3.0)])];
        let block = SheetBlock { parts: 2, curves: curves_of, ..SheetBlock::default() };
        let (placed, height) = curves(&block, 100.0);
        let above = |at: usize| placed[at].points.iter().map(|p| p.2).collect::<Vec<_>>();
        assert_eq!((above(0), above(1)), (vec![true, false], vec![false, true]));
        let within = |(x, y): (f64, f64)| (0.0..=100.0).contains(&x) && y > LINE && y < height;
        assert!(placed.iter().flat_map(|c| &c.points).all(|p| within(p.0)));
        assert!(placed[0].middle.is_some() && placed[1].middle.is_none());
    }

    #[test]
    fn no_points_take_no_room() {
        let block = SheetBlock { curves: vec![curve(false, &[])], ..SheetBlock::default() };
        assert_eq!(curves(&block, 100.0).1, 0.0);
        assert_eq!(smooth([]), "");
    }
}
