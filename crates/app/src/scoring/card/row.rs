//! One measure in the tree.

use super::tree::{WeightSlider, move_in_tree, moving_key, tree_id};
use crate::hooks::use_memo;
use crate::markup::html;
use crate::scoring::grip::use_grip;
use crate::scoring::picture::ChartCanvas;
use crate::text::{Text, use_text};
use chart::{Chart, Mini};
use engine::message::MeasureView;
use plan::ElementId;
use std::rc::Rc;
use yew::prelude::*;

const MINI_WIDTH_PX: f64 = 72.0;
const MINI_HEIGHT_PX: f64 = 20.0;

/// Properties of [`MeasureRow`].
#[derive(PartialEq, Properties)]
pub struct MeasureRowProps {
    /// Which.
    pub id: ElementId,
    /// What it is called.
    pub name: AttrValue,
    /// Among the measures of its dimension.
    pub weight: f64,
    /// Of the whole score, 0–1.
    pub share: f64,
    /// Whether it has an input.
    pub has_input: bool,
    /// Histogram, coverage, relation; `None` until they are known.
    pub view: Option<Rc<MeasureView>>,
    /// Whether it is in the inspector.
    pub selected: bool,
    /// Whether it can be changed.
    pub writable: bool,
    /// Show it in the inspector.
    pub on_select: Callback<ElementId>,
}

/// Name, histogram, share; weight; relation to the outcome, coverage.
#[component]
pub fn MeasureRow(props: &MeasureRowProps) -> Html {
    let text = use_text();
    let grip = use_grip();
    let id = props.id;
    let keys = Callback::from(move |e: KeyboardEvent| {
        if let Some(by) = moving_key(&e) {
            e.prevent_default();
            move_in_tree(&grip, id, by);
        }
    });
    let counts = props.view.as_ref().map(|v| v.histogram.counts.clone()).unwrap_or_default();
    let chart = use_memo(counts, |counts| Chart::Mini(Mini { counts: counts.clone() }));
    html! {
        <li class="measure-row" data-selected={props.selected.to_string()}>
            <div class="tree-line">
                <button
                    type="button" class="tree-name" id={tree_id(id)}
                    aria-current={props.selected.then_some("true")}
                    aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown" title={props.name.clone()}
                    onclick={props.on_select.reform(move |_: MouseEvent| id)} onkeydown={keys}
                >{ props.name.clone() }</button>
                <ChartCanvas {chart} width_px={MINI_WIDTH_PX} height_px={MINI_HEIGHT_PX} />
                <span class="tree-share number" title={text.t("score-share-hint")}>
                    { text.percent_short(props.share, 1) }
                </span>
            </div>
            <WeightSlider {id} name={props.name.clone()} weight={props.weight} writable={props.writable} />
            <p class="measure-facts small quiet">
                { facts(&text, props) }
            </p>
        </li>
    }
}

fn facts(text: &Text, props: &MeasureRowProps) -> Html {
    if !props.has_input {
        return html! { <span class="warned">{ text.t("score-no-input") }</span> };
    }
    let Some(view) = &props.view else { return html! { <span>{ "…" }</span> } };
    let coverage = f64::from(view.present) / f64::from(view.accounts.max(1));
    html! {
        <>
            <span class="relation">
                if let Some(auc) = view.auc.filter(|a| a.is_finite()) {
                    <RelationBar {auc} />
                    <span>{ relation_words(text, auc) }</span>
                } else {
                    <span>{ text.t("score-relation-unknown") }</span>
                }
            </span>
            <span title={text.t("score-coverage-hint")}>
                { text.with("score-coverage-of", &[("share", text.nearly(coverage).into())]) }
            </span>
        </>
    }
}

/// How strongly the points of a measure go with staying, in a word. AUC 0.5 is chance; under it, the
/// points are upside down.
pub fn relation_words(text: &Text, auc: f64) -> AttrValue {
    let id = match (auc - 0.5).abs() {
        d if d < 0.02 => "score-relation-none",
        _ if auc < 0.5 => "score-relation-against",
        d if d < 0.1 => "score-relation-weak",
        d if d < 0.2 => "score-relation-moderate",
        _ => "score-relation-strong",
    };
    text.with(id, &[("auc", text.decimal(auc, 2).into())])
}

#[derive(PartialEq, Properties)]
struct RelationBarProps {
    auc: f64,
}

/// The AUC as a bar from the middle: right is with, left is against.
#[component]
fn RelationBar(props: &RelationBarProps) -> Html {
    let half = ((props.auc - 0.5).abs() * 100.0).min(50.0);
    let left = if props.auc < 0.5 { 50.0 - half } else { 50.0 };
    html! {
        <span class="relation-bar" aria-hidden="true" data-against={(props.auc < 0.48).to_string()}>
            <span style={format!("left:{left:.1}%;width:{half:.1}%")} />
        </span>
    }
}
