//! The score screen: scorecards and levels. Left the cards as a tree, in the middle the distribution
//! with its levels, at the right what is selected; everything follows while something is dragged.

mod card;
mod condition;
mod edits;
mod explain;
mod explain_moved;
mod figures;
mod grip;
mod inspector;
mod level;
mod live_formula;
mod matching;
mod measure;
mod name_field;
mod picture;
mod template;
mod template_picker;
mod view;
mod warnings;
mod words;

pub use live_formula::{LiveFormula, Wanted};
pub use matching::awaits_columns;
pub use name_field::NameField;
pub use template::apply_template;
pub use view::use_scoring_context;
pub use words::condition_words;

use crate::hooks::{use_callback, use_state_eq};
use crate::markup::html;
use crate::parts::{EmptyState, IconName, ProblemLine, focus_soon};
use crate::state::{use_document, use_session};
use crate::text::use_text;
use card::{CardTabs, CardTree, tree_id};
use figures::Figures;
use grip::{CARDS_HEADING, Grip, use_new_grip};
use inspector::SelectionInspector;
use level::{DistributionChart, LevelTable, LevelTools, LeversPanel, MovementPanel, OutcomePanel};
use matching::MatchOffer;
use picture::{Look, use_page_look};
use plan::{ElementId, Kind};
use score::ItemId;
use std::rc::Rc;
use template_picker::{TemplateDialog, TemplatePicker};
use view::{Scored, use_scored};
use yew::prelude::*;

/// The score screen.
#[component]
pub fn ScoreScreen() -> Html {
    let text = use_text();
    let document = use_document();
    let session = use_session();
    let look = use_page_look();
    let (grip, live) = use_new_grip();
    let scored = use_scored(live);
    let body = if document.model.cards.is_empty() {
        let line =
            if session.snapshots.is_empty() { "score-empty-both" } else { "score-empty-card" };
        html! {
            <div class="score-start">
                <h1>{ text.t("area-score") }</h1>
                <p>{ text.t(line) }</p>
                <TemplatePicker />
                <p class="small quiet">
                    if session.snapshots.is_empty() {
                        <a href="#/data">{ text.t("score-data-first") }</a>
                    }
                </p>
            </div>
        }
    } else {
        html! { <Workbench {scored} {live} /> }
    };
    html! {
        <ContextProvider<Rc<Look>> context={look}>
        <ContextProvider<Grip> context={grip}>
            <div class="score">{ body }</div>
        </ContextProvider<Grip>>
        </ContextProvider<Rc<Look>>>
    }
}

#[derive(PartialEq, Properties)]
struct WorkbenchProps {
    scored: Scored,
    live: bool,
}

/// The screen once there is a card.
#[component]
fn Workbench(props: &WorkbenchProps) -> Html {
    let text = use_text();
    let document = use_document();
    let choosing = use_state_eq(|| false);
    let selected = use_state_eq(|| None::<ElementId>);
    let shown = use_state_eq(|| None::<ItemId>);
    let model = &document.model;
    let (document_now, writable) = (&document.document, document.writable);
    // What was removed or undone is not selected any more.
    let selection = selected.filter(|id| document_now.element(*id).is_some());
    let card = shown
        .and_then(|id| model.cards.iter().find(|c| c.id == id))
        .or_else(|| model.cards.first());
    let Some(card) = card.cloned().map(Rc::new) else { return html! { <div /> } };
    let on_select = {
        let selected = selected.clone();
        use_callback((), move |id: ElementId, ()| selected.set(Some(id)))
    };
    let on_show = {
        let (shown, selected) = (shown.clone(), selected.clone());
        use_callback((), move |id: ElementId, ()| {
            shown.set(Some(ItemId(id.0)));
            selected.set(Some(id));
        })
    };
    let on_close = {
        let selected = selected.clone();
        // The focus goes back to what was selected.
        use_callback(selection, move |(), selection| {
            if let Some(id) = selection {
                focus_soon(tree_id(*id));
            }
            selected.set(None);
        })
    };
    let open_templates = {
        let choosing = choosing.clone();
        Callback::from(move |_: MouseEvent| choosing.set(true))
    };
    let close_templates = {
        let choosing = choosing.clone();
        Callback::from(move |()| choosing.set(false))
    };
    html! {
        <div class="with-inspector">
            <div class="score-page">
                <header class="score-head">
                    <div>
                        <h1>{ text.t("area-score") }</h1>
                        <p class="quiet">{ text.t("score-higher-healthier") }</p>
                    </div>
                    <button class="button" type="button" disabled={!writable} onclick={open_templates}>
                        { text.t("score-new-card") }
                    </button>
                </header>
                <div class="score-problem">
                    if let Some(problem) = props.scored.problem.clone() {
                        <ProblemLine {problem} />
                    }
                </div>
                <MatchOffer {selection} />
                <Figures scored={props.scored.clone()} />
                <div class="score-panes">
                    <section class="score-tree card" aria-labelledby={CARDS_HEADING}>
                        <h2 id={CARDS_HEADING} tabindex="-1">{ text.t("score-card") }</h2>
                        <CardTabs
                            model={model.clone()} shown={card.id} score={props.scored.full.clone()}
                            {writable} {on_show}
                        />
                        <CardTree
                            card={card.clone()} score={props.scored.full.clone()} selected={selection}
                            {writable} on_select={on_select.clone()}
                        />
                    </section>
                    <Middle scored={props.scored.clone()} live={props.live} />
                </div>
            </div>
            <div class="score-inspector">
                if let Some(id) = selection {
                    <SelectionInspector {id} live={props.live} {on_close} />
                }
            </div>
            <div>
                if *choosing {
                    <TemplateDialog on_close={close_templates} />
                }
            </div>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct MiddleProps {
    scored: Scored,
    live: bool,
}

/// Distribution and levels, outcome, movement, levers.
#[component]
fn Middle(props: &MiddleProps) -> Html {
    let text = use_text();
    let document = use_document();
    let session = use_session();
    let levels = document.document.levels.clone();
    let writable = document.writable;
    let Some(score) = props.scored.now.clone() else {
        let middle = if session.snapshots.is_empty() {
            html! {
                <EmptyState key="data" line={text.t("score-empty-data")} icon={IconName::Data}>
                    <a class="button primary" href="#/data">{ text.t("score-empty-data-action") }</a>
                </EmptyState>
            }
        } else {
            html! { <p key="loading" class="quiet">{ text.t("score-loading") }</p> }
        };
        return html! { <div class="score-middle">{ middle }</div> };
    };
    html! {
        <div class="score-middle">
            <section class="score-block" aria-labelledby="score-distribution-title">
                <h2 id="score-distribution-title">{ text.t("score-distribution") }</h2>
                <p class="small quiet">
                    { session.compared().map(|s| text.with("score-outline-note", &[("date", text.date(s.date).into())])) }
                    { " " }
                    { writable.then(|| text.t("score-cuts-note")) }
                </p>
                <DistributionChart score={score.clone()} levels={levels.clone()} {writable} />
                <LevelTools levels={levels.clone()} has_outcome={score.outcome.is_some()} {writable} />
                <LevelTable score={score.clone()} levels={levels.clone()} {writable} />
            </section>
            <OutcomePanel scored={props.scored.clone()} model={document.model.clone()} />
            <MovementPanel {score} levels={levels.clone()} />
            <LeversPanel {levels} model={document.model.clone()} live={props.live} />
        </div>
    }
}

/// What kind of thing an element of the document is.
fn kind_of(document: &plan::Document, id: ElementId) -> Option<Kind> {
    document.element(id).map(plan::Element::kind)
}
