//! Where the golden thread is broken, each with where to mend it.

use super::sheet::route_of;
use super::words::element_words;
use crate::text::Text;
use plan::{Document, Gap};
use yew::prelude::*;

/// So many of each kind are listed; the count says how many there are.
const MOST: usize = 12;

/// The gaps, by what is missing.
pub fn gaps(text: &Text, document: &Document) -> Html {
    let all = document.gaps();
    let one = |gap: Gap| {
        let of: Vec<_> = all.iter().filter(|(g, _)| *g == gap).map(|(_, id)| *id).collect();
        if of.is_empty() {
            return html! {};
        }
        let key = gap.key();
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
            </div>
        </section>
    }
}

fn line(text: &Text, document: &Document, id: plan::ElementId) -> Html {
    let (name, what) = element_words(text, document, id);
    html! {
        <li key={id.0}>
            <a href={route_of(document, id).hash()}>{ name }</a>
            <span class="small quiet">{ what }</span>
        </li>
    }
}
