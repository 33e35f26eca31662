//! One card: dimensions with their measures, weights and what they weigh in the whole.

use super::row::MeasureRow;
use crate::hooks::use_callback;
use crate::markup::html;
use crate::parts::{Icon, IconName, Slider, focus_soon};
use crate::scoring::edits::{add_dimension, add_measure, set_weight, shift};
use crate::scoring::grip::{Grip, use_grip};
use crate::text::use_text;
use engine::message::ScoreView;
use plan::{ElementId, Gesture};
use score::{CardWeights, Dimension, Scorecard};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`CardTree`].
#[derive(PartialEq, Properties)]
pub struct CardTreeProps {
    /// The card.
    pub card: Rc<Scorecard>,
    /// For mini histograms and relations.
    pub score: Option<Rc<ScoreView>>,
    /// What is in the inspector.
    pub selected: Option<ElementId>,
    /// Whether the card can be changed.
    pub writable: bool,
    /// Show this in the inspector.
    pub on_select: Callback<ElementId>,
}

/// The tree of one card.
#[component]
pub fn CardTree(props: &CardTreeProps) -> Html {
    let text = use_text();
    let grip = use_grip();
    let weights = CardWeights::new(&props.card);
    let share_of = |measure: score::ItemId| {
        weights.position(measure).map_or(0.0, |at| weights.measures[at].effective)
    };
    let add = {
        let (grip, text, on_select) = (grip.clone(), text.clone(), props.on_select.clone());
        let card = ElementId(props.card.id.0);
        Callback::from(move |_: MouseEvent| {
            let mut added = None;
            grip.edit_in(Gesture::Once, |d| {
                let name = text.t("score-new-dimension").to_string();
                let (edit, id) = add_dimension(d, card, name);
                added = Some(id);
                Some(edit)
            });
            if let Some(id) = added {
                on_select.emit(id);
            }
        })
    };
    html! {
        <div class="card-tree">
            for dimension in &props.card.dimensions {
                <section key={dimension.id.0} class="dimension" aria-label={dimension.name.clone()}>
                    <DimensionHead
                        dimension={Rc::new(dimension.clone())}
                        share={dimension.measures.iter().map(|m| share_of(m.id)).sum::<f64>()}
                        selected={props.selected == Some(ElementId(dimension.id.0))}
                        writable={props.writable} on_select={props.on_select.clone()}
                    />
                    <ul class="measures">
                        for measure in &dimension.measures {
                            <MeasureRow
                                key={measure.id.0} id={ElementId(measure.id.0)}
                                name={measure.name.clone()} weight={measure.weight}
                                share={share_of(measure.id)} has_input={measure.input.is_some()}
                                view={props.score.as_ref().and_then(|s| {
                                    s.measures.iter().find(|v| v.id == measure.id).cloned().map(Rc::new)
                                })}
                                selected={props.selected == Some(ElementId(measure.id.0))}
                                writable={props.writable} on_select={props.on_select.clone()}
                            />
                        }
                        if dimension.measures.is_empty() {
                            <li class="measure-row small quiet">{ text.t("score-no-measures") }</li>
                        }
                    </ul>
                </section>
            }
            <button class="button plain" type="button" disabled={!props.writable} onclick={add}>
                <Icon name={IconName::Plus} />{ text.t("score-add-dimension") }
            </button>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct DimensionHeadProps {
    dimension: Rc<Dimension>,
    share: f64,
    selected: bool,
    writable: bool,
    on_select: Callback<ElementId>,
}

/// Name, weight and share of a dimension; a button that adds a measure to it.
#[component]
fn DimensionHead(props: &DimensionHeadProps) -> Html {
    let text = use_text();
    let grip = use_grip();
    let id = ElementId(props.dimension.id.0);
    let select = props.on_select.reform(move |_: MouseEvent| id);
    let add = {
        let (grip, text, on_select) = (grip.clone(), text.clone(), props.on_select.clone());
        Callback::from(move |_: MouseEvent| {
            let mut added = None;
            grip.edit_in(Gesture::Once, |d| {
                let name = text.t("score-new-measure").to_string();
                let (edit, measure) = add_measure(d, id, name);
                added = Some(measure);
                Some(edit)
            });
            if let Some(measure) = added {
                on_select.emit(measure);
            }
        })
    };
    let keys = {
        let grip = grip.clone();
        Callback::from(move |e: KeyboardEvent| {
            if let Some(by) = moving_key(&e) {
                e.prevent_default();
                move_in_tree(&grip, id, by);
            }
        })
    };
    let name = props.dimension.name.clone();
    html! {
        <header class="dimension-head" data-selected={props.selected.to_string()}>
            <div class="tree-line">
                <h3>
                    <button
                        type="button" class="tree-name" id={tree_id(id)}
                        aria-current={props.selected.then_some("true")}
                        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown" onclick={select} onkeydown={keys}
                    >{ name.clone() }</button>
                </h3>
                <button
                    class="button plain icon" type="button" disabled={!props.writable} onclick={add}
                    aria-label={text.with("score-add-measure-to", &[("dimension", name.clone().into())])}
                    title={text.t("score-add-measure")}
                ><Icon name={IconName::Plus} /></button>
                <span class="tree-share number" title={text.t("score-share-hint")}>
                    { text.percent_short(props.share, 1) }
                </span>
            </div>
            <WeightSlider {id} {name} weight={props.dimension.weight} writable={props.writable} />
        </header>
    }
}

/// The id of the button of an element in the tree.
pub fn tree_id(id: ElementId) -> String {
    format!("tree-{}", id.0)
}

/// Moves an element among its siblings and keeps the focus on it: an element that changes its place
/// in the page loses it.
pub fn move_in_tree(grip: &Grip, id: ElementId, by: isize) {
    if grip.edit(|d| shift(d, id, by)) {
        focus_soon(tree_id(id));
    }
}

/// Alt with an arrow moves what is selected in the tree: −1 up, 1 down.
pub fn moving_key(event: &KeyboardEvent) -> Option<isize> {
    if !event.alt_key() || crate::parts::composing(event) {
        return None;
    }
    match event.key().as_str() {
        "ArrowUp" => Some(-1),
        "ArrowDown" => Some(1),
        _ => None,
    }
}

/// Properties of [`WeightSlider`].
#[derive(PartialEq, Properties)]
pub struct WeightSliderProps {
    /// A dimension or measure.
    pub id: ElementId,
    /// What it is called.
    pub name: AttrValue,
    /// Among its siblings, ≥ 0.
    pub weight: f64,
    /// Whether it can be changed.
    pub writable: bool,
}

/// The weight of a dimension or measure.
#[component]
pub fn WeightSlider(props: &WeightSliderProps) -> Html {
    let text = use_text();
    let grip = use_grip();
    let id = props.id;
    let on_input = {
        let grip = grip.clone();
        use_callback(id, move |to: f64, id| {
            grip.edit(|d| set_weight(d, *id, to));
        })
    };
    let (begin, end) = (grip.clone(), grip);
    html! {
        <Slider
            label={text.with("score-weight-of", &[("name", (&props.name).into())])}
            value={props.weight} max={props.weight.max(100.0)} decimals={1}
            disabled={!props.writable} {on_input}
            on_begin={Callback::from(move |()| begin.begin())}
            on_commit={Callback::from(move |_: f64| end.end())}
        />
    }
}
