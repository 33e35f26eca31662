//! The KPI screen: the tree from the KGI to what drives it, as an outline and as a picture, with one
//! selection over both.

mod area;
mod behind;
mod edits;
mod facts;
mod figures;
mod gradual;
mod head;
mod inspector;
mod monitor;
mod out;
#[cfg(test)]
mod out_tests;
mod outline;
mod picture;
mod relation;
mod settled;
mod stand;
mod start;
mod template;
mod what_if;
mod why;
mod words;

pub use template::add_sample_tree;

use crate::hooks::{use_effect_with, use_memo, use_mut_ref};
use crate::markup::html;
use crate::route::Route;
use crate::state::{use_actions, use_document, use_session};
use crate::text::{Text, use_text};
use area::{Area, Hand};
use engine::message::KpiContext;
use figures::use_figures;
use gloo::timers::callback::Timeout;
use head::Head;
use inspector::NodeInspector;
use monitor::monitor;
use outline::Outline;
use picture::Picture;
use plan::ElementId;
use relation::Relations;
use settled::use_settled;
use stand::{Panel, Stand, StandAction, View};
use start::KpiStart;
use std::rc::Rc;
use what_if::WhatIf;
use why::Why;
use yew::prelude::*;

/// Properties of [`KpiScreen`].
#[derive(PartialEq, Properties)]
pub struct KpiScreenProps {
    /// The node that the address names.
    pub node: Option<u64>,
}

/// The KPI screen.
#[component]
pub fn KpiScreen(props: &KpiScreenProps) -> Html {
    let document = use_document();
    let actions = use_actions();
    let session = use_session();
    let named = props.node.map(ElementId);
    let stand = use_reducer(|| Stand { selected: named, inspects: has_room(), ..Stand::default() });
    use_address(&stand, named);
    let hand = Hand::new(actions, stand.dispatcher(), document.writable);
    let trees = document.document.kpi_trees();
    // A node of another tree brings that tree on show.
    let of_selected = stand.selected.and_then(|id| {
        let above = document.document.ancestors(id);
        above.last().map(|root| root.id).filter(|root| trees.iter().any(|t| t.id == *root))
    });
    let root = of_selected
        .or_else(|| stand.tree.filter(|id| trees.iter().any(|t| t.id == *id)))
        .or_else(|| trees.first().map(|t| t.id));
    let tree = use_memo((document.clone(), root), |(document, root)| {
        root.and_then(|root| document.document.kpi_tree(root)).unwrap_or_default()
    });
    let shown = (session.as_of().map(|s| s.id), session.compared().map(|s| s.id));
    let context =
        use_memo((tree.clone(), document.model.clone(), shown), |(tree, model, shown)| {
            let (tree, model) = (tree.clone(), model.clone());
            KpiContext { tree, model, as_of: shown.0, compared: shown.1 }
        });
    let assumed = &stand.assumed;
    let assumes = !(assumed.overrides.is_empty() && assumed.ranges.is_empty());
    let assumed = (assumes && stand.panel == Panel::WhatIf).then(|| assumed.clone());
    let figures = use_figures(&tree, root.map(|_| (*context).clone()), assumed);
    let Some(root) = root else {
        return html! { <div class="kpi"><KpiStart {hand} /></div> };
    };
    let area = Area { root, tree, context, figures, stand: Rc::new((*stand).clone()), hand };
    html! {
        <div class="kpi"><Workbench {area} /></div>
    }
}

#[derive(PartialEq, Properties)]
struct WorkbenchProps {
    area: Area,
}

/// The screen once there is a tree.
#[component]
fn Workbench(props: &WorkbenchProps) -> Html {
    let text = use_text();
    let area = &props.area;
    let settled = use_settled(area);
    let place = settled.selected();
    html! {
        <div class="with-inspector">
            <div class="kpi-page">
                <Head area={area.clone()} />
                { match area.stand.view {
                    View::Outline => html! { <Outline key={format!("outline-{}", area.root.0)} area={area.clone()} /> },
                    View::Picture => html! { <Picture key="picture" area={area.clone()} /> },
                    View::Monitor => html! { <div key="monitor">{ monitor(area, &text) }</div> },
                } }
                <div class="kpi-below">
                    { panels(area, &text) }
                    { match area.stand.panel {
                        Panel::Why => html! {
                            <Why key="why" area={settled.clone()} place={place.unwrap_or(0)} />
                        },
                        Panel::WhatIf => html! { <WhatIf key="what-if" area={settled.clone()} /> },
                        Panel::Relations => html! { <Relations key="relations" area={settled.clone()} /> },
                    } }
                </div>
            </div>
            <div class="kpi-inspector">
                if let Some(place) = place.filter(|_| settled.stand.inspects) {
                    <NodeInspector area={settled} {place} />
                }
            </div>
        </div>
    }
}

/// What stands below the tree.
fn panels(area: &Area, text: &Text) -> Html {
    let all = [
        (Panel::Why, "kpi-panel-why"),
        (Panel::WhatIf, "kpi-panel-what-if"),
        (Panel::Relations, "kpi-panel-relations"),
    ];
    html! {
        <div class="kpi-views kpi-panels" role="group" aria-label={text.t("kpi-panels")}>
            for (panel, label) in all {
                <button
                    key={label} type="button" class="kpi-view" data-testid={label}
                    aria-pressed={(area.stand.panel == panel).to_string()}
                    onclick={{
                        let hand = area.hand.clone();
                        Callback::from(move |_: MouseEvent| hand.go(StandAction::Panel(panel)))
                    }}
                >{ text.t(label) }</button>
            }
        </div>
    }
}

/// Whether the inspector has room beside the tree: on a phone it would lie over it.
fn has_room() -> bool {
    const NARROW_PX: f64 = 720.0;
    let width = gloo::utils::window().inner_width().ok().and_then(|w| w.as_f64());
    width.is_none_or(|w| w > NARROW_PX)
}

/// The address names what is selected, and the other way round, without a step of history for every
/// row.
#[hook]
fn use_address(stand: &UseReducerHandle<Stand>, named: Option<ElementId>) {
    let dispatcher = stand.dispatcher();
    // What was written there by ourselves comes back as an event when the user may be elsewhere already.
    let own = use_mut_ref(Vec::<Option<ElementId>>::new);
    {
        let own = own.clone();
        use_effect_with(named, move |named| {
            let mut own = own.borrow_mut();
            match own.iter().position(|id| id == named) {
                Some(at) => drop(own.drain(..=at)),
                None => {
                    own.clear();
                    dispatcher.dispatch(StandAction::Select(*named));
                }
            }
        });
    }
    use_effect_with(stand.selected, move |selected| {
        // Once it rests: a browser takes its time over an address.
        const REST_MS: u32 = 200;
        let selected = *selected;
        let timer = Timeout::new(REST_MS, move || {
            if Route::Kpi(selected.map(|id| id.0)).replace() {
                own.borrow_mut().push(selected);
            }
        });
        move || drop(timer)
    });
}
