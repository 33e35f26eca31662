//! The golden thread: what leads to an element, what it leads to, and which kind of link joins two.
//!
//! A link is one step of the thread, from what bears to what is borne on. What the document's own tree
//! says is a step as well: a measure makes up its dimension and that its scorecard, a KPI node drives
//! the one above it; a pain in a journey leads to its stage, and that to its touchpoints, perception changes and
//! checkpoints.

use crate::{Body, Document, Edit, Element, ElementId, Kind, Link, LinkId, LinkKind, NoteKind};
use std::collections::BTreeSet;

/// Which way the thread is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Along {
    /// To what bears on it.
    Up,
    /// To what it bears on.
    Down,
}

/// One step of a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThreadStep {
    /// How many steps from where the thread was picked up; 1 is next to it.
    pub depth: usize,
    /// What was reached.
    pub to: ElementId,
    /// What it was reached from.
    pub from: ElementId,
    /// By which link; `None` is the document's own tree.
    pub link: Option<LinkId>,
}

impl Document {
    /// The thread from an element, one way: nearest first, each element once, by the shortest way.
    #[must_use]
    pub fn thread(&self, start: ElementId, along: Along) -> Vec<ThreadStep> {
        let mut seen = BTreeSet::from([start]);
        let mut steps: Vec<ThreadStep> = Vec::new();
        let mut next = 0;
        let mut here = (start, 0);
        loop {
            for (to, link) in self.next_to(here.0, along) {
                if seen.insert(to) {
                    steps.push(ThreadStep { depth: here.1 + 1, to, from: here.0, link });
                }
            }
            let Some(step) = steps.get(next) else { return steps };
            here = (step.to, step.depth);
            next += 1;
        }
    }

    pub(crate) fn next_to(&self, id: ElementId, along: Along) -> Vec<(ElementId, Option<LinkId>)> {
        let links = self.links.values().filter_map(|l| match along {
            Along::Down => (l.from == id).then_some((l.to, Some(l.id))),
            Along::Up => (l.to == id).then_some((l.from, Some(l.id))),
        });
        let of_thread = |e: &&Element| {
            matches!(e.kind(), Kind::Measure | Kind::Dimension | Kind::Scorecard | Kind::KpiNode)
        };
        let Some(element) = self.element(id).filter(of_thread) else {
            let steps = self.steps_of_journey(id, along);
            return links.chain(steps.into_iter().map(|to| (to, None))).collect();
        };
        let tree: Vec<&Element> = match along {
            Along::Down => element.parent.and_then(|p| self.element(p)).into_iter().collect(),
            Along::Up => self.children(Some(id)),
        };
        links.chain(tree.iter().filter(|e| of_thread(e)).map(|e| (e.id, None))).collect()
    }

    /// What a journey itself says: from what hurts or helps to the stage, from there to what is done about it.
    fn steps_of_journey(&self, id: ElementId, along: Along) -> Vec<ElementId> {
        let Some(journey) = self.journey_of(id) else { return Vec::new() };
        let stages = self.stages(journey);
        let answers = |kind| matches!(kind, Some(NoteKind::Touchpoint | NoteKind::Perception));
        let needs = |kind| matches!(kind, Some(NoteKind::Pain | NoteKind::Gain));
        if let Some(at) = stages.iter().position(|s| *s == id) {
            let lanes = self.children_of_kind(Some(journey), Kind::Lane);
            let entries = lanes.iter().flat_map(|lane| self.children(Some(lane.id)));
            let here = entries.filter(|e| {
                let kind = self.note_kind(e.id);
                let leads = if along == Along::Down { answers(kind) } else { needs(kind) };
                leads && self.note(e.id).is_some_and(|n| n.covers(&stages).contains(&at))
            });
            let mut steps: Vec<ElementId> = here.map(|e| e.id).collect();
            if along == Along::Down {
                steps
                    .extend(self.children_of_kind(Some(id), Kind::Checkpoint).iter().map(|e| e.id));
            }
            return steps;
        }
        let kind = self.note_kind(id);
        let leads = if along == Along::Down { needs(kind) } else { answers(kind) };
        match self.element(id) {
            Some(e) if e.kind() == Kind::Checkpoint && along == Along::Up => {
                e.parent.into_iter().collect()
            }
            _ if leads => {
                let over = self.note(id).map(|n| n.covers(&stages)).unwrap_or_default();
                stages.get(over).unwrap_or_default().to_vec()
            }
            _ => Vec::new(),
        }
    }

