//! Undo, by example.

use plan::{Document, Edit, Gesture, HeaderSignature, History, MAX_STEPS, Mapping};
use score::Levels;

fn name(document: &mut Document, history: &mut History, name: &str, gesture: Gesture) {
    history.apply(document, Edit::SetWorkspaceName(name.into()), gesture).unwrap();
}

#[test]
fn a_drag_is_one_step() {
    let (mut document, mut history) = (Document::default(), History::default());
    for percent in 1..60 {
        let cuts = vec![f64::from(percent), 60.0, 75.0];
        let levels = Levels { cuts, ..Levels::default() };
        history.apply(&mut document, Edit::SetLevels(levels), Gesture::Part(1)).unwrap();
    }
    assert_eq!(history.undo_steps(), 1);
    // Let go and begin again: another step.
    history.apply(&mut document, Edit::SetLevels(Levels::default()), Gesture::Part(2)).unwrap();
    assert_eq!(history.undo_steps(), 2);
    history.undo(&mut document).unwrap();
    assert_eq!(document.levels.cuts, [59.0, 60.0, 75.0]);
    let edit = history.undo(&mut document).unwrap();
    assert_eq!(edit, Some(Edit::SetLevels(Levels::default())));
    assert_eq!(document, Document::default());
    history.redo(&mut document).unwrap();
    assert_eq!(document.levels.cuts, [59.0, 60.0, 75.0]);
}

#[test]
fn a_gesture_does_not_reach_over_an_undo() {
    let (mut document, mut history) = (Document::default(), History::default());
    name(&mut document, &mut history, "a", Gesture::Part(1));
    name(&mut document, &mut history, "b", Gesture::Once);
    history.undo(&mut document).unwrap();
    name(&mut document, &mut history, "c", Gesture::Part(1));
    assert_eq!((history.undo_steps(), history.redo_steps()), (2, 0));
    history.undo(&mut document).unwrap();
    assert_eq!(document.name, "a");
}

#[test]
fn what_the_product_remembers_by_itself_is_no_step() {
    let (mut document, mut history) = (Document::default(), History::default());
    name(&mut document, &mut history, "a", Gesture::Once);
    history.undo(&mut document).unwrap();
    let signature = HeaderSignature(u64::MAX);
    let edit = Edit::SetMapping { signature, mapping: Some(Mapping::default()) };
    history.apply(&mut document, edit, Gesture::Once).unwrap();
    assert_eq!((history.undo_steps(), history.redo_steps()), (0, 1));
    history.redo(&mut document).unwrap();
    assert_eq!(document.name, "a");
    assert!(document.mappings.contains_key(&signature));
}

#[test]
fn the_oldest_steps_are_forgotten() {
    let (mut document, mut history) = (Document::default(), History::default());
    for step in 0..MAX_STEPS + 20 {
        name(&mut document, &mut history, &step.to_string(), Gesture::Once);
    }
    assert_eq!(history.undo_steps(), MAX_STEPS);
    while history.undo(&mut document).unwrap().is_some() {}
    assert_eq!(document.name, "19");
    assert_eq!(history.redo_steps(), MAX_STEPS);
}
