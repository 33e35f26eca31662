//! The four figures on top: scored, mean, levels, and how well the score tells the outcome.

use super::explain;
use super::view::Scored;
use super::warnings::{gravest, in_short, kind_of_relation};
use crate::markup::html;
use crate::parts::{explained, level_name};
use crate::state::{use_document, use_session};
use crate::text::{Text, use_text};
use engine::message::{OutcomeView, ScoreView};
use score::{Levels, Model};
use yew::prelude::*;

/// Properties of [`Figures`].
#[derive(PartialEq, Properties)]
pub struct FiguresProps {
    /// What the engine says.
    pub scored: Scored,
}

/// The strip of figures.
#[component]
pub fn Figures(props: &FiguresProps) -> Html {
    let text = use_text();
    let session = use_session();
    let document = use_document();
    let Some(now) = props.scored.now.as_deref() else {
        return html! { <div class="score-figures-none" aria-busy={props.scored.waiting.to_string()} /> };
    };
    let compared_date = session.compared().map(|s| text.date(s.date));
    let outcome = props.scored.full.as_deref().map(|s| s.outcome.as_ref());
    html! {
        <dl class="score-figures" aria-live="polite" aria-busy={props.scored.waiting.to_string()}>
            <div class="figure" data-testid="score-scored">
                <dt>{ text.t("score-scored") }</dt>
                <dd>
                    <b>{ explained(&text, text.integer(now.scored), explain::scored(&text, now, &document.model)) }</b>
                    <span>{ text.with("score-of-accounts", &[("count", now.accounts.into())]) }</span>
                    <small>{ unscored(&text, now, &document.model) }</small>
                </dd>
            </div>
            <div class="figure" data-testid="score-mean">
                <dt>{ text.t("score-mean") }</dt>
                <dd>
                    <b>{ explained(&text, text.decimal(now.mean, 1), explain::mean(&text, now)) }</b>
                    <span>{ text.t("score-of-hundred") }</span>
                    <small>{ mean_change(&text, now, compared_date) }</small>
                </dd>
            </div>
            <div class="figure wide" data-testid="score-levels">
                <dt>{ text.t("score-levels") }</dt>
                <dd>{ level_band(&text, now, &document.document.levels) }</dd>
            </div>
            <div class="figure" data-testid="score-auc">
                <dt>{ text.t("score-auc") }</dt>
                <dd>{ auc(&text, outcome) }</dd>
            </div>
        </dl>
    }
}

fn unscored(text: &Text, now: &ScoreView, model: &Model) -> AttrValue {
    let missing = now.accounts.saturating_sub(now.scored);
    let mut dimensions = model.cards.iter().flat_map(|c| &c.dimensions);
    if missing == 0 {
        text.t("score-all-scored")
    } else if dimensions.all(|d| d.measures.is_empty()) {
        text.t("score-unmeasured")
    } else {
        text.with("score-unscored", &[("count", missing.into())])
    }
}

fn mean_change(text: &Text, now: &ScoreView, date: Option<String>) -> AttrValue {
    match (now.compared_mean, date) {
        (Some(before), Some(date)) if before.is_finite() && now.mean.is_finite() => text.with(
            "score-mean-change",
            &[("change", text.signed(now.mean - before, 1).into()), ("date", date.into())],
        ),
        (_, None) => text.t("score-nothing-compared"),
        // Without scores there is no change either.
        _ => AttrValue::default(),
    }
}

fn auc(text: &Text, outcome: Option<Option<&OutcomeView>>) -> Html {
    let Some(outcome) = outcome else { return html! { <b>{ "–" }</b> } };
    match outcome {
        Some(o) if o.auc.is_finite() => {
            let interval = text.with(
                "score-auc-interval",
                &[
                    ("low", text.decimal(o.auc_low, 2).into()),
                    ("high", text.decimal(o.auc_high, 2).into()),
                ],
            );
            html! {
                <>
                    <b>{ explained(text, text.decimal(o.auc, 2), explain::auc(text, o)) }</b>
                    <span>{ interval }</span>
                    <small class="warned">{ gravest(&o.warnings).map(|w| in_short(text, w)) }</small>
                    <small>{ text.t(kind_of_relation(o)) }</small>
                </>
            }
        }
        outcome => html! {
            <>
                <b aria-hidden="true">{ "–" }</b>
                <small class="warned">{ match outcome {
                    Some(_) => text.t("score-short-no-scores"),
                    None => text.t("score-short-no-outcome"),
                } }</small>
            </>
        },
    }
}

/// A proportional band of levels with their counts under it.
fn level_band(text: &Text, now: &ScoreView, levels: &Levels) -> Html {
    let total = now.levels.iter().map(|l| l.accounts).sum::<u32>().max(1);
    let share = |n: u32| f64::from(n) / f64::from(total);
    html! {
        <div class="level-band">
            <div class="level-band-bar" aria-hidden="true">
                for (level, view) in now.levels.iter().enumerate() {
                    <span
                        key={level} data-level={level.to_string()}
                        // Nobody is no bar, however thin.
                        style={if view.accounts == 0 { "display:none".to_owned() } else { format!("flex-grow:{:.4}", share(view.accounts)) }}
                    />
                }
            </div>
            <ul class="level-band-words">
                for (level, view) in now.levels.iter().enumerate() {
                    <li key={level} title={level_name(levels, level)}>
                        <span class="level-badge" data-level={level.to_string()}>
                            { format!("Lv{}", level + 1) }
                        </span>
                        <span class="number">
                            { explained(text, text.integer(view.accounts), explain::level(text, now, levels, level)) }
                        </span>
                    </li>
                }
            </ul>
        </div>
    }
}
