//! The sample, made here for an empty workspace.

use crate::host::{Answering, Task};
use engine::Stored;
use engine::message::{Answer, Phase, Problem, Progress};
use sample::{Language, Spec};
use table::{Day, OutcomeMeaning};

/// Makes the sample's snapshots, where there are no others yet: it never takes the place of the
/// user's own.
#[inline(never)]
pub(crate) fn make(
    task: &Task,
    accounts: u32,
    weeks: u32,
    last_date: Day,
    japanese: bool,
) -> Answering<'_> {
    let language = if japanese { Language::Japanese } else { Language::English };
    Box::pin(made(task, Spec { accounts, weeks, ..Spec::new(last_date, language) }))
}

async fn made(task: &Task, spec: Spec) -> Result<Answer, Problem> {
    let _changing = task.change().await?;
    task.host.storage.check(task)?;
    if task.host.engine.borrow().store().iter().next().is_some() {
        return Err(Problem::Internal("the sample wants an empty workspace".to_owned()));
    }
    let total = u64::from(spec.weeks);
    let mut progress = Progress { phase: Phase::Making, total, ..Progress::default() };
    task.progress(progress);
    let mut new = Vec::with_capacity(spec.weeks as usize);
    for snapshot in sample::generate(spec) {
        task.breathe().await?;
        progress.done += 1;
        progress.rows += snapshot.table.rows as u64;
        task.progress(progress);
        new.push(Stored::new(snapshot, OutcomeMeaning::OneIsRenewed));
    }
    progress.phase = Phase::Storing;
    task.progress(progress);
    task.host.storage.replace(task, &task.workspace, new, &[]).await?;
    Ok(Answer::Snapshots(task.snapshots().await))
}
