use wasm_bindgen_test::wasm_bindgen_test;
use web::db::{KeptVersion, MOST_DAYS, MOST_NAMED, StorageError};
use web::saver::{SaveState, Saver};

use super::{lines, row, with_workspace};

fn version(at: f64, name: &str) -> KeptVersion {
    KeptVersion { at, name: name.to_owned() }
}

#[wasm_bindgen_test]
async fn what_was_kept_is_there_whatever_becomes_of_the_log() {
    let db = with_workspace().await;
    db.create_workspace(&row("w2", 1.0), "{}").await.unwrap();
    db.append_log("w", &lines(1, 3)).await.unwrap();
    db.keep_version("w", &version(5.0, "合宿の前"), "as it was").await.unwrap();
    db.keep_version("w", &version(4.0, ""), "a day").await.unwrap();
    db.compact("w", "state of 3", 3).await.unwrap();
    let kept = [version(5.0, "合宿の前"), version(4.0, "")];
    assert_eq!(db.versions("w").await.unwrap(), kept);
    assert_eq!(db.load_version("w", &kept[0]).await.unwrap(), "as it was");
    assert_eq!(db.versions("w2").await.unwrap(), []);

    db.forget_version("w", &kept[0]).await.unwrap();
    assert_eq!(db.load_version("w", &kept[0]).await, Err(StorageError::Missing));
    db.delete_workspace("w").await.unwrap();
    assert_eq!(db.versions("w").await.unwrap(), []);
}

#[wasm_bindgen_test]
async fn the_oldest_days_go_and_named_ones_stay() {
    let db = with_workspace().await;
    for at in 0..MOST_NAMED {
        db.keep_version("w", &version(at as f64, "n"), "").await.unwrap();
    }
    let one_more = db.keep_version("w", &version(1e6, "n"), "").await;
    assert_eq!(one_more, Err(StorageError::Conflict));
    for at in 0..MOST_DAYS + 3 {
        db.keep_version("w", &version(1e3 + at as f64, ""), "").await.unwrap();
    }
    let kept = db.versions("w").await.unwrap();
    let days: Vec<f64> = kept.iter().filter(|v| v.name.is_empty()).map(|v| v.at).collect();
    assert_eq!((days.len(), days.last()), (MOST_DAYS, Some(&1003.0)));
    assert_eq!(kept.len() - days.len(), MOST_NAMED);
}

#[wasm_bindgen_test]
async fn a_saver_keeps_versions_in_their_turn() {
    let db = with_workspace().await;
    let saver = Saver::new(db.clone(), "w", |_| {}, |_| {});
    saver.append(1, "one".to_owned());
    saver.keep(version(7.0, ""), "before two".to_owned());
    saver.append(2, "two".to_owned());
    assert_eq!(saver.flush().await, SaveState::Saved);
    assert_eq!(db.versions("w").await.unwrap(), [version(7.0, "")]);
    assert_eq!(db.load_document("w").await.unwrap().unwrap().head, 2);
}
