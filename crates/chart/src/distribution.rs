//! How scores are spread: bars coloured by level, cut lines, and the compared snapshot as an outline.

use crate::pen::{Align, Drawn, Pen};
use crate::{Bins, Frame, Insets, Plot, Tick};
use plotters::prelude::DrawingBackend;

/// What stands over a level's band.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BandLabel {
    /// The level's name.
    pub name: String,
    /// How many accounts, as text.
    pub count: String,
}

/// The distribution of the score, 0–100.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Distribution {
    /// Accounts per bin of score.
    pub bins: Bins,
    /// The same for the compared snapshot, drawn as an outline on the same axis.
    pub compared: Option<Bins>,
    /// Ascending cut points.
    pub cuts: Vec<f64>,
    /// One a level, lowest first: one more than the cuts.
    pub bands: Vec<BandLabel>,
    /// Ticks of the score's axis.
    pub score_ticks: Vec<Tick>,
    /// Ticks of the axis of counts.
    pub count_ticks: Vec<Tick>,
    /// The name of the score's axis.
    pub axis: String,
}

/// Room for the level's name and count, for the ticks and the axis, and for counts.
const INSETS: Insets = Insets { top: 44.0, right: 20.0, bottom: 48.0, left: 48.0 };
/// From the bars to the tick labels, and from there to the name of the axis.
const TICK_PX: f64 = 11.0;
const AXIS_PX: f64 = 36.0;

impl Distribution {
    /// The plot inside its margins.
    #[must_use]
    pub fn plot(&self, frame: Frame) -> Plot {
        Plot::new(frame, INSETS, 0.0, 100.0)
    }

    /// The top of the axis of counts: both distributions fit under it.
    #[must_use]
    pub fn highest(&self) -> u32 {
        self.bins.highest().max(self.compared.as_ref().map_or(0, Bins::highest))
    }

    pub(crate) fn draw<DB: DrawingBackend>(&self, frame: Frame, pen: &Pen<'_, DB>) -> Drawn<DB> {
        let plot = self.plot(frame);
        self.draw_bands(plot, pen)?;
        self.draw_axes(plot, pen)?;
        self.draw_bars(plot, pen)?;
        self.draw_compared(plot, pen)?;
        for &cut in &self.cuts {
            let x = plot.x().px(cut);
            pen.path(&[(x, plot.top - 4.0), (x, plot.bottom)], 1.5, pen.theme.ink, 0.9)?;
        }
        Ok(())
    }

    /// Edges of the levels from 0 to 100.
    fn edges(&self) -> Vec<f64> {
        let inner = self.cuts.iter().map(|c| if c.is_finite() { c.clamp(0.0, 100.0) } else { 0.0 });
        [0.0].into_iter().chain(inner).chain([100.0]).collect()
    }

    fn draw_bands<DB: DrawingBackend>(&self, plot: Plot, pen: &Pen<'_, DB>) -> Drawn<DB> {
        let x = plot.x();
        for (level, ends) in self.edges().windows(2).enumerate() {
            let (left, right) = (x.px(ends[0]), x.px(ends[1]));
            let colour = pen.theme.level(level);
            pen.rect((left, plot.top), (right, plot.bottom), colour, 0.08)?;
            pen.rect((left, plot.top - 4.0), (right, plot.top), colour, 1.0)?;
            let Some(label) = self.bands.get(level) else { continue };
            let middle = (left + right) / 2.0;
            let room = right - left - 4.0;
            // A band too narrow for its label still has its colour, and its row in the table.
            let name = fitting(&label.name, room, pen);
            if !name.is_empty() {
                pen.text(&name, (middle, plot.top - 32.0), Align::Middle, pen.theme.ink, true)?;
            }
            if pen.width_of(&label.count) <= room {
                let at = (middle, plot.top - 16.0);
                pen.text(&label.count, at, Align::Middle, pen.theme.quiet, false)?;
            }
        }
        Ok(())
    }

    fn draw_axes<DB: DrawingBackend>(&self, plot: Plot, pen: &Pen<'_, DB>) -> Drawn<DB> {
        let (x, y) = (plot.x(), plot.y(f64::from(self.highest())));
        for tick in &self.count_ticks {
            let at = y.px(tick.at);
            pen.path(&[(plot.left, at), (plot.right, at)], 1.0, pen.theme.line, 1.0)?;
            let label_at = (plot.left - 6.0, at);
            pen.text(&tick.label, label_at, Align::End, pen.theme.quiet, false)?;
        }
        for tick in &self.score_ticks {
            let at = (x.px(tick.at), plot.bottom + TICK_PX);
            pen.text(&tick.label, at, Align::Middle, pen.theme.quiet, false)?;
        }
        let middle = ((plot.left + plot.right) / 2.0, plot.bottom + AXIS_PX);
        pen.text(&self.axis, middle, Align::Middle, pen.theme.quiet, false)
    }

