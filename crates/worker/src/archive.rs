//! The whole workspace as one file, out and in, entry by entry. The browser packs and unpacks, off this
//! thread; while it does, a cancel is heard.

use crate::host::{Answering, Task};
use crate::open;
use crate::persist::problem;
use engine::Stored;
use engine::archive::{NamedVersion, Packer, Unpacker};
use engine::message::{Answer, BadEntry, BadFile, Phase, Problem, Progress, WorkspaceBytes};
use js_sys::Uint8Array;
use web::compress::{CompressError, Format, compress, decompress};
use web::db::KeptVersion;
use web_sys::File;

/// Writes the workspace file.
#[inline(never)]
pub(crate) fn save(task: &Task, document: String) -> Answering<'_> {
    Box::pin(written(task, document))
}

/// Reads a workspace file into a new workspace of the database, and opens that.
#[inline(never)]
pub(crate) fn read<'a>(task: &'a Task, files: &'a [File], workspace: String) -> Answering<'a> {
    Box::pin(opened(task, files, workspace))
}

async fn written(task: &Task, document: String) -> Result<Answer, Problem> {
    // Until it is written nothing else changes snapshots or brings in others.
    let _changing = task.change().await?;
    task.host.storage.check(task)?;
    let named = named(task).await?;
    let unread = named.as_ref().map(|named| named.unread);
    let versions = named.map(|named| named.versions).unwrap_or_default();
    let (mut packer, rows) = {
        let engine = task.host.engine.borrow();
        let rows = engine.store().iter().map(|s| s.snapshot.table.rows as u64).sum();
        (Packer::new(document, versions, engine.store())?, rows)
    };
    let left_out = task.host.storage.damaged();
    let too_many = u32::try_from(packer.versions_left_out()).unwrap_or(u32::MAX);
    let versions_left_out = unread.map(|unread| unread.saturating_add(too_many));
    loop {
        let (done, total) = packer.progress();
        task.progress(Progress { phase: Phase::Storing, done, total, rows });
        task.breathe().await?;
        let piece = packer.next(task.host.engine.borrow().store())?;
        let Some(piece) = piece else { break };
        let packed = compress(Format::DeflateRaw, &piece.bytes).await.map_err(not_packed)?;
        packer.put(&piece, &packed.to_vec())?;
    }
    let bytes = packer.finish()?;
    Ok(Answer::WorkspaceFile(WorkspaceBytes { bytes, left_out, versions_left_out }))
}

async fn opened(task: &Task, files: &[File], workspace: String) -> Result<Answer, Problem> {
    let Some(file) = files.first() else {
        return Err(Problem::Internal("no file beside the call".to_owned()));
    };
    let total = file.size() as u64;
    task.progress(Progress { phase: Phase::Loading, total, ..Progress::default() });
    if total > Unpacker::MOST_FILE_BYTES {
        let most = Unpacker::MOST_FILE_BYTES >> 20;
        return Err(BadFile::TooLarge(most).into());
    }
    let bytes = web::file::bytes(file)
        .await
        .map_err(|reason| Problem::Unreadable { file: file.name(), reason })?;
    let (document, versions, snapshots) = unpack(task, Unpacker::open(bytes)?).await?;
    let rows = snapshots.iter().map(|s| s.snapshot.table.rows as u64).sum();
    task.progress(Progress { phase: Phase::Storing, done: total, total, rows });
    store(task, workspace.clone(), snapshots).await?;
    let db = task.host.storage.db().await?;
    for NamedVersion { at_ms, name, document } in versions {
        let kept = KeptVersion { at: at_ms as f64, name };
        db.keep_version(&workspace, &kept, &document).await.map_err(problem)?;
    }
    Ok(Answer::WorkspaceRead { document, snapshots: task.snapshots().await })
}

/// What the database gives of the named versions of a workspace.
#[derive(Default)]
struct Named {
    /// The oldest first.
    versions: Vec<NamedVersion>,
    /// How many there are that cannot be read.
    unread: u32,
}

/// The named versions of the task's workspace. `None` when the database cannot be asked: a file is what saves edits
/// from a database that is lost, so it is written without them.
///
/// # Errors
/// [`Problem::Cancelled`] only.
async fn named(task: &Task) -> Result<Option<Named>, Problem> {
    let Ok(db) = task.host.storage.db().await else { return Ok(None) };
    let Ok(kept) = db.versions(&task.workspace).await else { return Ok(None) };
    let mut all = Named::default();
    for version in kept.into_iter().rev().filter(|v| !v.name.is_empty()) {
        task.go_on()?;
        match db.load_version(&task.workspace, &version).await {
            Ok(document) => {
                let at_ms = version.at as u64;
                all.versions.push(NamedVersion { at_ms, name: version.name, document });
            }
            Err(_) => all.unread += 1,
        }
    }
    Ok(Some(all))
}

async fn unpack(
    task: &Task,
    mut unpacker: Unpacker,
) -> Result<(String, Vec<NamedVersion>, Vec<Stored>), Problem> {
    loop {
        let (done, total) = unpacker.progress();
        task.progress(Progress { phase: Phase::Loading, done, total, ..Progress::default() });
        task.breathe().await?;
        let Some(packed) = unpacker.next()? else { break };
        let bytes = if packed.deflated {
            decompress(Format::DeflateRaw, &Uint8Array::from(packed.bytes), packed.most)
                .await
                .map_err(|e| BadFile::entry(&packed.name, bad_entry(&e)))?
        } else {
            packed.bytes.to_vec()
        };
        unpacker.give(bytes)?;
    }
    let versions = unpacker.take_versions();
    let (document, snapshots) = unpacker.finish();
    Ok((document, versions, snapshots))
}

fn not_packed(error: CompressError) -> Problem {
    match error {
        CompressError::TooLarge { .. } => Problem::WorkspaceTooLarge,
        CompressError::Broken(reason) => Problem::NotPacked(reason),
    }
}

fn bad_entry(error: &CompressError) -> BadEntry {
    match error {
        CompressError::TooLarge { .. } => BadEntry::TooLarge,
        CompressError::Broken(_) => BadEntry::Damaged,
    }
}

async fn store(task: &Task, workspace: String, snapshots: Vec<Stored>) -> Result<(), Problem> {
    open::open(task, workspace.clone()).await?;
    let _changing = task.change().await?;
    task.host.storage.replace(task, &workspace, snapshots, &[]).await
}
