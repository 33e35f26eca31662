//! The tree as a picture: cards with lines between them, placed tidily, at any size.

mod card;
mod cards;
mod keys;
mod laid;
mod lines;
mod space;
mod tools;

use super::area::Area;
use super::edits::{add_child, add_sibling, remove};
use super::outline::{row_of, use_drag};
use super::stand::{StandAction, above};
use crate::hooks::{use_effect_with, use_memo, use_mut_ref, use_state_eq};
use crate::markup::html;
use crate::parts::{command, composing, typing};
use crate::text::use_text;
use cards::Cards;
use gloo::timers::callback::Timeout;
use keys::{Step, step};
use kpi::NodeId;
use laid::Laid;
use lines::Lines;
use plan::{ElementId, OutlineMove};
use space::use_space;
use std::rc::Rc;
use tools::Tools;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// Under this zoom a card shows only its name, large.
const FAR: f64 = 0.45;

/// Properties of [`Picture`].
#[derive(PartialEq, Properties)]
pub struct PictureProps {
    /// The area.
    pub area: Area,
}

/// The picture.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let text = use_text();
    let area = &props.area;
    let search = use_state_eq(AttrValue::default);
    let section = use_node_ref();
    let focus = use_mut_ref(|| false);
    let drag = use_drag(area.hand.clone());
    // A branch that was removed is not focused on any more.
    let branch = area.stand.branch.and_then(|id| area.tree.place(id));
    let key = (area.tree.clone(), area.stand.collapsed.clone(), branch);
    let laid = use_memo(key, |(tree, folded, branch)| Laid::new(tree, folded, *branch));
    let picture = &laid.layout;
    let space = use_space(picture.width, picture.height);
    {
        // The selected card is brought into view, and has the focus when the keys went to it.
        let (space, focus) = (space.clone(), focus.clone());
        let frame = area.selected().and_then(|at| laid.frame(at));
        use_effect_with((area.stand.selected, laid.clone()), move |_| {
            space.show(frame, focus.replace(false));
        });
    }
    let matches = use_memo((area.tree.clone(), search.clone()), |(tree, search)| {
        let wanted = table::fold::fold(search.trim()).into_owned();
        let holds = |at: &usize| table::fold::fold(&tree.nodes[*at].name).contains(&wanted);
        let all = (0..tree.nodes.len()).filter(holds);
        Rc::<[usize]>::from(if wanted.is_empty() { Vec::new() } else { all.collect() })
    });
    let matches = (*matches).clone();
    let onkeydown = {
        let (area, focus, space) = (area.clone(), focus.clone(), space.clone());
        Callback::from(move |e: KeyboardEvent| {
            if composing(&e) || typing(&e) || !on_card(&e) {
                return;
            }
            let held = (command(&e), e.alt_key(), e.shift_key());
            let orientation = area.tree.orientation;
            if let Some(step) = step(&e.key(), held, orientation) {
                e.prevent_default();
                e.stop_propagation();
                focus.replace(true);
                act(&area, step);
            } else if space.key(&e) {
                e.prevent_default();
            }
        })
    };
    let onclick = {
        let (area, focus) = (area.clone(), focus.clone());
        Callback::from(move |e: MouseEvent| {
            let Some(target) = e.target().and_then(|t| t.dyn_into::<Element>().ok()) else {
                return;
            };
            let Some(id) = row_of(&target) else { return };
            if target.closest("[data-twist]").ok().flatten().is_some() {
                let folded = area.stand.collapsed.contains(&NodeId(id.0));
                return area.hand.fold(NodeId(id.0), !folded);
            }
            focus.replace(true);
            area.hand.select(id);
        })
    };
    let zoom = *space.zoom;
    let is_far = use_far(zoom);
    html! {
        <section ref={section.clone()} class="kpi-picture" aria-label={text.t("kpi-view-picture")}>
            <Tools area={area.clone()} {section} space={space.clone()} search={(*search).clone()}
                matches={matches.clone()} on_search={Callback::from(move |s| search.set(s))} />
            <div
                ref={space.sight.frame.clone()} class="kpi-space" data-far={is_far.to_string()} data-testid="kpi-picture"
                onwheel={space.wheel()} onpointerdown={space.down(&drag)} onpointermove={space.moved(&drag)}
                onpointerup={space.up(&drag)} onpointercancel={space.up(&drag)}
            >
                <div ref={space.room.clone()} class="kpi-room" style={space.room_style(zoom)}>
                    <div
                        class="kpi-canvas" role="tree" aria-label={text.t("kpi-view-picture")}
                        style={space.canvas_style(zoom)} {onkeydown} {onclick}
                    >
                        <Lines area={area.clone()} laid={laid.clone()} />
                        <Cards
                            area={area.clone()} laid={laid.clone()} {matches} dragged={*drag.state}
                            sight={space.sight.clone()}
                        />
                    </div>
                </div>
            </div>
            <p class="kpi-legend small quiet">{ text.t("kpi-legend") }</p>
        </section>
    }
}

