//! The golden thread: typed links between elements.

use crate::ElementId;
use serde::{Deserialize, Serialize};

/// Identifies a link; from the same counter as [`ElementId`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LinkId(pub u64);

/// Says that one element bears on another. Two elements have at most one link of a kind in a
/// direction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Its identity.
    pub id: LinkId,
    /// How the one bears on the other.
    pub kind: LinkKind,
    /// The one that bears.
    pub from: ElementId,
    /// The one that it bears on.
    pub to: ElementId,
}

/// How one element bears on another: the arrows of the golden thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// Answers a pain or a need.
    Addresses,
    /// Shows that it is so.
    Evidences,
    /// Puts a number on it.
    Measures,
    /// Moves it: when the one rises, so does the other.
    Drives,
    /// Is meant to change it.
    Targets,
}
