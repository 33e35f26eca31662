//! Who went where since the compared snapshot.

use super::super::explain_moved::{Moved, moved as why_moved, place_name};
use crate::markup::html;
use crate::parts::{explained, level_name};
use crate::state::use_session;
use crate::text::{Text, use_text};
use engine::message::{MovementView, ScoreView};
use score::Levels;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`MovementPanel`].
#[derive(PartialEq, Properties)]
pub struct MovementPanelProps {
    /// Holds the movement.
    pub score: Rc<ScoreView>,
    /// For names.
    pub levels: Levels,
}

/// Movement between levels.
#[component]
pub fn MovementPanel(props: &MovementPanelProps) -> Html {
    let text = use_text();
    let session = use_session();
    let (title, body) = match (&props.score.movement, session.compared()) {
        (Some(movement), Some(compared)) => {
            let date = text.date(compared.date);
            let title = text.with("score-movement-since", &[("date", date.into())]);
            (title, moved(&text, movement, &props.levels))
        }
        _ => {
            let body = html! { <p class="quiet">{ text.t("score-movement-none") }</p> };
            (text.t("score-movement"), body)
        }
    };
    html! {
        <section class="score-block" aria-labelledby="score-movement-title">
            <h2 id="score-movement-title">{ title }</h2>
            { body }
        </section>
    }
}

fn moved(text: &Text, movement: &MovementView, levels: &Levels) -> Html {
    html! {
        <>
            <dl class="movement-figures" data-testid="score-movement">
                for kind in Moved::ALL {
                    <div key={kind.name()} data-kind={kind.name()}>
                        <dt>{ text.t(kind.label()) }</dt>
                        <dd class="number">
                            { explained(text, text.integer(kind.of(movement)), why_moved(text, movement, levels, kind)) }
                        </dd>
                    </div>
                }
            </dl>
            <p class="small quiet">{ text.t("score-movement-note") }</p>
            <details class="movement-matrix">
                <summary>{ text.t("score-movement-matrix") }</summary>
                { matrix(text, movement, levels) }
            </details>
        </>
    }
}

/// From (rows) and to (columns), highest level first.
fn matrix(text: &Text, movement: &MovementView, levels: &Levels) -> Html {
    let count = levels.cuts.len() + 1;
    let places: Vec<usize> = (0..count).rev().chain([count, count + 1]).collect();
    let name = |place: usize, outside: &str| place_name(text, count, place, outside);
    let title = |place: usize| (place < count).then(|| level_name(levels, place));
    let of = |from: usize, to: usize| {
        movement.counts.get(from).and_then(|row| row.get(to)).copied().unwrap_or(0)
    };
    let kind = |from: usize, to: usize| match (from < count, to < count) {
        (true, true) if to > from => "up",
        (true, true) if to < from => "down",
        (true, true) => "same",
        _ => "other",
    };
    html! {
        <div class="scroll-x" tabindex="0" role="region" aria-label={text.t("score-movement-matrix")}>
            <table class="matrix">
                <thead>
                    <tr>
                        <th scope="col">{ text.t("score-from-to") }</th>
                        for &to in &places {
                            <th key={to} scope="col" class="number" title={title(to)}>
                                { name(to, "score-place-gone") }
                            </th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for &from in &places {
                        <tr key={from}>
                            <th scope="row" title={title(from)}>{ name(from, "score-place-new") }</th>
                            for &to in &places {
                                <td key={to} class="number" data-kind={kind(from, to)}>
                                    { if of(from, to) == 0 { "·".to_owned() } else { text.integer(of(from, to)) } }
                                </td>
                            }
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}
