//! Edits that were made but not yet saved.

use crate::Edit;

/// Edits that wait for the next save, fewer than were made: of a dragged slider's only the last is
/// kept. Applied in order they give the same document as all that were pushed.
#[derive(Clone, Debug, Default)]
pub struct Pending(Vec<Edit>);

impl Pending {
    /// Adds an edit that was just applied.
    pub fn push(&mut self, edit: Edit) {
        match self.0.last_mut() {
            Some(last) if edit.overwrites(last) => *last = edit,
            _ => self.0.push(edit),
        }
    }

    /// All that wait, oldest first; nothing waits afterwards.
    #[must_use]
    pub fn take(&mut self) -> Vec<Edit> {
        std::mem::take(&mut self.0)
    }

    /// Puts back, before whatever was pushed meanwhile, what a failed save had taken.
    pub fn put_back(&mut self, mut edits: Vec<Edit>) {
        edits.append(&mut self.0);
        self.0 = edits;
    }

    /// Whether nothing waits: all is saved.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
