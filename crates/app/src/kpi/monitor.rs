//! The tree as a dashboard to drill down: one node large, what it is made of below it, level by level to
//! the list of accounts.

use super::area::Area;
use super::behind::Behind;
use super::outline::{course, ghost, sign_of};
use super::words::{difference, figure, status_name, status_words, trend_name};
use crate::parts::{Icon, IconName, focus_soon};
use crate::text::Text;
use kpi::Node;
use yew::prelude::*;

/// The id of the heading, which has the focus after a step down or up.
const TITLE: &str = "kpi-monitor-title";

/// The selected node, else the goal, with the way to it and its children.
pub fn monitor(area: &Area, text: &Text) -> Html {
    let at = area.selected().unwrap_or(0);
    let Some(node) = area.node(at) else { return html! {} };
    let mut way = area.tree.ancestors(at);
    way.reverse();
    let children = area.tree.children().swap_remove(at);
    let behind = Behind::of(&node.body.known).map(|behind| {
        let onclick = Callback::from(move |_: MouseEvent| behind.show(None));
        html! {
            <button type="button" class="button primary" data-testid="kpi-monitor-accounts" {onclick}>
                <Icon name={IconName::Accounts} />{ text.t("kpi-to-accounts") }
            </button>
        }
    });
    html! {
        <section class="kpi-monitor" aria-label={text.t("kpi-view-monitor")} data-testid="kpi-monitor">
            <nav aria-label={text.t("kpi-monitor-way")}>
                <ol class="kpi-way">
                    for place in way {
                        <li key={place}>
                            <button type="button" class="kpi-link" onclick={go(area, place)}>{ name(text, area.node(place)) }</button>
                            <Icon name={IconName::ChevronRight} />
                        </li>
                    }
                </ol>
            </nav>
            <div class="kpi-monitor-now">
                <h2 id={TITLE} tabindex="-1">{ name(text, Some(node)) }</h2>
                { facts(area, text, at, node) }
                <div>{ behind }</div>
            </div>
            <ul class="kpi-parts" aria-label={text.t("kpi-monitor-parts")}>
                for place in children.iter().copied() {
                    if let Some(child) = area.node(place) {
                        <li key={child.id.0}>
                            <button type="button" class="kpi-part" data-status={status_name(area.figures.status(place, child))} onclick={go(area, place)}>
                                <span class="kpi-part-name">
                                    <span class="kpi-sign" aria-hidden="true">{ sign_of(area, place) }</span>
                                    { name(text, Some(child)) }
                                </span>
                                { facts(area, text, place, child) }
                            </button>
                        </li>
                    }
                }
            </ul>
        </section>
    }
}

/// Value, change, course, status and target.
fn facts(area: &Area, text: &Text, place: usize, node: &Node) -> Html {
    let unit = &node.body.unit;
    let status = area.figures.status(place, node);
    let (words, icon) = status_words(status);
    let change = area.figures.change(place);
    let target = node
        .body
        .target
        .map(|t| text.with("kpi-card-target", &[("target", figure(text, t, unit).into())]));
    html! {
        <span class="kpi-part-facts">
            { ghost(area, text, place) }
            <b class="number">{ figure(text, area.figures.now(place), unit) }</b>
            <span class="kpi-change number" data-trend={trend_name(change)}>{ change.map(|c| difference(text, c.difference, unit)) }</span>
            <span class="kpi-part-course">{ course(area, place) }</span>
            <span class="kpi-status" data-status={status_name(status)}>
                if let Some(name) = icon {
                    <Icon {name} />
                }
                { text.t(words) }
            </span>
            <span class="quiet">{ target }</span>
        </span>
    }
}

fn name(text: &Text, node: Option<&Node>) -> AttrValue {
    match node {
        Some(node) if !node.name.is_empty() => node.name.clone().into(),
        _ => text.t("kpi-nameless"),
    }
}

/// A step down, or back up.
fn go(area: &Area, place: usize) -> Callback<MouseEvent> {
    let (hand, id) = (area.hand.clone(), area.element(place));
    Callback::from(move |_: MouseEvent| {
        if let Some(id) = id {
            hand.select(id);
            focus_soon(TITLE.to_owned());
        }
    })
}