    /// What a note is, by its block or lane; `None` when the id is of no note.
    #[must_use]
    pub fn note_kind(&self, id: ElementId) -> Option<NoteKind> {
        let note = self.element(id).filter(|e| e.kind() == Kind::Note)?;
        match &self.element(note.parent?)?.body {
            Body::Block(block) => Some(block.note),
            Body::Lane(lane) => Some(lane.kind.note()),
            _ => None,
        }
    }

    /// An edit that joins two elements by the link that suits them; `None` when there is one between them
    /// already, or one of them is not there.
    #[must_use]
    pub fn join(&self, a: ElementId, b: ElementId) -> Option<Edit> {
        let of = |id| Some((self.element(id)?.kind(), self.note_kind(id).unwrap_or_default()));
        let (kind, turned) = suits(of(a)?, of(b)?);
        let joined = self.links_of(a).any(|l| l.from == b || l.to == b);
        let (from, to) = if turned { (b, a) } else { (a, b) };
        (a != b && !joined).then_some(Edit::AddLink(Link {
            id: LinkId(self.next_id),
            kind,
            from,
            to,
        }))
    }

    /// An edit that adds a note at the end of a block and joins it to another element.
    #[must_use]
    pub fn add_joined_note(&self, block: ElementId, text: &str, to: ElementId) -> Option<Edit> {
        let note = ElementId(self.next_id);
        let add = self.add_notes(block, &[(text.to_owned(), crate::Note::default())], usize::MAX);
        let mut after = self.clone();
        after.apply(add.clone()).ok()?;
        Some(Edit::batch([add, after.join(note, to)?]))
    }

    /// An edit that says something else of how two elements are joined: another kind, or the other way
    /// round. `None` when the link is not there or such a one is there already.
    #[must_use]
    pub fn change_link(&self, id: LinkId, kind: LinkKind, turn: bool) -> Option<Edit> {
        let old = self.links.get(&id)?;
        let (from, to) = if turn { (old.to, old.from) } else { (old.from, old.to) };
        let link = Link { id: LinkId(self.next_id), kind, from, to };
        let taken = self.links.values().any(|l| l.kind == kind && l.from == from && l.to == to);
        (!taken).then(|| Edit::batch([Edit::RemoveLink(id), Edit::AddLink(link)]))
    }
}

/// The kind of link that suits two elements, and whether it goes from the second to the first.
fn suits(a: (Kind, NoteKind), b: (Kind, NoteKind)) -> (LinkKind, bool) {
    use NoteKind::{Gain, Goal, Job, Measure, Pain};
    let is_note = |e: (Kind, NoteKind)| e.0 == Kind::Note;
    let of_journey = |e: (Kind, NoteKind)| {
        matches!(e.0, Kind::Stage | Kind::Checkpoint) || (is_note(e) && e.1 == NoteKind::Perception)
    };
    let order = (place_in_thread(a), place_in_thread(b));
    if let (true, (Some(a), Some(b))) = (of_journey(a) || of_journey(b), order) {
        return (LinkKind::Drives, a > b);
    }
    let counts = |e: (Kind, NoteKind)| {
        matches!(e.0, Kind::Measure | Kind::Dimension | Kind::Scorecard | Kind::Checkpoint)
            || (is_note(e) && matches!(e.1, Measure | NoteKind::Kpi))
    };
    let needs = |e: (Kind, NoteKind)| is_note(e) && matches!(e.1, Pain | Gain | Job | Goal);
    let answers = |e: (Kind, NoteKind)| {
        use NoteKind::{Creator, Product, Reliever, Strategy, ToBe, Touchpoint};
        let answer = matches!(e.1, Reliever | Creator | Product | Strategy | ToBe | Touchpoint);
        is_note(e) && answer
    };
    if answers(a) && needs(b) {
        (LinkKind::Addresses, false)
    } else if needs(a) && answers(b) {
        (LinkKind::Addresses, true)
    } else if a == (Kind::Note, Goal) && b.0 == Kind::KpiNode {
        (LinkKind::Measures, true)
    } else if b == (Kind::Note, Goal) && a.0 == Kind::KpiNode {
        (LinkKind::Measures, false)
    } else if b.0 == Kind::KpiNode && (counts(a) || answers(a)) {
        (if counts(a) { LinkKind::Drives } else { LinkKind::Targets }, false)
    } else if a.0 == Kind::KpiNode && (counts(b) || answers(b)) {
        (if counts(b) { LinkKind::Drives } else { LinkKind::Targets }, true)
    } else if counts(a) && is_note(b) {
        (LinkKind::Measures, false)
    } else if counts(b) && is_note(a) {
        (LinkKind::Measures, true)
    } else {
        (LinkKind::Drives, false)
    }
}

