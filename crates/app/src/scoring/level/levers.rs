//! What would lift the accounts of each level: the lowest level and the highest first.

use crate::hooks::use_mut_ref;
use crate::markup::html;
use crate::parts::{ProblemLine, explained};
use crate::query::use_view;
use crate::scoring::explain;
use crate::scoring::view::use_scoring_context;
use crate::text::{Text, use_text};
use engine::message::{Answer, Call, CardLevers, ScoringContext};
use score::{ItemId, LevelLevers, Levels, Lever, Model};
use std::rc::Rc;
use yew::prelude::*;

/// So many levels are open from the start.
const OPEN: usize = 2;

/// Properties of [`LeversPanel`].
#[derive(PartialEq, Properties)]
pub struct LeversPanelProps {
    /// For the names of levels.
    pub levels: Levels,
    /// For the names of cards and measures.
    pub model: Rc<Model>,
    /// Whether something is being dragged: then nothing is asked for again.
    pub live: bool,
}

/// Levers, level by level.
#[component]
pub fn LeversPanel(props: &LeversPanelProps) -> Html {
    let text = use_text();
    let context = use_scoring_context();
    let asked = use_mut_ref(|| None::<ScoringContext>);
    if !props.live {
        asked.replace(context);
    }
    let compared = asked.borrow().as_ref().is_some_and(|c| c.compared.is_some());
    let view = use_view(asked.borrow().clone().map(|context| Call::Levers { context }));
    let body = match (view.answer.as_deref(), view.problem) {
        (_, Some(problem)) => html! { <ProblemLine {problem} /> },
        (Some(Answer::Levers(cards)), None) if cards.iter().all(has_none) => {
            html! { <p class="quiet">{ text.t("score-levers-none") }</p> }
        }
        (Some(Answer::Levers(cards)), None) => html! {
            <>
                <p class="small quiet">
                    { text.t("score-levers-note") }
                    { " " }
                    { text.t(if compared { "score-levers-movers" } else { "score-levers-no-movers" }) }
                </p>
                for card in cards {
                    <div key={card.card.0} class="levers">{ of_card(&text, props, card, cards.len() > 1) }</div>
                }
            </>
        },
        _ => html! { <p class="quiet">{ text.t("score-loading") }</p> },
    };
    html! {
        <section class="score-block" aria-labelledby="score-levers-title" data-testid="score-levers">
            <h2 id="score-levers-title">{ text.t("score-levers") }</h2>
            { body }
        </section>
    }
}

fn has_none(card: &CardLevers) -> bool {
    card.levels.iter().all(|level| level.levers.is_empty())
}

fn of_card(text: &Text, props: &LeversPanelProps, card: &CardLevers, named: bool) -> Html {
    let its = props.model.cards.iter().find(|c| c.id == card.card);
    let all = card.levels.iter().flat_map(|l| &l.levers);
    let greatest = all.map(|l| l.lift).fold(0.0, f64::max);
    html! {
        <>
            <h3 hidden={!named}>{ its.map(|c| c.name.clone()) }</h3>
            for (place, level) in card.levels.iter().enumerate() {
                <details key={level.level} open={place < OPEN}>
                    <summary>
                        <span class="level-badge" data-level={level.level.to_string()}>
                            { explain::level_title(&props.levels, usize::from(level.level)) }
                        </span>
                        <span class="quiet">
                            { text.with("score-accounts-count", &[("count", level.accounts.into())]) }
                        </span>
                    </summary>
                    { of_level(text, props, card.card, level, greatest) }
                </details>
            }
        </>
    }
}

fn of_level(
    text: &Text,
    props: &LeversPanelProps,
    card: ItemId,
    level: &LevelLevers,
    greatest: f64,
) -> Html {
    html! {
        <table class="levers-table">
            <thead>
                <tr>
                    <th scope="col">{ text.t("score-measure") }</th>
                    <th scope="col">{ text.t("score-lever-lift") }</th>
                    <th scope="col" class="number">{ text.t("score-lever-mean") }</th>
                    <th scope="col" class="number">{ text.t("score-lever-movers") }</th>
                    <th scope="col" class="number">{ text.t("score-accounts") }</th>
                </tr>
            </thead>
            <tbody>
                for lever in &level.levers {
                    <tr key={lever.measure.0}>{ row(text, &props.model, card, level.level, lever, greatest) }</tr>
                }
            </tbody>
        </table>
    }
}

fn row(text: &Text, model: &Model, card: ItemId, level: u8, lever: &Lever, greatest: f64) -> Html {
    let mut measures = model.cards.iter().flat_map(|c| &c.dimensions).flat_map(|d| &d.measures);
    let measure = measures.find(|m| m.id == lever.measure);
    let name = measure.map_or_else(String::new, |m| m.name.clone());
    let width = if greatest > 0.0 { lever.lift / greatest * 100.0 } else { 0.0 };
    let id = format!("why-lever-{}-{level}-{}", card.0, lever.measure.0);
    let figure =
        explained(text, text.signed(lever.lift, 1), explain::lever(text, id, &name, lever));
    let mean = lever.mean_points.map_or_else(|| "–".to_owned(), |p| text.decimal(p, 0));
    let movers = lever.movers_difference;
    html! {
        <>
            <th scope="row">{ name }</th>
            <td>
                <span class="lever">
                    <span class="lever-bar" aria-hidden="true">
                        <span style={format!("width:{width:.1}%")} />
                    </span>
                    { figure }
                </span>
            </td>
            <td class="number">{ mean }</td>
            <td class="number">{ movers.map_or_else(|| "–".to_owned(), |d| text.signed(d, 0)) }</td>
            <td class="number quiet">{ text.integer(lever.accounts) }</td>
        </>
    }
}
