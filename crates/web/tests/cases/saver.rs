use std::{cell::RefCell, rc::Rc};

use wasm_bindgen_test::wasm_bindgen_test;
use web::{
    db::{Db, StorageError},
    saver::{SaveState, Saver},
};

use super::{lines, with_workspace};

type Heard<T> = Rc<RefCell<Vec<T>>>;

fn saver(db: &Db) -> (Saver, Heard<SaveState>, Heard<u64>) {
    let (states, saved) = (Heard::default(), Heard::default());
    let saver = Saver::new(
        db.clone(),
        "w",
        {
            let states: Heard<SaveState> = Rc::clone(&states);
            move |state| states.borrow_mut().push(state.clone())
        },
        {
            let saved: Heard<u64> = Rc::clone(&saved);
            move |seq| saved.borrow_mut().push(seq)
        },
    );
    (saver, states, saved)
}

fn append(saver: &Saver, from: u64, to: u64) {
    for (seq, line) in lines(from, to) {
        saver.append(seq, line);
    }
}

#[wasm_bindgen_test]
async fn edits_are_saved_in_order_and_in_batches() {
    let db = with_workspace().await;
    let (saver, states, saved) = saver(&db);
    append(&saver, 1, 200);
    assert!(matches!(saver.state(), SaveState::Saving(200)));
    assert_eq!(saver.flush().await, SaveState::Saved);
    assert_eq!(db.load_document("w").await.unwrap().unwrap().log, lines(1, 200));
    assert_eq!(saved.borrow().last(), Some(&200));
    assert!(saved.borrow().len() < 20, "{} transactions", saved.borrow().len());
    assert_eq!(states.borrow().last(), Some(&SaveState::Saved));
}

#[wasm_bindgen_test]
async fn compaction_waits_for_its_edits() {
    let db = with_workspace().await;
    let (saver, ..) = saver(&db);
    append(&saver, 1, 3);
    saver.compact(3, "state of 3".into());
    append(&saver, 4, 5);
    assert_eq!(saver.flush().await, SaveState::Saved);
    let stored = db.load_document("w").await.unwrap().unwrap();
    assert_eq!((stored.state.as_str(), stored.log), ("state of 3", lines(4, 5)));
}

#[wasm_bindgen_test]
async fn who_was_overtaken_keeps_what_could_not_be_saved() {
    let db = with_workspace().await;
    let (saver, ..) = saver(&db);
    append(&saver, 1, 2);
    saver.flush().await;
    db.append_log("w", &lines(3, 3)).await.unwrap();
    append(&saver, 3, 4);
    let failed = SaveState::Failed { pending: 2, reason: StorageError::Conflict };
    assert_eq!(saver.flush().await, failed);
    assert_eq!(saver.unsaved(), lines(3, 4));
    assert_eq!(db.load_document("w").await.unwrap().unwrap().log, lines(1, 3));
}

#[wasm_bindgen_test]
async fn what_failed_is_saved_once_it_can_be() {
    let db = with_workspace().await;
    let (saver, ..) = saver(&db);
    // A gap: refused until the line before it is there.
    append(&saver, 2, 2);
    assert!(matches!(saver.flush().await, SaveState::Failed { pending: 1, .. }));
    db.append_log("w", &lines(1, 1)).await.unwrap();
    saver.retry();
    assert_eq!(saver.flush().await, SaveState::Saved);
    assert_eq!(db.load_document("w").await.unwrap().unwrap().log, lines(1, 2));
}
