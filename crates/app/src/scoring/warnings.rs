//! What a reader must know before trusting the relation of score and outcome, in words.

use crate::markup::html;
use crate::text::{Text, use_text};
use engine::message::{OutcomeView, Warning};
use score::{ItemId, Model};
use std::rc::Rc;
use yew::prelude::*;

/// The warning to show where there is room for one only. That all is association is said beside any
/// figure, so it is the last.
pub fn gravest(warnings: &[Warning]) -> Option<&Warning> {
    warnings.iter().filter(|w| **w != Warning::AssociationOnly).min_by_key(|w| match w {
        Warning::Leak(_) => 0,
        Warning::NoReliableSignal => 1,
        Warning::FewEvents(_) => 2,
        Warning::NotMonotone => 3,
        Warning::AssociationOnly => 4,
    })
}

/// What is wrong with the AUC, in a few words.
pub fn in_short(text: &Text, warning: &Warning) -> AttrValue {
    text.t(match warning {
        Warning::Leak(_) => "score-short-leak",
        Warning::NoReliableSignal => "score-short-no-signal",
        Warning::FewEvents(count) => {
            return text.with("score-short-few", &[("count", (*count).into())]);
        }
        Warning::NotMonotone => "score-short-not-monotone",
        Warning::AssociationOnly => "score-short-association",
    })
}

/// Whether the AUC is one of association or of prediction: a message id. Said whatever else is wrong.
pub fn kind_of_relation(outcome: &OutcomeView) -> &'static str {
    if outcome.warnings.contains(&Warning::AssociationOnly) {
        "score-short-association"
    } else {
        "score-short-prediction"
    }
}

/// Properties of [`Warnings`].
#[derive(PartialEq, Properties)]
pub struct WarningsProps {
    /// What the engine warns of.
    pub warnings: Vec<Warning>,
    /// For the names of measures.
    pub model: Rc<Model>,
}

/// All warnings, a sentence each.
#[component]
pub fn Warnings(props: &WarningsProps) -> Html {
    let text = use_text();
    html! {
        <ul class="score-warnings">
            for (i, warning) in props.warnings.iter().enumerate() {
                <li key={i}>{ sentence(&text, warning, &props.model) }</li>
            }
        </ul>
    }
}

fn sentence(text: &Text, warning: &Warning, model: &Model) -> AttrValue {
    match warning {
        Warning::FewEvents(count) => text.with("score-warning-few", &[("count", (*count).into())]),
        Warning::Leak(measure) => {
            text.with("score-warning-leak", &[("measure", measure_name(model, *measure).into())])
        }
        Warning::NoReliableSignal => text.t("score-warning-no-signal"),
        Warning::NotMonotone => text.t("score-warning-not-monotone"),
        Warning::AssociationOnly => text.t("score-warning-association"),
    }
}

/// What a measure is called; empty when it is gone.
fn measure_name(model: &Model, id: ItemId) -> String {
    let mut measures = model.cards.iter().flat_map(|c| &c.dimensions).flat_map(|d| &d.measures);
    measures.find(|m| m.id == id).map(|m| m.name.clone()).unwrap_or_default()
}
