//! Bands: thresholds with their points.

use crate::markup::html;
use crate::parts::{Icon, IconName, NumberField};
use crate::text::use_text;
use score::{Band, Normaliser};
use yew::prelude::*;

/// Changes the bands by a typed number.
type BandChange = Box<dyn Fn(&mut Vec<Band>, f64)>;

/// Properties of [`BandsForm`].
#[derive(PartialEq, Properties)]
pub struct BandsFormProps {
    /// Points under the first threshold.
    pub below: f64,
    /// Ascending thresholds.
    pub steps: Vec<Band>,
    /// Hears of the changed normaliser.
    pub on_change: Callback<Normaliser>,
}

/// One row a band; a threshold that is typed past its neighbour takes its place in the order.
#[component]
pub fn BandsForm(props: &BandsFormProps) -> Html {
    let text = use_text();
    let (below, steps) = (props.below, &props.steps);
    let with = |change: BandChange| {
        let (steps, on_change) = (steps.clone(), props.on_change.clone());
        Callback::from(move |value: f64| {
            let mut steps = steps.clone();
            change(&mut steps, value);
            table::order::sort_by(&mut steps, |a, b| a.from.total_cmp(&b.from));
            on_change.emit(Normaliser::Bands { below, steps });
        })
    };
    let on_below = {
        let (steps, on_change) = (steps.clone(), props.on_change.clone());
        Callback::from(move |below: f64| {
            on_change.emit(Normaliser::Bands { below, steps: steps.clone() });
        })
    };
    let remove = |i: usize| {
        with(Box::new(move |steps, _| {
            steps.remove(i);
        }))
        .reform(|_: MouseEvent| 0.0)
    };
    let add = with(Box::new(|steps, _| {
        let next = match steps.as_slice() {
            [.., a, b] => Band { from: b.from + (b.from - a.from).max(1.0), points: b.points },
            [a] => Band { from: a.from + 1.0, points: 100.0 },
            [] => Band { from: 0.0, points: 100.0 },
        };
        steps.push(next);
    }))
    .reform(|_: MouseEvent| 0.0);
    let points = text.t("score-points");
    html! {
        <table class="bands">
            <caption class="hidden-visually">{ text.t("score-bands") }</caption>
            <thead>
                <tr>
                    <th scope="col">{ text.t("score-band-from") }</th>
                    <th scope="col">{ points.clone() }</th>
                    <th><span class="hidden-visually">{ text.t("score-band-remove") }</span></th>
                </tr>
            </thead>
            <tbody>
                <tr>
                    <td class="quiet">{ text.t("score-band-below") }</td>
                    <td>
                        <NumberField
                            label={text.t("score-band-below-points")} value={below} min={0.0} max={100.0}
                            decimals={1} on_commit={on_below}
                        />
                    </td>
                    <td />
                </tr>
                for (i, step) in steps.iter().enumerate() {
                    <tr key={i}>
                        <td>
                            <NumberField
                                label={text.with("score-band-from-n", &[("n", (i + 1).into())])}
                                value={step.from} decimals={4}
                                on_commit={with(Box::new(move |steps, v| steps[i].from = v))}
                            />
                        </td>
                        <td>
                            <NumberField
                                label={text.with("score-band-points-n", &[("n", (i + 1).into())])}
                                value={step.points} min={0.0} max={100.0} decimals={1}
                                on_commit={with(Box::new(move |steps, v| steps[i].points = v))}
                            />
                        </td>
                        <td>
                            <button
                                class="button plain icon" type="button" onclick={remove(i)}
                                aria-label={text.with("score-band-remove-n", &[("n", (i + 1).into())])}
                            ><Icon name={IconName::Close} /></button>
                        </td>
                    </tr>
                }
            </tbody>
            <tfoot>
                <tr>
                    <td colspan="3">
                        <button class="button plain" type="button" onclick={add}>
                            <Icon name={IconName::Plus} />{ text.t("score-band-add") }
                        </button>
                    </td>
                </tr>
            </tfoot>
        </table>
    }
}
