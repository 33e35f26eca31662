//! Two states of a document compared, and the earlier one brought back.

use crate::wish::wishes;
use plan::{Became, Difference, Document, Edit, ElementId, Gesture, History, Note, template};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_brought_back_is_what_was(before in wishes(20), after in wishes(20)) {
        let mut document = Document::default();
        let make = |document: &mut Document, wishes: &[crate::wish::Wish]| {
            for wish in wishes {
                // A wish that the document refuses changes nothing.
                let _ = document.apply(wish.edit(document));
            }
        };
        make(&mut document, &before);
        let earlier = document.clone();
        make(&mut document, &after);
        let now = document.clone();
        let differences = now.differences(&earlier);
        match now.restore(&earlier) {
            None => prop_assert!(differences.is_empty()),
            Some(edit) => {
                prop_assert!(!differences.is_empty(), "{edit:?}");
                let mut history = History::default();
                history.apply(&mut document, edit, Gesture::Once).unwrap();
                prop_assert_eq!(document.check(), Ok(()));
                let next_id = document.next_id;
                let mappings = document.mappings.clone();
                let expected = Document { next_id, mappings, ..earlier.clone() };
                prop_assert_eq!(&document, &expected);
                prop_assert_eq!(document.differences(&earlier), vec![]);
                prop_assert_eq!(document.restore(&earlier), None);
                history.undo(&mut document).unwrap();
                prop_assert_eq!(document, Document { next_id, ..now });
            }
        }
    }
}

/// A canvas with three notes, the first two of which are joined.
fn canvas() -> (Document, ElementId, Vec<ElementId>) {
    let mut document = Document::default();
    document.apply(document.insert_canvas(template("swot").unwrap(), "")).unwrap();
    let canvas = document.canvases()[0].id;
    let block = document.children(Some(canvas))[0].id;
    let notes = ["a", "b", "c"].map(|text| (text.to_owned(), Note::default()));
    document.apply(document.add_notes(block, &notes, 0)).unwrap();
    let ids: Vec<_> = document.children(Some(block)).iter().map(|e| e.id).collect();
    document.apply(document.join(ids[0], ids[1]).unwrap()).unwrap();
    (document, canvas, ids)
}

#[test]
fn differences_are_told_by_element() {
    let (earlier, canvas, notes) = canvas();
    let mut now = earlier.clone();
    now.apply(Edit::SetName { id: notes[2], name: "C".into() }).unwrap();
    now.apply(Edit::Remove(notes[0])).unwrap();
    let second = ElementId(now.next_id);
    now.apply(now.insert_canvas(template("pest").unwrap(), "")).unwrap();
    let told = now.differences(&earlier);
    let element = |id, became, before: Option<&str>, below| {
        let before = before.map(str::to_owned);
        Difference::Element { id, became, before, below }
    };
    let expected = [
        element(notes[2], Became::Changed, Some("c"), 0),
        element(second, Became::Added, None, 5),
        element(notes[0], Became::Removed, None, 0),
    ];
    // The link went with its note and is not told by itself.
    assert_eq!(told, expected);
    let mut cut = earlier.clone();
    let link = earlier.links.values().next().unwrap().clone();
    cut.apply(Edit::RemoveLink(link.id)).unwrap();
    assert_eq!(cut.differences(&earlier), [Difference::Link { link, became: Became::Removed }]);
    let mut gone = earlier.clone();
    gone.apply(Edit::Remove(canvas)).unwrap();
    let below = earlier.subtree(canvas).len() - 1;
    assert_eq!(gone.differences(&earlier), [element(canvas, Became::Removed, None, below)]);
}
