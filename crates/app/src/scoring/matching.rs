//! Measures without a column, once there is data: columns that fit them, in one click.

use crate::markup::html;
use crate::parts::{ProblemLine, focus_soon};
use crate::query::use_view;
use crate::scoring::grip::{CARDS_HEADING, use_grip};
use crate::state::{Actions, use_document, use_session};
use crate::text::use_text;
use engine::message::{Answer, Call};
use plan::{Edit, ElementId, Gesture};
use score::{Match, Model};
use std::rc::Rc;
use yew::prelude::*;

/// So many matches are named; the others are counted.
const NAMED: usize = 4;

/// Properties of [`MatchOffer`].
#[derive(PartialEq, Properties)]
pub struct MatchOfferProps {
    /// What is in the inspector: its column is being chosen, so that doing without is not offered.
    pub selection: Option<ElementId>,
}

/// Says how many measures have no column, and offers the columns that fit, or to do without.
#[component]
pub fn MatchOffer(props: &MatchOfferProps) -> Html {
    let text = use_text();
    let grip = use_grip();
    let session = use_session();
    let document = use_document();
    let mut without: Vec<ElementId> = without_input(&document.model).collect();
    let snapshot = session.as_of().map(|s| s.id).filter(|_| !without.is_empty());
    // The same question while weights and thresholds move.
    let call =
        snapshot.map(|snapshot| Call::Match { model: document.model.for_matching(), snapshot });
    let view = use_view(call);
    let problem = view.problem.clone().map(|problem| html! { <ProblemLine {problem} /> });
    // What was matched a moment ago is in the answer still, until the next one comes.
    let matches: Rc<[Match]> = match view.answer.as_deref() {
        Some(Answer::Matches(found)) => {
            found.iter().filter(|m| without.contains(&ElementId(m.measure.0))).cloned().collect()
        }
        _ => return html! { <div class="match-offer">{ problem }</div> },
    };
    if matches.is_empty() {
        without.retain(|id| Some(*id) != props.selection);
    }
    if without.is_empty() {
        return html! { <div class="match-offer" /> };
    }
    let rest = without.len();
    let take = {
        let (grip, matches) = (grip.clone(), matches.clone());
        Callback::from(move |_: MouseEvent| {
            if grip.edit_in(Gesture::Once, |d| take_all(d, &matches)) {
                focus_soon(CARDS_HEADING.to_owned());
            }
        })
    };
    let remove = Callback::from(move |_: MouseEvent| {
        let removed: Vec<Edit> = without.iter().map(|id| Edit::Remove(*id)).collect();
        if grip.edit_in(Gesture::Once, |_| Some(Edit::Batch(removed))) {
            focus_soon(CARDS_HEADING.to_owned());
        }
    });
    // An answer about another snapshot names columns that this one may not have.
    let enabled = document.writable && !view.waiting;
    html! {
        <div class="match-offer">
            <div class="match-offer-box">
                if matches.is_empty() {
                    <p key="none" role="status">{ text.with("score-match-none", &[("count", rest.into())]) }</p>
                    <button key="remove" class="button" type="button" disabled={!enabled} onclick={remove}>
                        { text.with("score-match-remove", &[("count", rest.into())]) }
                    </button>
                } else {
                    <p key="some" role="status">
                        { text.with("score-match-some", &[("count", rest.into()), ("found", matches.len().into())]) }
                        <span class="small quiet">{ named(&text, &document.model, &matches) }</span>
                    </p>
                    <button
                        key="take" class="button primary" type="button" disabled={!enabled} onclick={take}
                        data-testid="match-columns"
                    >{ text.with("score-match-take", &[("count", matches.len().into())]) }</button>
                }
            </div>
        </div>
    }
}

/// Whether a scorecard has measures that no column was chosen for.
pub fn awaits_columns(actions: &Actions) -> bool {
    without_input(&actions.desk().borrow().document().model()).next().is_some()
}

/// The measures that have no input.
fn without_input(model: &Model) -> impl Iterator<Item = ElementId> {
    let measures = model.cards.iter().flat_map(|c| &c.dimensions).flat_map(|d| &d.measures);
    measures.filter(|m| m.input.is_none()).map(|m| ElementId(m.id.0))
}

/// "Logins: logins_30d" for the first few.
fn named(text: &crate::text::Text, model: &Model, matches: &[Match]) -> String {
    let measures = || model.cards.iter().flat_map(|c| &c.dimensions).flat_map(|d| &d.measures);
    let one = |m: &Match| {
        let measure = measures().find(|measure| measure.id == m.measure)?;
        let args = [("measure", measure.name.as_str().into()), ("column", m.from.as_str().into())];
        Some(text.with("score-match-pair", &args).to_string())
    };
    let mut names: Vec<String> = matches.iter().take(NAMED).filter_map(one).collect();
    if matches.len() > NAMED {
        names.push("…".to_owned());
    }
    names.join(&text.t("data-list-separator"))
}

/// One edit that gives all of them their input and normaliser.
fn take_all(document: &plan::Document, matches: &[Match]) -> Option<Edit> {
    let edits: Vec<Edit> = matches
        .iter()
        .filter_map(|found| {
            super::edits::change_measure(document, ElementId(found.measure.0), |body| {
                *body.input = Some(found.input.clone());
                // Thresholds that a workshop agreed on before the data came stay.
                if body.normaliser.is_undecided() {
                    *body.normaliser = found.normaliser.clone();
                }
            })
        })
        .collect();
    (!edits.is_empty()).then_some(Edit::Batch(edits))
}
