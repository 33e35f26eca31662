//! From what lies in the database to a document, and back.

use plan::{Cut, Document, Log, OpenError};
use web::db::{Db, StorageError};

/// Why a workspace could not be opened. What is stored of it is not touched.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenProblem {
    /// There is no such workspace (any more).
    Missing,
    /// The database refused.
    Storage(StorageError),
    /// What is stored cannot be understood: by a newer version written, or damaged.
    Document(OpenError),
}

/// A workspace's document as read from the database.
#[derive(Debug)]
pub struct Stored {
    /// The document.
    pub document: Document,
    /// Goes on numbering its edits.
    pub log: Log,
    /// The position of the last line in the database; the next one is one more.
    pub head: u64,
    /// Lines that could not be used, as they were. A state must be saved before anything is appended.
    pub dropped: Option<(Cut, String)>,
    /// Whether a compacted state is worth saving now.
    pub stale: bool,
}

/// Loads what documents with KPI trees, canvases or journeys are made of, where these are such, before they are read.
/// Without it the reading itself would have it loaded, and everything would wait.
///
/// # Errors
/// When it cannot be had, in the browser's words.
pub async fn prepare(jsons: &[&str]) -> Result<(), OpenProblem> {
    if !jsons.iter().any(|json| plan::holds_areas(json)) {
        return Ok(());
    }
    let loaded = web::parts::load(&["plan"]).await;
    loaded.map_err(|why| OpenProblem::Storage(StorageError::Other(why)))
}

/// Reads a workspace's document.
///
/// # Errors
/// See [`OpenProblem`].
pub async fn read(db: &Db, id: &str) -> Result<Stored, OpenProblem> {
    let stored = db.load_document(id).await.map_err(OpenProblem::Storage)?;
    let stored = stored.ok_or(OpenProblem::Missing)?;
    let lines: String = stored.log.iter().map(|(_, line)| line.as_str()).collect();
    prepare(&[&stored.state, &lines]).await?;
    let opened =
        plan::open(Some(&stored.state), lines.as_bytes()).map_err(OpenProblem::Document)?;
    let dropped = opened.dropped.map(|dropped| {
        (dropped.why, lines.get(dropped.from_byte..).unwrap_or_default().to_owned())
    });
    Ok(Stored {
        stale: opened.applied > 0 || dropped.is_some(),
        document: opened.document,
        log: opened.log,
        head: stored.head,
        dropped,
    })
}

/// The state of a new workspace.
///
/// # Errors
/// When the document has no JSON form; none that its own rules allow is like that.
pub fn first_state(document: &Document) -> Result<String, StorageError> {
    Log::default().compact(document).map_err(|e| StorageError::Other(e.to_string()))
}
