//! Snapshots in the browser's database: memory and database change together, the database first.

use crate::host::Task;
use engine::message::{Answer, Problem, SnapshotMeta};
use engine::{Meta, SnapshotParts, Stored};
use js_sys::Uint8Array;
use std::cell::RefCell;
use table::{Day, OutcomeMeaning, Role, SnapshotId};
use web::db::{Db, SnapshotWrite, StorageError};

/// Where the workspace's snapshots are kept. Without an open workspace they are in memory only.
#[derive(Default)]
pub(crate) struct Storage {
    open: RefCell<Option<Place>>,
    /// Snapshots of the open workspace that are in the database only: they cannot be read.
    damaged: RefCell<Vec<SnapshotId>>,
}

#[derive(Clone)]
struct Place {
    db: Db,
    workspace: String,
}

impl Storage {
    fn place(&self) -> Option<Place> {
        self.open.borrow().clone()
    }

    /// The database, opened anew where it was lost.
    pub(crate) async fn db(&self) -> Result<Db, Problem> {
        match self.place() {
            Some(place) if place.db.lost().is_none() => Ok(place.db),
            _ => Db::open().await.map_err(problem),
        }
    }

    /// From now on a workspace's snapshots are kept there; some of them cannot be read.
    pub(crate) fn turn_to(&self, db: Db, workspace: String, damaged: Vec<SnapshotId>) {
        *self.open.borrow_mut() = Some(Place { db, workspace });
        *self.damaged.borrow_mut() = damaged;
    }

    /// The place of that workspace. `None` is memory only, where no workspace was ever opened.
    ///
    /// # Errors
    /// [`Problem::NotOpen`] when another workspace is in memory: what was meant for one must not
    /// reach the other.
    fn place_of(&self, workspace: &str) -> Result<Option<Place>, Problem> {
        match self.place() {
            Some(place) if place.workspace == workspace => Ok(Some(place)),
            None if workspace.is_empty() => Ok(None),
            _ => Err(Problem::NotOpen),
        }
    }

    /// Whether the task's workspace is the one in memory.
    ///
    /// # Errors
    /// [`Problem::NotOpen`] when it is not.
    pub(crate) fn check(&self, task: &Task) -> Result<(), Problem> {
        self.place_of(&task.workspace).map(|_| ())
    }

    /// New snapshots of a workspace in, others out: in one transaction, then in memory. The last
    /// moment to cancel is before the transaction.
    pub(crate) async fn replace(
        &self,
        task: &Task,
        workspace: &str,
        mut new: Vec<Stored>,
        gone: &[SnapshotId],
    ) -> Result<(), Problem> {
        let place = self.place_of(workspace)?;
        let first = match &place {
            Some(p) => p.db.next_snapshot_id(&p.workspace).await.map_err(problem)?,
            None => {
                let engine = task.host.engine.borrow();
                engine.store().iter().map(|s| s.id().0 + 1).max().unwrap_or(1)
            }
        };
        for (stored, id) in new.iter_mut().zip(first..) {
            stored.snapshot.id = SnapshotId(id);
        }
        if let Some(p) = &place {
            let writes: Vec<SnapshotWrite> = new.iter().map(write).collect::<Result<_, _>>()?;
            let ids: Vec<u32> = gone.iter().map(|id| id.0).collect();
            task.breathe().await?;
            p.db.write_snapshots(&p.workspace, &writes, &ids).await.map_err(problem)?;
        } else {
            task.go_on()?;
        }
        self.damaged.borrow_mut().retain(|id| !gone.contains(id));
        task.host.engine.borrow_mut().replace(new, gone);
        Ok(())
    }

    /// How many snapshots of the open workspace cannot be read.
    pub(crate) fn damaged(&self) -> u32 {
        u32::try_from(self.damaged.borrow().len()).unwrap_or(u32::MAX)
    }

    async fn rewrite(&self, task: &Task, metas: &[Meta]) -> Result<(), Problem> {
        let Some(p) = self.place_of(&task.workspace)? else { return Ok(()) };
        let mut lines = Vec::with_capacity(metas.len());
        for meta in metas {
            lines.push((meta.id.0, meta.to_json()?));
        }
        p.db.write_meta(&p.workspace, &lines).await.map_err(problem)
    }
}

/// Deletes a snapshot, also one that cannot be read.
pub(crate) async fn delete(task: &Task, id: SnapshotId) -> Result<Answer, Problem> {
    let _changing = task.change().await?;
    task.host.storage.check(task)?;
    if !task.host.storage.damaged.borrow().contains(&id) {
        task.host.engine.borrow().store().get(id)?;
    }
    task.host.storage.replace(task, &task.workspace, Vec::new(), &[id]).await?;
    Ok(Answer::Snapshots(task.snapshots().await))
}

/// Changes a snapshot's date.
pub(crate) async fn set_date(task: &Task, id: SnapshotId, date: Day) -> Result<Answer, Problem> {
    let _changing = task.change().await?;
    task.host.storage.check(task)?;
    let meta = {
        let engine = task.host.engine.borrow();
        if engine.store().iter().any(|s| s.snapshot.date == date && s.id() != id) {
            return Err(Problem::DateTaken(date));
        }
        Meta { date, ..Meta::of(engine.store().get(id)?) }
    };
    task.host.storage.rewrite(task, &[meta]).await?;
    task.host.engine.borrow_mut().change(&[id], |stored| stored.snapshot.date = date);
    Ok(Answer::Snapshots(task.snapshots().await))
}

