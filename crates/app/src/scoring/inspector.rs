//! The right of the screen: whatever is selected.

use super::card::{CardDetails, DimensionDetails};
use super::condition::use_columns;
use super::kind_of;
use super::measure::MeasureDetails;
use crate::markup::html;
use crate::parts::Inspector;
use crate::state::use_document;
use crate::text::use_text;
use plan::{ElementId, Kind};
use score::ItemId;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`SelectionInspector`].
#[derive(PartialEq, Properties)]
pub struct SelectionInspectorProps {
    /// A card, dimension or measure.
    pub id: ElementId,
    /// Whether something is being dragged.
    pub live: bool,
    /// Select nothing.
    pub on_close: Callback<()>,
}

/// The details of the selected thing.
#[component]
pub fn SelectionInspector(props: &SelectionInspectorProps) -> Html {
    let text = use_text();
    let document = use_document();
    let columns = use_columns();
    let writable = document.writable;
    let id = ItemId(props.id.0);
    let cards = &document.model.cards;
    let (title, body) = match kind_of(&document.document, props.id) {
        Some(Kind::Scorecard) => {
            let Some((position, card)) = cards.iter().enumerate().find(|(_, c)| c.id == id) else {
                return html! { <span /> };
            };
            let body = html! {
                <CardDetails
                    key={id.0} card={Rc::new(card.clone())} {position} count={cards.len()} {columns} {writable}
                />
            };
            (named(&card.name, text.t("score-card")), body)
        }
        Some(Kind::Dimension) => {
            let Some(dimension) = cards.iter().flat_map(|c| &c.dimensions).find(|d| d.id == id)
            else {
                return html! { <span /> };
            };
            let body = html! {
                <DimensionDetails key={id.0} dimension={Rc::new(dimension.clone())} {writable} />
            };
            (named(&dimension.name, text.t("score-dimension")), body)
        }
        _ => {
            let found = cards.iter().find_map(|card| {
                let mut measures = card.dimensions.iter().flat_map(|d| &d.measures);
                measures.find(|m| m.id == id).map(|m| (card, m))
            });
            let Some((card, measure)) = found else { return html! { <span /> } };
            let body = html! {
                <MeasureDetails
                    key={id.0} measure={Rc::new(measure.clone())} card={Rc::new(card.clone())} {columns}
                    live={props.live} {writable}
                />
            };
            (named(&measure.name, text.t("score-measure")), body)
        }
    };
    html! {
        <Inspector {title} on_close={props.on_close.clone()}>{ body }</Inspector>
    }
}

/// The name, or what it is when it has none.
fn named(name: &str, kind: AttrValue) -> AttrValue {
    if name.is_empty() { kind } else { name.to_owned().into() }
}
