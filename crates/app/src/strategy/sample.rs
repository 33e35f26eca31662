//! The canvas of the sample workspace: a value proposition with a thread from what eases a pain to the pain.

use crate::state::{Actions, today};
use crate::text::{Language, Text};
use plan::{Document, Edit, ElementId, Gesture, Kind, Note, Standing, template};

/// What it is made from.
const TEMPLATE: &str = "value-proposition";

/// The notes: the area of their block, the message that they say, how sure they are.
const NOTES: [(&str, &str, Standing); 9] = [
    ("jobs", "strategy-sample-job-start", Standing::Observed),
    ("jobs", "strategy-sample-job-report", Standing::Assumed),
    ("pains", "strategy-sample-pain-slow", Standing::Measured),
    ("pains", "strategy-sample-pain-alone", Standing::Observed),
    ("gains", "strategy-sample-gain", Standing::Assumed),
    ("products", "strategy-sample-product", Standing::Observed),
    ("relievers", "strategy-sample-reliever", Standing::Assumed),
    ("creators", "strategy-sample-creator", Standing::Assumed),
    ("relievers", "strategy-sample-community", Standing::Assumed),
];

/// Which of them are joined, by place.
const JOINED: [(usize, usize); 3] = [(6, 2), (7, 4), (2, 0)];

/// Adds the canvas, in words of a language: one step of undo.
pub fn add_sample_canvas(actions: &Actions, japanese: bool) {
    let text = Text::new(if japanese { Language::Ja } else { Language::En });
    actions.edit_with(|d| made(d, &text).dated(today()), Gesture::Once);
}

fn made(document: &Document, text: &Text) -> Edit {
    let mut after = document.clone();
    let mut edits = Vec::new();
    let mut push = |after: &mut Document, edit: Option<Edit>| {
        // An edit that the document made for itself fits it.
        if let Some(edit) = edit.filter(|e| after.apply(e.clone()).is_ok()) {
            edits.push(edit);
        }
    };
    let canvas = ElementId(document.next_id);
    push(&mut after, template(TEMPLATE).map(|t| document.insert_canvas(t, "")));
    let mut notes = Vec::new();
    for (area, says, standing) in NOTES {
        let blocks = after.children_of_kind(Some(canvas), Kind::Block);
        let of = |e: &&&plan::Element| matches!(&e.body, plan::Body::Block(b) if b.area == area);
        let Some(block) = blocks.iter().find(of).map(|b| b.id) else { continue };
        notes.push(ElementId(after.next_id));
        let note = (text.t(says).to_string(), Note { standing, ..Note::default() });
        let add = after.add_notes(block, &[note], usize::MAX);
        push(&mut after, Some(add));
    }
    for (from, to) in JOINED {
        let ends = notes.get(from).zip(notes.get(to));
        let join = ends.and_then(|(from, to)| after.join(*from, *to));
        push(&mut after, join);
    }
    Edit::batch(edits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use plan::{Gap, LinkKind};

    #[test]
    fn the_sample_has_a_thread_and_a_gap() {
        let mut document = Document::default();
        let edit = made(&document, &Text::new(Language::Ja));
        document.apply(edit).unwrap();
        let notes = document.elements.values().filter(|e| e.kind() == Kind::Note);
        assert!(notes.clone().all(|n| !n.name.starts_with("strategy-")));
        assert_eq!((notes.count(), document.links.len()), (NOTES.len(), JOINED.len()));
        assert!(document.links.values().any(|l| l.kind == LinkKind::Addresses));
        let gaps = document.gaps();
        assert_eq!(gaps.iter().filter(|g| g.0 == Gap::PainUnanswered).count(), 1);
    }
}
