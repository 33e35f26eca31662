//! Where values lie on the picture.

/// The size of a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width in CSS pixels.
    pub width_px: f64,
    /// Height in CSS pixels.
    pub height_px: f64,
    /// Device pixels per CSS pixel, > 0.
    pub pixel_ratio: f64,
}

impl Frame {
    /// Width and height in device pixels, at least 1: the size of the canvas.
    #[must_use]
    pub fn device_size(self) -> (u32, u32) {
        let device = |css: f64| (css * self.pixel_ratio).round().max(1.0) as u32;
        (device(self.width_px), device(self.height_px))
    }
}

/// Room around a plot, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Insets {
    /// For labels over the plot.
    pub top: f64,
    /// For half of the last label.
    pub right: f64,
    /// For ticks and the name of the axis.
    pub bottom: f64,
    /// For counts.
    pub left: f64,
}

/// A linear map from values to pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Value at `low_px`.
    pub low: f64,
    /// Value at `high_px`.
    pub high: f64,
    /// Pixel of `low`.
    pub low_px: f64,
    /// Pixel of `high`.
    pub high_px: f64,
}

impl Scale {
    /// The pixel of a value, not clamped; the low end when the range is empty or the value is not a
    /// number.
    #[must_use]
    pub fn px(self, value: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        if share.is_finite() {
            self.low_px + share * (self.high_px - self.low_px)
        } else {
            self.low_px
        }
    }

    /// The value at a pixel, clamped to the range.
    #[must_use]
    pub fn value(self, px: f64) -> f64 {
        let share = (px - self.low_px) / (self.high_px - self.low_px);
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
        self.low + share * (self.high - self.low)
    }
}

/// The plot inside its margins, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plot {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge, never left of the left one.
    pub right: f64,
    /// Bottom edge, never over the top one.
    pub bottom: f64,
    /// Value at the left edge.
    pub low: f64,
    /// Value at the right edge.
    pub high: f64,
}

impl Plot {
    /// The plot of a frame with margins, over a range of values. A range that is empty or not finite
    /// becomes 0–1.
    #[must_use]
    pub fn new(frame: Frame, insets: Insets, low: f64, high: f64) -> Self {
        let is_range = low.is_finite() && high.is_finite() && high > low;
        let (low, high) = if is_range { (low, high) } else { (0.0, 1.0) };
        Self {
            left: insets.left,
            top: insets.top,
            right: (frame.width_px - insets.right).max(insets.left + 1.0),
            bottom: (frame.height_px - insets.bottom).max(insets.top + 1.0),
            low,
            high,
        }
    }

    /// Values across.
    #[must_use]
    pub fn x(self) -> Scale {
        Scale { low: self.low, high: self.high, low_px: self.left, high_px: self.right }
    }

    /// Values upwards from an honest zero to `highest`.
    #[must_use]
    pub fn y(self, highest: f64) -> Scale {
        let high = if highest.is_finite() && highest > 0.0 { highest } else { 1.0 };
        Scale { low: 0.0, high, low_px: self.bottom, high_px: self.top }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = Frame { width_px: 320.0, height_px: 200.0, pixel_ratio: 2.0 };
    const INSETS: Insets = Insets { top: 20.0, right: 20.0, bottom: 30.0, left: 50.0 };

    #[test]
    fn values_and_pixels_go_both_ways() {
        let plot = Plot::new(FRAME, INSETS, 0.0, 100.0);
        let x = plot.x();
        assert_eq!((x.px(0.0), x.px(50.0), x.px(100.0)), (50.0, 175.0, 300.0));
        assert_eq!((x.value(175.0), x.value(-9.0), x.value(900.0)), (50.0, 0.0, 100.0));
        let y = plot.y(10.0);
        assert_eq!((y.px(0.0), y.px(10.0)), (170.0, 20.0));
        assert_eq!(FRAME.device_size(), (640, 400));
    }

    #[test]
    fn nothing_to_show_is_still_a_plot() {
        for (low, high) in [(f64::NAN, 1.0), (3.0, 3.0), (0.0, f64::INFINITY)] {
            let plot = Plot::new(FRAME, INSETS, low, high);
            assert_eq!((plot.low, plot.high), (0.0, 1.0));
        }
        let tiny = Frame { width_px: 0.0, height_px: 0.0, pixel_ratio: 1.0 };
        let plot = Plot::new(tiny, INSETS, 0.0, 1.0);
        assert!(plot.right > plot.left && plot.bottom > plot.top);
        assert_eq!(plot.y(f64::NAN).px(f64::NAN), plot.bottom);
    }
}
