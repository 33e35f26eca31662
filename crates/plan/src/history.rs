//! Undo and redo.

use crate::{Document, Edit, EditError, Recording};
use std::collections::VecDeque;

/// How many steps can be undone; the oldest are forgotten first.
pub const MAX_STEPS: usize = 500;

/// Which edits belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// A change by itself.
    Once,
    /// One of the changes of a drag or of a stretch of typing: those of one number that follow each
    /// other are one step. The caller takes a new number for each gesture.
    Part(u64),
}

/// The steps that can be undone and redone.
#[derive(Clone, Debug, Default)]
pub struct History {
    undo: VecDeque<Step>,
    redo: Vec<Step>,
}

/// The inverses of what was done, oldest first; applied from the last to the first.
#[derive(Clone, Debug)]
struct Step {
    inverses: Vec<Edit>,
    gesture: Gesture,
    /// The last edit was this one, for telling whether the next overwrites it.
    last: Option<Edit>,
}

impl Step {
    fn new(inverse: Edit) -> Self {
        Self { inverses: vec![inverse], gesture: Gesture::Once, last: None }
    }

    fn edit(&self) -> Edit {
        Edit::batch(self.inverses.iter().rev().cloned())
    }
}

impl History {
    /// Makes a change and remembers how to undo it. What could be redone is forgotten.
    ///
    /// # Errors
    /// As [`Document::apply`]: then neither the document nor the history has changed.
    pub fn apply(
        &mut self,
        document: &mut Document,
        edit: Edit,
        gesture: Gesture,
    ) -> Result<(), EditError> {
        let merges = gesture != Gesture::Once;
        let last = merges.then(|| edit.clone());
        let recording = edit.recording();
        let inverse = document.apply(edit)?;
        if recording == Recording::Ephemeral {
            return Ok(());
        }
        self.redo.clear();
        match self.undo.back_mut() {
            Some(step) if merges && step.gesture == gesture => {
                let overwritten = matches!((&last, &step.last), (Some(now), Some(before)) if now.overwrites(before));
                if !overwritten {
                    step.inverses.push(inverse);
                }
                step.last = last;
            }
            _ => {
                self.undo.push_back(Step { inverses: vec![inverse], gesture, last });
                if self.undo.len() > MAX_STEPS {
                    self.undo.pop_front();
                }
            }
        }
        Ok(())
    }

    /// Undoes the last step and gives the edit that did so, for the log; `None` when there is none.
    ///
    /// # Errors
    /// As [`Document::apply`], when the document was changed past this history: then the document
    /// has not changed, and the step is forgotten, since it cannot be undone any more.
    pub fn undo(&mut self, document: &mut Document) -> Result<Option<Edit>, EditError> {
        let Some(step) = self.undo.pop_back() else { return Ok(None) };
        let edit = step.edit();
        let inverse = document.apply(edit.clone())?;
        self.redo.push(Step::new(inverse));
        self.end_gesture();
        Ok(Some(edit))
    }

    /// Does again what was undone last and gives the edit that did so, for the log; `None` when
    /// there is none.
    ///
    /// # Errors
    /// As [`History::undo`].
    pub fn redo(&mut self, document: &mut Document) -> Result<Option<Edit>, EditError> {
        let Some(step) = self.redo.pop() else { return Ok(None) };
        let edit = step.edit();
        let inverse = document.apply(edit.clone())?;
        self.undo.push_back(Step::new(inverse));
        Ok(Some(edit))
    }

    /// How many steps can be undone.
    #[must_use]
    pub fn undo_steps(&self) -> usize {
        self.undo.len()
    }

    /// How many steps can be redone.
    #[must_use]
    pub fn redo_steps(&self) -> usize {
        self.redo.len()
    }

    /// The next edit begins a new step, whatever its gesture.
    pub fn end_gesture(&mut self) {
        if let Some(step) = self.undo.back_mut() {
            step.gesture = Gesture::Once;
            step.last = None;
        }
    }
}
