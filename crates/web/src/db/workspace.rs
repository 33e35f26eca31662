//! The list of workspaces.

use serde::{Deserialize, Serialize};

use super::{
    COLUMNS, COUNTERS, DOCUMENTS, Db, LOG, SNAPSHOTS, StorageError, VERSIONS, WORKSPACES, document,
    key,
};

/// One entry of the list of workspaces.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Workspace {
    /// Never changes, never used again.
    pub id: String,
    /// As the user named it.
    pub name: String,
    /// When it was made, in milliseconds since 1970 UTC.
    pub created: f64,
    /// When it was last written, in milliseconds since 1970 UTC.
    pub updated: f64,
    /// Accounts in its newest snapshot.
    pub accounts: u32,
}

impl Db {
    /// All workspaces, the one written last first.
    ///
    /// # Errors
    /// [`Other`](StorageError::Other) when the browser cannot read, or a record is not ours.
    pub async fn list_workspaces(&self) -> Result<Vec<Workspace>, StorageError> {
        let tx = self.read(&[WORKSPACES])?;
        let rows = tx.store(WORKSPACES)?.get_all(None, None)?.await?;
        tx.commit().await?;
        let mut rows = rows.into_iter().map(from_js).collect::<Result<Vec<Workspace>, _>>()?;
        rows.sort_by(|a, b| b.updated.total_cmp(&a.updated).then_with(|| a.id.cmp(&b.id)));
        Ok(rows)
    }

    /// Adds a workspace with its first document, log position 0.
    ///
    /// # Errors
    /// [`Conflict`](StorageError::Conflict) when the id is taken.
    pub async fn create_workspace(&self, row: &Workspace, state: &str) -> Result<(), StorageError> {
        let tx = self.write(&[WORKSPACES, DOCUMENTS])?;
        tx.store(WORKSPACES)?.add(&to_js(row)?, Some(&row.id.as_str().into()))?;
        let record = to_js(&document::Record { state: state.to_owned(), state_seq: 0.0 })?;
        tx.store(DOCUMENTS)?.add(&record, Some(&row.id.as_str().into()))?;
        tx.commit().await
    }

    /// Changes the entry of a workspace in place (name, accounts, time); the id is kept.
    ///
    /// # Errors
    /// [`Missing`](StorageError::Missing) when there is no such workspace.
    pub async fn update_workspace(
        &self,
        id: &str,
        change: impl FnOnce(&mut Workspace),
    ) -> Result<(), StorageError> {
        let tx = self.write_relaxed(&[WORKSPACES])?;
        let store = tx.store(WORKSPACES)?;
        let found = store.get(wasm_bindgen::JsValue::from_str(id))?.await?;
        let mut row: Workspace = from_js(found.ok_or(StorageError::Missing)?)?;
        change(&mut row);
        row.id = id.to_owned();
        store.put(&to_js(&row)?, Some(&id.into()))?;
        tx.commit().await
    }

    /// Gives a workspace another name.
    ///
    /// # Errors
    /// As [`update_workspace`](Self::update_workspace).
    pub async fn rename_workspace(&self, id: &str, name: &str) -> Result<(), StorageError> {
        self.update_workspace(id, |row| name.clone_into(&mut row.name)).await
    }

    /// Notes when a workspace was last written (milliseconds since 1970 UTC) and, where it changed, its
    /// number of accounts.
    ///
    /// # Errors
    /// As [`update_workspace`](Self::update_workspace).
    pub async fn touch_workspace(
        &self,
        id: &str,
        updated: f64,
        accounts: Option<u32>,
    ) -> Result<(), StorageError> {
        self.update_workspace(id, |row| {
            row.updated = updated;
            row.accounts = accounts.unwrap_or(row.accounts);
        })
        .await
    }

    /// Deletes a workspace with its document, log, snapshots, columns and earlier states, all or nothing.
    ///
    /// # Errors
    /// Those of the browser; a workspace that does not exist is none.
    pub async fn delete_workspace(&self, id: &str) -> Result<(), StorageError> {
        let ranges = [LOG, SNAPSHOTS, COLUMNS, COUNTERS, VERSIONS];
        let tx = self.write(&[[WORKSPACES, DOCUMENTS].as_slice(), &ranges].concat())?;
        for store in [WORKSPACES, DOCUMENTS] {
            tx.store(store)?.delete(wasm_bindgen::JsValue::from_str(id))?;
        }
        for store in ranges {
            tx.store(store)?.delete(key::of_workspace(id)?)?;
        }
        tx.commit().await
    }
}

pub(super) fn to_js<T: Serialize>(value: &T) -> Result<wasm_bindgen::JsValue, StorageError> {
    serde_wasm_bindgen::to_value(value).map_err(|e| StorageError::Other(e.to_string()))
}

pub(super) fn from_js<T: for<'a> Deserialize<'a>>(
    value: wasm_bindgen::JsValue,
) -> Result<T, StorageError> {
    serde_wasm_bindgen::from_value(value).map_err(|e| StorageError::Other(e.to_string()))
}
