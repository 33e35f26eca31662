//! Edits and undo against random sequences.

use crate::wish::wishes;
use plan::{Document, Edit, Gesture, History, Recording};
use proptest::prelude::*;

/// The document without the counter of ids, which only grows, and without what is no step of undo.
fn undoable(document: &Document) -> Document {
    Document { next_id: 0, mappings: Default::default(), ..document.clone() }
}

fn but_for_next_id(document: &Document) -> Document {
    Document { next_id: 0, ..document.clone() }
}

proptest! {
    #[test]
    fn inverses_in_reverse_are_the_identity(wishes in wishes(40)) {
        let mut document = Document::new("w");
        let mut undo: Vec<(Document, Edit)> = Vec::new();
        for wish in &wishes {
            let before = document.clone();
            match document.apply(wish.edit(&before)) {
                Ok(inverse) => {
                    prop_assert_eq!(document.check(), Ok(()));
                    prop_assert!(document.next_id >= before.next_id);
                    undo.push((before, inverse));
                }
                Err(_) => prop_assert_eq!(&document, &before),
            }
        }
        for (before, inverse) in undo.into_iter().rev() {
            let after = document.clone();
            let again = document.apply(inverse).unwrap();
            prop_assert_eq!(but_for_next_id(&document), but_for_next_id(&before));
            // The inverse of the inverse goes forward again, exactly.
            let mut forward = document.clone();
            forward.apply(again).unwrap();
            prop_assert_eq!(forward, after);
        }
    }

    #[test]
    fn undo_and_redo_go_there_and_back(
        wishes in wishes(30),
        gestures in prop::collection::vec(0u64..3, 30),
        walk in prop::collection::vec(any::<bool>(), 0..40),
    ) {
        let mut document = Document::new("w");
        let mut history = History::default();
        // What the document looked like with so many steps to undo.
        let mut stations = vec![undoable(&document)];
        for (wish, gesture) in wishes.iter().zip(gestures) {
            let gesture = if gesture == 0 { Gesture::Once } else { Gesture::Part(gesture) };
            let edit = wish.edit(&document);
            let (before, steps) = (document.clone(), history.undo_steps());
            let recorded = edit.recording() == Recording::Recorded;
            if history.apply(&mut document, edit, gesture).is_err() {
                prop_assert_eq!(&document, &before);
                prop_assert_eq!(history.undo_steps(), steps);
            } else if recorded {
                stations.truncate(history.undo_steps());
                stations.push(undoable(&document));
            }
        }
        prop_assert_eq!(stations.len(), history.undo_steps() + 1);
        for back in walk {
            let (undo, redo) = (history.undo_steps(), history.redo_steps());
            let done = if back { history.undo(&mut document) } else { history.redo(&mut document) };
            let possible = if back { undo > 0 } else { redo > 0 };
            prop_assert_eq!(done.unwrap().is_some(), possible);
            prop_assert_eq!(history.undo_steps() + history.redo_steps(), stations.len() - 1);
            prop_assert_eq!(&undoable(&document), &stations[history.undo_steps()]);
            prop_assert_eq!(document.check(), Ok(()));
        }
    }
}
