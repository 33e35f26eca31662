//! The browser's database: workspaces, their edit log, snapshots and settings.
//!
//! | store | key | value |
//! |---|---|---|
//! | `workspaces` | id | [`Workspace`] |
//! | `documents` | id | compacted document (JSON) and the log position it stands for |
//! | `log` | [workspace, seq] | one edit as a line |
//! | `snapshots` | [workspace, snapshot] | meta (JSON) |
//! | `columns` | [workspace, snapshot, index] | bytes |
//! | `counters` | [workspace, name] | last log position, next snapshot id |
//! | `settings` | name | text |
//! | `versions` | [workspace, time, name] | a document as it was (JSON) |
//!
//! Every call is one transaction. A write is acknowledged (the future resolves) only on the
//! transaction's `complete` event under strict durability, and a write that fails changes nothing. Only
//! the entries of the list of workspaces are changed under relaxed durability: the document says its
//! name itself.
//! Positions and snapshot ids are checked inside the transaction, so that two tabs that both believe to
//! be the writer cannot overwrite each other: the later one gets [`StorageError::Conflict`].

mod document;
mod error;
mod key;
mod open;
mod settings;
mod snapshot;
mod tx;
mod version;
mod workspace;

use std::{cell::RefCell, rc::Rc};

pub use document::StoredDocument;
pub use error::StorageError;
pub use snapshot::{SnapshotRecord, SnapshotWrite};
pub use version::{KeptVersion, MOST_DAYS, MOST_NAMED};
pub use workspace::Workspace;

use open::Connection;
use tx::Tx;

/// Name of the product's database.
pub const NAME: &str = "sodachi";
/// Version of the stores. A page that opens a higher version closes the older pages' connections.
/// Version 2 has earlier states of documents.
pub const VERSION: u32 = 2;

const WORKSPACES: &str = "workspaces";
const DOCUMENTS: &str = "documents";
const LOG: &str = "log";
const SNAPSHOTS: &str = "snapshots";
const COLUMNS: &str = "columns";
const COUNTERS: &str = "counters";
const SETTINGS: &str = "settings";
const VERSIONS: &str = "versions";
const STORES: [&str; 8] =
    [WORKSPACES, DOCUMENTS, LOG, SNAPSHOTS, COLUMNS, COUNTERS, SETTINGS, VERSIONS];

/// A connection to the database; clones share it, and the last one to go closes it. Works in the page
/// and in a worker.
#[derive(Clone)]
pub struct Db(Rc<Connection>);

impl Db {
    /// Opens the product's database, creating it on the first visit.
    ///
    /// # Errors
    /// [`TooNew`](StorageError::TooNew) when a newer version of the product made it,
    /// [`Blocked`](StorageError::Blocked) when a tab with an older version does not let go within
    /// three seconds, [`Other`](StorageError::Other) when the browser has no database (some private modes).
    pub async fn open() -> Result<Self, StorageError> {
        Self::open_as(NAME, VERSION).await
    }

    /// Opens a database of another name or version: for tests and for data kept apart.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub async fn open_as(name: &str, version: u32) -> Result<Self, StorageError> {
        Ok(Self(Rc::new(open::open(name, version).await?)))
    }

    /// Why the connection cannot be used any more, if so.
    pub fn lost(&self) -> Option<StorageError> {
        self.0.lost()
    }

    /// Calls back once when the connection is lost: to a newer version of the product
    /// ([`TooNew`](StorageError::TooNew)) or to the browser ([`Closed`](StorageError::Closed)).
    pub fn on_lost(&self, callback: impl FnOnce(StorageError) + 'static) {
        self.0.on_lost(Box::new(callback));
    }

    fn read(&self, stores: &[&str]) -> Result<Tx, StorageError> {
        Tx::read(self.0.raw()?, stores)
    }

    fn write(&self, stores: &[&str]) -> Result<Tx, StorageError> {
        Tx::write(self.0.raw()?, stores)
    }

    fn write_relaxed(&self, stores: &[&str]) -> Result<Tx, StorageError> {
        Tx::write_relaxed(self.0.raw()?, stores)
    }
}

impl PartialEq for Db {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Db").field("lost", &self.lost()).finish_non_exhaustive()
    }
}

type LostCallback = RefCell<Option<Box<dyn FnOnce(StorageError)>>>;
