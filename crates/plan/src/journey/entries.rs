//! Entries: what can be done with them besides what can be done with any note. Each is one edit: one step of
//! undo.

use super::Span;
use crate::{Document, Edit, Element, ElementId, Kind, Note, NoteMove};

impl Document {
    /// The journey that a lane, or an entry, is of.
    #[must_use]
    pub fn journey_of(&self, id: ElementId) -> Option<ElementId> {
        let own = self.element(id).into_iter();
        own.chain(self.ancestors(id)).find(|e| e.kind() == Kind::Journey).map(|e| e.id)
    }

    /// The entries of a lane that begin in a stage, in order.
    #[must_use]
    pub fn entries(&self, lane: ElementId, stage: ElementId) -> Vec<&Element> {
        let stages = self.journey_of(lane).map(|j| self.stages(j)).unwrap_or_default();
        let mut entries = self.children(Some(lane));
        entries.retain(|e| self.begins(e.id, &stages) == Some(stage));
        entries
    }

    /// An edit that adds entries to a lane in one stage, at `position` among those that begin there (0 is
    /// first, past the end is last). Their ids are [`Document::next_id`] and the ones after it.
    #[must_use]
    pub fn add_entries(
        &self,
        lane: ElementId,
        stage: ElementId,
        notes: &[(String, Note)],
        position: usize,
    ) -> Edit {
        let span = Some(Span { from: stage, stages: 1 });
        let placed = |(text, note): &(String, Note)| (text.clone(), Note { span, ..note.clone() });
        let notes: Vec<(String, Note)> = notes.iter().map(placed).collect();
        self.add_notes(lane, &notes, self.place_in_lane(lane, stage, position, &[]))
    }

    /// An edit that adds an entry at the end of a lane's stage and joins it to another element.
    #[must_use]
    pub fn add_joined_entry(
        &self,
        lane: ElementId,
        stage: ElementId,
        text: &str,
        to: ElementId,
    ) -> Option<Edit> {
        let entry = ElementId(self.next_id);
        let note = (text.to_owned(), Note::default());
        let add = self.add_entries(lane, stage, &[note], usize::MAX);
        let mut after = self.clone();
        after.apply(add.clone()).ok()?;
        Some(Edit::batch([add, after.join(entry, to)?]))
    }

    /// An edit that puts entries, in the order given, into a lane, where they begin in that stage, at `position`
    /// among those that do (0 is first, past the end is last; those that are moved do not count). They stand over as
    /// many stages as before, as far as there are any. `None` when they stand there already, or one of them is none.
    #[must_use]
    pub fn move_entries(
        &self,
        ids: &[ElementId],
        lane: ElementId,
        stage: ElementId,
        position: usize,
    ) -> Option<Edit> {
        let stages = self.stages(self.journey_of(lane)?);
        let at = stages.iter().position(|s| *s == stage)?;
        let position = self.place_in_lane(lane, stage, position, ids);
        let spans = ids.iter().filter_map(|id| {
            let own = self.journey_of(*id).map(|j| self.stages(j)).unwrap_or_default();
            let over = self.note(*id)?.covers(&own).len().clamp(1, stages.len() - at);
            self.set_span(*id, Span { from: stage, stages: over as u16 })
        });
        let edits: Vec<Edit> =
            self.move_notes(ids, lane, position).into_iter().chain(spans).collect();
        (!edits.is_empty()).then(|| Edit::batch(edits))
    }

    /// An edit that takes entries that begin in one cell one step up or down in it together. `None` when there is
    /// nowhere to go, or they are not of one cell.
    #[must_use]
    pub fn step_entries(&self, ids: &[ElementId], step: NoteMove) -> Option<Edit> {
        let lane = self.element(*ids.first()?)?.parent?;
        let stages = self.stages(self.journey_of(lane)?);
        let stage = self.begins(*ids.first()?, &stages)?;
        let here = self.entries(lane, stage);
        let moving = |e: &&Element| ids.contains(&e.id);
        let ordered: Vec<ElementId> = here.iter().filter(|e| moving(e)).map(|e| e.id).collect();
        if ordered.len() != ids.len() {
            return None;
        }
        let rest = |until: usize| here[..until].iter().filter(|e| !moving(e)).count();
        let position = match step {
            NoteMove::Up => rest(here.iter().position(moving)?).checked_sub(1)?,
            NoteMove::Down => rest(here.iter().rposition(moving)?) + 1,
        };
        self.move_entries(&ordered, lane, stage, position)
    }

    /// An edit that lets an entry stand over so many stages from one on, at least that one; past the last they do
    /// not count. `None` when nothing changes, or it is no entry.
    #[must_use]
    pub fn stretch_entry(&self, id: ElementId, from: ElementId, stages: usize) -> Option<Edit> {
        let all = self.stages(self.journey_of(id)?);
        let at = all.iter().position(|s| *s == from)?;
        let stages = stages.clamp(1, all.len() - at) as u16;
        self.set_span(id, Span { from, stages })
    }

    fn set_span(&self, id: ElementId, span: Span) -> Option<Edit> {
        self.change_notes(&[id], |note| note.span = Some(span))
    }

    /// The stage that an entry begins in, and over how many it stands; `None` when it is no entry.
    #[must_use]
    pub fn stages_of_entry(&self, id: ElementId) -> Option<(ElementId, usize)> {
        let stages = self.stages(self.journey_of(id)?);
        let over = self.note(id)?.covers(&stages);
        Some((*stages.get(over.start)?, over.len()))
    }

    /// The stage that an entry begins in.
    fn begins(&self, id: ElementId, stages: &[ElementId]) -> Option<ElementId> {
        stages.get(self.note(id)?.covers(stages).start).copied()
    }

    /// The place among all entries of a lane that is the place so-and-so among those that begin in a stage.
    fn place_in_lane(
        &self,
        lane: ElementId,
        stage: ElementId,
        position: usize,
        moving: &[ElementId],
    ) -> usize {
        let stages = self.journey_of(lane).map(|j| self.stages(j)).unwrap_or_default();
        let mut all = self.children(Some(lane));
        all.retain(|e| !moving.contains(&e.id));
        let begins_here = |e: &Element| self.begins(e.id, &stages) == Some(stage);
        let mut here = all.iter().enumerate().filter(|(_, e)| begins_here(e)).map(|(at, _)| at);
        let before = here.clone().nth(position);
        before.or_else(|| here.next_back().map(|at| at + 1)).unwrap_or(all.len())
    }
}