/// Whether cards show only names, large. Told when the zoom rests: all cards change by it.
#[hook]
fn use_far(zoom: f64) -> bool {
    const REST_MS: u32 = 120;
    let told = use_state_eq(|| false);
    {
        let told = told.setter();
        use_effect_with(zoom < FAR, move |is_far| {
            let is_far = *is_far;
            let timer = Timeout::new(REST_MS, move || told.set(is_far));
            move || drop(timer)
        });
    }
    *told
}

fn on_card(e: &KeyboardEvent) -> bool {
    let target: Option<HtmlElement> = e.target().and_then(|t| t.dyn_into().ok());
    target.is_some_and(|t| t.get_attribute("role").as_deref() == Some("treeitem"))
}

/// Carries out what a key says.
fn act(area: &Area, step: Step) {
    let (hand, tree) = (&area.hand, &area.tree);
    let at = area.selected().unwrap_or(0);
    let Some(id) = area.element(at) else { return };
    let go = |place: Option<usize>| {
        if let Some(to) = place.and_then(|p| area.element(p)) {
            hand.go(StandAction::Reveal(above(tree, to)));
            hand.select(to);
        }
    };
    let moved = |step: OutlineMove| {
        hand.edit(|d| d.move_kpi_node(id, step));
        hand.select(id);
    };
    let siblings = || match tree.parent(at) {
        Some(parent) => tree.children().swap_remove(parent),
        None => (0..tree.nodes.len()).filter(|p| tree.parent(*p).is_none()).collect(),
    };
    match step {
        Step::Parent => go(tree.parent(at)),
        Step::Child => go(tree.children()[at].first().copied()),
        Step::Beside(by) => {
            let all = siblings();
            let now = all.iter().position(|p| *p == at).unwrap_or(0);
            go(now.checked_add_signed(by).and_then(|to| all.get(to).copied()));
        }
        Step::Root => go(Some(0)),
        Step::Fold => {
            let folded = area.stand.collapsed.contains(&NodeId(id.0));
            hand.fold(NodeId(id.0), !folded);
        }
        Step::Add => added(area, |d| add_sibling(d, area.root, Some(id))),
        Step::AddBelow => added(area, |d| add_child(d, id)),
        Step::Delete => {
            let mut next = None;
            hand.edit(|d| {
                let (edit, after) = remove(d, id)?;
                next = after;
                Some(edit)
            });
            hand.go(StandAction::Select(next));
        }
        Step::Move(step) => moved(step),
        Step::Rename => {
            hand.go(StandAction::Inspect(true));
            focus_name();
        }
    }
}

/// Adds a node, selects it, and lets its name be written.
pub fn added(area: &Area, make: impl FnOnce(&plan::Document) -> Option<(plan::Edit, ElementId)>) {
    let mut added = None;
    area.hand.edit(|d| {
        let (edit, id) = make(d)?;
        added = Some(id);
        Some(edit)
    });
    if let Some(id) = added {
        let over = area.hand.ask(|d| d.ancestors(id).iter().map(|e| NodeId(e.id.0)).collect());
        area.hand.go(StandAction::Reveal(over));
        area.hand.select(id);
        area.hand.go(StandAction::Inspect(true));
        focus_name();
    }
}

/// Gives the focus to the name in the inspector, once it is there.
fn focus_name() {
    Timeout::new(50, || {
        let found =
            gloo::utils::document().query_selector(".kpi-inspector-name input").ok().flatten();
        if let Some(field) = found.and_then(|f| f.dyn_into::<web_sys::HtmlInputElement>().ok()) {
            // The field is in the page, so it can have the focus.
            let _ = field.focus();
            field.select();
        }
    })
    .forget();
}
