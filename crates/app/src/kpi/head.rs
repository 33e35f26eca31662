//! The head of the screen: which tree, rows or boxes, what can be done with the whole tree.

use super::area::Area;
use super::edits::rename;
use super::out::made;
use super::stand::{StandAction, View};
use super::start::TemplateDialog;
use crate::hooks::{UseStateHandle, use_state_eq};
use crate::markup::html;
use crate::out;
use crate::parts::{Choice, Icon, IconName, MenuButton, MenuItem, Select};
use crate::scoring::NameField;
use crate::state::{use_document, use_session};
use crate::strategy::review_mark;
use crate::text::{Text, use_text};
use kpi::Orientation;
use plan::{Edit, ElementId};
use std::rc::Rc;
use table::Day;
use yew::prelude::*;

/// Properties of [`Head`].
#[derive(PartialEq, Properties)]
pub struct HeadProps {
    /// The area.
    pub area: Area,
}

/// The head.
#[component]
pub fn Head(props: &HeadProps) -> Html {
    let text = use_text();
    let document = use_document();
    let session = use_session();
    let choosing = use_state_eq(|| false);
    let area = &props.area;
    let (hand, root) = (area.hand.clone(), area.root);
    let trees = document.document.kpi_trees();
    let name = trees.iter().find(|t| t.id == root).map(|t| t.name.clone()).unwrap_or_default();
    let choices: Rc<[Choice]> = trees
        .iter()
        .map(|t| {
            let label = if t.name.is_empty() { text.t("kpi-tree") } else { t.name.clone().into() };
            Choice::new(t.id.0.to_string(), label)
        })
        .collect();
    let on_tree = {
        let hand = hand.clone();
        Callback::from(move |id: AttrValue| {
            if let Ok(id) = id.parse() {
                hand.go(StandAction::Tree(ElementId(id)));
            }
        })
    };
    let on_name = {
        let hand = hand.clone();
        Callback::from(move |name: AttrValue| {
            hand.edit(|d| rename(d, root, &name));
        })
    };
    let on_menu = {
        let (area, choosing, text) = (area.clone(), choosing.clone(), text.clone());
        let as_of = session.as_of().map(|s| s.date);
        Callback::from(move |what: AttrValue| act(&area, &text, as_of, &what, &choosing))
    };
    let close = {
        let choosing = choosing.clone();
        Callback::from(move |()| choosing.set(false))
    };
    let view = |view: View, icon, label: &str| {
        let hand = hand.clone();
        let pressed = area.stand.view == view;
        html! {
            <button
                type="button" class="kpi-view" aria-pressed={pressed.to_string()} data-testid={label.to_owned()}
                onclick={Callback::from(move |_: MouseEvent| hand.view(view))}
            ><Icon name={icon} /><span>{ text.t(label) }</span></button>
        }
    };
    html! {
        <header class="kpi-head">
            <h1>{ text.t("area-kpi") }</h1>
            <div class="kpi-head-name">
                <NameField
                    label={text.t("kpi-tree-name")} value={name} placeholder={text.t("kpi-tree")}
                    disabled={!hand.writable} on_commit={on_name}
                />
            </div>
            <div class="kpi-head-trees">
                if trees.len() > 1 {
                    <Select
                        label={text.t("kpi-tree")} hide_label=true value={root.0.to_string()}
                        {choices} on_change={on_tree}
                    />
                }
            </div>
            <div class="kpi-views" role="group" aria-label={text.t("kpi-views")}>
                { view(View::Outline, IconName::Accounts, "kpi-view-outline") }
                { view(View::Picture, IconName::Branch, "kpi-view-picture") }
                { view(View::Monitor, IconName::Screen, "kpi-view-monitor") }
            </div>
            { review_mark(&text, hand.actions(), &document.document, root) }
            { assumed(area, &text) }
            { details(area, &text) }
            <MenuButton label={text.t("more")} icon={IconName::More} items={menu(area, &text)} on_select={on_menu} />
            <div>
                if *choosing {
                    <TemplateDialog hand={hand.clone()} on_close={close} />
                }
            </div>
        </header>
    }
}

/// Says, as long as it is so, that the figures on show are assumed; leads back to the real ones.
fn assumed(area: &Area, text: &Text) -> Html {
    if !area.figures.assumes() {
        return html! {};
    }
    let hand = area.hand.clone();
    let onclick =
        Callback::from(move |_: MouseEvent| hand.go(StandAction::Assume(Default::default())));
    html! {
        <button type="button" class="kpi-assumed" data-testid="kpi-assumed" {onclick}>
            <b>{ text.t("kpi-assumed") }</b><span>{ text.t("kpi-what-if-reset") }</span>
        </button>
    }
}

/// Shows what is selected in the inspector, or hides it.
fn details(area: &Area, text: &Text) -> Html {
    let (hand, shows) = (area.hand.clone(), area.stand.inspects);
    let first = area.element(0).filter(|_| area.stand.selected.is_none());
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(id) = first {
            hand.select(id);
        }
        hand.go(StandAction::Inspect(!shows || first.is_some()));
    });
    html! {
        <button
            type="button" class="button plain" aria-pressed={(shows && first.is_none()).to_string()}
            data-testid="kpi-details" {onclick}
        ><Icon name={IconName::Panel} /><span>{ text.t("kpi-details") }</span></button>
    }
}

fn menu(area: &Area, text: &Text) -> Rc<[MenuItem]> {
    let writable = area.hand.writable;
    let item = |value: &'static str, icon, edits: bool| MenuItem {
        disabled: edits && !writable,
        ..MenuItem::new(value, text.t(value)).icon(icon)
    };
    let turn = match area.tree.orientation {
        Orientation::LeftToRight => item("kpi-turn-down", IconName::Down, true),
        Orientation::TopDown => item("kpi-turn-right", IconName::ChevronRight, true),
    };
    let first = [
        item("kpi-unfold-all", IconName::ChevronDown, false),
        item("kpi-fold-all", IconName::ChevronRight, false),
        turn,
    ];
    let last = [
        item("kpi-new-tree", IconName::Plus, true),
        item("kpi-delete-tree", IconName::Trash, true),
    ];
    first.into_iter().chain(out::menu_items(text)).chain(last).collect()
}

fn act(area: &Area, text: &Text, as_of: Option<Day>, what: &str, choosing: &UseStateHandle<bool>) {
    let (hand, root) = (&area.hand, area.root);
    match what {
        "kpi-unfold-all" => hand.go(StandAction::FoldAll(Default::default())),
        "kpi-fold-all" => {
            let children = area.tree.children();
            let inner = |at: &usize| !children[*at].is_empty() && area.tree.parent(*at).is_some();
            let ids = (0..children.len()).filter(inner).map(|at| area.tree.nodes[at].id);
            let mut folded = std::collections::BTreeSet::new();
            folded.extend(ids);
            hand.go(StandAction::FoldAll(folded));
        }
        "kpi-turn-down" => {
            hand.edit(|d| Some(d.orient_kpi_tree(root, Orientation::TopDown)));
        }
        "kpi-turn-right" => {
            hand.edit(|d| Some(d.orient_kpi_tree(root, Orientation::LeftToRight)));
        }
        "kpi-new-tree" => choosing.set(true),
        "kpi-delete-tree" => {
            hand.edit(|_| Some(Edit::Remove(root)));
            hand.go(StandAction::Select(None));
        }
        line => {
            out::choose(hand.actions(), line, |way| Some(made(area, text, as_of, way)));
        }
    }
}
