//! The Strategy screen: canvases on which a team says in notes what it knows and wants.

mod gaps;
mod list;
mod review;
mod sample;
mod sheet;
mod stand;
mod still;
mod whole;
mod words;

pub use review::review_mark;
pub use sample::add_sample_canvas;
pub use sheet::{
    Events, Lines, Look, Page, PageBlock, PageNote, Runner, Spot, Title, focus, head_mark, marks,
    note_form, offers, pairs, panel, step_head, target, thread, title, tools, use_drag, use_named,
};
pub use stand::{Stand, StandAction};
pub use words::{element_words, own_name};

use crate::markup::html;
use crate::state::use_document;
use list::CanvasList;
use plan::{Document, ElementId, Kind};
use sheet::Sheet;
use yew::prelude::*;

/// The hand of canvases and journeys.
pub type Hand = crate::state::Hand<Stand>;

/// Properties of [`StrategyScreen`].
#[derive(PartialEq, Properties)]
pub struct StrategyScreenProps {
    /// The canvas that the address names, or a note on one.
    pub named: Option<u64>,
}

/// The canvas that is named, else all of them.
#[component]
pub fn StrategyScreen(props: &StrategyScreenProps) -> Html {
    let document = use_document();
    match props.named.and_then(|id| canvas_of(&document.document, ElementId(id))) {
        Some(canvas) => {
            let note = props.named.map(ElementId).filter(|id| *id != canvas);
            html! { <Sheet key={canvas.0} {canvas} {note} /> }
        }
        None => html! { <CanvasList key="list" /> },
    }
}

/// The canvas of that id, or the one that the note of that id is on.
fn canvas_of(document: &Document, id: ElementId) -> Option<ElementId> {
    let own = document.element(id).into_iter();
    let mut all = own.chain(document.ancestors(id));
    all.find(|e| e.kind() == Kind::Canvas).map(|e| e.id)
}
