//! What canvases are made of: a canvas holds named blocks, a block holds notes.
//!
//! A canvas that was made from a template and one that the user drew are the same thing: the template's
//! declaration is copied into the document, so that blocks can be renamed, added and taken away, and a
//! later version of the template does not move what people wrote.

mod blocks;
mod layout;
mod merge;
mod notes;
mod template;
mod worked_out;

pub use layout::Layout;
pub use notes::{NoteMove, split_list};
pub use template::{Group, Template, template, templates};
pub use worked_out::{Vrio, WinWin, growth, vrio, win_win};

use crate::{Field, Review, Span};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use table::Day;

/// How many colours notes have; what each means is the canvas's to say.
pub const COLOURS: u8 = 6;

/// A sheet of blocks, child of the workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Canvas {
    /// The key of the template that it was made from. Blocks without a name of their own are called as
    /// there.
    pub template: String,
    /// Where its blocks stand.
    pub layout: Layout,
    /// What the colours of its notes mean, by colour; fewer than [`COLOURS`] are as usual, as are empty ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub legend: Vec<String>,
    /// The message that makes one sentence of the first notes of its blocks: its variables are the areas
    /// of the blocks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentence: Option<String>,
    /// When it was looked at, and how often it is to be.
    #[serde(default, skip_serializing_if = "Review::is_default")]
    pub review: Review,
}

/// A named part of a canvas, child of a canvas.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Its place in the layout, and its identity within the template: lower-case letters, digits and
    /// dashes, a letter first.
    pub area: String,
    /// What its notes are.
    #[serde(default, skip_serializing_if = "NoteKind::is_idea")]
    pub note: NoteKind,
    /// What is asked until it is filled: ids of messages, or in a block of the user's own the questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prompts: Vec<String>,
    /// When there are any, its notes are the rows of a table with these columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<Column>,
}

/// A column of a block that is a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its identity within the block, written as areas are.
    pub key: String,
    /// What its cells hold.
    #[serde(default, skip_serializing_if = "ColumnKind::is_text")]
    pub kind: ColumnKind,
}

/// What the cells of a column hold. A cell is text in the note; this is how it is filled in and read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// Words.
    #[default]
    Text,
    /// A number as people write it.
    Number,
    /// Yes (`yes`), no (`no`), or not said yet (absent).
    Check,
    /// What value, rareness, imitability and organisation together say of a resource (Barney, 1991):
    /// worked out of the columns `value`, `rare`, `inimitable` and `organised`.
    Vrio,
    /// The yearly growth from `size` to `later` in `years` years: (later / size)^(1 / years) − 1.
    Growth,
    /// Whether both sides win: there is something in `gives` and in `gets`.
    WinWin,
}

/// A sticky note, child of a block, or as an entry of a journey child of a lane. What it says is the element's
/// name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Under [`COLOURS`].
    #[serde(default, skip_serializing_if = "is_zero")]
    pub colour: u8,
    /// How sure it is.
    #[serde(default, skip_serializing_if = "Standing::is_assumed")]
    pub standing: Standing,
    /// Who or what said so; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// When that was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// Dots that people gave it.
    #[serde(default, skip_serializing_if = "is_none_voted")]
    pub votes: u32,
    /// What the columns of its block say, by their key; those without are empty. Of an entry: what its lane asks
    /// for besides, see [`Note::channel`], [`Note::touch`] and [`Note::before`].
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub cells: BTreeMap<String, String>,
    /// Of an entry: the stages that it stands over; `None` is the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

/// How sure a note is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Somebody thinks so.
    #[default]
    Assumed,
    /// Somebody saw or heard it.
    Observed,
    /// There is a figure for it.
    Measured,
}

/// What a note is, by the block or lane that it stands in: where it belongs in the golden thread.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// Anything.
    #[default]
    Idea,
    /// What customers try to get done.
    Job,
    /// What gets in their way.
    Pain,
    /// What they hope for.
    Gain,
    /// What we offer.
    Product,
    /// How it eases a pain.
    Reliever,
    /// How it brings a gain about.
    Creator,
    /// What is to be reached.
    Goal,
    /// What it is told by.
    Measure,
    /// How it is reached.
    Strategy,
    /// The figure that is watched.
    Kpi,
    /// Someone with a stake.
    Stakeholder,
    /// Where customers meet us.
    Touchpoint,
    /// What customers think before and after.
    Perception,
    /// How it shall be.
    ToBe,
}

impl NoteKind {
    fn is_idea(&self) -> bool {
        *self == Self::Idea
    }
}

impl ColumnKind {
    fn is_text(&self) -> bool {
        *self == Self::Text
    }

    /// Whether its cells follow from others.
    #[must_use]
    pub fn is_worked_out(self) -> bool {
        matches!(self, Self::Vrio | Self::Growth | Self::WinWin)
    }
}

impl Standing {
    fn is_assumed(&self) -> bool {
        *self == Self::Assumed
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands references in")]
fn is_zero(n: &u8) -> bool {
    *n == 0
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands references in")]
fn is_none_voted(n: &u32) -> bool {
    *n == 0
}

/// Whether a text can name an area or a column.
fn is_key(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

impl Canvas {
    /// The rules of a canvas by itself.
    pub(crate) fn check(&self) -> Result<(), Field> {
        if !self.layout.is_sound() {
            return Err(Field::Layout);
        }
        if !self.review.is_sound() {
            return Err(Field::Review);
        }
        if self.legend.len() > usize::from(COLOURS) { Err(Field::Colour) } else { Ok(()) }
    }
}

impl Block {
    /// The rules of a block by itself.
    pub(crate) fn check(&self) -> Result<(), Field> {
        let mut keys: Vec<&str> = self.columns.iter().map(|c| c.key.as_str()).collect();
        table::order::sort(&mut keys);
        let sound = is_key(&self.area)
            && keys.iter().all(|k| is_key(k))
            && keys.windows(2).all(|k| k[0] != k[1]);
        if sound { Ok(()) } else { Err(Field::Area) }
    }
}

impl Note {
    /// The rules of a note by itself.
    pub(crate) fn check(&self) -> Result<(), Field> {
        if self.colour >= COLOURS {
            return Err(Field::Colour);
        }
        if self.span.is_some_and(|span| span.stages == 0) {
            return Err(Field::Span);
        }
        if self.date.is_none_or(Day::is_valid) { Ok(()) } else { Err(Field::NoteDate) }
    }
}
