//! What the accounts of the snapshots say about a journey: who stands where, who passes, how long it takes.

mod band;
mod checkpoint;
mod findings;
mod go_to;
mod leaving;
mod onboarding;
mod stage_form;
mod success;
mod told;
mod way;
mod why;

pub use band::band;
#[cfg(test)]
pub use leaving::LeavingStage;
pub use leaving::{Leaving, leaving};
pub use stage_form::stage_form;
pub use success::{asks_for_review, success};

use checkpoint::checkpoint_live;
use told::stage_live;

use super::words::name_of;
use crate::markup::html;
use crate::parts::focus_soon;
use crate::query::{View, use_view};
use crate::scoring::use_scoring_context;
use crate::state::use_session;
use crate::text::Text;
use engine::message::{
    Answer, Call, JourneyAnswer, JourneyAsk, JourneyCheckpoint, JourneyContext, JourneyCourse,
    JourneyStage, JourneyView, ScoringContext,
};
use plan::{Document, ElementId, Kind};
use score::journey::{JourneyFigures, Passing, StageFigures};
use table::Day;
use yew::prelude::*;

/// What is known of a journey's accounts. Figures are of the places that stages and checkpoints have now.
pub struct Live {
    /// The question; `None` without a snapshot.
    context: Option<JourneyContext>,
    /// The day on show, and the one it is compared with.
    days: Option<(Day, Option<Day>)>,
    view: View,
    course: View,
}

/// Asks for the figures of a journey as it is edited, once it has a condition.
#[hook]
pub fn use_live(document: &Document, journey: ElementId) -> Live {
    let context = use_scoring_context().and_then(|scoring| context(document, journey, scoring));
    let session = use_session();
    let days = session.as_of().map(|s| (s.date, session.compared().map(|s| s.date)));
    let asked = context.clone().filter(has_conditions);
    let call = |context: JourneyContext, ask| Call::Journey { context: Box::new(context), ask };
    let view = use_view(asked.clone().map(|context| call(context, JourneyAsk::View)));
    // How long it takes does not hang on what is compared.
    let alone = |context: JourneyContext| JourneyContext {
        scoring: ScoringContext { compared: None, ..context.scoring },
        ..context
    };
    let course = use_view(asked.map(|context| call(alone(context), JourneyAsk::Course)));
    Live { context, days, view, course }
}

/// A journey as the engine is asked about it.
pub fn context(
    document: &Document,
    journey: ElementId,
    scoring: ScoringContext,
) -> Option<JourneyContext> {
    let body = document.journey(journey)?;
    let checkpoint = |id: ElementId| {
        let checkpoint = document.checkpoint(id)?;
        Some(JourneyCheckpoint {
            condition: checkpoint.condition.clone(),
            target: checkpoint.target,
            onboarding: checkpoint.onboarding,
        })
    };
    let stage = |id: ElementId| {
        let stage = document.stage(id)?;
        let below = document.children_of_kind(Some(id), Kind::Checkpoint);
        Some(JourneyStage {
            entry: stage.entry.clone(),
            target: stage.target,
            checkpoints: below.iter().filter_map(|e| checkpoint(e.id)).collect(),
        })
    };
    Some(JourneyContext {
        scoring,
        kind: body.accounts.clone(),
        success: body.succeeds.clone(),
        stages: document.stages(journey).into_iter().filter_map(stage).collect(),
    })
}

fn has_conditions(context: &JourneyContext) -> bool {
    let said = |text: &str| !text.trim().is_empty();
    let of_stage =
        |s: &JourneyStage| said(&s.entry) || s.checkpoints.iter().any(|c| said(&c.condition));
    said(&context.success) || context.stages.iter().any(of_stage)
}

impl Live {
    /// Who stands where, when the answer is to a question with as many stages and checkpoints.
    fn view(&self) -> Option<&JourneyView> {
        match self.answer(&self.view)? {
            JourneyAnswer::View(view) => Some(view),
            JourneyAnswer::Course(_) => None,
        }
    }

    fn course(&self) -> Option<&JourneyCourse> {
        // Of a question that was cancelled nothing is known; the answer is to the one before.
        let known = Some(&self.course).filter(|course| course.problem.is_none());
        match self.answer(known?)? {
            JourneyAnswer::Course(course) => Some(course),
            JourneyAnswer::View(_) => None,
        }
    }

    fn answer<'a>(&self, view: &'a View) -> Option<&'a JourneyAnswer> {
        let shape = |context: &JourneyContext| -> Vec<usize> {
            context.stages.iter().map(|s| s.checkpoints.len()).collect()
        };
        match (view.question.as_deref(), view.answer.as_deref()) {
            (Some(Call::Journey { context, .. }), Some(Answer::Journey(answer))) => {
                (shape(context) == shape(self.context.as_ref()?)).then_some(&**answer)
            }
            _ => None,
        }
    }

    /// The snapshot on show.
    pub fn now(&self) -> Option<&JourneyFigures> {
        self.view()?.now.as_ref()
    }

    /// Of which day the figures are, and with which they are compared; empty without figures.
    pub fn days(&self, text: &Text) -> String {
        let Some((day, compared)) = self.days.filter(|_| self.now().is_some()) else {
            return String::new();
        };
        let one = |id: &str, day| format!("{} {}", text.t(id), text.date(day));
        let days = [Some(one("as-of", day)), compared.map(|day| one("compared-with", day))];
        days.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn before(&self) -> Option<&JourneyFigures> {
        self.view()?.before.as_ref()
    }

    /// Of a checkpoint (stage, checkpoint) in the compared snapshot.
    fn passing_before(&self, stage: usize, at: usize) -> Option<Passing> {
        let checkpoints = &self.before()?.stages.get(stage)?.checkpoints;
        Some(checkpoints.get(at)?.as_ref()?.passing)
    }

    fn stage(&self, at: usize) -> Option<&StageFigures> {
        self.now()?.stages.get(at)
    }
}

/// A button that asks once more for what was cancelled or went wrong. It goes when it is pressed: the focus goes to what
/// has the id `around`.
fn again(text: &Text, view: &View, around: &'static str) -> Html {
    let onclick = view.again.reform(|_: MouseEvent| focus_soon(around.to_owned()));
    html! { <button type="button" class="button plain" {onclick}>{ text.t("journey-live-again") }</button> }
}

/// That it was not worked out how long it takes, while that is so.
fn stopped(text: &Text, live: &Live, around: &'static str) -> Html {
    html! {
        <span class="quiet">
            if live.course.problem.is_some() {
                { text.t("journey-live-stopped") }{ " " }{ again(text, &live.course, around) }
            }
        </span>
    }
}

/// The names of the stages of a journey, in order.
fn stage_names(text: &Text, document: &Document, journey: ElementId) -> Vec<AttrValue> {
    document.stages(journey).into_iter().map(|id| name_of(text, document, id)).collect()
}
