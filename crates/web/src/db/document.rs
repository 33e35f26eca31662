//! The document of a workspace: a compacted state and the log of edits since.

use idb::ObjectStore;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use super::{
    COUNTERS, DOCUMENTS, Db, LOG, StorageError, key,
    workspace::{from_js, to_js},
};

/// Name of the counter that holds the last log position.
const HEAD: &str = "log";

/// A document as it lies in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDocument {
    /// The compacted state (JSON), which holds every edit up to `state_seq`.
    pub state: String,
    /// Log position of the compacted state; 0 before the first edit.
    pub state_seq: u64,
    /// The edits after it in order of position, one line each.
    pub log: Vec<(u64, String)>,
    /// Position of the last edit that was ever acknowledged: the next one is `head + 1`.
    pub head: u64,
}

/// The record of the `documents` store.
#[derive(Serialize, Deserialize)]
pub(super) struct Record {
    pub(super) state: String,
    pub(super) state_seq: f64,
}

impl Db {
    /// The document of a workspace, or `None` when there is no such workspace.
    ///
    /// # Errors
    /// [`Other`](StorageError::Other) when the browser cannot read, or a record is not ours.
    pub async fn load_document(
        &self,
        workspace: &str,
    ) -> Result<Option<StoredDocument>, StorageError> {
        let tx = self.read(&[DOCUMENTS, LOG, COUNTERS])?;
        let Some(record) = tx.store(DOCUMENTS)?.get(JsValue::from_str(workspace))?.await? else {
            return Ok(None);
        };
        let range = key::of_workspace(workspace)?;
        let keys = tx.store(LOG)?.get_all_keys(Some(range.clone()), None)?.await?;
        let lines = tx.store(LOG)?.get_all(Some(range), None)?.await?;
        let head = head(&tx.store(COUNTERS)?, workspace).await?;
        tx.commit().await?;

        let record: Record = from_js(record)?;
        let log = keys
            .iter()
            .zip(lines)
            .map(|(key, line)| {
                let seq = key::number_at(key, 1).ok_or(StorageError::Missing)?;
                Ok((seq as u64, line.as_string().unwrap_or_default()))
            })
            .filter(|entry| !matches!(entry, Ok((seq, _)) if *seq as f64 <= record.state_seq))
            .collect::<Result<_, StorageError>>()?;
        let state_seq = record.state_seq as u64;
        Ok(Some(StoredDocument { state: record.state, state_seq, log, head: head as u64 }))
    }

    /// Appends edits, in one transaction. Their positions must follow the last one without a gap.
    ///
    /// # Errors
    /// [`Conflict`](StorageError::Conflict) when they do not, which means that another tab has written;
    /// [`Quota`](StorageError::Quota) when there is no room. Nothing was appended then.
    pub async fn append_log(
        &self,
        workspace: &str,
        lines: &[(u64, String)],
    ) -> Result<(), StorageError> {
        let Some((last, _)) = lines.last() else { return Ok(()) };
        let tx = self.write(&[LOG, COUNTERS])?;
        let (log, counters) = (tx.store(LOG)?, tx.store(COUNTERS)?);
        let head = head(&counters, workspace).await? as u64;
        if !lines.iter().zip(head + 1..).all(|((seq, _), expected)| *seq == expected) {
            return Err(StorageError::Conflict);
        }
        for (seq, line) in lines {
            log.add(&JsValue::from_str(line), Some(&key::pair(workspace, *seq as f64)))?;
        }
        counters.put(&(*last as f64).into(), Some(&key::named(workspace, HEAD)))?;
        tx.commit().await
    }

    /// Replaces the state by one that holds every edit up to `upto`, and drops these from the log, in
    /// one transaction.
    ///
    /// # Errors
    /// [`Conflict`](StorageError::Conflict) when the stored state is newer than `upto` or the log does
    /// not reach it (another tab has written), [`Missing`](StorageError::Missing) when there is no such
    /// workspace. The old state and the log stay as they were then.
    pub async fn compact(
        &self,
        workspace: &str,
        state: &str,
        upto: u64,
    ) -> Result<(), StorageError> {
        let tx = self.write(&[DOCUMENTS, LOG, COUNTERS])?;
        let documents = tx.store(DOCUMENTS)?;
        let found = documents.get(JsValue::from_str(workspace))?.await?;
        let old: Record = from_js(found.ok_or(StorageError::Missing)?)?;
        let head = head(&tx.store(COUNTERS)?, workspace).await?;
        let state_seq = upto as f64;
        if state_seq < old.state_seq || state_seq > head {
            return Err(StorageError::Conflict);
        }
        let record = to_js(&Record { state: state.to_owned(), state_seq })?;
        documents.put(&record, Some(&workspace.into()))?;
        tx.store(LOG)?.delete(key::up_to(workspace, state_seq)?)?;
        tx.commit().await
    }
}

async fn head(counters: &ObjectStore, workspace: &str) -> Result<f64, StorageError> {
    let value = counters.get(key::named(workspace, HEAD))?.await?;
    Ok(value.and_then(|value| value.as_f64()).unwrap_or(0.0))
}
