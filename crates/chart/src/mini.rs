//! A few bars without axes, for a row of a list.

use crate::pen::{Drawn, Pen};
use crate::{Frame, Insets, Plot};
use plotters::prelude::DrawingBackend;

/// Counts of points 0–100, left is low.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mini {
    /// One bar each.
    pub counts: Vec<u32>,
}

impl Mini {
    /// The whole frame but a pixel for the base line.
    #[must_use]
    pub fn plot(&self, frame: Frame) -> Plot {
        let insets = Insets { top: 1.0, right: 0.0, bottom: 1.0, left: 0.0 };
        Plot::new(frame, insets, 0.0, self.counts.len().max(1) as f64)
    }

    pub(crate) fn draw<DB: DrawingBackend>(&self, frame: Frame, pen: &Pen<'_, DB>) -> Drawn<DB> {
        let plot = self.plot(frame);
        let highest = self.counts.iter().copied().max().unwrap_or(0);
        let (x, y) = (plot.x(), plot.y(f64::from(highest)));
        for (i, &count) in self.counts.iter().enumerate().filter(|(_, n)| **n > 0) {
            let (left, right) = (x.px(i as f64), x.px(i as f64 + 1.0));
            let gap = if right - left >= 3.0 { 1.0 } else { 0.0 };
            let top = y.px(f64::from(count)).min(plot.bottom - 1.0);
            pen.rect((left, top), (right - gap, plot.bottom), pen.theme.bar, 1.0)?;
        }
        pen.path(&[(plot.left, plot.bottom), (plot.right, plot.bottom)], 1.0, pen.theme.line, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Mini;
    use crate::Chart;
    use crate::recorder::{Op, record};

    #[test]
    fn one_bar_a_count() {
        for (counts, bars) in [(vec![], 0), (vec![0, 0], 0), (vec![4], 1), (vec![1, 0, 900], 2)] {
            let ops = record(&Chart::Mini(Mini { counts }));
            assert_eq!(ops.iter().filter(|op| matches!(op, Op::Rect { .. })).count(), bars);
        }
    }
}
