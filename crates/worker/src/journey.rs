//! Figures of a journey, a few conditions at a time.

use crate::host::{Answering, Task, takes_long};
use engine::message::{
    Answer, Call, JourneyAnswer, JourneyAsk, JourneyContext, Phase, Problem, Progress,
};
use web::clock::now_ms;

/// Answers once all conditions are judged; between some of them and the next a cancel is heard, and other
/// views get their turn.
#[inline(never)]
pub(crate) fn answer(task: &Task, context: Box<JourneyContext>, ask: JourneyAsk) -> Answering<'_> {
    Box::pin(answered(task, context, ask))
}

async fn answered(
    task: &Task,
    context: Box<JourneyContext>,
    ask: JourneyAsk,
) -> Result<Answer, Problem> {
    let begun = now_ms();
    let engine = &task.host.engine;
    let tell = |walked: u64| -> Result<(), Problem> {
        if takes_long(begun) {
            let (known, total) = engine.borrow().journey_far(&context, ask)?;
            let progress = Progress { phase: Phase::Counting, total, ..Progress::default() };
            task.progress(Progress { done: (known + walked).min(total), ..progress });
        }
        Ok(())
    };
    engine.borrow_mut().journey_begin(&context, ask)?;
    loop {
        task.make_columns(false).await?;
        let more = engine.borrow_mut().journey_step(&context, ask)?;
        if !more {
            break;
        }
        tell(0)?;
        task.breathe().await?;
    }
    if ask == JourneyAsk::View {
        return engine.borrow_mut().answer(Call::Journey { context, ask });
    }
    let mut walk = engine.borrow_mut().begin_course(&context)?;
    let all = walk.left();
    loop {
        task.make_columns(false).await?;
        let more = engine.borrow_mut().course_step(&context, &mut walk)?;
        if !more {
            return Ok(Answer::Journey(Box::new(JourneyAnswer::Course(walk.found))));
        }
        tell((all - walk.left()) as u64)?;
        task.breathe().await?;
    }
}
