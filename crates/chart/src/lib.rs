//! What it looks like: chart models as plain data, and drawing them with any plotters backend.
//!
//! `chart` never reads a clock or a locale (labels come in as text), never asks a browser how wide a
//! text is, and holds no state: the same model, frame and theme give the same picture. All
//! coordinates of the public API are CSS pixels; only the pen knows the device pixel ratio.

mod calibration;
mod distribution;
mod frame;
mod handle;
mod kept;
mod lines;
mod measure;
mod mini;
mod pen;
#[cfg(test)]
mod recorder;
mod sheet;
mod svg;
mod theme;
mod ticks;
mod tree;

pub use calibration::{Calibration, GroupShare};
pub use distribution::{BandLabel, Distribution};
pub use frame::{Frame, Insets, Plot, Scale};
pub use handle::{between_neighbours, nearest_handle};
pub use kept::kept_in_svg;
pub use measure::MeasureChart;
pub use mini::Mini;
pub use sheet::{
    SheetBlock, SheetCurve, SheetNote, SheetPicture, SheetPoint, smooth, svg as sheet_svg,
};
pub use theme::{Colour, Theme};
pub use ticks::{decimals_of_step, nice_step, nice_ticks};
pub use tree::{TreeCard, TreeLine, TreePicture, TreeStatus, card_size, svg as tree_svg};

use plotters::drawing::{DrawingAreaErrorKind, IntoDrawingArea};
use plotters::prelude::DrawingBackend;

/// Text under or beside an axis, at a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where, in units of the axis.
    pub at: f64,
    /// What stands there.
    pub label: String,
}

/// Bins of equal width over a range.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bins {
    /// Lower edge of the first bin.
    pub start: f64,
    /// Width of a bin, > 0.
    pub step: f64,
    /// One count a bin.
    pub counts: Vec<u32>,
}

impl Bins {
    /// Upper edge of the last bin.
    #[must_use]
    pub fn end(&self) -> f64 {
        self.start + self.step * self.counts.len() as f64
    }

    /// The greatest count, 0 when there is no bin.
    #[must_use]
    pub fn highest(&self) -> u32 {
        self.counts.iter().copied().max().unwrap_or(0)
    }
}

/// A chart, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// How scores are spread, with levels.
    Distribution(Distribution),
    /// What was observed of groups in order.
    Calibration(Calibration),
    /// How a measure's raw values are spread and what points they give.
    Measure(MeasureChart),
    /// A few bars without axes, for a row of a list.
    Mini(Mini),
}

impl Chart {
    /// The plot inside its margins: where values lie on the picture.
    #[must_use]
    pub fn plot(&self, frame: Frame) -> Plot {
        match self {
            Self::Distribution(chart) => chart.plot(frame),
            Self::Calibration(chart) => chart.plot(frame),
            Self::Measure(chart) => chart.plot(frame),
            Self::Mini(chart) => chart.plot(frame),
        }
    }
}

/// Draws a chart over the whole of a backend whose size is the frame's in device pixels. A
/// [`Chart::Mini`] leaves the ground as it is.
///
/// # Errors
/// What the backend refuses.
pub fn draw<DB: DrawingBackend>(
    chart: &Chart,
    frame: Frame,
    theme: &Theme,
    backend: DB,
) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
    let pen = pen::Pen::new(backend.into_drawing_area(), frame.pixel_ratio, theme);
    match chart {
        Chart::Distribution(chart) => {
            pen.clear()?;
            chart.draw(frame, &pen)?;
        }
        Chart::Calibration(chart) => {
            pen.clear()?;
            chart.draw(frame, &pen)?;
        }
        Chart::Measure(chart) => {
            pen.clear()?;
            chart.draw(frame, &pen)?;
        }
        // It stands in a row, whose ground shows through.
        Chart::Mini(chart) => chart.draw(frame, &pen)?,
    }
    pen.present()
}
