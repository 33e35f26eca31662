//! A backend for tests that writes down what it is asked to draw.

use crate::{Chart, Colour, Frame, Theme, draw};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::cell::RefCell;
use std::rc::Rc;

pub(crate) const FRAME: Frame = Frame { width_px: 400.0, height_px: 240.0, pixel_ratio: 2.0 };

/// One thing drawn, in device pixels.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Op {
    Rect { colour: Colour, opacity: f64 },
    Path(Vec<(i32, i32)>),
    Polygon,
    Text(String),
}

struct Recorder(Rc<RefCell<Vec<Op>>>);

type Outcome = Result<(), DrawingErrorKind<std::io::Error>>;

impl Recorder {
    fn note(&self, op: Op) -> Outcome {
        self.0.borrow_mut().push(op);
        Ok(())
    }
}

impl DrawingBackend for Recorder {
    type ErrorType = std::io::Error;

    fn get_size(&self) -> (u32, u32) {
        FRAME.device_size()
    }

    fn ensure_prepared(&mut self) -> Outcome {
        Ok(())
    }

    fn present(&mut self) -> Outcome {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Outcome {
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        _: BackendCoord,
        _: BackendCoord,
        style: &S,
        _: bool,
    ) -> Outcome {
        let BackendColor { rgb: (r, g, b), alpha } = style.color();
        self.note(Op::Rect { colour: Colour(r, g, b), opacity: alpha })
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        _: &S,
    ) -> Outcome {
        self.note(Op::Path(path.into_iter().collect()))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        _: I,
        _: &S,
    ) -> Outcome {
        self.note(Op::Polygon)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, _: &S, _: BackendCoord) -> Outcome {
        self.note(Op::Text(text.to_owned()))
    }
}

/// Draws a chart and gives what was drawn. Level n has the colour (n + 1, 0, 0).
pub(crate) fn record(chart: &Chart) -> Vec<Op> {
    let grey = Colour(128, 128, 128);
    let theme = Theme {
        ground: Colour(255, 255, 255),
        ink: Colour(0, 0, 0),
        quiet: grey,
        line: grey,
        bar: grey,
        accent: grey,
        danger: grey,
        levels: (1..8).map(|n| Colour(n, 0, 0)).collect(),
        font: "sans-serif".to_owned(),
        text_px: 12.0,
    };
    let ops = Rc::new(RefCell::new(Vec::new()));
    draw(chart, FRAME, &theme, Recorder(ops.clone())).unwrap();
    ops.take()
}
