//! Named versions of the document: they travel with the workspace.

use super::MOST_JSON_BYTES;
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

/// Lets go of the oldest that could not be read again with those after them; the bytes of the rest together, and how
/// many are gone. The oldest come first.
pub(super) fn keep_newest(versions: &mut Vec<NamedVersion>) -> (u64, usize) {
    let (mut bytes, mut kept) = (0, 0);
    for version in versions.iter().rev().take(MOST) {
        let more = bytes + version.document.len() as u64;
        if more > MOST_JSON_BYTES {
            break;
        }
        (bytes, kept) = (more, kept + 1);
    }
    let gone = versions.len() - kept;
    versions.drain(..gone);
    (bytes, gone)
}

/// Whether what a file says of its versions can be.
pub(super) fn are_sound(headings: &[Heading]) -> bool {
    let named = |h: &Heading| !h.name.is_empty() && h.name.chars().count() <= MOST_NAME;
    headings.len() <= MOST && headings.iter().all(|h| named(h) && h.at_ms <= LAST_MS)
}

#[cfg(test)]
mod tests {
    use super::super::Packer;
    use super::*;
    use crate::Engine;

    #[test]
    fn the_oldest_versions_are_left_out_when_they_are_too_many_or_too_large() {
        let engine = Engine::default();
        let left_out = |versions| {
            Packer::new("{}".to_owned(), versions, engine.store()).map(|p| p.versions_left_out())
        };
        let version = |at_ms, bytes| NamedVersion {
            at_ms,
            name: "a".to_owned(),
            document: " ".repeat(bytes),
        };
        assert_eq!(left_out(vec![version(1, 2)]), Ok(0));
        assert_eq!(left_out((0..103).map(|at| version(at, 2)).collect()), Ok(3));
        assert_eq!(left_out(vec![version(1, 1 << 27), version(2, 1 << 27)]), Ok(0));
        let mut three = vec![version(1, 1), version(2, (1 << 27) + 1), version(3, 1 << 27)];
        assert_eq!(keep_newest(&mut three), (1 << 27, 2));
        assert_eq!(three.iter().map(|v| v.at_ms).collect::<Vec<_>>(), [3]);
    }
}
