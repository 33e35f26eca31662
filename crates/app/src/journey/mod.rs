//! The Journey screen: maps of the way that a kind of customer goes, stages as columns and lanes as rows.

mod cells;
mod emotion;
mod grid;
mod head;
mod inspector;
mod list;
mod live;
mod map;
mod out;
#[cfg(test)]
mod out_tests;
mod sample;
mod words;

pub use sample::add_sample_journey;

use crate::markup::html;
use crate::state::use_document;
use list::JourneyList;
use map::Map;
use plan::ElementId;
use yew::prelude::*;

/// Properties of [`JourneyScreen`].
#[derive(PartialEq, Properties)]
pub struct JourneyScreenProps {
    /// The journey that the address names, or something on one.
    pub named: Option<u64>,
}

/// The journey that is named, else all of them.
#[component]
pub fn JourneyScreen(props: &JourneyScreenProps) -> Html {
    let document = use_document();
    let named = props.named.map(ElementId);
    match named.and_then(|id| document.document.journey_of(id)) {
        Some(journey) => {
            let on_it = named.filter(|id| *id != journey);
            html! { <Map key={journey.0} {journey} named={on_it} /> }
        }
        None => html! { <JourneyList key="list" /> },
    }
}