/// Gives a column another role in every snapshot that has it. A role that only one column may have
/// is taken from the one that had it. The account id stays where the file was read with it: without
/// it the accounts could not be told apart.
pub(crate) async fn set_role(task: &Task, column: &str, role: Role) -> Result<Answer, Problem> {
    let _changing = task.change().await?;
    task.host.storage.check(task)?;
    if role == Role::AccountId {
        return Err(Problem::Internal("the account id is chosen at the import".to_owned()));
    }
    let metas: Vec<Meta> = {
        let engine = task.host.engine.borrow();
        let with = engine.store().iter().filter_map(|stored| {
            let at = stored.of_file().position(|(_, c, _)| c.name == column)?;
            let mut meta = Meta::of(stored);
            if meta.roles.get(at) == Some(&Role::AccountId) {
                return None;
            }
            if !role.is_shared() {
                let had = meta.roles.iter_mut().filter(|r| **r == role);
                had.for_each(|r| *r = Role::Other);
            }
            meta.roles[at] = role;
            if role == Role::Outcome {
                // what yes meant in another column says nothing about this one
                meta.outcome_meaning = OutcomeMeaning::of_name(column);
            }
            Some(meta)
        });
        with.collect()
    };
    if metas.is_empty() {
        return Err(Problem::NoColumn(column.to_owned()));
    }
    task.host.storage.rewrite(task, &metas).await?;
    let ids: Vec<SnapshotId> = metas.iter().map(|meta| meta.id).collect();
    task.host.engine.borrow_mut().change(&ids, |stored| {
        if let Some(meta) = metas.iter().find(|meta| meta.id == stored.id()) {
            stored.snapshot.roles.clone_from(&meta.roles);
            stored.outcome_meaning = meta.outcome_meaning;
        }
    });
    Ok(Answer::Snapshots(task.snapshots().await))
}

/// Says what yes means in an outcome column, in every snapshot where it has that role.
pub(crate) async fn set_outcome_meaning(
    task: &Task,
    column: &str,
    meaning: OutcomeMeaning,
) -> Result<Answer, Problem> {
    let _changing = task.change().await?;
    task.host.storage.check(task)?;
    let metas: Vec<Meta> = {
        let engine = task.host.engine.borrow();
        let is_it = |s: &&Stored| s.column_of(Role::Outcome).is_some_and(|c| c.name == column);
        let with = engine.store().iter().filter(is_it);
        with.map(|stored| Meta { outcome_meaning: meaning, ..Meta::of(stored) }).collect()
    };
    if metas.is_empty() {
        return Err(Problem::NoColumn(column.to_owned()));
    }
    task.host.storage.rewrite(task, &metas).await?;
    let ids: Vec<SnapshotId> = metas.iter().map(|meta| meta.id).collect();
    task.host.engine.borrow_mut().change(&ids, |stored| stored.outcome_meaning = meaning);
    Ok(Answer::Snapshots(task.snapshots().await))
}

/// Says of snapshots what was said of them at another time. Those that are gone since are left out; roles
/// that are not of this file's columns change nothing.
pub(crate) async fn say_of(task: &Task, said: Vec<SnapshotMeta>) -> Result<Answer, Problem> {
    let _changing = task.change().await?;
    task.host.storage.check(task)?;
    let metas: Vec<Meta> = {
        let engine = task.host.engine.borrow();
        let is_said = |id: SnapshotId| said.iter().any(|s| s.id == id);
        let others = engine.store().iter().filter(|stored| !is_said(stored.id()));
        let taken: Vec<Day> = others.map(|stored| stored.snapshot.date).collect();
        let mut metas = Vec::with_capacity(said.len());
        for SnapshotMeta { id, date, roles, outcome_meaning } in said {
            let Ok(stored) = engine.store().get(id) else { continue };
            let now = Meta::of(stored);
            if taken.contains(&date) {
                return Err(Problem::DateTaken(date));
            }
            let roles = if roles.len() == now.roles.len() { roles } else { now.roles.clone() };
            metas.push(Meta { date, roles, outcome_meaning, ..now });
        }
        metas
    };
    task.host.storage.rewrite(task, &metas).await?;
    let ids: Vec<SnapshotId> = metas.iter().map(|meta| meta.id).collect();
    task.host.engine.borrow_mut().change(&ids, |stored| {
        if let Some(meta) = metas.iter().find(|meta| meta.id == stored.id()) {
            stored.snapshot.date = meta.date;
            stored.snapshot.roles.clone_from(&meta.roles);
            stored.outcome_meaning = meta.outcome_meaning;
        }
    });
    Ok(Answer::Snapshots(task.snapshots().await))
}

fn write(stored: &Stored) -> Result<SnapshotWrite, Problem> {
    let parts = SnapshotParts::of(stored)?;
    let columns = parts.columns.iter().map(|c| Uint8Array::from(c.as_slice())).collect();
    Ok(SnapshotWrite { id: stored.id().0, meta: parts.meta, columns })
}

/// A storage error in the words of the product.
pub(crate) fn problem(e: StorageError) -> Problem {
    match e {
        StorageError::Quota => Problem::QuotaFull,
        other => Problem::Storage(other.reason().to_owned()),
    }
}
