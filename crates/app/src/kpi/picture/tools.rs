//! Above the picture: edit, search, focus on a branch, zoom, full screen.

use super::added;
use super::space::Space;
use crate::kpi::area::Area;
use crate::kpi::edits::{add_child, add_sibling};
use crate::kpi::stand::{StandAction, above};
use crate::markup::html;
use crate::parts::{Icon, IconName, composing};
use crate::text::{Text, use_text};
use std::rc::Rc;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// Properties of [`Tools`].
#[derive(PartialEq, Properties)]
pub struct ToolsProps {
    /// The area.
    pub area: Area,
    /// What becomes the whole screen.
    pub section: NodeRef,
    /// Zoom and pan.
    pub space: Space,
    /// What is searched for.
    pub search: AttrValue,
    /// Where it was found.
    pub matches: Rc<[usize]>,
    /// Hears of another search.
    pub on_search: Callback<AttrValue>,
}

/// The tools.
#[component]
pub fn Tools(props: &ToolsProps) -> Html {
    let text = use_text();
    let area = &props.area;
    let id = area.selected().and_then(|at| area.element(at));
    let writable = area.hand.writable;
    let add = {
        let area = area.clone();
        Callback::from(move |_: MouseEvent| added(&area, |d| add_sibling(d, area.root, id)))
    };
    let add_below = {
        let area = area.clone();
        Callback::from(move |_: MouseEvent| {
            added(&area, |d| id.and_then(|id| add_child(d, id)));
        })
    };
    let zoom = |by: i32| {
        let space = props.space.clone();
        Callback::from(move |_: MouseEvent| space.step(by))
    };
    let fit = {
        let space = props.space.clone();
        Callback::from(move |_: MouseEvent| space.fit())
    };
    let full = {
        let section = props.section.clone();
        Callback::from(move |_: MouseEvent| {
            let document = gloo::utils::document();
            if document.fullscreen_element().is_some() {
                document.exit_fullscreen();
            } else if let Some(section) = section.cast::<Element>() {
                // A browser that may not do so leaves the page as it is.
                let _ = section.request_fullscreen();
            }
        })
    };
    let button = |icon, label: &str, able: bool, onclick: Callback<MouseEvent>| {
        let label = text.t(label);
        html! {
            <button class="button plain icon" type="button" aria-label={label.clone()} title={label} disabled={!able} {onclick}>
                <Icon name={icon} />
            </button>
        }
    };
    html! {
        <div class="kpi-tools" role="group" aria-label={text.t("kpi-tools")}>
            { button(IconName::Plus, "kpi-add", writable, add) }
            { button(IconName::Branch, "kpi-add-child", writable && id.is_some(), add_below) }
            <span class="kpi-tools-gap" />
            { search(props, &text) }
            { branch(area, &text) }
            <span class="kpi-tools-end">
                { button(IconName::Minus, "kpi-zoom-out", true, zoom(-1)) }
                <span class="kpi-zoom number">{ text.percent(*props.space.zoom, 0) }</span>
                { button(IconName::Plus, "kpi-zoom-in", true, zoom(1)) }
                <button class="button plain" type="button" onclick={fit}>{ text.t("kpi-zoom-fit") }</button>
                { button(IconName::Screen, "kpi-full", true, full) }
            </span>
        </div>
    }
}

/// The search: Enter goes from one that was found to the next.
fn search(props: &ToolsProps, text: &Text) -> Html {
    let oninput = props.on_search.reform(|e: InputEvent| {
        let field: HtmlInputElement = e.target_unchecked_into();
        field.value().into()
    });
    let onkeydown = {
        let (area, matches) = (props.area.clone(), props.matches.clone());
        let on_search = props.on_search.clone();
        Callback::from(move |e: KeyboardEvent| {
            if composing(&e) {
                return;
            }
            match e.key().as_str() {
                "Enter" => {
                    let now = area.selected();
                    let next = matches.iter().copied().find(|m| Some(*m) > now);
                    let to = next.or_else(|| matches.first().copied());
                    if let Some(id) = to.and_then(|at| area.element(at)) {
                        area.hand.go(StandAction::Branch(None));
                        area.hand.go(StandAction::Reveal(above(&area.tree, id)));
                        area.hand.select(id);
                    }
                }
                "Escape" => on_search.emit(AttrValue::default()),
                _ => {}
            }
        })
    };
    let count = (!props.search.trim().is_empty())
        .then(|| text.with("kpi-found", &[("n", props.matches.len().into())]));
    html! {
        <span class="kpi-search">
            <Icon name={IconName::Search} />
            <input
                type="search" class="field" aria-label={text.t("kpi-search")} placeholder={text.t("kpi-search")}
                value={props.search.clone()} {oninput} {onkeydown}
            />
            <span class="small quiet" role="status">{ count }</span>
        </span>
    }
}

/// Focuses on the branch of the selected node, and back.
fn branch(area: &Area, text: &Text) -> Html {
    let hand = area.hand.clone();
    let focused = area.stand.branch.and_then(|id| area.tree.place(id));
    let (label, to) = match focused {
        Some(_) => ("kpi-branch-all", None),
        None => ("kpi-branch", area.selected().and_then(|at| area.node(at)).map(|n| n.id)),
    };
    html! {
        <button
            class="button plain" type="button" disabled={focused.is_none() && to.is_none()}
            aria-pressed={focused.is_some().to_string()}
            onclick={Callback::from(move |_: MouseEvent| hand.go(StandAction::Branch(to)))}
        >{ text.t(label) }</button>
    }
}
