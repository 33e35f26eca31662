//! How a value becomes points: the kind and its parameters.

use super::bands::BandsForm;
use super::fit::fit;
use crate::markup::html;
use crate::parts::{Choice, NumberField, Select};
use crate::scoring::condition::Columns;
use crate::scoring::edits::change_measure;
use crate::scoring::grip::use_grip;
use crate::state::use_session;
use crate::text::{Text, use_text};
use plan::{ElementId, Gesture};
use score::{Band, Measure, Normaliser};
use std::rc::Rc;
use table::ColumnType;
use yew::prelude::*;

/// Decimals of raw values that can be typed.
const DECIMALS: u8 = 4;

/// Properties of [`NormaliserForm`].
#[derive(PartialEq, Properties)]
pub struct NormaliserFormProps {
    /// The measure.
    pub measure: Rc<Measure>,
    /// For segments of percentiles.
    pub columns: Columns,
}

/// Kind and parameters of a normaliser, and "fit to data".
#[component]
pub fn NormaliserForm(props: &NormaliserFormProps) -> Html {
    let text = use_text();
    let grip = use_grip();
    let session = use_session();
    let id = ElementId(props.measure.id.0);
    let snapshot = session.as_of().map(|s| s.id);
    let set = {
        let grip = grip.clone();
        Callback::from(move |to: Normaliser| {
            grip.edit(|d| change_measure(d, id, |m| *m.normaliser = to));
        })
    };
    let kinds: Rc<[Choice]> = ["linear", "bands", "check", "percentile", "formula"]
        .into_iter()
        .map(|v| Choice::new(v, text.t(&format!("score-normaliser-{v}"))))
        .collect();
    let kind = kind_of(&props.measure.normaliser);
    let on_kind = {
        let before = props.measure.normaliser.clone();
        set.reform(move |kind: AttrValue| of_kind(&kind, &before))
    };
    let on_fit = {
        let (grip, input) = (grip.clone(), props.measure.input.clone());
        Callback::from(move |_: MouseEvent| {
            if let (Some(input), Some(snapshot)) = (input.clone(), snapshot) {
                fit(&grip, Gesture::Once, id, snapshot, input);
            }
        })
    };
    html! {
        <div class="normaliser">
            <div class="form-line">
                <Select
                    label={text.t("score-normaliser-kind")} hide_label={true} value={kind}
                    choices={kinds} on_change={on_kind}
                />
                <button
                    class="button" type="button" onclick={on_fit} title={text.t("score-fit-hint")}
                    disabled={props.measure.input.is_none() || snapshot.is_none()}
                >{ text.t("score-fit") }</button>
            </div>
            <p class="small quiet">{ text.t(&format!("score-normaliser-{kind}.hint")) }</p>
            { parameters(&text, &props.measure.normaliser, &props.columns, &set) }
        </div>
    }
}

fn parameters(
    text: &Text,
    normaliser: &Normaliser,
    columns: &Columns,
    set: &Callback<Normaliser>,
) -> Html {
    match normaliser.clone() {
        Normaliser::Linear { worst, best } => html! {
            <div class="form-line ends">
                <span class="labelled-inline">
                    <span>{ text.t("score-worst") }</span>
                    <NumberField
                        label={text.t("score-worst-long")} value={worst} decimals={DECIMALS}
                        on_commit={set.reform(move |worst| Normaliser::Linear { worst, best })}
                    />
                </span>
                <span class="labelled-inline">
                    <span>{ text.t("score-best") }</span>
                    <NumberField
                        label={text.t("score-best-long")} value={best} decimals={DECIMALS}
                        on_commit={set.reform(move |best| Normaliser::Linear { worst, best })}
                    />
                </span>
                <button
                    class="button plain" type="button"
                    onclick={set.reform(move |_: MouseEvent| Normaliser::Linear { worst: best, best: worst })}
                >{ text.t("score-turn-round") }</button>
            </div>
        },
        Normaliser::Bands { below, steps } => {
            html! { <BandsForm {below} {steps} on_change={set.clone()} /> }
        }
        Normaliser::Percentile { higher_is_better, within } => {
            let chosen = within.clone().unwrap_or_default();
            let mut choices = vec![Choice::new("", text.t("score-within-all"))];
            let segments = columns.choices(text, &[ColumnType::Text, ColumnType::Boolean], &chosen);
            choices.extend(segments.iter().filter(|c| !c.value.is_empty()).cloned());
            let on_within = set.reform(move |name: AttrValue| Normaliser::Percentile {
                higher_is_better,
                within: (!name.is_empty()).then(|| name.to_string()),
            });
            let on_direction = set.reform(move |_: Event| Normaliser::Percentile {
                higher_is_better: !higher_is_better,
                within: within.clone(),
            });
            html! {
                <>
                    <label class="check">
                        <input type="checkbox" checked={higher_is_better} onchange={on_direction} />
                        <span>{ text.t("score-higher-is-better") }</span>
                    </label>
                    <Select
                        label={text.t("score-within")} value={chosen} choices={Rc::from(choices)}
                        on_change={on_within}
                    />
                </>
            }
        }
        Normaliser::Check | Normaliser::Formula => html! { <span /> },
    }
}

fn kind_of(normaliser: &Normaliser) -> &'static str {
    match normaliser {
        Normaliser::Linear { .. } => "linear",
        Normaliser::Bands { .. } => "bands",
        Normaliser::Check => "check",
        Normaliser::Percentile { .. } => "percentile",
        Normaliser::Formula => "formula",
    }
}

/// Another kind that says about the same.
fn of_kind(kind: &str, before: &Normaliser) -> Normaliser {
    let (low, high, rises) = match before {
        Normaliser::Linear { worst, best } => (worst.min(*best), worst.max(*best), best >= worst),
        Normaliser::Bands { below, steps } => {
            let first = steps.first().map_or(0.0, |s| s.from);
            let last = steps.last();
            (first, last.map_or(100.0, |s| s.from), last.is_none_or(|s| s.points >= *below))
        }
        Normaliser::Percentile { higher_is_better, .. } => (0.0, 100.0, *higher_is_better),
        Normaliser::Check => (0.0, 1.0, true),
        Normaliser::Formula => (0.0, 100.0, true),
    };
    match kind {
        "bands" => {
            let middle = low + (high - low) / 2.0;
            let points = |up: f64| if rises { up } else { 100.0 - up };
            let step = |from, up| Band { from, points: points(up) };
            Normaliser::Bands {
                below: points(0.0),
                steps: vec![step(low, 25.0), step(middle, 50.0), step(high, 100.0)],
            }
        }
        "check" => Normaliser::Check,
        "percentile" => Normaliser::Percentile { higher_is_better: rises, within: None },
        "formula" => Normaliser::Formula,
        _ if rises => Normaliser::Linear { worst: low, best: high },
        _ => Normaliser::Linear { worst: high, best: low },
    }
}
