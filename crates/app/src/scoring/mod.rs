//! Scorecards and levels.

mod template;

pub use template::apply_template;

use crate::query::use_view;
use crate::state::{use_document, use_session};
use crate::text::use_text;
use engine::message::{Answer, Call, Detail, ScoringContext};
use yew::prelude::*;

/// The score screen.
#[component]
pub fn ScoreScreen() -> Html {
    let text = use_text();
    let session = use_session();
    let document = use_document();
    let call = session.as_of().map(|now| Call::Score {
        context: ScoringContext {
            model: (*document.model).clone(),
            as_of: now.id,
            compared: session.compared().map(|s| s.id),
        },
        detail: Detail::Full,
    });
    let view = use_view(call);
    let Some(Answer::Score(score)) = view.answer.as_deref() else {
        return html! { <h1>{ text.t("area-score") }</h1> };
    };
    html! {
        <section>
            <h1>{ text.t("area-score") }</h1>
            <p>{ text.integer(score.scored) }{ " / " }{ text.decimal(score.mean, 1) }</p>
        </section>
    }
}
