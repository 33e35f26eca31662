use wasm_bindgen_test::wasm_bindgen_test;
use web::db::{StorageError, StoredDocument};

use super::{fresh, lines, row, with_workspace};

#[wasm_bindgen_test]
async fn what_was_appended_is_loaded_in_order() {
    let db = with_workspace().await;
    db.append_log("w", &lines(1, 9)).await.unwrap();
    db.append_log("w", &lines(10, 11)).await.unwrap();
    let expected = StoredDocument { state: "{}".into(), state_seq: 0, log: lines(1, 11), head: 11 };
    assert_eq!(db.load_document("w").await.unwrap(), Some(expected));
}

#[wasm_bindgen_test]
async fn compaction_keeps_the_newer_edits() {
    let db = with_workspace().await;
    db.append_log("w", &lines(1, 5)).await.unwrap();
    db.compact("w", "state of 3", 3).await.unwrap();
    let expected =
        StoredDocument { state: "state of 3".into(), state_seq: 3, log: lines(4, 5), head: 5 };
    assert_eq!(db.load_document("w").await.unwrap(), Some(expected));
    db.compact("w", "state of 5", 5).await.unwrap();
    db.append_log("w", &lines(6, 6)).await.unwrap();
    let stored = db.load_document("w").await.unwrap().unwrap();
    assert_eq!((stored.state_seq, stored.log, stored.head), (5, lines(6, 6), 6));
}

#[wasm_bindgen_test]
async fn two_writers_cannot_overwrite_each_other() {
    let db = with_workspace().await;
    db.append_log("w", &lines(1, 3)).await.unwrap();
    // Another tab that knows only of position 2.
    assert_eq!(db.append_log("w", &lines(3, 4)).await, Err(StorageError::Conflict));
    assert_eq!(db.append_log("w", &lines(5, 5)).await, Err(StorageError::Conflict));
    db.compact("w", "state of 3", 3).await.unwrap();
    assert_eq!(db.append_log("w", &lines(3, 3)).await, Err(StorageError::Conflict));
    assert_eq!(db.compact("w", "state of 2", 2).await, Err(StorageError::Conflict));
    assert_eq!(db.compact("w", "state of 9", 9).await, Err(StorageError::Conflict));
    let stored = db.load_document("w").await.unwrap().unwrap();
    assert_eq!((stored.state.as_str(), stored.log.len(), stored.head), ("state of 3", 0, 3));
}

#[wasm_bindgen_test]
async fn racing_writers_are_put_in_a_row() {
    let db = with_workspace().await;
    let (batch_a, batch_b) = (lines(1, 2), lines(1, 3));
    let (a, b) = futures::join!(db.append_log("w", &batch_a), db.append_log("w", &batch_b));
    assert_eq!((a, b), (Ok(()), Err(StorageError::Conflict)));
    assert_eq!(db.load_document("w").await.unwrap().unwrap().log, lines(1, 2));
}

#[wasm_bindgen_test]
async fn workspaces_are_apart() {
    let db = with_workspace().await;
    db.create_workspace(&row("w2", 5.0), "two").await.unwrap();
    db.append_log("w", &lines(1, 2)).await.unwrap();
    db.append_log("w2", &lines(1, 1)).await.unwrap();
    assert_eq!(db.create_workspace(&row("w2", 9.0), "x").await, Err(StorageError::Conflict));

    db.rename_workspace("w", "新しい名前").await.unwrap();
    db.touch_workspace("w", 7.0, Some(42)).await.unwrap();
    let list = db.list_workspaces().await.unwrap();
    let brief: Vec<_> = list.iter().map(|w| (w.id.as_str(), w.name.as_str(), w.accounts)).collect();
    assert_eq!(brief, [("w", "新しい名前", 42), ("w2", "name of w2", 0)]);

    db.delete_workspace("w").await.unwrap();
    assert_eq!(db.load_document("w").await.unwrap(), None);
    assert_eq!(db.load_document("w2").await.unwrap().unwrap().log, lines(1, 1));
    // The same id again starts from nothing.
    db.create_workspace(&row("w", 1.0), "{}").await.unwrap();
    assert_eq!(db.load_document("w").await.unwrap().unwrap().head, 0);
}

#[wasm_bindgen_test]
async fn what_does_not_exist_is_told() {
    let db = fresh().await;
    assert_eq!(db.load_document("w").await.unwrap(), None);
    assert_eq!(db.compact("w", "", 0).await, Err(StorageError::Missing));
    assert_eq!(db.rename_workspace("w", "x").await, Err(StorageError::Missing));
    assert!(db.list_workspaces().await.unwrap().is_empty());
}

#[wasm_bindgen_test]
async fn settings_are_kept_and_forgotten() {
    let db = fresh().await;
    assert_eq!(db.get_setting("theme").await.unwrap(), None);
    db.set_setting("theme", Some("dark")).await.unwrap();
    assert_eq!(db.get_setting("theme").await.unwrap().as_deref(), Some("dark"));
    db.set_setting("theme", None).await.unwrap();
    assert_eq!(db.get_setting("theme").await.unwrap(), None);
}
