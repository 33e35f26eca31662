//! A slider for each figure that others follow from.

use super::{with_override, with_range};
use crate::kpi::area::Area;
use crate::kpi::inspector::typing;
use crate::kpi::stand::StandAction;
use crate::kpi::words::figure;
use crate::markup::html;
use crate::parts::{Icon, IconName, NumberField, Slider};
use crate::text::Text;
use kpi::Range;
use yew::prelude::*;

/// So many sliders are shown at most.
const MOST: usize = 40;
/// How far a range reaches to either side when it is first given.
const WIDE: f64 = 0.1;

/// The sliders: the leaves that something is worked out of, what is overridden, what is selected.
pub fn levers(area: &Area, text: &Text) -> Html {
    let figures = &area.figures;
    let assumed = &area.stand.assumed;
    let is_lever = |at: &usize| {
        let Some(node) = area.node(*at) else { return false };
        let chosen = area.selected() == Some(*at) && *at > 0;
        let leaf = !figures.is_computed(*at) && figures.is_used(*at);
        let set = assumed.overrides.iter().any(|o| o.node == node.id);
        set || figures.real(*at).is_finite() && (leaf || chosen)
    };
    let places: Vec<usize> = (0..area.tree.nodes.len()).filter(is_lever).take(MOST).collect();
    html! {
        <div class="kpi-levers">
            <h3>{ text.t("kpi-levers") }</h3>
            if places.is_empty() {
                <p class="quiet">{ text.t("kpi-levers-none") }</p>
            }
            <ul>
                for place in places {
                    { lever(area, text, place) }
                }
            </ul>
        </div>
    }
}

fn lever(area: &Area, text: &Text, place: usize) -> Html {
    let Some(node) = area.node(place) else { return html! {} };
    let (id, unit) = (node.id, &node.body.unit);
    let (scale, sign, decimals) = typing(unit);
    let assumed = area.stand.assumed.clone();
    let real = area.figures.real(place);
    let set = assumed.overrides.iter().find(|o| o.node == id).map(|o| o.value);
    let range = assumed.ranges.iter().find(|r| r.node == id).copied();
    let value = set.unwrap_or(real);
    let (low, high) = area.figures.lever(place);
    let (low, high) = (low.min(value) * scale, high.max(value) * scale);
    let step = step_of(high - low);
    let hand = area.hand.clone();
    let on_input = {
        let (hand, assumed) = (hand.clone(), assumed.clone());
        Callback::from(move |to: f64| {
            hand.go(StandAction::Assume(with_override(&assumed, id, Some(to / scale))));
        })
    };
    let back = {
        let (hand, assumed) = (hand.clone(), assumed.clone());
        Callback::from(move |_: MouseEvent| {
            let next = with_range(&with_override(&assumed, id, None), id, None);
            hand.go(StandAction::Assume(next));
        })
    };
    let wide = {
        let (hand, assumed) = (hand.clone(), assumed.clone());
        Callback::from(move |_: MouseEvent| {
            let room = value.abs() * WIDE;
            let new = Range { node: id, low: value - room, middle: value, high: value + room };
            let next = with_range(&assumed, id, range.is_none().then_some(new));
            hand.go(StandAction::Assume(next));
        })
    };
    let end = |pick: fn(&mut Range) -> &mut f64, label: &str| {
        let (hand, assumed) = (hand.clone(), assumed.clone());
        let Some(mut range) = range else { return html! {} };
        let shown = *pick(&mut range) * scale;
        let on_commit = Callback::from(move |to: f64| {
            let mut next = Range { middle: value, ..range };
            *pick(&mut next) = to / scale;
            next.low = next.low.min(value);
            next.high = next.high.max(value);
            hand.go(StandAction::Assume(with_range(&assumed, id, Some(next))));
        });
        let label = text.with(label, &[("name", node.name.clone().into())]);
        html! { <NumberField {label} value={shown} {decimals} unit={sign} {on_commit} /> }
    };
    html! {
        <li key={id.0} class="kpi-lever" data-set={set.is_some().to_string()}>
            <span class="kpi-lever-name">{ node.name.clone() }</span>
            <span class="small quiet number">{ text.with("kpi-real", &[("value", figure(text, real, unit).into())]) }</span>
            <Slider
                label={node.name.clone()} value={value * scale} min={low} max={high} {step} {decimals}
                unit={sign} {on_input}
            />
            <span class="kpi-lever-tools">
                <button
                    type="button" class="button plain" aria-pressed={range.is_some().to_string()} onclick={wide}
                    title={text.t("kpi-range-hint")}
                >{ text.t("kpi-range-button") }</button>
                <button
                    type="button" class="button plain icon" disabled={set.is_none() && range.is_none()} onclick={back}
                    aria-label={text.with("kpi-lever-reset", &[("name", node.name.clone().into())])}
                ><Icon name={IconName::Undo} /></button>
            </span>
            <span class="kpi-lever-range">
                if range.is_some() {
                    <span class="small quiet">{ "P10" }</span>
                    { end(|r| &mut r.low, "kpi-range-low") }
                    <span class="small quiet">{ "P90" }</span>
                    { end(|r| &mut r.high, "kpi-range-high") }
                }
            </span>
        </li>
    }
}

/// A round step of which a slider has some hundreds.
fn step_of(span: f64) -> f64 {
    if span.is_finite() && span > 0.0 { 10f64.powf((span / 200.0).log10().floor()) } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::step_of;

    #[test]
    fn steps_are_round() {
        assert_eq!(step_of(100.0), 0.1);
        assert_eq!(step_of(20_000.0), 100.0);
        assert_eq!(step_of(f64::NAN), 1.0);
    }
}
