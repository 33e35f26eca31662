//! The workspaces of this browser: which there are, which was open last, new, renamed, deleted.

use super::keeper::lock_name;
use super::stored::{self, OpenProblem};
use plan::{Document, Edit};
use std::time::Duration;
use web::clock;
use web::db::{Db, StorageError, Workspace};
use web::lock::{self, Mode};
use web::timers::future::sleep;

const LAST: &str = "last-workspace";

/// Makes a workspace of a document and gives its id.
///
/// # Errors
/// Those of the database; then there is no new workspace.
pub async fn create(db: &Db, document: &Document) -> Result<String, StorageError> {
    let id = clock::random_id();
    create_as(db, &id, document, 0).await?;
    Ok(id)
}

/// Makes a workspace of that id.
///
/// # Errors
/// Those of the database; [`StorageError::Conflict`] when there is one of that id.
pub async fn create_as(
    db: &Db,
    id: &str,
    document: &Document,
    accounts: u32,
) -> Result<(), StorageError> {
    let now = clock::now_ms();
    let row = Workspace {
        id: id.to_owned(),
        name: document.name.clone(),
        created: now,
        updated: now,
        accounts,
    };
    db.create_workspace(&row, &stored::first_state(document)?).await
}

/// The workspace to open: `wanted` when it is there, else the one that was open last, else the one that
/// was changed last, else a new one.
///
/// # Errors
/// Those of the database.
pub async fn to_open(db: &Db, wanted: Option<String>) -> Result<String, StorageError> {
    // Two tabs of a first visit make one workspace, not two. Without locks they make two.
    let guard = lock::hold("sodachi", Mode::Wait, || {}).await;
    let list = db.list_workspaces().await?;
    let last = db.get_setting(LAST).await?;
    let found =
        [wanted, last].into_iter().flatten().find(|id| list.iter().any(|row| row.id == *id));
    let id = match found.or_else(|| list.first().map(|row| row.id.clone())) {
        Some(id) => id,
        None => create(db, &Document::default()).await?,
    };
    drop(guard);
    Ok(id)
}

/// Remembers which workspace was open last.
///
/// # Errors
/// Those of the database.
pub async fn remember(db: &Db, id: &str) -> Result<(), StorageError> {
    db.set_setting(LAST, Some(id)).await
}

/// Renames a workspace that is not open in this tab; the document says its name too. False when another
/// tab has it open.
///
/// # Errors
/// See [`OpenProblem`].
pub async fn rename(db: &Db, id: &str, name: &str) -> Result<bool, OpenProblem> {
    let Some(_guard) = alone(id).await else { return Ok(false) };
    let stored::Stored { mut document, mut log, head, dropped, .. } = stored::read(db, id).await?;
    // A damaged log is repaired by opening the workspace, not here.
    if dropped.is_none() {
        let edit = Edit::SetWorkspaceName(name.to_owned());
        if document.apply(edit.clone()).is_ok()
            && let Ok(line) = log.record(&edit)
        {
            db.append_log(id, &[(head + 1, line)]).await.map_err(OpenProblem::Storage)?;
        }
    }
    db.rename_workspace(id, name).await.map_err(OpenProblem::Storage)?;
    Ok(true)
}

/// Deletes a workspace with all its data. False when another tab has it open.
///
/// # Errors
/// Those of the database; nothing is deleted then.
pub async fn delete(db: &Db, id: &str) -> Result<bool, StorageError> {
    let Some(_guard) = alone(id).await else { return Ok(false) };
    db.delete_workspace(id).await?;
    set_left_over(db, id, None).await?;
    Ok(true)
}

/// Edits that could not become part of the document: lines of a damaged log, or edits made while another
/// tab took over. They stay until the user has them or does not want them.
///
/// # Errors
/// Those of the database.
pub async fn left_over(db: &Db, id: &str) -> Result<Option<String>, StorageError> {
    db.get_setting(&left_over_name(id)).await
}

/// Puts edits aside that could not become part of the document.
///
/// # Errors
/// Those of the database.
pub async fn add_left_over(db: &Db, id: &str, lines: &str) -> Result<(), StorageError> {
    let earlier = left_over(db, id).await?.unwrap_or_default();
    set_left_over(db, id, Some(&(earlier + lines))).await
}

/// Forgets what was put aside.
///
/// # Errors
/// Those of the database.
pub async fn forget_left_over(db: &Db, id: &str) -> Result<(), StorageError> {
    set_left_over(db, id, None).await
}

async fn set_left_over(db: &Db, id: &str, lines: Option<&str>) -> Result<(), StorageError> {
    db.set_setting(&left_over_name(id), lines).await
}

fn left_over_name(id: &str) -> String {
    format!("left-over/{id}")
}

/// The lock of a workspace, or, without Web Locks, nothing but permission. Tries for a moment: a tab that
/// has just left may not have let go yet.
async fn alone(id: &str) -> Option<Option<lock::LockGuard>> {
    for _ in 0..4 {
        match lock::hold(&lock_name(id), Mode::IfAvailable, || {}).await {
            Ok(Some(guard)) => return Some(Some(guard)),
            Ok(None) => sleep(Duration::from_millis(40)).await,
            Err(_) => return Some(None),
        }
    }
    None
}
