//! A measure's raw values, the points that they give, and how many churned at each.

use crate::pen::{Align, Drawn, Pen};
use crate::{Bins, Frame, Insets, Plot, Scale, Tick};
use plotters::prelude::DrawingBackend;

/// Raw values with the curve of points. Points and the share that churned have one axis, 0–100, at
/// the right.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MeasureChart {
    /// Accounts per bin of raw value.
    pub bins: Bins,
    /// What is shown across; wider than the bins where a handle lies outside of them.
    pub range: (f64, f64),
    /// Raw value and points (0–100), ascending in value; a point that is not finite parts the curve.
    pub curve: Vec<(f64, f64)>,
    /// Share that churned per bin, 0–1, `NaN` where it is not known; empty when there is no outcome.
    pub churn_rate: Vec<f64>,
    /// Where handles stand.
    pub handles: Vec<f64>,
    /// Ticks of raw values.
    pub value_ticks: Vec<Tick>,
    /// Ticks of points.
    pub point_ticks: Vec<Tick>,
    /// The name of the axis of raw values.
    pub axis: String,
    /// The name of the curve.
    pub curve_label: String,
    /// The name of the line of churn.
    pub churn_label: String,
}

const INSETS: Insets = Insets { top: 24.0, right: 34.0, bottom: 48.0, left: 44.0 };
const TICK_PX: f64 = 11.0;
const AXIS_PX: f64 = 36.0;

impl MeasureChart {
    /// The plot inside its margins.
    #[must_use]
    pub fn plot(&self, frame: Frame) -> Plot {
        Plot::new(frame, INSETS, self.range.0, self.range.1)
    }

    pub(crate) fn draw<DB: DrawingBackend>(&self, frame: Frame, pen: &Pen<'_, DB>) -> Drawn<DB> {
        let plot = self.plot(frame);
        let points = plot.y(100.0);
        for tick in &self.point_ticks {
            let y = points.px(tick.at);
            pen.path(&[(plot.left, y), (plot.right, y)], 1.0, pen.theme.line, 1.0)?;
            let at = (plot.right + 6.0, y);
            pen.text(&tick.label, at, Align::Start, pen.theme.quiet, false)?;
        }
        self.draw_bars(plot, pen)?;
        self.draw_churn(plot, points, pen)?;
        self.draw_curve(plot, points, pen)?;
        for &handle in self.handles.iter().filter(|h| h.is_finite()) {
            let x = plot.x().px(handle);
            pen.path(&[(x, plot.top), (x, plot.bottom)], 1.5, pen.theme.ink, 0.9)?;
        }
        for tick in &self.value_ticks {
            let at = (plot.x().px(tick.at), plot.bottom + TICK_PX);
            pen.text(&tick.label, at, Align::Middle, pen.theme.quiet, false)?;
        }
        let middle = ((plot.left + plot.right) / 2.0, plot.bottom + AXIS_PX);
        pen.text(&self.axis, middle, Align::Middle, pen.theme.quiet, false)
    }

    fn draw_bars<DB: DrawingBackend>(&self, plot: Plot, pen: &Pen<'_, DB>) -> Drawn<DB> {
        let (x, y) = (plot.x(), plot.y(f64::from(self.bins.highest())));
        let bin_px = x.px(plot.low + self.bins.step) - x.px(plot.low);
        let gap = if bin_px >= 4.0 { 1.0 } else { 0.0 };
        for (i, &count) in self.bins.counts.iter().enumerate().filter(|(_, n)| **n > 0) {
            let low = self.bins.start + self.bins.step * i as f64;
            let left = x.px(low);
            // A single value is a bin without width; it is drawn all the same.
            let right = (x.px(low + self.bins.step) - gap).max(left + 2.0);
            let top = y.px(f64::from(count)).min(plot.bottom - 1.0);
            let (left, right) = (left.max(plot.left), right.min(plot.right + 2.0));
            pen.rect((left, top), (right, plot.bottom), pen.theme.bar, 0.75)?;
        }
        pen.path(&[(plot.left, plot.bottom), (plot.right, plot.bottom)], 1.0, pen.theme.quiet, 1.0)
    }

