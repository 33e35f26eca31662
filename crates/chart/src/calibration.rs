//! Observed shares of groups in order, each with its interval, against the share of all.

use crate::pen::{Align, Drawn, Pen};
use crate::{Frame, Insets, Plot, Tick};
use plotters::prelude::DrawingBackend;

/// A group: what was observed of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupShare {
    /// Under the group.
    pub label: String,
    /// The share observed, 0–1; not-a-number leaves the place empty.
    pub share: f64,
    /// Its interval.
    pub low: f64,
    /// Its interval.
    pub high: f64,
}

/// Groups from left to right with their shares, from an honest zero.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calibration {
    /// The groups, lowest first.
    pub groups: Vec<GroupShare>,
    /// The share of all, drawn across; not-a-number for none.
    pub overall: f64,
    /// The name of that line.
    pub overall_label: String,
    /// The upper end of the axis of shares.
    pub highest: f64,
    /// Ticks of shares.
    pub ticks: Vec<Tick>,
    /// The name of the axis of groups.
    pub axis: String,
}

const INSETS: Insets = Insets { top: 12.0, right: 12.0, bottom: 40.0, left: 44.0 };
const TICK_PX: f64 = 11.0;
const AXIS_PX: f64 = 29.0;
const CAP_PX: f64 = 4.0;

impl Calibration {
    /// The plot inside its margins; a unit across is a group.
    #[must_use]
    pub fn plot(&self, frame: Frame) -> Plot {
        Plot::new(frame, INSETS, 0.0, self.groups.len().max(1) as f64)
    }

    pub(crate) fn draw<DB: DrawingBackend>(&self, frame: Frame, pen: &Pen<'_, DB>) -> Drawn<DB> {
        let plot = self.plot(frame);
        let (x, y) = (plot.x(), plot.y(self.highest));
        for tick in &self.ticks {
            let at = y.px(tick.at);
            pen.path(&[(plot.left, at), (plot.right, at)], 1.0, pen.theme.line, 1.0)?;
            pen.text(&tick.label, (plot.left - 6.0, at), Align::End, pen.theme.quiet, false)?;
        }
        let group_px = x.px(1.0) - x.px(0.0);
        for (i, group) in self.groups.iter().enumerate() {
            let middle = x.px(i as f64 + 0.5);
            let half = (group_px * 0.3).min(18.0);
            if group.share.is_finite() {
                let top = y.px(group.share).min(plot.bottom - 1.0);
                let corners = ((middle - half, top), (middle + half, plot.bottom));
                pen.rect(corners.0, corners.1, pen.theme.bar, 0.75)?;
            }
            if group.low.is_finite() && group.high.is_finite() {
                let (low, high) = (y.px(group.low), y.px(group.high).max(plot.top));
                let ink = pen.theme.ink;
                pen.path(&[(middle, low), (middle, high)], 1.5, ink, 0.9)?;
                for end in [low, high] {
                    let cap = [(middle - CAP_PX, end), (middle + CAP_PX, end)];
                    pen.path(&cap, 1.5, ink, 0.9)?;
                }
            }
            let at = (middle, plot.bottom + TICK_PX);
            pen.text(&group.label, at, Align::Middle, pen.theme.quiet, false)?;
        }
        if self.overall.is_finite() {
            let at = y.px(self.overall);
            pen.path(&[(plot.left, at), (plot.right, at)], 1.5, pen.theme.accent, 1.0)?;
            // over the line at the right, where the bars are low
            let label = (plot.right, (at - 9.0).max(plot.top));
            pen.text(&self.overall_label, label, Align::End, pen.theme.accent, true)?;
        }
        pen.path(
            &[(plot.left, plot.bottom), (plot.right, plot.bottom)],
            1.0,
            pen.theme.quiet,
            1.0,
        )?;
        let middle = ((plot.left + plot.right) / 2.0, plot.bottom + AXIS_PX);
        pen.text(&self.axis, middle, Align::Middle, pen.theme.quiet, false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Chart;
    use crate::recorder::{Op, record};

    fn group(share: f64, low: f64, high: f64) -> GroupShare {
        GroupShare { label: "g".into(), share, low, high }
    }

    fn chart(groups: Vec<GroupShare>) -> Chart {
        let overall_label = "all".to_owned();
        let axis = "tenths".to_owned();
        Chart::Calibration(Calibration {
            groups,
            overall: 0.2,
            overall_label,
            highest: 0.5,
            ticks: Vec::new(),
            axis,
        })
    }

    #[test]
    fn a_bar_and_a_whisker_for_each_known_group() {
        let nan = f64::NAN;
        let ops = record(&chart(vec![group(0.4, 0.3, 0.5), group(nan, nan, nan)]));
        let count = |f: fn(&Op) -> bool| ops.iter().filter(|op| f(op)).count();
        // the ground, and one bar
        assert_eq!(count(|op| matches!(op, Op::Rect { .. })), 2);
        // a whisker with two caps, the line of all, the base line
        assert_eq!(count(|op| matches!(op, Op::Path(_))), 5);
        assert_eq!(count(|op| matches!(op, Op::Text(t) if t == "g")), 2);
        assert_eq!(count(|op| matches!(op, Op::Text(t) if t == "all" || t == "tenths")), 2);
    }

    #[test]
    fn broken_data_draws() {
        record(&chart(Vec::new()));
        record(&chart(vec![group(f64::INFINITY, f64::NAN, 2.0)]));
        record(&Chart::Calibration(Calibration { highest: f64::NAN, ..Calibration::default() }));
    }
}
