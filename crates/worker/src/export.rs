//! The accounts of a query as files, some rows at a time.

use crate::host::Task;
use engine::message::{AccountQuery, Answer, Export, Phase, Problem, Progress, ScoringContext};

/// Between so many rows a cancel is heard: some twenty milliseconds.
const PIECE_ROWS: usize = 20_000;

/// Writes the files.
pub(crate) async fn accounts(
    task: &Task,
    context: &ScoringContext,
    query: &AccountQuery,
    export: Export,
) -> Result<Answer, Problem> {
    // Until it is written nothing else changes snapshots or brings in others.
    let _changing = task.change().await?;
    task.host.storage.check(task)?;
    let mut exporting = task.host.engine.borrow_mut().begin_export(context, query, export)?;
    loop {
        let (done, total) = exporting.progress();
        task.progress(Progress { phase: Phase::Storing, done, total, rows: done });
        task.breathe().await?;
        if !task.host.engine.borrow().export_rows(&mut exporting, PIECE_ROWS)? {
            return Ok(Answer::Exported(exporting.finish()));
        }
    }
}
