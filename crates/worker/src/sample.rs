//! The sample workspace, made here.

use crate::host::Task;
use engine::Stored;
use engine::message::{Answer, Phase, Problem, Progress};
use sample::{Language, Spec};
use table::{Day, OutcomeMeaning, SnapshotId};

/// Makes the sample's snapshots in the place of all others.
pub(crate) async fn make(
    task: &Task,
    accounts: u32,
    weeks: u32,
    last_date: Day,
    japanese: bool,
) -> Result<Answer, Problem> {
    let _changing = task.change().await?;
    let language = if japanese { Language::Japanese } else { Language::English };
    let spec = Spec { accounts, weeks, ..Spec::new(last_date, language) };
    let mut progress =
        Progress { phase: Phase::Making, total: u64::from(weeks), ..Progress::default() };
    task.progress(progress);
    let mut new = Vec::with_capacity(weeks as usize);
    for snapshot in sample::generate(spec) {
        task.breathe().await?;
        progress.done += 1;
        progress.rows += snapshot.table.rows as u64;
        task.progress(progress);
        new.push(Stored { snapshot, outcome_meaning: OutcomeMeaning::OneIsRenewed });
    }
    progress.phase = Phase::Storing;
    task.progress(progress);
    let gone: Vec<SnapshotId> = task.host.engine.borrow().store().iter().map(Stored::id).collect();
    task.host.storage.replace(task, new, &gone).await?;
    Ok(Answer::Snapshots(task.host.engine.borrow().infos()))
}
