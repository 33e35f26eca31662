//! Named versions of the document: they travel with the workspace.

use super::{MOST_JSON_BYTES, within};
use crate::message::Problem;
use serde::{Deserialize, Serialize};

/// So many there are at most, in a workspace as in a file.
const MOST: usize = 100;
/// The longest name, in characters.
const MOST_NAME: usize = 120;
/// The last moment that browsers know, in milliseconds since 1970 UTC.
const LAST_MS: u64 = 8_640_000_000_000_000;

/// What the document was when the user gave it a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedVersion {
    /// When that was, in milliseconds since 1970 UTC.
    pub at_ms: u64,
    /// The name.
    pub name: String,
    /// The document's JSON.
    pub document: String,
}

/// A version without what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Heading {
    pub(super) at_ms: u64,
    pub(super) name: String,
}

/// The bytes of all of them together.
///
/// # Errors
/// [`Problem::WorkspaceTooLarge`] when they could not be read again.
pub(super) fn bytes_of(versions: &[NamedVersion]) -> Result<u64, Problem> {
    within(versions.len() as u64, MOST as u64)?;
    within(versions.iter().map(|v| v.document.len() as u64).sum(), MOST_JSON_BYTES)
}

/// Whether what a file says of its versions can be.
pub(super) fn are_sound(headings: &[Heading]) -> bool {
    let named = |h: &Heading| !h.name.is_empty() && h.name.chars().count() <= MOST_NAME;
    headings.len() <= MOST && headings.iter().all(|h| named(h) && h.at_ms <= LAST_MS)
}
