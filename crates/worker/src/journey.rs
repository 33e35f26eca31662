//! Figures of a journey, a few conditions at a time.

use crate::host::Task;
use engine::message::{Answer, Call, JourneyAsk, JourneyContext, Problem};

/// Answers once all conditions are judged; between some of them and the next a cancel is heard, and other
/// views get their turn.
pub(crate) async fn answer(
    task: &Task,
    context: Box<JourneyContext>,
    ask: JourneyAsk,
) -> Result<Answer, Problem> {
    task.host.engine.borrow_mut().begin_journey(&context, ask)?;
    loop {
        task.make_columns().await?;
        let more = task.host.engine.borrow_mut().journey_step(&context, ask)?;
        if !more {
            return task.host.engine.borrow_mut().answer(Call::Journey { context, ask });
        }
        task.breathe().await?;
    }
}
