//! What the engine says about the scorecards, for the whole screen.

use crate::hooks::{use_memo, use_mut_ref};
use crate::query::use_view;
use crate::state::{use_document, use_session};
use engine::message::{Answer, Call, Detail, Problem, ScoreView, ScoringContext};
use std::rc::Rc;
use yew::prelude::*;

/// What the panes show. While something is dragged, `now` follows and `full` stays as it was.
#[derive(Clone, Default, PartialEq)]
pub struct Scored {
    /// The newest answer, perhaps without AUC and measures.
    pub now: Option<Rc<ScoreView>>,
    /// The newest answer with everything.
    pub full: Option<Rc<ScoreView>>,
    /// Why there is no answer.
    pub problem: Option<Problem>,
    /// Whether a newer answer is on its way.
    pub waiting: bool,
}

/// The question's context: the document's model, and the snapshots that the session looks at.
#[hook]
pub fn use_scoring_context() -> Option<ScoringContext> {
    let session = use_session();
    let document = use_document();
    Some(ScoringContext {
        model: (*document.model).clone(),
        as_of: session.as_of()?.id,
        compared: session.compared().map(|s| s.id),
    })
}

/// Asks for scores as the document changes: only what moves while `live`, else everything.
#[hook]
pub fn use_scored(live: bool) -> Scored {
    let detail = if live { Detail::Live } else { Detail::Full };
    let context = use_scoring_context().filter(|c| !c.model.cards.is_empty());
    let has_measures = context.as_ref().is_some_and(|c| {
        c.model.cards.iter().flat_map(|card| &card.dimensions).any(|d| !d.measures.is_empty())
    });
    let view = use_view(context.map(|context| Call::Score { context, detail }));
    let last_full = use_mut_ref(|| None::<Rc<ScoreView>>);
    let now = use_memo(view.answer, |answer| match answer.as_deref() {
        Some(Answer::Score(score)) => Some(Rc::new(score.clone())),
        _ => None,
    });
    if let Some(score) = &*now {
        // A live answer leaves the measures out.
        if !has_measures || !score.measures.is_empty() {
            *last_full.borrow_mut() = Some(score.clone());
        }
    }
    let full = last_full.borrow().clone();
    Scored { now: (*now).clone(), full, problem: view.problem, waiting: view.waiting }
}
