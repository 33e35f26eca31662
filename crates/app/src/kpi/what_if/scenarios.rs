//! Scenarios: what-ifs kept under a name, side by side.

use crate::kpi::area::Area;
use crate::kpi::edits::rename;
use crate::kpi::stand::StandAction;
use crate::kpi::words::{difference, figure, trend_name};
use crate::markup::html;
use crate::parts::{Icon, IconName};
use crate::query::use_view;
use crate::scoring::NameField;
use crate::text::use_text;
use engine::message::{Answer, Call, KpiAnswer, KpiAsk, KpiWhatIf};
use kpi::{Assumptions, Scenario};
use plan::{Edit, ElementId};
use yew::prelude::*;

/// The ranges of a scenario are drawn with this seed: the same ones give the same picture.
pub const SEED: u64 = 20_260_101;

/// Properties of [`Scenarios`].
#[derive(PartialEq, Properties)]
pub struct ScenariosProps {
    /// The area.
    pub area: Area,
    /// The place of the node whose figure is compared.
    pub of: usize,
}

/// What was kept, a row each, with what follows for the KGI and the node.
#[component]
pub fn Scenarios(props: &ScenariosProps) -> Html {
    let text = use_text();
    let area = &props.area;
    let scenarios = &area.tree.scenarios;
    let call = (!scenarios.is_empty()).then(|| Call::Kpi {
        context: Box::new((*area.context).clone()),
        ask: KpiAsk::WhatIf {
            assumptions: scenarios.iter().map(|s| s.assumptions.clone()).collect(),
            seed: Some(SEED),
        },
    });
    let view = use_view(call);
    let told = |scenario: &Scenario, place: usize| -> Option<(KpiWhatIf, usize)> {
        let Some(Call::Kpi { context, .. }) = view.question.as_deref() else { return None };
        let Some(Answer::Kpi(KpiAnswer::WhatIf(all))) = view.answer.as_deref() else { return None };
        let at = context.tree.scenarios.iter().position(|s| s.id == scenario.id)?;
        let place = context.tree.place(area.node(place)?.id)?;
        Some((all.get(at)?.clone(), place))
    };
    let keep = {
        let (area, text) = (area.clone(), text.clone());
        Callback::from(move |_: MouseEvent| {
            let n = area.tree.scenarios.len() + 1;
            let name = text.with("kpi-scenario-name", &[("n", n.into())]);
            let assumed: Assumptions = (*area.stand.assumed).clone();
            area.hand.edit(|d| Some(d.insert_kpi_scenario(area.root, &name, assumed)));
        })
    };
    let assumed = &area.stand.assumed;
    let none = assumed.overrides.is_empty() && assumed.ranges.is_empty();
    let places = if props.of == 0 { vec![0] } else { vec![0, props.of] };
    html! {
        <div class="kpi-scenarios">
            <header class="kpi-block-head">
                <h3>{ text.t("kpi-scenarios") }</h3>
                <button type="button" class="button" disabled={none || !area.hand.writable} onclick={keep}>
                    <Icon name={IconName::Plus} />{ text.t("kpi-scenario-keep") }
                </button>
            </header>
            if scenarios.is_empty() {
                <p class="small quiet">{ text.t("kpi-scenarios-none") }</p>
            } else {
                <div class="scroll-x">
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{ text.t("kpi-scenario") }</th>
                                for place in places.iter().copied() {
                                    <th key={place} scope="col" class="number">{ area.node(place).map(|n| n.name.clone()) }</th>
                                }
                                <th />
                            </tr>
                        </thead>
                        <tbody>
                            for scenario in scenarios {
                                <tr key={scenario.id.0}>
                                    <th scope="row">{ name(area, &text, scenario) }</th>
                                    for place in places.iter().copied() {
                                        <td key={place} class="number">{ cell(area, &text, place, told(scenario, place)) }</td>
                                    }
                                    <td>{ buttons(area, &text, scenario) }</td>
                                </tr>
                            }
                        </tbody>
                    </table>
                </div>
            }
        </div>
    }
}

fn name(area: &Area, text: &crate::text::Text, scenario: &Scenario) -> Html {
    let (hand, id) = (area.hand.clone(), ElementId(scenario.id.0));
    let on_commit = Callback::from(move |name: AttrValue| {
        hand.edit(|d| rename(d, id, &name));
    });
    html! {
        <NameField
            label={text.t("kpi-scenario")} value={scenario.name.clone()} disabled={!area.hand.writable} {on_commit}
        />
    }
}

fn cell(
    area: &Area,
    text: &crate::text::Text,
    place: usize,
    told: Option<(KpiWhatIf, usize)>,
) -> Html {
    let (Some(node), Some((told, at))) = (area.node(place), told) else { return html! { "–" } };
    let unit = &node.body.unit;
    let change = told.changes.get(at).copied().flatten();
    let range = told.ranges.get(at).copied().flatten();
    html! {
        <>
            <b>{ figure(text, told.values.get(at).copied().unwrap_or(f64::NAN), unit) }</b>
            <span class="kpi-card-change" data-trend={trend_name(change)}>{ change.map(|c| difference(text, c.difference, unit)) }</span>
            <span class="small quiet">{ range.filter(|r| r.low != r.high).map(|r| {
                format!("{}–{}", figure(text, r.low, unit), figure(text, r.high, unit))
            }) }</span>
        </>
    }
}

fn buttons(area: &Area, text: &crate::text::Text, scenario: &Scenario) -> Html {
    let take = {
        let (hand, assumed) = (area.hand.clone(), scenario.assumptions.clone());
        Callback::from(move |_: MouseEvent| hand.go(StandAction::Assume(assumed.clone())))
    };
    let delete = {
        let (hand, id) = (area.hand.clone(), ElementId(scenario.id.0));
        Callback::from(move |_: MouseEvent| {
            hand.edit(|_| Some(Edit::Remove(id)));
        })
    };
    let label = text.with("kpi-scenario-delete", &[("name", scenario.name.clone().into())]);
    html! {
        <span class="kpi-lever-tools">
            <button type="button" class="button plain" onclick={take}>{ text.t("kpi-scenario-take") }</button>
            <button type="button" class="button plain icon" disabled={!area.hand.writable} aria-label={label} onclick={delete}>
                <Icon name={IconName::Trash} />
            </button>
        </span>
    }
}
