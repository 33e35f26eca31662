//! The whole workspace as one file, out and in, entry by entry. The browser packs and unpacks, off this
//! thread; while it does, a cancel is heard.

use crate::host::Task;
use crate::open;
use engine::Stored;
use engine::archive::{Packer, Unpacker};
use engine::message::{Answer, BadEntry, BadFile, Phase, Problem, Progress, WorkspaceBytes};
use js_sys::Uint8Array;
use web::compress::{CompressError, Format, compress, decompress};
use web_sys::File;

/// Writes the workspace file.
pub(crate) async fn save(task: &Task, document: String) -> Result<Answer, Problem> {
    // Until it is written nothing else changes snapshots or brings in others.
    let _changing = task.change().await?;
    task.host.storage.check(task)?;
    let (mut packer, rows) = {
        let engine = task.host.engine.borrow();
        let rows = engine.store().iter().map(|s| s.snapshot.table.rows as u64).sum();
        (Packer::new(document, engine.store())?, rows)
    };
    let left_out = task.host.storage.damaged();
    loop {
        let (done, total) = packer.progress();
        task.progress(Progress { phase: Phase::Storing, done, total, rows });
        task.breathe().await?;
        let piece = packer.next(task.host.engine.borrow().store())?;
        let Some(piece) = piece else { break };
        let packed = compress(Format::DeflateRaw, &piece.bytes).await.map_err(not_packed)?;
        packer.put(&piece, &packed.to_vec())?;
    }
    Ok(Answer::WorkspaceFile(WorkspaceBytes { bytes: packer.finish()?, left_out }))
}

/// Reads a workspace file into a new workspace of the database, and opens that.
pub(crate) async fn read(
    task: &Task,
    files: &[File],
    workspace: String,
) -> Result<Answer, Problem> {
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
    let (document, snapshots) = unpack(task, Unpacker::open(bytes)?).await?;
    let rows = snapshots.iter().map(|s| s.snapshot.table.rows as u64).sum();
    task.progress(Progress { phase: Phase::Storing, done: total, total, rows });
    store(task, workspace, snapshots).await?;
    Ok(Answer::WorkspaceRead { document, snapshots: task.snapshots().await })
}

async fn unpack(task: &Task, mut unpacker: Unpacker) -> Result<(String, Vec<Stored>), Problem> {
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
    Ok(unpacker.finish())
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
