//! Draws in CSS pixels on a surface of device pixels.

use crate::{Colour, Theme};
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{PathElement, Polygon, Rectangle, Text};
use plotters::prelude::{Color, DrawingBackend, IntoFont};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontStyle, ShapeStyle, TextStyle};

/// What drawing gives.
pub(crate) type Drawn<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// How a text stands to its point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Align {
    /// Starts there.
    Start,
    /// Is centred there.
    Middle,
    /// Ends there.
    End,
}

/// A surface to draw on.
pub(crate) struct Pen<'a, DB: DrawingBackend> {
    area: DrawingArea<DB, Shift>,
    ratio: f64,
    /// Colours and letters.
    pub(crate) theme: &'a Theme,
}

impl<'a, DB: DrawingBackend> Pen<'a, DB> {
    pub(crate) fn new(area: DrawingArea<DB, Shift>, ratio: f64, theme: &'a Theme) -> Self {
        let ratio = if ratio.is_finite() && ratio > 0.0 { ratio } else { 1.0 };
        Self { area, ratio, theme }
    }

    /// Fills everything with the ground.
    pub(crate) fn clear(&self) -> Drawn<DB> {
        self.area.fill(&self.theme.ground.rgb())
    }

    /// Shows what was drawn.
    pub(crate) fn present(&self) -> Drawn<DB> {
        self.area.present()
    }

    /// A filled rectangle; nothing when it is empty.
    pub(crate) fn rect(
        &self,
        (left, top): (f64, f64),
        (right, bottom): (f64, f64),
        colour: Colour,
        opacity: f64,
    ) -> Drawn<DB> {
        let (a, b) = (self.device((left, top)), self.device((right, bottom)));
        if b.0 <= a.0 || b.1 <= a.1 {
            return Ok(());
        }
        self.area.draw(&Rectangle::new([a, b], colour.rgb().mix(opacity).filled()))
    }

    /// A line through points; a point that is not finite parts it.
    pub(crate) fn path(
        &self,
        points: &[(f64, f64)],
        width_px: f64,
        colour: Colour,
        opacity: f64,
    ) -> Drawn<DB> {
        let width = (width_px * self.ratio).round().max(1.0) as u32;
        let style =
            ShapeStyle { color: colour.rgb().mix(opacity), filled: false, stroke_width: width };
        for run in points.split(|(x, y)| !(x.is_finite() && y.is_finite())) {
            let run: Vec<_> = run.iter().map(|&p| self.device(p)).collect();
            if run.len() > 1 {
                self.area.draw(&PathElement::new(run, style))?;
            }
        }
        Ok(())
    }

    /// A dot.
    pub(crate) fn diamond(&self, (x, y): (f64, f64), half_px: f64, colour: Colour) -> Drawn<DB> {
        if !(x.is_finite() && y.is_finite()) {
            return Ok(());
        }
        let corners = [(x, y - half_px), (x + half_px, y), (x, y + half_px), (x - half_px, y)];
        let corners: Vec<_> = corners.into_iter().map(|p| self.device(p)).collect();
        self.area.draw(&Polygon::new(corners, colour.rgb().filled()))
    }

    /// A text, centred on its point in height.
    pub(crate) fn text(
        &self,
        text: &str,
        at: (f64, f64),
        align: Align,
        colour: Colour,
        is_bold: bool,
    ) -> Drawn<DB> {
        let size = self.theme.text_px * self.ratio;
        let weight = if is_bold { FontStyle::Bold } else { FontStyle::Normal };
        let horizontal = match align {
            Align::Start => HPos::Left,
            Align::Middle => HPos::Center,
            Align::End => HPos::Right,
        };
        let colour = colour.rgb();
        let style = TextStyle::from((self.theme.font.as_str(), size, weight).into_font())
            .color(&colour)
            .pos(Pos::new(horizontal, VPos::Center));
        self.area.draw(&Text::new(text.to_owned(), self.device(at), style))
    }

    /// About how wide a text is, in CSS pixels: a full-width character is one em, others 0.58.
    pub(crate) fn width_of(&self, text: &str) -> f64 {
        let ems: f64 = text.chars().map(|c| if c >= '\u{2E80}' { 1.0 } else { 0.58 }).sum();
        ems * self.theme.text_px
    }

    fn device(&self, (x, y): (f64, f64)) -> (i32, i32) {
        ((x * self.ratio).round() as i32, (y * self.ratio).round() as i32)
    }
}
