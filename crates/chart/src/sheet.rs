//! A canvas of notes as a picture (SVG): text stays text, and nothing is cut off.
//!
//! How wide a text is cannot be asked here, so lines are broken by what characters usually take. Letters are as
//! large as a landscape page lets them be; where even the smallest leave no room, blocks grow until their notes
//! fit, and the picture with them.

mod layout;
mod table;
mod write;

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
    /// Its notes.
    pub notes: Vec<SheetNote>,
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
}
