use js_sys::Uint8Array;
use wasm_bindgen_test::wasm_bindgen_test;
use web::db::{Db, SnapshotRecord, SnapshotWrite, StorageError};

use super::{row, with_workspace};

fn snapshot(id: u32, columns: &[&[u8]]) -> SnapshotWrite {
    let columns = columns.iter().map(|bytes| Uint8Array::from(*bytes)).collect();
    SnapshotWrite { id, meta: format!("meta {id}"), columns }
}

async fn ids(db: &Db) -> Vec<u32> {
    db.load_snapshots("w").await.unwrap().iter().map(|record| record.id).collect()
}

#[wasm_bindgen_test]
async fn columns_come_back_in_order() {
    let db = with_workspace().await;
    let first = db.next_snapshot_id("w").await.unwrap();
    assert_eq!(first, 1);
    let many: Vec<Vec<u8>> = (0..300_u32).map(|i| i.to_le_bytes().to_vec()).collect();
    let many: Vec<&[u8]> = many.iter().map(Vec::as_slice).collect();
    db.write_snapshots("w", &[snapshot(1, &many), snapshot(2, &[b"x"])], &[]).await.unwrap();
    let columns = db.load_columns("w", 1).await.unwrap();
    let columns: Vec<Vec<u8>> = columns.iter().map(Uint8Array::to_vec).collect();
    assert_eq!(columns, many);
    assert_eq!(
        db.load_snapshots("w").await.unwrap(),
        [(1, "meta 1"), (2, "meta 2")].map(|(id, m)| SnapshotRecord { id, meta: m.into() })
    );
    assert_eq!(db.next_snapshot_id("w").await.unwrap(), 3);
}

#[wasm_bindgen_test]
async fn ids_are_never_used_again() {
    let db = with_workspace().await;
    db.write_snapshots("w", &[snapshot(1, &[]), snapshot(2, &[b"b"])], &[]).await.unwrap();
    db.write_snapshots("w", &[], &[2]).await.unwrap();
    assert_eq!(ids(&db).await, [1]);
    assert!(db.load_columns("w", 2).await.unwrap().is_empty());
    assert_eq!(db.next_snapshot_id("w").await.unwrap(), 3);
    let used = db.write_snapshots("w", &[snapshot(2, &[b"other"])], &[]).await;
    assert_eq!(used, Err(StorageError::Conflict));
}

#[wasm_bindgen_test]
async fn a_failing_write_changes_nothing() {
    let db = with_workspace().await;
    db.write_snapshots("w", &[snapshot(1, &[b"a", b"b"])], &[]).await.unwrap();
    // The second 5 fails in the middle of the transaction, after the delete and the first 5.
    let twice = [snapshot(5, &[b"c"]), snapshot(5, &[b"d"])];
    assert_eq!(db.write_snapshots("w", &twice, &[1]).await, Err(StorageError::Conflict));
    assert_eq!(ids(&db).await, [1]);
    assert_eq!(db.load_columns("w", 1).await.unwrap().len(), 2);
    assert!(db.load_columns("w", 5).await.unwrap().is_empty());
    assert_eq!(db.next_snapshot_id("w").await.unwrap(), 2);
}

#[wasm_bindgen_test]
async fn meta_is_rewritten_all_or_nothing() {
    let db = with_workspace().await;
    db.write_snapshots("w", &[snapshot(1, &[]), snapshot(2, &[])], &[]).await.unwrap();
    db.write_meta("w", &[(2, "new".into())]).await.unwrap();
    let partly = db.write_meta("w", &[(1, "new".into()), (7, "new".into())]).await;
    assert_eq!(partly, Err(StorageError::Missing));
    let metas: Vec<_> =
        db.load_snapshots("w").await.unwrap().into_iter().map(|record| record.meta).collect();
    assert_eq!(metas, ["meta 1", "new"]);
}

#[wasm_bindgen_test]
async fn deleting_a_workspace_takes_its_snapshots_along() {
    let db = with_workspace().await;
    db.create_workspace(&row("w2", 1.0), "").await.unwrap();
    for workspace in ["w", "w2"] {
        db.write_snapshots(workspace, &[snapshot(1, &[b"a"])], &[]).await.unwrap();
    }
    db.delete_workspace("w").await.unwrap();
    assert!(ids(&db).await.is_empty());
    assert!(db.load_columns("w", 1).await.unwrap().is_empty());
    assert_eq!(db.load_columns("w2", 1).await.unwrap().len(), 1);
}
