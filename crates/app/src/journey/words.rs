//! What journeys and what they are made of are called.

use crate::strategy::own_name;
use crate::text::Text;
use plan::{Document, ElementId};
use yew::prelude::*;

/// What an element of a journey is called: as the user says, else as its preset or kind; a stage of the user's own
/// without a name by its place.
pub fn name_of(text: &Text, document: &Document, id: ElementId) -> AttrValue {
    let own = document.element(id).and_then(|e| own_name(text, e));
    own.unwrap_or_else(|| {
        let stages = document.journey_of(id).map(|j| document.stages(j)).unwrap_or_default();
        match stages.iter().position(|s| *s == id) {
            Some(at) => text.with("journey-stage-n", &[("n", (at + 1).into())]),
            None => text.t("strategy-nameless"),
        }
    })
}

/// What a cell is called: its lane, then its stage.
pub fn cell_name(lane: &AttrValue, stage: &AttrValue) -> AttrValue {
    format!("{lane} · {stage}").into()
}
