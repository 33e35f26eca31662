//! The tree as a dashboard to drill down: one node large, what it is made of below it, level by level to
//! the list of accounts.

use super::area::Area;
use super::behind::Behind;
use super::facts::Facts;
use crate::markup::html;
use crate::parts::{Icon, IconName, focus_soon};
use crate::text::Text;
use kpi::Node;
use yew::prelude::*;

/// The id of the heading, which has the focus after a step down or up.
const TITLE: &str = "kpi-monitor-title";

/// The selected node, else the goal, with the way to it and its children.
pub fn monitor(area: &Area, text: &Text) -> Html {
    let at = area.selected().unwrap_or(0);
    let (Some(node), Some(facts)) = (area.node(at), area.facts(at)) else { return html! {} };
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
                <h2 id={TITLE} tabindex="-1">{ facts.called(text) }</h2>
                { shown(&facts, text) }
                <div>{ behind }</div>
            </div>
            <ul class="kpi-parts" aria-label={text.t("kpi-monitor-parts")}>
                for place in children.iter().copied() {
                    if let Some(child) = area.facts(place) {
                        <li key={child.id.0}>
                            <button type="button" class="kpi-part" data-status={child.status_name()} onclick={go(area, place)}>
                                <span class="kpi-part-name">
                                    <span class="kpi-sign" aria-hidden="true">{ child.sign }</span>
                                    { child.called(text) }
                                </span>
                                { shown(&child, text) }
                            </button>
                        </li>
                    }
                }
            </ul>
        </section>
    }
}

/// Value, change, course, status and target.
fn shown(facts: &Facts, text: &Text) -> Html {
    html! {
        <span class="kpi-part-facts">
            { facts.ghost(text) }
            <b class="number">{ facts.value(text) }</b>
            <span class="kpi-change number" data-trend={facts.trend()}>{ facts.change(text) }</span>
            <span class="kpi-part-course">{ facts.course() }</span>
            <span class="kpi-status" data-status={facts.status_name()}>{ facts.status(text) }</span>
            <span class="quiet">{ facts.target_in_words(text) }</span>
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
