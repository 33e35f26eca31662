//! Charts on the screen: canvases that follow theme, width and pixel ratio, and the handles that lie
//! over them as elements of their own, for pointer, keyboard and screen reader.

mod canvas;
mod handle;
mod look;
mod rows;

pub use canvas::ChartCanvas;
pub use handle::Handle;
pub use look::{Look, use_look, use_page_look};
pub use rows::rows;
