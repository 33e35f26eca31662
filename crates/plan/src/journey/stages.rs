//! Stages and their checkpoints: what can be done with them. Entries follow the stages that they stand over.
//! Each is one edit: one step of undo.

use super::{Checkpoint, Journey, Span, Stage};
use crate::{Body, Document, Edit, Element, ElementId, Kind, Rank};

impl Document {
    /// The journeys, in order.
    #[must_use]
    pub fn journeys(&self) -> Vec<&Element> {
        self.children_of_kind(None, Kind::Journey)
    }

    /// What a journey says; `None` when the id is of no journey.
    #[must_use]
    pub fn journey(&self, id: ElementId) -> Option<&Journey> {
        match &self.element(id)?.body {
            Body::Journey(journey) => Some(journey),
            _ => None,
        }
    }

    /// The ids of the stages of a journey, in order.
    #[must_use]
    pub fn stages(&self, journey: ElementId) -> Vec<ElementId> {
        self.children_of_kind(Some(journey), Kind::Stage).iter().map(|e| e.id).collect()
    }

    /// What a stage says; `None` when the id is of no stage.
    #[must_use]
    pub fn stage(&self, id: ElementId) -> Option<&Stage> {
        match &self.element(id)?.body {
            Body::Stage(stage) => Some(stage),
            _ => None,
        }
    }

    /// What a checkpoint says; `None` when the id is of no checkpoint.
    #[must_use]
    pub fn checkpoint(&self, id: ElementId) -> Option<&Checkpoint> {
        match &self.element(id)?.body {
            Body::Checkpoint(checkpoint) => Some(checkpoint),
            _ => None,
        }
    }

    /// An edit that changes what a journey says; `None` when nothing changes.
    #[must_use]
    pub fn change_journey(&self, id: ElementId, change: impl FnOnce(&mut Journey)) -> Option<Edit> {
        let mut journey = self.journey(id)?.clone();
        change(&mut journey);
        self.changed(id, Body::Journey(Box::new(journey)))
    }

    /// An edit that changes what a stage says; `None` when nothing changes.
    #[must_use]
    pub fn change_stage(&self, id: ElementId, change: impl FnOnce(&mut Stage)) -> Option<Edit> {
        let mut stage = self.stage(id)?.clone();
        change(&mut stage);
        self.changed(id, Body::Stage(Box::new(stage)))
    }

    /// An edit that changes what a checkpoint says; `None` when nothing changes.
    #[must_use]
    pub fn change_checkpoint(
        &self,
        id: ElementId,
        change: impl FnOnce(&mut Checkpoint),
    ) -> Option<Edit> {
        let mut checkpoint = self.checkpoint(id)?.clone();
        change(&mut checkpoint);
        self.changed(id, Body::Checkpoint(Box::new(checkpoint)))
    }

    fn changed(&self, id: ElementId, body: Body) -> Option<Edit> {
        (self.element(id)?.body != body).then_some(Edit::SetBody { id, body })
    }

    /// An edit that adds a stage at `position` among the stages of a journey (0 is first, past the end is
    /// last). Its id is [`Document::next_id`]. Entries that reach over the place stand over it as well.
    #[must_use]
    pub fn add_stage(&self, journey: ElementId, name: &str, position: usize) -> Edit {
        self.insert_stage(journey, name, Stage::default(), position, |_| ())
    }

    /// An edit that adds a checkpoint after the others of a stage. Its id is [`Document::next_id`].
    #[must_use]
    pub fn add_checkpoint(&self, stage: ElementId, name: &str, checkpoint: Checkpoint) -> Edit {
        let element = Element {
            id: ElementId(self.next_id),
            parent: Some(stage),
            rank: self.rank_at(Some(stage), usize::MAX, None),
            name: name.to_owned(),
            body: Body::Checkpoint(Box::new(checkpoint)),
        };
        Edit::Insert { elements: vec![element], links: Vec::new() }
    }

    /// An edit that puts a stage at `position` among the stages (0 is first, past the end is last; not
    /// counting itself). An entry over several stages of which it is one leaves it when it goes away from
    /// them. `None` when it stands there already, or it is no stage.
    #[must_use]
    pub fn move_stage(&self, id: ElementId, position: usize) -> Option<Edit> {
        self.stage(id)?;
        let journey = self.element(id)?.parent?;
        let before = self.stages(journey);
        let mut after = before.clone();
        after.retain(|s| *s != id);
        let position = position.min(after.len());
        after.insert(position, id);
        if after == before {
            return None;
        }
        let follow = self.follow(journey, &after, |over| {
            let place = |s: &ElementId| after.iter().position(|a| a == s);
            let others = || over.iter().filter(|s| **s != id).filter_map(place);
            let (low, high) = (others().min(), others().max());
            let near = low.is_none_or(|low| position + 1 >= low)
                && high.is_none_or(|high| position <= high + 1);
            if !near {
                over.retain(|s| *s != id);
            }
        });
        let rank = self.rank_among(Some(journey), Kind::Stage, position, Some(id));
        let moved = Edit::Move { id, parent: Some(journey), rank };
        Some(Edit::batch([moved].into_iter().chain(follow)))
    }

