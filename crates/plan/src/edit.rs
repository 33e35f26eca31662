//! What can be done to the document.

use crate::{AccountsView, Body, Element, ElementId, HeaderSignature, Link, LinkId, Mapping, Rank};
use score::Levels;
use serde::{Deserialize, Serialize};

/// One change. Plain data: what is written to the log. New ids are in the edit, so that a replay
/// gives the same document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// Adds one subtree.
    Insert {
        /// The root first, each parent before its children.
        elements: Vec<Element>,
        /// Links that touch at least one of them.
        links: Vec<Link>,
    },
    /// Takes an element away with all below it and all their links.
    Remove(ElementId),
    /// Calls an element something else.
    SetName {
        /// Which.
        id: ElementId,
        /// May be empty.
        name: String,
    },
    /// Says something else, in a body of the same kind.
    SetBody {
        /// Which.
        id: ElementId,
        /// The new body.
        body: Body,
    },
    /// Puts an element elsewhere, with all below it.
    Move {
        /// Which.
        id: ElementId,
        /// What it becomes part of.
        parent: Option<ElementId>,
        /// Where among the siblings; see [`crate::Document::rank_at`].
        rank: Rank,
    },
    /// Sets the bands of the score.
    SetLevels(Levels),
    /// Joins two elements.
    AddLink(Link),
    /// Parts two elements.
    RemoveLink(LinkId),
    /// Calls the workspace something else.
    SetWorkspaceName(String),
    /// Remembers how files of one header are read, or forgets it.
    SetMapping {
        /// The header.
        signature: HeaderSignature,
        /// `None` forgets.
        mapping: Option<Mapping>,
    },
    /// Calls a column of the files something else, or by its own name again.
    SetColumnName {
        /// Its name in the files.
        column: String,
        /// What people call it; `None` is by its own name.
        shown: Option<String>,
    },
    /// Sets up the table of accounts.
    SetAccountsView(AccountsView),
    /// Several changes, all or none. Rules that span elements need hold only after the last.
    Batch(Vec<Edit>),
}

/// What undo makes of an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recording {
    /// It is a step of undo, or merged into the step of its gesture.
    Recorded,
    /// It is saved but no step of undo: what the product remembers by itself.
    Ephemeral,
}

impl Edit {
    /// Whether it is a step of undo. Ephemeral edits touch nothing that a recorded one touches.
    #[must_use]
    pub fn recording(&self) -> Recording {
        match self {
            Self::SetMapping { .. } => Recording::Ephemeral,
            Self::Batch(edits) if edits.iter().all(|e| e.recording() == Recording::Ephemeral) => {
                Recording::Ephemeral
            }
            _ => Recording::Recorded,
        }
    }

    /// Several edits as one, without batches inside the batch.
    #[must_use]
    pub fn batch(edits: impl IntoIterator<Item = Self>) -> Self {
        let mut flat = Vec::new();
        for edit in edits {
            match edit {
                Self::Batch(inner) => match Self::batch(inner) {
                    Self::Batch(inner) => flat.extend(inner),
                    one => flat.push(one),
                },
                one => flat.push(one),
            }
        }
        if flat.len() == 1 { flat.swap_remove(0) } else { Self::Batch(flat) }
    }

    /// Whether it overwrites all that `earlier` wrote: then the inverse of `earlier` undoes both.
    #[must_use]
    pub fn overwrites(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::SetName { id: a, .. }, Self::SetName { id: b, .. })
            | (Self::SetBody { id: a, .. }, Self::SetBody { id: b, .. })
            | (Self::Move { id: a, .. }, Self::Move { id: b, .. }) => a == b,
            (Self::SetLevels(_), Self::SetLevels(_))
            | (Self::SetWorkspaceName(_), Self::SetWorkspaceName(_))
            | (Self::SetAccountsView(_), Self::SetAccountsView(_)) => true,
            (Self::SetMapping { signature: a, .. }, Self::SetMapping { signature: b, .. }) => {
                a == b
            }
            (Self::SetColumnName { column: a, .. }, Self::SetColumnName { column: b, .. }) => {
                a == b
            }
            // A move in a batch may depend on another one's having gone before.
            (Self::Batch(a), Self::Batch(b)) => {
                a.len() == b.len()
                    && a.iter()
                        .zip(b)
                        .all(|(a, b)| !matches!(a, Self::Move { .. }) && a.overwrites(b))
            }
            _ => false,
        }
    }

    /// How deep batches are nested inside; 0 for a single edit.
    pub(crate) fn depth(&self) -> usize {
        match self {
            Self::Batch(edits) => 1 + edits.iter().map(Self::depth).max().unwrap_or(0),
            _ => 0,
        }
    }
}
