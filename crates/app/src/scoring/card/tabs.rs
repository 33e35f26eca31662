//! One tab a card, when there are several: the order is the order of precedence.

use super::tree::tree_id;
use crate::markup::html;
use crate::parts::{Icon, IconName};
use crate::scoring::edits::add_segment_card;
use crate::scoring::grip::use_grip;
use crate::scoring::words::condition_words;
use crate::text::use_text;
use engine::message::ScoreView;
use plan::{ElementId, Gesture};
use score::{Condition, ItemId, Model};
use std::rc::Rc;
use table::Role;
use yew::prelude::*;

use crate::state::use_session;

/// Properties of [`CardTabs`].
#[derive(PartialEq, Properties)]
pub struct CardTabsProps {
    /// The cards.
    pub model: Rc<Model>,
    /// The one on show.
    pub shown: ItemId,
    /// For the number of accounts of each.
    pub score: Option<Rc<ScoreView>>,
    /// Whether cards can be added.
    pub writable: bool,
    /// Show this card and its details.
    pub on_show: Callback<ElementId>,
}

/// The cards of the model, and "for a segment".
#[component]
pub fn CardTabs(props: &CardTabsProps) -> Html {
    let text = use_text();
    let grip = use_grip();
    let session = use_session();
    let add = {
        let (text, model, on_show) = (text.clone(), props.model.clone(), props.on_show.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(like) = model.cards.last() else { return };
            let columns = session.as_of().map(|s| s.columns.as_slice()).unwrap_or_default();
            let segment = columns.iter().find(|(_, _, role)| *role == Role::Segment);
            let column = segment.or(columns.first()).map(|(name, ..)| name.clone());
            let filter =
                Condition::OneOf { column: column.unwrap_or_default(), values: Vec::new() };
            let name = text.t("score-new-segment-card").to_string();
            let mut added = None;
            grip.edit_in(Gesture::Once, |d| {
                let (edit, id) = add_segment_card(d, like, name, filter);
                added = Some(id);
                Some(edit)
            });
            if let Some(id) = added {
                on_show.emit(id);
            }
        })
    };
    let several = props.model.cards.len() > 1;
    html! {
        <div class="card-tabs">
            <ul>
                for (i, card) in props.model.cards.iter().enumerate() {
                    <li key={card.id.0}>
                        <button
                            type="button" class="card-tab" id={tree_id(ElementId(card.id.0))}
                            aria-current={(card.id == props.shown).then_some("true")}
                            onclick={props.on_show.reform({
                                let id = ElementId(card.id.0);
                                move |_: MouseEvent| id
                            })}
                        >
                            <span class="card-tab-name">
                                { if several { format!("{}. ", i + 1) } else { String::new() } }
                                { card.name.clone() }
                            </span>
                            <span class="small quiet">
                                { match (&card.filter, several) {
                                    (Some(filter), _) => condition_words(&text, filter),
                                    (None, true) => text.t("score-all-others"),
                                    (None, false) => text.t("score-all-accounts"),
                                } }
                                { props.score.as_ref().and_then(|s| s.per_card.get(i)).map(|n| {
                                    format!(" · {}", text.with("score-accounts-count", &[("count", (*n).into())]))
                                }) }
                            </span>
                        </button>
                    </li>
                }
            </ul>
            <button class="button plain small" type="button" disabled={!props.writable} onclick={add}>
                <Icon name={IconName::Plus} />{ text.t("score-add-segment-card") }
            </button>
        </div>
    }
}
