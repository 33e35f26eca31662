//! Colours and letters of a chart. They come from the page's tokens, so that charts follow the theme.

use plotters::style::RGBColor;

/// A colour, 8 bits a channel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Colour(
    /// Red.
    pub u8,
    /// Green.
    pub u8,
    /// Blue.
    pub u8,
);

impl Colour {
    /// The colour of `#rgb` or `#rrggbb`; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#')?;
        let all: Option<Vec<u8>> =
            digits.chars().map(|c| c.to_digit(16).map(|d| d as u8)).collect();
        match *all?.as_slice() {
            [r, g, b] => Some(Self(r * 17, g * 17, b * 17)),
            [r1, r0, g1, g0, b1, b0] => Some(Self(r1 * 16 + r0, g1 * 16 + g0, b1 * 16 + b0)),
            _ => None,
        }
    }

    pub(crate) fn rgb(self) -> RGBColor {
        RGBColor(self.0, self.1, self.2)
    }
}

/// What a chart is drawn with.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Behind everything.
    pub ground: Colour,
    /// Main text and outlines.
    pub ink: Colour,
    /// Labels of axes.
    pub quiet: Colour,
    /// Axes and grid.
    pub line: Colour,
    /// Bars that are no level.
    pub bar: Colour,
    /// The curve of points.
    pub accent: Colour,
    /// The line of what went wrong (churn).
    pub danger: Colour,
    /// One a level, lowest first; the last stands for all above.
    pub levels: Vec<Colour>,
    /// CSS font family list.
    pub font: String,
    /// Size of labels in CSS pixels.
    pub text_px: f64,
}

impl Theme {
    /// The colour of a level (0 is the lowest).
    #[must_use]
    pub fn level(&self, level: usize) -> Colour {
        self.levels.get(level).or(self.levels.last()).copied().unwrap_or(self.bar)
    }
}

#[cfg(test)]
mod tests {
    use super::Colour;

    #[test]
    fn colours_of_tokens() {
        assert_eq!(Colour::parse(" #0b6e4f"), Some(Colour(0x0b, 0x6e, 0x4f)));
        assert_eq!(Colour::parse("#fa0"), Some(Colour(0xff, 0xaa, 0)));
        assert_eq!(Colour::parse("red"), None);
        assert_eq!(Colour::parse("#12345"), None);
    }
}
