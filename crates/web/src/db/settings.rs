//! Settings of this browser: what belongs to no workspace.

use wasm_bindgen::JsValue;

use super::{Db, SETTINGS, StorageError};

impl Db {
    /// The text stored under a name, if any.
    ///
    /// # Errors
    /// [`Other`](StorageError::Other) when the browser cannot read.
    pub async fn get_setting(&self, name: &str) -> Result<Option<String>, StorageError> {
        let tx = self.read(&[SETTINGS])?;
        let value = tx.store(SETTINGS)?.get(JsValue::from_str(name))?.await?;
        tx.commit().await?;
        Ok(value.and_then(|value| value.as_string()))
    }

    /// Stores a text under a name, or forgets it.
    ///
    /// # Errors
    /// [`Quota`](StorageError::Quota) when there is no room.
    pub async fn set_setting(&self, name: &str, value: Option<&str>) -> Result<(), StorageError> {
        let tx = self.write(&[SETTINGS])?;
        let store = tx.store(SETTINGS)?;
        match value {
            Some(value) => {
                store.put(&JsValue::from_str(value), Some(&name.into()))?;
            }
            None => {
                store.delete(JsValue::from_str(name))?;
            }
        }
        tx.commit().await
    }
}