    fn draw_curve<DB: DrawingBackend>(
        &self,
        plot: Plot,
        points: Scale,
        pen: &Pen<'_, DB>,
    ) -> Drawn<DB> {
        let x = plot.x();
        let curve: Vec<_> =
            self.curve.iter().map(|&(v, p)| (x.px(v), points.px_or_nan(p))).collect();
        pen.path(&curve, 2.0, pen.theme.accent, 1.0)?;
        if curve.is_empty() {
            return Ok(());
        }
        let at = (plot.right, plot.top - 12.0);
        pen.text(&self.curve_label, at, Align::End, pen.theme.accent, true)
    }

    fn draw_churn<DB: DrawingBackend>(
        &self,
        plot: Plot,
        points: Scale,
        pen: &Pen<'_, DB>,
    ) -> Drawn<DB> {
        let x = plot.x();
        let line: Vec<_> = self
            .churn_rate
            .iter()
            .enumerate()
            .map(|(i, rate)| {
                let middle = self.bins.start + self.bins.step * (i as f64 + 0.5);
                (x.px(middle), points.px_or_nan(rate * 100.0))
            })
            .collect();
        if !line.iter().any(|p| p.1.is_finite()) {
            return Ok(());
        }
        pen.path(&line, 1.5, pen.theme.danger, 0.9)?;
        for &point in &line {
            pen.diamond(point, 2.5, pen.theme.danger)?;
        }
        let at = (plot.left, plot.top - 12.0);
        pen.text(&self.churn_label, at, Align::Start, pen.theme.danger, true)
    }
}

impl Scale {
    /// As [`Scale::px`], but not-a-number stays so.
    fn px_or_nan(self, value: f64) -> f64 {
        if value.is_finite() { self.px(value) } else { f64::NAN }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Chart;
    use crate::recorder::{Op, record};

    fn chart() -> MeasureChart {
        MeasureChart {
            bins: Bins { start: 0.0, step: 10.0, counts: vec![3, 0, 8] },
            range: (0.0, 30.0),
            curve: vec![(0.0, 0.0), (30.0, 100.0)],
            churn_rate: vec![0.5, f64::NAN, 0.1],
            handles: vec![5.0, 25.0],
            curve_label: "points".into(),
            churn_label: "churn".into(),
            axis: "logins".into(),
            ..MeasureChart::default()
        }
    }

    fn texts(ops: &[Op]) -> Vec<&str> {
        ops.iter()
            .filter_map(|op| if let Op::Text(t) = op { Some(t.as_str()) } else { None })
            .collect()
    }

    #[test]
    fn what_is_there_is_labelled() {
        assert_eq!(texts(&record(&Chart::Measure(chart()))), ["churn", "points", "logins"]);
        let bare = MeasureChart { churn_rate: vec![], ..chart() };
        assert_eq!(texts(&record(&Chart::Measure(bare))), ["points", "logins"]);
    }

    #[test]
    fn an_unknown_rate_parts_the_line() {
        let ops = record(&Chart::Measure(chart()));
        let dots = ops.iter().filter(|op| matches!(op, Op::Polygon)).count();
        assert_eq!(dots, 2);
        assert!(ops.iter().all(|op| !matches!(op, Op::Path(p) if p.len() == 3)));
    }

    #[test]
    fn broken_data_draws() {
        let nan = f64::NAN;
        let cases = [
            MeasureChart::default(),
            MeasureChart { range: (nan, nan), ..chart() },
            MeasureChart {
                bins: Bins { start: 7.0, step: 0.0, counts: vec![4] },
                range: (6.0, 8.0),
                ..chart()
            },
            MeasureChart { handles: vec![nan, f64::INFINITY], curve: vec![(nan, nan)], ..chart() },
        ];
        for case in cases {
            record(&Chart::Measure(case));
        }
    }
}
