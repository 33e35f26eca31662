//! Where the golden thread is broken, each with where to mend it.

use super::review::reviews;
use super::sheet::route_of;
use super::still::Still;
use super::whole::Whole;
use super::words::element_words;
use crate::markup::html;
use crate::state::{Actions, DocumentState};
use crate::text::Text;
use plan::{Document, ElementId, Gap};
use yew::prelude::*;

/// So many of each kind are listed; the count says how many there are.
const MOST: usize = 12;

/// One kind of gap with those that have it; nothing where none has.
pub fn gap(text: &Text, document: &Document, key: &'static str, of: &[ElementId]) -> Html {
    if of.is_empty() {
        return html! {};
    }
    html! {
        <details key={key} class="gap" data-testid={format!("gap-{key}")}>
            <summary>
                <b>{ text.with(&format!("strategy-gap-{key}"), &[("n", of.len().into())]) }</b>
                <span class="small quiet">{ text.t(&format!("strategy-gap-{key}-action")) }</span>
            </summary>
            <ul>
                for id in of.iter().take(MOST) {
                    { line(text, document, *id) }
                }
            </ul>
        </details>
    }
}

/// The gaps, by what is missing; what asks to be looked at again; and the whole thread.
pub fn gaps(text: &Text, actions: &Actions, state: &DocumentState) -> Html {
    let document = &*state.document;
    let all = document.gaps();
    let one = |of: Gap| {
        let ids: Vec<_> = all.iter().filter(|(g, _)| *g == of).map(|(_, id)| *id).collect();
        gap(text, document, of.key(), &ids)
    };
    html! {
        <section class="strategy-gaps">
            <h2>{ text.t("strategy-gaps") }</h2>
            if all.is_empty() {
                <p class="quiet">{ text.t("strategy-gaps-none") }</p>
            }
            <div>
                for gap in Gap::ALL {
                    { one(gap) }
                }
                for tree in document.kpi_trees() {
                    <Still key={tree.id.0} tree={tree.id} />
                }
                { reviews(text, actions, state) }
            </div>
            <h2>{ text.t("thread-title") }</h2>
            <Whole />
        </section>
    }
}

fn line(text: &Text, document: &Document, id: ElementId) -> Html {
    let (name, what) = element_words(text, document, id);
    html! {
        <li key={id.0}>
            <a href={route_of(document, id).hash()}>{ name }</a>
            <span class="small quiet">{ what }</span>
        </li>
    }
}
