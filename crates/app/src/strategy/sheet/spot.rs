//! Where notes stand: in a block of a canvas, or in one stage of a journey's lane.

use plan::{Document, Edit, ElementId, Kind, LaneKind, Note, NoteMove};

/// Where notes stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The block, or the lane.
    pub holder: ElementId,
    /// In a lane, the stage that the notes begin in.
    pub stage: Option<ElementId>,
}

impl Spot {
    /// A block of a canvas.
    pub fn block(holder: ElementId) -> Self {
        Self { holder, stage: None }
    }

    /// Where a note stands.
    pub fn of(document: &Document, note: ElementId) -> Option<Self> {
        let holder = document.element(note)?.parent?;
        if document.element(holder)?.kind() == Kind::Block {
            return Some(Self::block(holder));
        }
        let stages = document.stages(document.journey_of(holder)?);
        let begins = document.note(note)?.covers(&stages).start;
        Some(Self { holder, stage: Some(*stages.get(begins)?) })
    }

    /// The notes there, in order.
    pub fn notes(self, document: &Document) -> Vec<ElementId> {
        let notes = match self.stage {
            Some(stage) => document.entries(self.holder, stage),
            None => document.children(Some(self.holder)),
        };
        notes.iter().map(|n| n.id).collect()
    }

    /// An edit that adds notes at the end.
    pub fn add(self, document: &Document, notes: &[(String, Note)]) -> Edit {
        match self.stage {
            Some(stage) if document.lane_kind(self.holder) == Some(LaneKind::Perception) => {
                let notes: Vec<_> = notes.iter().cloned().map(with_before).collect();
                document.add_entries(self.holder, stage, &notes, usize::MAX)
            }
            Some(stage) => document.add_entries(self.holder, stage, notes, usize::MAX),
            None => document.add_notes(self.holder, notes, usize::MAX),
        }
    }

    /// An edit that adds a note that is joined to another element.
    pub fn add_joined(self, document: &Document, text: &str, to: ElementId) -> Option<Edit> {
        match self.stage {
            Some(stage) => document.add_joined_entry(self.holder, stage, text, to),
            None => document.add_joined_note(self.holder, text, to),
        }
    }

    /// An edit that brings notes here, at a place among those that are here and do not move.
    pub fn bring(self, document: &Document, ids: &[ElementId], position: usize) -> Option<Edit> {
        match self.stage {
            Some(stage) => document.move_entries(ids, self.holder, stage, position),
            None => document.move_notes(ids, self.holder, position),
        }
    }

    /// An edit that takes notes of one place a step up or down in it.
    pub fn step(document: &Document, ids: &[ElementId], step: NoteMove) -> Option<Edit> {
        match Self::of(document, *ids.first()?)?.stage {
            Some(_) => document.step_entries(ids, step),
            None => document.step_notes(ids, step),
        }
    }
}

/// A change of perception that was typed as "before → after".
fn with_before((text, mut note): (String, Note)) -> (String, Note) {
    let parts = text.split_once('→').or_else(|| text.split_once("->"));
    match parts.map(|(before, after)| (before.trim(), after.trim())) {
        Some((before, after)) if !before.is_empty() && !after.is_empty() => {
            note.cells.insert("before".to_owned(), before.to_owned());
            (after.to_owned(), note)
        }
        _ => (text, note),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_thought_before_the_arrow() {
        for (typed, before, after) in [
            ("難しそう → 使える", "難しそう", "使える"),
            ("a->b", "a", "b"),
            ("→ b", "", "→ b"),
            ("a", "", "a"),
        ] {
            let (text, note) = with_before((typed.to_owned(), Note::default()));
            assert_eq!((note.before(), text.as_str()), (before, after));
        }
    }
}
