//! A dimension in the inspector.

use super::tree::WeightSlider;
use crate::markup::html;
use crate::parts::{Field, Icon, IconName};
use crate::scoring::grip::use_grip;
use crate::scoring::name_field::NameField;
use crate::text::use_text;
use plan::ElementId;
use score::Dimension;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`DimensionDetails`].
#[derive(PartialEq, Properties)]
pub struct DimensionDetailsProps {
    /// The dimension.
    pub dimension: Rc<Dimension>,
    /// Whether it can be changed.
    pub writable: bool,
}

/// The details of a dimension: name, weight, order, removal.
#[component]
pub fn DimensionDetails(props: &DimensionDetailsProps) -> Html {
    let text = use_text();
    let grip = use_grip();
    let id = ElementId(props.dimension.id.0);
    html! {
        <fieldset class="form" disabled={!props.writable}>
            <Field label={text.t("score-name")}>
                <NameField label={text.t("score-name")} value={props.dimension.name.clone()} on_commit={grip.renamer(id)} />
            </Field>
            <div class="form-line">
                <span>{ text.t("score-weight") }</span>
                <WeightSlider
                    {id} name={props.dimension.name.clone()} weight={props.dimension.weight}
                    writable={props.writable}
                />
            </div>
            <p class="small quiet">{ text.t("score-weight-hint") }</p>
            <ItemActions {id} remove={text.with("score-remove-dimension", &[
                ("count", props.dimension.measures.len().into()),
            ])} />
        </fieldset>
    }
}

/// Properties of [`ItemActions`].
#[derive(PartialEq, Properties)]
pub struct ItemActionsProps {
    /// A dimension or measure.
    pub id: ElementId,
    /// The words of the button that removes it.
    pub remove: AttrValue,
}

/// Up, down, remove.
#[component]
pub fn ItemActions(props: &ItemActionsProps) -> Html {
    let text = use_text();
    let grip = use_grip();
    let id = props.id;
    html! {
        <div class="form-actions">
            <button class="button" type="button" onclick={grip.mover(id, -1)}>
                <Icon name={IconName::Up} />{ text.t("score-move-up") }
            </button>
            <button class="button" type="button" onclick={grip.mover(id, 1)}>
                <Icon name={IconName::Down} />{ text.t("score-move-down") }
            </button>
            <button class="button danger" type="button" onclick={grip.remover(id)}>
                <Icon name={IconName::Trash} />{ props.remove.clone() }
            </button>
        </div>
    }
}
