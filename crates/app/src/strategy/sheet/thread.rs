//! The golden thread of the selected note, in the inspector: what bears on it and what it bears on.

use super::run::Runner;
use crate::markup::html;
use crate::parts::{Icon, IconName};
use crate::route::Route;
use crate::strategy::words::element_words;
use crate::text::Text;
use plan::{Along, Document, Edit, ElementId, Kind, LinkId, LinkKind, ThreadStep};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The kinds of links, with the ends of their message ids.
const KINDS: [(LinkKind, &str); 5] = [
    (LinkKind::Addresses, "addresses"),
    (LinkKind::Evidences, "evidences"),
    (LinkKind::Measures, "measures"),
    (LinkKind::Drives, "drives"),
    (LinkKind::Targets, "targets"),
];

/// The thread of an element, both ways.
pub fn thread(text: &Text, runner: &Runner, id: ElementId) -> Html {
    let part = |along: Along, heading: &'static str| {
        runner.hand.ask(|document| {
            let steps = document.thread(id, along);
            html! {
                <div class="form-part thread">
                    <h3>{ text.t(heading) }</h3>
                    if steps.is_empty() {
                        <p class="small quiet">{ text.t("strategy-thread-none") }</p>
                    }
                    <ul>
                        for step in steps {
                            { one(text, runner, document, step, along) }
                        }
                    </ul>
                </div>
            }
        })
    };
    html! {
        <div class="threads">
            { part(Along::Up, "strategy-thread-up") }
            { part(Along::Down, "strategy-thread-down") }
            <p class="small quiet">{ text.t("strategy-thread-hint") }</p>
        </div>
    }
}

fn one(text: &Text, runner: &Runner, document: &Document, step: ThreadStep, along: Along) -> Html {
    let (name, what) = element_words(text, document, step.to);
    let own = step.link.filter(|_| step.depth == 1);
    html! {
        <li key={step.to.0} style={format!("--depth:{}", step.depth - 1)}>
            <a href={route_of(document, step.to).hash()}>{ name }</a>
            <span class="small quiet">{ what }</span>
            if let Some(link) = own {
                { link_tools(text, runner, document, link, along) }
            }
        </li>
    }
}

/// Which kind of link it is, which way it goes, and away with it.
fn link_tools(text: &Text, runner: &Runner, document: &Document, id: LinkId, along: Along) -> Html {
    let Some(kind) = document.links.get(&id).map(|l| l.kind) else { return html! {} };
    let own = KINDS.iter().find(|(of, _)| *of == kind).map_or("", |(_, key)| *key);
    let hand = runner.hand.clone();
    let onchange = {
        let hand = hand.clone();
        Callback::from(move |e: Event| {
            let select: HtmlSelectElement = e.target_unchecked_into();
            let chosen =
                KINDS.iter().find(|(_, key)| *key == select.value()).map(|(kind, _)| *kind);
            if !hand.edit(|d| d.change_link(id, chosen?, false)) {
                // Nothing is drawn anew: the list shows again what is.
                select.set_value(own);
            }
        })
    };
    let turn = {
        let hand = hand.clone();
        Callback::from(move |_: MouseEvent| {
            hand.edit(|d| d.change_link(id, kind, true));
        })
    };
    let part = {
        let hand = hand.clone();
        Callback::from(move |_: MouseEvent| {
            hand.edit(|_| Some(Edit::RemoveLink(id)));
        })
    };
    let tool = |icon, label: &'static str, onclick| {
        let label = text.t(label);
        html! {
            <button
                type="button" class="button plain icon" aria-label={label.clone()} title={label}
                disabled={!hand.writable} {onclick}
            ><Icon name={icon} /></button>
        }
    };
    let icon = if along == Along::Up { IconName::Up } else { IconName::Down };
    html! {
        <span class="thread-tools">
            <select class="field" aria-label={text.t("strategy-link-kind")} disabled={!hand.writable} {onchange}>
                for (of, key) in KINDS {
                    <option key={key} value={key} selected={of == kind}>{ text.t(&format!("strategy-link-{key}")) }</option>
                }
            </select>
            { tool(icon, "strategy-link-turn", turn) }
            { tool(IconName::Close, "strategy-link-remove", part) }
        </span>
    }
}

/// Where an element is shown.
pub fn route_of(document: &Document, id: ElementId) -> Route {
    match document.element(id).map(|e| e.kind()) {
        Some(Kind::KpiNode | Kind::KpiTree) => Route::Kpi(Some(id.0)),
        _ if document.journey_of(id).is_some() => Route::Journey(Some(id.0)),
        Some(Kind::Note | Kind::Canvas) => Route::Strategy(Some(id.0)),
        _ => Route::Score,
    }
}
