//! The whole workspace as one file, out and in.

use crate::host::Task;
use crate::persist;
use engine::message::{Answer, Phase, Problem, Progress, WorkspaceBytes};
use engine::{Stored, archive};
use web_sys::File;

/// Writes the workspace file.
pub(crate) async fn save(task: &Task, document: &str) -> Result<Answer, Problem> {
    task.host.storage.check(task)?;
    let rows: u64 =
        task.host.engine.borrow().store().iter().map(|s| s.snapshot.table.rows as u64).sum();
    task.progress(Progress { phase: Phase::Storing, rows, ..Progress::default() });
    task.breathe().await?;
    // Another one may have come into memory meanwhile.
    task.host.storage.check(task)?;
    let bytes = archive::pack(document, task.host.engine.borrow().store().iter())?;
    Ok(Answer::WorkspaceFile(WorkspaceBytes { bytes }))
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
    let bytes = web::file::bytes(file)
        .await
        .map_err(|reason| Problem::Unreadable { file: file.name(), reason })?;
    task.go_on()?;
    let (document, snapshots) = archive::unpack(&bytes)?;
    drop(bytes);
    let rows = snapshots.iter().map(|s| s.snapshot.table.rows as u64).sum();
    task.progress(Progress { phase: Phase::Storing, done: total, total, rows });
    store(task, workspace, snapshots).await?;
    Ok(Answer::WorkspaceRead { document, snapshots: task.host.engine.borrow().infos() })
}

async fn store(task: &Task, workspace: String, snapshots: Vec<Stored>) -> Result<(), Problem> {
    persist::open(task, workspace.clone()).await?;
    let _changing = task.change().await?;
    task.host.storage.replace(task, &workspace, snapshots, &[]).await
}
