//! Why the database refused.

use std::fmt;

use wasm_bindgen::JsValue;

use crate::text;

/// Why something could not be read from or written to the browser's database. Nothing of the
/// transaction in question was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser gives this site no more room.
    Quota,
    /// Another tab holds an older version of the database open and does not let go.
    Blocked,
    /// The database was made by, or has just been taken over by, a newer version of the product:
    /// reload the page.
    TooNew,
    /// Another writer got there first: what was to be written builds on something that has changed
    /// since. Load again.
    Conflict,
    /// The browser closed the connection (site data cleared, disk gone): reload the page.
    Closed,
    /// There is no such record.
    Missing,
    /// Anything else, in the browser's words.
    Other(String),
}

impl StorageError {
    /// The message that puts it into words; for any [`Other`](Self::Other) the browser's own words.
    pub fn reason(&self) -> &str {
        match self {
            Self::Quota => "storage-quota",
            Self::Blocked => "storage-blocked",
            Self::TooNew => "storage-too-new",
            Self::Conflict => "storage-conflict",
            Self::Closed => "storage-closed",
            Self::Missing => "storage-missing",
            Self::Other(reason) => reason,
        }
    }

    /// Sorts an exception by its name.
    pub(super) fn from_js(error: &JsValue) -> Self {
        match text::name(error).as_str() {
            "QuotaExceededError" => Self::Quota,
            "VersionError" => Self::TooNew,
            "ConstraintError" => Self::Conflict,
            _ => Self::Other(text::describe(error)),
        }
    }
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.reason())
    }
}

impl std::error::Error for StorageError {}

impl From<idb::Error> for StorageError {
    fn from(error: idb::Error) -> Self {
        use idb::Error as E;
        match &error {
            E::DomException(exception) => Self::from_js(exception),
            E::AddFailed(js)
            | E::DeleteFailed(js)
            | E::GetAllFailed(js)
            | E::GetAllKeysFailed(js)
            | E::GetFailed(js)
            | E::IndexedDbNotFound(js)
            | E::IndexedDbOpenFailed(js)
            | E::ObjectStoreNotFound(js)
            | E::TransactionOpenFailed(js)
            | E::UpdateFailed(js)
                if !js.is_undefined() =>
            {
                Self::from_js(js)
            }
            _ => Self::Other(error.to_string()),
        }
    }
}