    fn draw_bars<DB: DrawingBackend>(&self, plot: Plot, pen: &Pen<'_, DB>) -> Drawn<DB> {
        let (x, y) = (plot.x(), plot.y(f64::from(self.highest())));
        let edges = self.edges();
        let bin_px = x.px(self.bins.step) - x.px(0.0);
        let gap = if bin_px >= 4.0 { 1.0 } else { 0.0 };
        for (i, &count) in self.bins.counts.iter().enumerate() {
            if count == 0 {
                continue;
            }
            let low = self.bins.start + self.bins.step * i as f64;
            let high = low + self.bins.step;
            // A bar that a cut goes through has two colours.
            for (level, ends) in edges.windows(2).enumerate() {
                let (from, to) = (low.max(ends[0]), high.min(ends[1]));
                if to > from {
                    let right = x.px(to) - if to == high { gap } else { 0.0 };
                    // One account among thousands is still to be seen.
                    let top = y.px(f64::from(count)).min(plot.bottom - 1.0);
                    let colour = pen.theme.level(level);
                    pen.rect((x.px(from), top), (right, plot.bottom), colour, 1.0)?;
                }
            }
        }
        Ok(())
    }

    fn draw_compared<DB: DrawingBackend>(&self, plot: Plot, pen: &Pen<'_, DB>) -> Drawn<DB> {
        let Some(compared) = &self.compared else { return Ok(()) };
        let (x, y) = (plot.x(), plot.y(f64::from(self.highest())));
        let mut outline = vec![(x.px(compared.start), plot.bottom)];
        for (i, &count) in compared.counts.iter().enumerate() {
            let low = compared.start + compared.step * i as f64;
            let at = y.px(f64::from(count));
            outline.push((x.px(low), at));
            outline.push((x.px(low + compared.step), at));
        }
        outline.push((x.px(compared.end()), plot.bottom));
        pen.path(&outline, 1.5, pen.theme.ink, 0.55)
    }
}

/// The text, or its first word (the level's short name), or nothing: what fits into `room`.
fn fitting<DB: DrawingBackend>(text: &str, room: f64, pen: &Pen<'_, DB>) -> String {
    let short = text.split(' ').next().unwrap_or_default();
    [text, short].into_iter().find(|t| pen.width_of(t) <= room).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recorder::{Op, record};
    use crate::{Chart, Colour};

    fn chart(counts: Vec<u32>, cuts: Vec<f64>) -> Distribution {
        let bands = (0..=cuts.len())
            .map(|i| BandLabel { name: format!("Lv{} 名前", i + 1), count: "12".into() })
            .collect();
        let bins = Bins { start: 0.0, step: 100.0 / counts.len().max(1) as f64, counts };
        Distribution { bins, cuts, bands, axis: "score".into(), ..Distribution::default() }
    }

    fn bars(ops: &[Op], colour: Colour) -> usize {
        ops.iter().filter(|op| matches!(op, Op::Rect { colour: c, opacity, .. } if *c == colour && *opacity == 1.0)).count()
    }

    #[test]
    fn a_bar_that_is_cut_has_both_colours() {
        let ops = record(&Chart::Distribution(chart(vec![0, 9, 0, 0], vec![40.0])));
        // The strip over each band, and half of the bar each.
        assert_eq!((bars(&ops, Colour(1, 0, 0)), bars(&ops, Colour(2, 0, 0))), (2, 2));
    }

    #[test]
    fn both_distributions_fit_under_the_axis() {
        let mut d = chart(vec![1, 2], vec![50.0]);
        d.compared = Some(Bins { start: 0.0, step: 50.0, counts: vec![7, 0] });
        assert_eq!(d.highest(), 7);
        let plot = d.plot(crate::recorder::FRAME);
        let top = record(&Chart::Distribution(d)).into_iter().filter_map(|op| match op {
            Op::Path(points) if points.len() > 3 => points.iter().map(|p| p.1).min(),
            _ => None,
        });
        assert_eq!(top.min(), Some((plot.top * 2.0) as i32));
    }

    #[test]
    fn nothing_to_show_draws() {
        let cases = [
            chart(vec![], vec![]),
            chart(vec![5], vec![25.0, 50.0, 75.0]),
            chart(vec![0; 100], vec![0.0, 0.0, 100.0]),
            chart(vec![3; 100], vec![f64::NAN]),
        ];
        for case in cases {
            record(&Chart::Distribution(case));
        }
    }

    #[test]
    fn a_narrow_band_keeps_its_short_name() {
        let ops = record(&Chart::Distribution(chart(vec![1; 100], vec![10.0])));
        let texts: Vec<_> = ops
            .iter()
            .filter_map(|op| if let Op::Text(t) = op { Some(t.as_str()) } else { None })
            .collect();
        assert_eq!(texts, ["Lv1", "12", "Lv2 名前", "12", "score"]);
    }
}
