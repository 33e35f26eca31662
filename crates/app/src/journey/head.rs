//! Above the grid: the journey's name, and what can be done with all of it.

use super::live::{Live, leaving};
use super::out::made;
use super::words::name_of;
use crate::markup::html;
use crate::route::Route;
use crate::strategy::{Runner, Title, title};
use crate::text::Text;
use plan::Document;
use yew::prelude::*;

/// The head.
pub fn head(text: &Text, document: &Document, runner: &Runner, live: &Live) -> Html {
    let leaving = leaving(text, live);
    let id = runner.canvas;
    let journey = document.journey(id);
    let preset = journey.map(|j| format!("journey-preset-{}", j.preset));
    let customers = journey.map(|j| j.customers.clone());
    let parts = Title {
        back: "journey-all",
        name: name_of(text, document, id),
        own: document.element(id).map(|e| e.name.clone()).unwrap_or_default(),
        placeholder: preset.and_then(|id| text.known(&id)).unwrap_or_default(),
        beside: html! { <span class="sheet-template quiet small">{ customers }</span> },
        first: None,
        label: "journey-name",
        delete: "journey-delete",
        details: "journey-details",
        route: |id| Route::Journey(id.map(|id| id.0)),
        made: Box::new(move |text, document, id, way| made(text, document, id, &leaving, way)),
    };
    title(text, runner, parts)
}
