//! Figures of a KPI tree, a few aggregates at a time.

use crate::host::{Answering, Task};
use engine::message::{Answer, Call, KpiAsk, KpiContext, Problem};

/// Answers once all aggregates are known; between some of them and the next a cancel is heard, and other
/// views get their turn.
#[inline(never)]
pub(crate) fn answer(task: &Task, context: Box<KpiContext>, ask: KpiAsk) -> Answering<'_> {
    Box::pin(answered(task, context, ask))
}

async fn answered(task: &Task, context: Box<KpiContext>, ask: KpiAsk) -> Result<Answer, Problem> {
    task.host.engine.borrow_mut().kpi_begin(&context, &ask)?;
    loop {
        task.make_columns(false).await?;
        let more = task.host.engine.borrow_mut().kpi_step(&context, &ask)?;
        if !more {
            return task.host.engine.borrow_mut().answer(Call::Kpi { context, ask });
        }
        task.breathe().await?;
    }
}
