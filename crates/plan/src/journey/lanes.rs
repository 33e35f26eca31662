//! Lanes: what can be done with them. Each is one edit: one step of undo.

use super::{Lane, LaneKind, Span};
use crate::{Body, Document, Edit, Element, ElementId, Kind};

impl Document {
    /// What a lane is for; `None` when the id is of no lane.
    #[must_use]
    pub fn lane_kind(&self, id: ElementId) -> Option<LaneKind> {
        match &self.element(id)?.body {
            Body::Lane(lane) => Some(lane.kind),
            _ => None,
        }
    }

    /// An edit that adds a lane at `position` among the lanes of a journey (0 is first, past the end is last).
    /// Its id is [`Document::next_id`].
    #[must_use]
    pub fn add_lane(
        &self,
        journey: ElementId,
        kind: LaneKind,
        name: &str,
        position: usize,
    ) -> Edit {
        let element = Element {
            id: ElementId(self.next_id),
            parent: Some(journey),
            rank: self.rank_among(Some(journey), Kind::Lane, position, None),
            name: name.to_owned(),
            body: Body::Lane(Box::new(Lane { kind })),
        };
        Edit::Insert { elements: vec![element], links: Vec::new() }
    }

    /// An edit that puts a lane at `position` among the lanes (0 is first, past the end is last; not counting
    /// itself). `None` when it stands there already, or it is no lane.
    #[must_use]
    pub fn move_lane(&self, id: ElementId, position: usize) -> Option<Edit> {
        self.lane_kind(id)?;
        let journey = self.element(id)?.parent?;
        let lanes = self.children_of_kind(Some(journey), Kind::Lane);
        let at = lanes.iter().position(|e| e.id == id)?;
        let rank = self.rank_among(Some(journey), Kind::Lane, position, Some(id));
        let moved = Edit::Move { id, parent: Some(journey), rank };
        (at != position.min(lanes.len() - 1)).then_some(moved)
    }

    /// An edit that adds a copy of a lane, with its entries, after the lanes of a journey: entries stand over the
    /// stages at the same places, or over the last. Of emotions, those are taken over that are not told there yet. The
    /// id of the copy is [`Document::next_id`]. `None` when the lane is none, or the journey has no stage.
    #[must_use]
    pub fn copy_lane(&self, lane: ElementId, journey: ElementId) -> Option<Edit> {
        let (element, kind) = (self.element(lane)?, self.lane_kind(lane)?);
        let (from, to) = (self.stages(element.parent?), self.stages(journey));
        let last = to.len().checked_sub(1)?;
        let copy = ElementId(self.next_id);
        let mut edits = vec![self.add_lane(journey, kind, &element.name, usize::MAX)];
        for (entry, id) in self.children(Some(lane)).into_iter().zip(self.next_id + 1..) {
            let Some(mut note) = self.note(entry.id).cloned() else { continue };
            let over = note.covers(&from);
            let first = over.start.min(last);
            let stages = over.len().clamp(1, last + 1 - first) as u16;
            note.span = Some(Span { from: to[first], stages });
            let element = Element {
                id: ElementId(id),
                parent: Some(copy),
                rank: entry.rank.clone(),
                name: entry.name.clone(),
                body: Body::Note(Box::new(note)),
            };
            edits.push(Edit::Insert { elements: vec![element], links: Vec::new() });
        }
        if kind == LaneKind::Emotion {
            edits.extend(from.iter().zip(&to).filter_map(|(from, to)| {
                let told = self.stage(*from)?;
                self.change_stage(*to, |stage| {
                    stage.feels = stage.feels.or(told.feels);
                    stage.shall_feel = stage.shall_feel.or(told.shall_feel);
                })
            }));
        }
        Some(Edit::batch(edits))
    }
}