    /// An edit that makes two stages of one: the second, of that name, follows it, and customers feel there as in
    /// the first. Entries over several stages stand over both, others stay in the first, as do condition and
    /// checkpoints. The id of the second is [`Document::next_id`]. `None` when it is no stage.
    #[must_use]
    pub fn split_stage(&self, id: ElementId, name: &str) -> Option<Edit> {
        let first = self.stage(id)?;
        let journey = self.element(id)?.parent?;
        let position = self.stages(journey).iter().position(|s| *s == id)? + 1;
        let (feels, shall_feel) = (first.feels, first.shall_feel);
        let stage = Stage { feels, shall_feel, ..Stage::default() };
        let second = ElementId(self.next_id);
        Some(self.insert_stage(journey, name, stage, position, |over| {
            if over.len() > 1 && over.contains(&id) {
                over.push(second);
            }
        }))
    }

    /// An edit that makes one stage, of that name, of a stage and the next one, with the entries, checkpoints and
    /// links of both. Whoever has come to the first has come to the one; the condition of the second becomes a
    /// checkpoint called `second_called`. Customers feel as midway between both. `None` when there is no next one.
    #[must_use]
    pub fn merge_stage(&self, id: ElementId, name: &str, second_called: &str) -> Option<Edit> {
        let journey = self.element(id)?.parent?;
        let stages = self.stages(journey);
        let at = stages.iter().position(|s| *s == id)?;
        let next = *stages.get(at + 1)?;
        let (first, second) = (self.stage(id)?, self.stage(next)?);
        let mut after = stages;
        after.remove(at + 1);
        let mut edits = self.follow(journey, &after, |over| {
            for stage in over {
                if *stage == next {
                    *stage = id;
                }
            }
        });
        let mut last = self.children(Some(id)).last().map(|e| e.rank.clone());
        for checkpoint in self.children(Some(next)) {
            let rank = Rank::between(last.as_ref(), None);
            last = Some(rank.clone());
            edits.push(Edit::Move { id: checkpoint.id, parent: Some(id), rank });
        }
        edits.push(Edit::Remove(next));
        let links = self.links_led_to(id, &[next]);
        let condition = &second.entry;
        if !first.entry.is_empty() && !condition.is_empty() && first.entry != *condition {
            let element = Element {
                id: ElementId(self.next_id + links.len() as u64),
                parent: Some(id),
                rank: Rank::between(last.as_ref(), None),
                name: second_called.to_owned(),
                body: Body::Checkpoint(Box::new(Checkpoint {
                    condition: condition.clone(),
                    target: second.target,
                    onboarding: false,
                })),
            };
            edits.push(Edit::Insert { elements: vec![element], links: Vec::new() });
        }
        edits.extend(links);
        let midway = |a: Option<i8>, b: Option<i8>| match (a, b) {
            (Some(a), Some(b)) => Some(((i16::from(a) + i16::from(b)) / 2) as i8),
            (one, other) => one.or(other),
        };
        edits.extend(self.change_stage(id, |stage| {
            if stage.entry.is_empty() {
                stage.entry.clone_from(condition);
                stage.target = stage.target.or(second.target);
            }
            stage.feels = midway(stage.feels, second.feels);
            stage.shall_feel = midway(stage.shall_feel, second.shall_feel);
        }));
        edits.push(Edit::SetName { id, name: name.to_owned() });
        Some(Edit::batch(edits))
    }

    /// An edit that takes a stage away with its checkpoints and the entries that stand over it alone. `None` when it
    /// is no stage, or the only one: entries must stand somewhere.
    #[must_use]
    pub fn remove_stage(&self, id: ElementId) -> Option<Edit> {
        let journey = self.element(id)?.parent?;
        let mut after = self.stages(journey);
        let before = after.len();
        after.retain(|s| *s != id);
        if after.is_empty() || after.len() == before {
            return None;
        }
        let follow = self.follow(journey, &after, |over| over.retain(|s| *s != id));
        Some(Edit::batch(follow.into_iter().chain([Edit::Remove(id)])))
    }

    fn insert_stage(
        &self,
        journey: ElementId,
        name: &str,
        stage: Stage,
        position: usize,
        over: impl Fn(&mut Vec<ElementId>),
    ) -> Edit {
        let id = ElementId(self.next_id);
        let mut after = self.stages(journey);
        after.insert(position.min(after.len()), id);
        let element = Element {
            id,
            parent: Some(journey),
            rank: self.rank_among(Some(journey), Kind::Stage, position, None),
            name: name.to_owned(),
            body: Body::Stage(Box::new(stage)),
        };
        let insert = Edit::Insert { elements: vec![element], links: Vec::new() };
        Edit::batch([insert].into_iter().chain(self.follow(journey, &after, over)))
    }

    /// Edits that let entries follow their stages: `after` is the order to come, and `over` makes of the stages that
    /// an entry stands over those that it will. Over none, it goes.
    fn follow(
        &self,
        journey: ElementId,
        after: &[ElementId],
        over: impl Fn(&mut Vec<ElementId>),
    ) -> Vec<Edit> {
        let before = self.stages(journey);
        let lanes = self.children_of_kind(Some(journey), Kind::Lane);
        let entries = lanes.iter().flat_map(|lane| self.children(Some(lane.id)));
        let followed = entries.filter_map(|entry| {
            let mut note = self.note(entry.id)?.clone();
            let mut stages = before.get(note.covers(&before))?.to_vec();
            over(&mut stages);
            let places = || stages.iter().filter_map(|s| after.iter().position(|a| a == s));
            let Some((low, high)) = places().min().zip(places().max()) else {
                return Some(Edit::Remove(entry.id));
            };
            note.span = Some(Span { from: after[low], stages: (high - low + 1) as u16 });
            self.changed(entry.id, Body::Note(Box::new(note)))
        });
        followed.collect()
    }
}
