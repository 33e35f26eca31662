//! Random edits of journeys.

use crate::wish::{Wish, some, some_notes};
use plan::{
    Body, Checkpoint, Document, Edit, ElementId, Journey, Kind, LaneKind, Note, NoteMove, Stage,
};

/// The edit of a wish; where it would change nothing, one that is refused.
pub(crate) fn edit(doc: &Document, wish: &Wish) -> Edit {
    let Wish { at, to, position, name, .. } = wish.clone();
    let (stage, other) = (some(doc, Kind::Stage, at), some(doc, Kind::Stage, to));
    let (lane, journey) = (some(doc, Kind::Lane, to), some(doc, Kind::Journey, at));
    let edit = match wish.what {
        34 => Some(doc.insert_journey(&plan::presets()[position % 3], &name)),
        35 => Some(doc.add_stage(journey, &name, position)),
        36 => doc.move_stage(stage, position),
        37 => doc.split_stage(stage, &name),
        38 => doc.merge_stage(stage, &name, "second"),
        39 => doc.remove_stage(stage),
        40 => Some(doc.add_lane(journey, LaneKind::ALL[position], &name, position)),
        41 => doc.move_lane(lane, position),
        42 => doc.copy_lane(lane, journey),
        43 | 44 => {
            let notes = vec![(name, Note::default()); position + 1];
            Some(doc.add_entries(lane, stage, &notes, position))
        }
        45 => {
            return some_notes(doc, wish, |ids| doc.move_entries(ids, lane, stage, position));
        }
        46 => doc.stretch_entry(some(doc, Kind::Note, to), stage, position),
        47 => {
            let step = if wish.number < 50.0 { NoteMove::Up } else { NoteMove::Down };
            return some_notes(doc, wish, |ids| doc.step_entries(ids, step));
        }
        _ => {
            let checkpoint = Checkpoint { target: Some(wish.number), ..Checkpoint::default() };
            Some(doc.add_checkpoint(other, &name, checkpoint))
        }
    };
    edit.unwrap_or(Edit::Remove(ElementId(plan::MAX_ID)))
}

/// Some are out of range.
pub(crate) fn body(kind: Kind, number: f64) -> Body {
    match kind {
        Kind::Journey => Body::Journey(Box::new(Journey {
            review_days: Some(number as u16),
            ..Journey::default()
        })),
        Kind::Stage => Body::Stage(Box::new(Stage {
            entry: "seats > 1".into(),
            target: Some(number / 100.0),
            feels: Some(number as i8),
            ..Stage::default()
        })),
        Kind::Lane => Body::Lane(Box::default()),
        _ => Body::Checkpoint(Box::new(Checkpoint {
            condition: "seats > 2".into(),
            target: Some(number / 10.0),
            onboarding: number < 50.0,
        })),
    }
}
