//! Earlier states of a workspace's document: those that the user named, and one for each day with edits.
//!
//! They stand beside the document and its log and never change: what is kept of the past does not hang on what is
//! written now, and neither a compaction nor a log that is cut touches it.

use wasm_bindgen::JsValue;

use super::{Db, StorageError, VERSIONS, key};

/// So many days are kept; the oldest go first.
pub const MOST_DAYS: usize = 60;
/// So many named states can be kept.
pub const MOST_NAMED: usize = 100;

/// An earlier state, without what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptVersion {
    /// When it was so, in milliseconds since 1970 UTC.
    pub at: f64,
    /// What the user calls it; empty for the state before the first edit of a day.
    pub name: String,
}

impl Db {
    /// The earlier states of a workspace, the newest first.
    ///
    /// # Errors
    /// [`Other`](StorageError::Other) when the browser cannot read.
    pub async fn versions(&self, workspace: &str) -> Result<Vec<KeptVersion>, StorageError> {
        let tx = self.read(&[VERSIONS])?;
        let range = key::of_workspace(workspace)?;
        let keys = tx.store(VERSIONS)?.get_all_keys(Some(range), None)?.await?;
        tx.commit().await?;
        Ok(keys.iter().rev().filter_map(read_key).collect())
    }

    /// What the document was in an earlier state.
    ///
    /// # Errors
    /// [`Missing`](StorageError::Missing) when it is not kept any more.
    pub async fn load_version(
        &self,
        workspace: &str,
        version: &KeptVersion,
    ) -> Result<String, StorageError> {
        let tx = self.read(&[VERSIONS])?;
        let state = tx.store(VERSIONS)?.get(key_of(workspace, version))?.await?;
        tx.commit().await?;
        state.and_then(|state| state.as_string()).ok_or(StorageError::Missing)
    }

    /// Keeps a state, and lets go of the oldest days over [`MOST_DAYS`], in one transaction.
    ///
    /// # Errors
    /// [`Quota`](StorageError::Quota) when there is no room; [`Conflict`](StorageError::Conflict) when there are
    /// [`MOST_NAMED`] named ones already. Nothing was kept then, and nothing let go.
    pub async fn keep_version(
        &self,
        workspace: &str,
        version: &KeptVersion,
        state: &str,
    ) -> Result<(), StorageError> {
        let tx = self.write(&[VERSIONS])?;
        let store = tx.store(VERSIONS)?;
        let keys = store.get_all_keys(Some(key::of_workspace(workspace)?), None)?.await?;
        let there: Vec<KeptVersion> = keys.iter().filter_map(read_key).collect();
        let days = || there.iter().filter(|v| v.name.is_empty());
        if version.name.is_empty() {
            let over = (days().count() + 1).saturating_sub(MOST_DAYS);
            for oldest in days().take(over) {
                store.delete(key_of(workspace, oldest))?;
            }
        } else if there.len() - days().count() >= MOST_NAMED {
            return Err(StorageError::Conflict);
        }
        store.put(&JsValue::from_str(state), Some(&key_of(workspace, version)))?;
        tx.commit().await
    }

    /// Lets go of an earlier state; one that is not kept is no error.
    ///
    /// # Errors
    /// Those of the browser.
    pub async fn forget_version(
        &self,
        workspace: &str,
        version: &KeptVersion,
    ) -> Result<(), StorageError> {
        let tx = self.write(&[VERSIONS])?;
        tx.store(VERSIONS)?.delete(key_of(workspace, version))?;
        tx.commit().await
    }
}

fn key_of(workspace: &str, version: &KeptVersion) -> JsValue {
    key::timed(workspace, version.at, &version.name)
}

fn read_key(key: &JsValue) -> Option<KeptVersion> {
    Some(KeptVersion { at: key::number_at(key, 1)?, name: key::text_at(key, 2)? })
}
