//! A card in the inspector: name, whom it is for, order, minimum coverage, removal.

use crate::markup::html;
use crate::parts::{Field, Icon, IconName, NumberField};
use crate::scoring::condition::{Columns, ConditionForm};
use crate::scoring::edits::{set_filter, set_minimum_coverage};
use crate::scoring::grip::use_grip;
use crate::scoring::name_field::NameField;
use crate::text::use_text;
use plan::ElementId;
use score::{Condition, Scorecard};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`CardDetails`].
#[derive(PartialEq, Properties)]
pub struct CardDetailsProps {
    /// The card.
    pub card: Rc<Scorecard>,
    /// Its place among the cards, 0 is first.
    pub position: usize,
    /// How many cards there are.
    pub count: usize,
    /// What conditions can be about.
    pub columns: Columns,
    /// Whether the card can be changed.
    pub writable: bool,
}

/// The details of a card.
#[component]
pub fn CardDetails(props: &CardDetailsProps) -> Html {
    let text = use_text();
    let grip = use_grip();
    let id = ElementId(props.card.id.0);
    let is_last = props.position + 1 >= props.count;
    let on_filter = {
        let grip = grip.clone();
        Callback::from(move |filter: Condition| {
            grip.edit(|d| set_filter(d, id, Some(filter)));
        })
    };
    let on_coverage = {
        let grip = grip.clone();
        Callback::from(move |percent: f64| {
            grip.edit(|d| set_minimum_coverage(d, id, percent / 100.0));
        })
    };
    // The last card is for everybody else: nothing moves past it, and it stays while others are there.
    let may_rise = !is_last && props.position > 0;
    let may_sink = !is_last && props.position + 2 < props.count;
    html! {
        <fieldset class="form" disabled={!props.writable}>
            <Field label={text.t("score-name")}>
                <NameField label={text.t("score-name")} value={props.card.name.clone()} on_commit={grip.renamer(id)} />
            </Field>
            <section class="form-part">
                <h3>{ text.t("score-for-whom") }</h3>
                { match (&props.card.filter, is_last) {
                    (Some(filter), _) => html! {
                        <>
                            <p class="small quiet">{ text.t("score-filter-hint") }</p>
                            <ConditionForm
                                condition={filter.clone()} columns={props.columns.clone()} on_change={on_filter}
                            />
                        </>
                    },
                    (None, _) => html! { <p class="quiet">{ text.t("score-last-card-hint") }</p> },
                } }
            </section>
            <div class="form-line">
                <span>{ text.t("score-minimum-coverage") }</span>
                <NumberField
                    label={text.t("score-minimum-coverage")} value={props.card.minimum_coverage * 100.0}
                    min={0.0} max={100.0} unit="%" on_commit={on_coverage}
                />
            </div>
            <p class="small quiet">{ text.t("score-minimum-coverage-hint") }</p>
            <div class="form-actions">
                <button class="button" type="button" disabled={!may_rise} onclick={grip.mover(id, -1)}>
                    <Icon name={IconName::Up} />{ text.t("score-card-earlier") }
                </button>
                <button class="button" type="button" disabled={!may_sink} onclick={grip.mover(id, 1)}>
                    <Icon name={IconName::Down} />{ text.t("score-card-later") }
                </button>
                <button class="button danger" type="button" disabled={is_last && props.count > 1} onclick={grip.remover(id)}>
                    <Icon name={IconName::Trash} />{ text.t("score-remove-card") }
                </button>
            </div>
            <p class="small quiet">
                { if is_last && props.count > 1 { text.t("score-last-card-stays") } else { AttrValue::default() } }
            </p>
        </fieldset>
    }
}
