//! The Strategy screen: canvases on which a team says in notes what it knows and wants.

mod hand;
mod list;
mod sheet;
mod stand;
mod words;

use crate::state::use_document;
use list::CanvasList;
use plan::{ElementId, Kind};
use sheet::Sheet;
use yew::prelude::*;

/// Properties of [`StrategyScreen`].
#[derive(PartialEq, Properties)]
pub struct StrategyScreenProps {
    /// The canvas that the address names.
    pub canvas: Option<u64>,
}

/// The canvas that is named, else all of them.
#[component]
pub fn StrategyScreen(props: &StrategyScreenProps) -> Html {
    let document = use_document();
    let named = props.canvas.map(ElementId);
    let there = |id: &ElementId| document.document.element(*id).map(|e| e.kind());
    match named.filter(|id| there(id) == Some(Kind::Canvas)) {
        Some(canvas) => html! { <Sheet key={canvas.0} {canvas} /> },
        None => html! { <CanvasList key="list" /> },
    }
}
