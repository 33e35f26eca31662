//! What asks to be looked at again: a list with the rhythm of each, and a mark where it is opened.

use super::words::{canvas_name, element_words};
use crate::markup::html;
use crate::parts::{Icon, IconName};
use crate::route::Route;
use crate::state::{Actions, DocumentState, today};
use crate::text::Text;
use plan::{Body, Document, ElementId, Gesture, Kind, QUARTER, Review};
use table::Day;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The rhythms that can be chosen, in days; 0 is never.
const RHYTHMS: [u16; 5] = [30, QUARTER, 182, 365, 0];

/// All that is reviewed, what is due first.
pub fn reviews(text: &Text, actions: &Actions, state: &DocumentState) -> Html {
    let now = today();
    let mut all = state.document.reviewed();
    table::order::sort_by_key(&mut all, |(_, review)| !review.is_due(now));
    let due = all.iter().filter(|(_, review)| review.is_due(now)).count();
    html! {
        <details class="gap" open={due > 0} data-testid="reviews">
            <summary>
                <b>{ text.with("strategy-review-due", &[("n", due.into())]) }</b>
                <span class="small quiet">{ text.t("strategy-review-line") }</span>
            </summary>
            <ul class="reviews">
                for (id, review) in all {
                    { line(text, actions, state, id, review, now) }
                }
            </ul>
        </details>
    }
}

fn line(
    text: &Text,
    actions: &Actions,
    state: &DocumentState,
    id: ElementId,
    review: Review,
    now: Day,
) -> Html {
    let name = name(text, &state.document, id);
    let onchange = {
        let actions = actions.clone();
        Callback::from(move |e: Event| {
            let select: HtmlSelectElement = e.target_unchecked_into();
            if let Ok(days) = select.value().parse() {
                set(&actions, id, |review| review.days = days);
            }
        })
    };
    let own = Some(review.days).filter(|days| !RHYTHMS.contains(days));
    let of = |id: &'static str| text.with(id, &[("name", (&name).into())]);
    html! {
        <li key={id.0} data-due={review.is_due(now).to_string()}>
            <a href={route(&state.document, id).hash()}>{ name.clone() }</a>
            <span class="small quiet">{ last(text, review) }</span>
            <select class="field" aria-label={of("strategy-review-rhythm")} disabled={!state.writable} {onchange}>
                for days in RHYTHMS.into_iter().chain(own) {
                    <option key={days} value={days.to_string()} selected={days == review.days}>{ rhythm(text, days) }</option>
                }
            </select>
            { done(text, actions, id, state.writable, of("strategy-review-done-of")) }
        </li>
    }
}

/// Where something is open: that it asks to be looked at, and that it was. Nothing while it does not ask.
pub fn review_mark(text: &Text, actions: &Actions, document: &Document, id: ElementId) -> Html {
    let writable = actions.desk().borrow().writable();
    let due = document.review(id).filter(|review| review.is_due(today()));
    html! {
        <span class="review-mark">
            if let Some(review) = due {
                <span class="small"><Icon name={IconName::Calendar} />{ text.t("strategy-review-is-due") }{ " " }{ last(text, review) }</span>
                { done(text, actions, id, writable, text.t("strategy-review-done")) }
            }
        </span>
    }
}

fn done(text: &Text, actions: &Actions, id: ElementId, able: bool, label: AttrValue) -> Html {
    let actions = actions.clone();
    html! {
        <button
            type="button" class="button plain" disabled={!able} aria-label={label} data-testid="review-done"
            onclick={Callback::from(move |_: MouseEvent| set(&actions, id, |review| review.reviewed = Some(today())))}
        ><Icon name={IconName::Check} /><span>{ text.t("strategy-review-done") }</span></button>
    }
}

fn set(actions: &Actions, id: ElementId, change: impl FnOnce(&mut Review)) {
    let edit = {
        let desk = actions.desk().borrow();
        let review = desk.document().review(id).map(|mut review| {
            change(&mut review);
            review
        });
        review.and_then(|review| desk.document().set_review(id, review))
    };
    if let Some(edit) = edit {
        actions.edit(edit, Gesture::Once);
    }
}

fn last(text: &Text, review: Review) -> AttrValue {
    match review.reviewed {
        Some(day) => text.with("strategy-review-last", &[("date", text.date(day).into())]),
        None => text.t("strategy-review-not-yet"),
    }
}

fn rhythm(text: &Text, days: u16) -> AttrValue {
    match days {
        0 => text.t("strategy-review-never"),
        QUARTER => text.t("strategy-review-quarter"),
        days => text.with("strategy-review-days", &[("n", u32::from(days).into())]),
    }
}

fn name(text: &Text, document: &Document, id: ElementId) -> AttrValue {
    match document.element(id).map(|e| (e, &e.body)) {
        Some((element, Body::Canvas(canvas))) => canvas_name(text, element, canvas),
        Some((element, Body::KpiTree { .. })) if element.name.is_empty() => text.t("kpi-tree"),
        _ => element_words(text, document, id).0,
    }
}

fn route(document: &Document, id: ElementId) -> Route {
    match document.element(id).map(plan::Element::kind) {
        Some(Kind::KpiTree) => {
            let nodes = document.children_of_kind(Some(id), Kind::KpiNode);
            Route::Kpi(nodes.first().map(|node| node.id.0))
        }
        Some(Kind::Journey) => Route::Journey(Some(id.0)),
        _ => Route::Strategy(Some(id.0)),
    }
}