/// Where an element stands in the thread that a journey lays: pain → stage → touchpoint → perception change →
/// checkpoint → measure → score → KPI.
fn place_in_thread((kind, note): (Kind, NoteKind)) -> Option<u8> {
    match (kind, note) {
        (Kind::Note, NoteKind::Pain | NoteKind::Gain | NoteKind::Job) => Some(0),
        (Kind::Stage, _) => Some(1),
        (Kind::Note, NoteKind::Touchpoint) => Some(2),
        (Kind::Note, NoteKind::Perception) => Some(3),
        (Kind::Checkpoint, _) => Some(4),
        (Kind::Measure, _) => Some(5),
        (Kind::Dimension, _) => Some(6),
        (Kind::Scorecard, _) => Some(7),
        (Kind::KpiNode, _) => Some(8),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn which_link_suits() {
        let note = |kind| (Kind::Note, kind);
        let kpi = (Kind::KpiNode, NoteKind::Idea);
        let measure = (Kind::Measure, NoteKind::Idea);
        let [stage, checkpoint] = [Kind::Stage, Kind::Checkpoint].map(|k| (k, NoteKind::Idea));
        use LinkKind::{Addresses, Drives, Measures, Targets};
        for (a, b, expected) in [
            (note(NoteKind::Reliever), note(NoteKind::Pain), (Addresses, false)),
            (note(NoteKind::Pain), note(NoteKind::Reliever), (Addresses, true)),
            (note(NoteKind::Pain), measure, (Measures, true)),
            (measure, note(NoteKind::Pain), (Measures, false)),
            (note(NoteKind::Goal), note(NoteKind::Kpi), (Measures, true)),
            (measure, kpi, (Drives, false)),
            (note(NoteKind::Strategy), kpi, (Targets, false)),
            (kpi, note(NoteKind::Strategy), (Targets, true)),
            (note(NoteKind::Pain), kpi, (Drives, false)),
            (note(NoteKind::Goal), kpi, (Measures, true)),
            (kpi, note(NoteKind::Goal), (Measures, false)),
            (note(NoteKind::Idea), note(NoteKind::Idea), (Drives, false)),
            (note(NoteKind::Pain), stage, (Drives, false)),
            (checkpoint, note(NoteKind::Pain), (Drives, true)),
            (measure, note(NoteKind::Perception), (Drives, true)),
            (checkpoint, measure, (Drives, false)),
            (note(NoteKind::Goal), checkpoint, (Measures, true)),
            (note(NoteKind::Touchpoint), note(NoteKind::Pain), (Addresses, false)),
            (note(NoteKind::Touchpoint), note(NoteKind::Perception), (Drives, false)),
            (note(NoteKind::Gain), note(NoteKind::ToBe), (Addresses, true)),
        ] {
            assert_eq!(suits(a, b), expected, "{a:?} {b:?}");
        }
    }
}
