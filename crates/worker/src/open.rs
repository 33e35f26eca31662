//! A workspace out of the browser's database into memory.

use crate::host::Task;
use crate::persist::problem;
use engine::message::{Answer, DamagedSnapshot, Phase, Problem, Progress};
use engine::{Meta, SnapshotParts, Stored};
use js_sys::Uint8Array;
use table::SnapshotId;
use web::db::{Db, SnapshotRecord, StorageError};

/// Loads the snapshots of a workspace in the place of those in memory. One that cannot be read does not
/// keep the others from being used.
pub(crate) async fn open(task: &Task, workspace: String) -> Result<Answer, Problem> {
    let _changing = task.change().await?;
    let db = task.host.storage.db().await?;
    let records = db.load_snapshots(&workspace).await.map_err(problem)?;
    let mut progress =
        Progress { phase: Phase::Loading, total: records.len() as u64, ..Progress::default() };
    let mut all = Vec::with_capacity(records.len());
    let mut damaged = Vec::new();
    for record in records {
        task.go_on()?;
        progress.done += 1;
        match load(&db, &workspace, &record).await? {
            Ok(stored) => {
                progress.rows += stored.snapshot.table.rows as u64;
                all.push(stored);
            }
            Err(why) => {
                let (date, file) = Meta::glimpse(&record.meta);
                damaged.push(DamagedSnapshot { id: SnapshotId(record.id), date, file, why });
            }
        }
        task.progress(progress);
    }
    let ids = damaged.iter().map(|d| d.id).collect();
    task.host.storage.turn_to(db, workspace, ids);
    task.host.engine.borrow_mut().load(all);
    Ok(Answer::Opened { snapshots: task.snapshots().await, damaged })
}

/// One snapshot, or what is wrong with it.
///
/// # Errors
/// The database itself is gone.
async fn load(
    db: &Db,
    workspace: &str,
    record: &SnapshotRecord,
) -> Result<Result<Stored, Problem>, Problem> {
    let columns = match db.load_columns(workspace, record.id).await {
        Ok(columns) => columns.iter().map(Uint8Array::to_vec).collect(),
        Err(error @ StorageError::Other(_)) => return Ok(Err(problem(error))),
        Err(error) => return Err(problem(error)),
    };
    let stored = SnapshotParts { meta: record.meta.clone(), columns }.read();
    // what belongs to another record would be deleted in its place
    Ok(stored.and_then(|stored| {
        if stored.id().0 == record.id { Ok(stored) } else { Err(Problem::NoSnapshot(record.id)) }
    }))
}
