//! A canvas of notes as a picture (SVG): text stays text, and nothing is cut off.
//!
//! How wide a text is cannot be asked here, so lines are broken by what characters usually take. Letters are as
//! large as a landscape page lets them be; where even the smallest leave no room, blocks grow until their notes
//! fit, and the picture with them.

mod band;
mod curves;
mod layout;
mod table;
mod write;

pub use curves::smooth;
pub use write::svg;

/// A canvas.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetPicture {
    /// Above it.
    pub title: String,
    /// Under the title; may be empty.
    pub subtitle: String,
    /// How many columns its grid has, at least 1.
    pub columns: usize,
    /// How high its rows are against each other; further rows count as 1.
    pub heights: Vec<u8>,
    /// The blocks.
    pub blocks: Vec<SheetBlock>,
    /// Kept in the picture for machines: not shown.
    pub metadata: String,
}

/// A block.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetBlock {
    /// Its name.
    pub name: String,
    /// Its place in the grid: row and column, from 0.
    pub at: (usize, usize),
    /// How many rows and columns it takes, at least 1.
    pub span: (usize, usize),
    /// What the cells of its notes say, where it is a table.
    pub columns: Vec<String>,
    /// Into how many equally wide parts it is divided; 0 is not at all. Its notes stand over some of them each.
    pub parts: usize,
    /// Its notes.
    pub notes: Vec<SheetNote>,
    /// Drawn over its whole width, above the notes.
    pub curves: Vec<SheetCurve>,
}

/// A curve over the parts of a block.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetCurve {
    /// What it is called.
    pub name: String,
    /// How something is meant to be: dashed.
    pub meant: bool,
    /// Its points, from left to right.
    pub points: Vec<SheetPoint>,
}

/// A point of a curve.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetPoint {
    /// How far from the left of the block, 0–1.
    pub x: f64,
    /// How high, −1 to 1.
    pub y: f64,
    /// What stands beside it.
    pub said: String,
}

/// A note.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetNote {
    /// What it says; may have several lines.
    pub text: String,
    /// Under it, smaller: standing, votes, what its colour means. May be empty.
    pub facts: Vec<String>,
    /// Which of the six colours.
    pub colour: u8,
    /// One for each column of its block.
    pub cells: Vec<String>,
    /// Over which parts of its block: the first, from 0, and how many; 0 counts as 1.
    pub over: (usize, usize),
}
