//! A template becomes a scorecard of the document.

use crate::state::Actions;
use crate::text::{Language, Text};
use engine::message::{Answer, Call, Problem, TemplateKind};
use plan::Gesture;
use score::{ItemId, Scorecard};

/// Proposals weigh 1 each. Only ratios count, and in the middle of its slider a weight can be moved
/// both ways.
const MIDDLE_WEIGHT: f64 = 50.0;

/// Asks the engine to match a template to the newest snapshot's columns and puts the result in the
/// place of the scorecards: one undo step.
pub async fn apply_template(actions: &Actions, kind: TemplateKind) -> Result<(), Problem> {
    let snapshot = actions.newest_snapshot();
    let answer = actions.engine().call(Call::Template { kind, snapshot }).await?;
    let Answer::Template(mut dimensions) = answer else {
        return Err(Problem::Internal("unexpected answer".to_owned()));
    };
    let text = Text::new(Language::of_page());
    for dimension in &mut dimensions {
        dimension.name = text.t(&dimension.name).to_string();
        for measure in &mut dimension.measures {
            measure.name = text.t(&measure.name).to_string();
            measure.weight *= MIDDLE_WEIGHT;
        }
    }
    let card = Scorecard {
        id: ItemId(0),
        name: text.t(template_name(kind)).to_string(),
        filter: None,
        minimum_coverage: 0.5,
        dimensions,
    };
    actions.edit_with(
        |document| {
            let model = score::Model { cards: vec![card], levels: document.levels.clone() };
            document.insert_model(&model)
        },
        Gesture::Once,
    );
    Ok(())
}

/// The message id of a template's name.
pub fn template_name(kind: TemplateKind) -> &'static str {
    match kind {
        TemplateKind::Dear => "template-dear",
        TemplateKind::AdoptionMaturitySentiment => "template-ams",
        TemplateKind::Checks => "template-checks",
        TemplateKind::Onboarding => "template-onboarding",
        TemplateKind::FiveSlots => "template-kana",
        TemplateKind::Blank => "template-blank",
    }
}
