//! What may stand at the caret, as a list under the field.

use super::words::type_words;
use crate::markup::html;
use crate::text::Text;
use formula::{Candidate, CandidateKind};
use yew::prelude::*;

/// So many candidates are shown at most.
pub const MOST: usize = 8;

/// The list. `choose` hears of the number of a candidate.
pub fn list(
    text: &Text,
    id: &AttrValue,
    candidates: &[Candidate],
    chosen: usize,
    choose: &Callback<usize>,
) -> Html {
    // The field keeps the focus.
    let keep = Callback::from(|e: MouseEvent| e.prevent_default());
    html! {
        <div class="formula-list" role="listbox" id={id.clone()} aria-label={text.t("formula-list")} onmousedown={keep}>
            for (at, candidate) in candidates.iter().enumerate().take(MOST) {
                <div
                    key={at} role="option" id={option_id(id, at)} class="formula-option"
                    aria-selected={(at == chosen).to_string()}
                    onclick={choose.reform(move |_: MouseEvent| at)}
                >
                    <span class="formula-option-name">{ candidate.label.clone() }</span>
                    <span class="formula-option-kind">{ kind(text, &candidate.kind) }</span>
                </div>
            }
        </div>
    }
}

/// The id of an option.
pub fn option_id(list: &AttrValue, at: usize) -> String {
    format!("{list}-{at}")
}

fn kind(text: &Text, kind: &CandidateKind) -> AttrValue {
    text.t(match kind {
        CandidateKind::Column(of) => type_words(*of),
        CandidateKind::Function => "formula-is-function",
        CandidateKind::Keyword => "formula-is-word",
        CandidateKind::Text => "formula-is-value",
        CandidateKind::Measure => "formula-is-measure",
    })
}
