//! Snapshots: a little text about each, and its columns as bytes.

use idb::ObjectStore;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

use super::{COLUMNS, COUNTERS, Db, SNAPSHOTS, StorageError, key};

/// Name of the counter that holds the next snapshot id.
const NEXT: &str = "snapshot";

/// A snapshot as listed, without its columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnapshotRecord {
    /// Unique in the workspace for all time.
    pub id: u32,
    /// What the engine wants to remember of it (JSON).
    pub meta: String,
}

/// A new snapshot to be written.
#[derive(Clone, Debug)]
pub struct SnapshotWrite {
    /// From [`Db::next_snapshot_id`] upwards.
    pub id: u32,
    /// What the engine wants to remember of it (JSON).
    pub meta: String,
    /// Its columns in order.
    pub columns: Vec<Uint8Array>,
}

impl Db {
    /// All snapshots of a workspace in the order of their ids.
    ///
    /// # Errors
    /// [`Other`](StorageError::Other) when the browser cannot read.
    pub async fn load_snapshots(
        &self,
        workspace: &str,
    ) -> Result<Vec<SnapshotRecord>, StorageError> {
        let tx = self.read(&[SNAPSHOTS])?;
        let store = tx.store(SNAPSHOTS)?;
        let range = key::of_workspace(workspace)?;
        let keys = store.get_all_keys(Some(range.clone()), None)?.await?;
        let metas = store.get_all(Some(range), None)?.await?;
        tx.commit().await?;
        keys.iter()
            .zip(metas)
            .map(|(key, meta)| {
                let id = key::number_at(key, 1).ok_or(StorageError::Missing)? as u32;
                Ok(SnapshotRecord { id, meta: meta.as_string().unwrap_or_default() })
            })
            .collect()
    }

    /// The columns of a snapshot in order; none when there is no such snapshot.
    ///
    /// # Errors
    /// [`Other`](StorageError::Other) when the browser cannot read, or a record is not ours.
    pub async fn load_columns(
        &self,
        workspace: &str,
        snapshot: u32,
    ) -> Result<Vec<Uint8Array>, StorageError> {
        let tx = self.read(&[COLUMNS])?;
        let range = key::of_snapshot(workspace, snapshot)?;
        let columns = tx.store(COLUMNS)?.get_all(Some(range), None)?.await?;
        tx.commit().await?;
        columns
            .into_iter()
            .map(|column| {
                column
                    .dyn_into::<Uint8Array>()
                    .map_err(|_| StorageError::Other("a column is not bytes".into()))
            })
            .collect()
    }

    /// The first id that a new snapshot may have; at least 1. It is used up by the transaction that
    /// writes the snapshot, and never comes again, not even after a delete.
    ///
    /// # Errors
    /// [`Other`](StorageError::Other) when the browser cannot read.
    pub async fn next_snapshot_id(&self, workspace: &str) -> Result<u32, StorageError> {
        let tx = self.read(&[COUNTERS])?;
        let next = next_id(&tx.store(COUNTERS)?, workspace).await?;
        tx.commit().await?;
        Ok(next)
    }

    /// Writes new snapshots and deletes others, in one transaction: all or nothing.
    ///
    /// # Errors
    /// [`Conflict`](StorageError::Conflict) when an id has been used before (another tab has written),
    /// [`Quota`](StorageError::Quota) when there is no room. Nothing has changed then.
    pub async fn write_snapshots(
        &self,
        workspace: &str,
        put: &[SnapshotWrite],
        delete: &[u32],
    ) -> Result<(), StorageError> {
        let tx = self.write(&[SNAPSHOTS, COLUMNS, COUNTERS])?;
        let (snapshots, columns) = (tx.store(SNAPSHOTS)?, tx.store(COLUMNS)?);
        let counters = tx.store(COUNTERS)?;
        let first_free = next_id(&counters, workspace).await?;
        if put.iter().any(|snapshot| snapshot.id < first_free) {
            return Err(StorageError::Conflict);
        }
        for &id in delete {
            snapshots.delete(key::pair(workspace, f64::from(id)))?;
            columns.delete(key::of_snapshot(workspace, id)?)?;
        }
        for snapshot in put {
            let key = key::pair(workspace, f64::from(snapshot.id));
            snapshots.add(&JsValue::from_str(&snapshot.meta), Some(&key))?;
            for (column, index) in snapshot.columns.iter().zip(0..) {
                columns.add(column, Some(&key::triple(workspace, snapshot.id, index)))?;
            }
        }
        if let Some(highest) = put.iter().map(|snapshot| snapshot.id).max() {
            let next = f64::from(highest) + 1.0;
            counters.put(&next.into(), Some(&key::named(workspace, NEXT)))?;
        }
        tx.commit().await
    }

    /// Rewrites what is remembered of existing snapshots, in one transaction.
    ///
    /// # Errors
    /// [`Missing`](StorageError::Missing) when one of them does not exist; nothing has changed then.
    pub async fn write_meta(
        &self,
        workspace: &str,
        metas: &[(u32, String)],
    ) -> Result<(), StorageError> {
        let tx = self.write(&[SNAPSHOTS])?;
        let store = tx.store(SNAPSHOTS)?;
        for (id, meta) in metas {
            let key = key::pair(workspace, f64::from(*id));
            if store.get(key.clone())?.await?.is_none() {
                return Err(StorageError::Missing);
            }
            store.put(&JsValue::from_str(meta), Some(&key))?;
        }
        tx.commit().await
    }
}

async fn next_id(counters: &ObjectStore, workspace: &str) -> Result<u32, StorageError> {
    let value = counters.get(key::named(workspace, NEXT))?.await?;
    Ok(value.and_then(|value| value.as_f64()).map_or(1, |next| next as u32))
}
