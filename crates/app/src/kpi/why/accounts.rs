//! A change over accounts, by segment: how much because groups grew or shrank, how much because they
//! changed themselves; and by who stayed, came and left.

use super::bars::{Bar, waterfall};
use super::{Told, changed};
use crate::kpi::behind::Behind;
use crate::markup::html;
use engine::message::{KpiAccounts, KpiGroup};
use kpi::Effect;
use yew::prelude::*;

/// So many segments stand in the waterfall; the table has the others, too.
const MOST: usize = 8;

/// Sentence, waterfall and table.
pub fn accounts(told: &Told<'_>, by: &KpiAccounts) -> Html {
    let (text, of) = (told.text, told.told);
    let label = |group: &KpiGroup| -> AttrValue {
        group.label.clone().map_or_else(|| text.t("kpi-segment-none"), Into::into)
    };
    let mut at = of.before;
    let mut bars = Vec::new();
    for group in by.segments.iter().take(MOST) {
        let to = at + group.effect.total();
        let open = Some(to_accounts(told, group));
        bars.push(Bar { label: label(group), from: at, to, open });
        at = to;
    }
    if by.segments.len() > MOST || by.others.is_some() {
        bars.push(Bar { label: text.t("kpi-why-rest"), from: at, to: of.now, open: None });
    }
    let (mix, rate) = if by.adds_up {
        ("kpi-effect-size", "kpi-effect-mean")
    } else {
        ("kpi-effect-mix", "kpi-effect-rate")
    };
    let own = |part: kpi::Part| if by.adds_up { part.sum } else { part.sum / part.weight };
    let all = {
        let behind = behind(told);
        Callback::from(move |_: MouseEvent| behind.show(None))
    };
    html! {
        <div key="accounts" class="kpi-why-body">
            <p>{ text.with("kpi-why-change", &changed(told)) }{ moved(told, by) }</p>
            { waterfall(told, &bars) }
            <button type="button" class="kpi-link" onclick={all}>{ text.t("kpi-to-accounts") }</button>
            <details class="kpi-segments">
                <summary>{ text.t(if by.adds_up { "kpi-why-size-and-mean" } else { "kpi-why-mix-and-rate" }) }</summary>
                <div class="scroll-x">
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{ text.t("kpi-segment") }</th>
                                <th scope="col" class="number">{ text.t("kpi-why-before") }</th>
                                <th scope="col" class="number">{ text.t("kpi-why-now") }</th>
                                <th scope="col" class="number">{ text.t(mix) }</th>
                                <th scope="col" class="number">{ text.t(rate) }</th>
                                <th scope="col" class="number">{ text.t("kpi-effect-total") }</th>
                            </tr>
                        </thead>
                        <tbody>
                            for (at, group) in by.segments.iter().enumerate() {
                                <tr key={at}>
                                    <th scope="row">
                                        <button type="button" class="kpi-link" onclick={to_accounts(told, group)}>{ label(group) }</button>
                                    </th>
                                    <td class="number">{ told.figure(own(group.before)) }</td>
                                    <td class="number">{ told.figure(own(group.now)) }</td>
                                    <td class="number">{ told.difference(group.effect.mix) }</td>
                                    <td class="number">{ told.difference(group.effect.rate) }</td>
                                    <td class="number">{ told.difference(group.effect.total()) }</td>
                                </tr>
                            }
                            if let Some((_, effect)) = by.others {
                                { sum_row(told, "kpi-why-rest", None, effect) }
                            }
                            { sum_row(told, "kpi-why-all", Some((of.before, of.now)), whole(by)) }
                        </tbody>
                    </table>
                </div>
            </details>
        </div>
    }
}

/// What all segments together have to do with the change: adds up to it.
fn whole(by: &KpiAccounts) -> Effect {
    let effects = by.segments.iter().map(|s| s.effect).chain(by.others.map(|o| o.1));
    effects
        .fold(Effect::default(), |sum, e| Effect { mix: sum.mix + e.mix, rate: sum.rate + e.rate })
}

/// A row of several segments.
fn sum_row(told: &Told<'_>, name: &str, ends: Option<(f64, f64)>, effect: Effect) -> Html {
    let end = |value: Option<f64>| value.map(|value| told.figure(value));
    html! {
        <tr key={name.to_owned()}>
            <th scope="row">{ told.text.t(name) }</th>
            <td class="number">{ end(ends.map(|e| e.0)) }</td>
            <td class="number">{ end(ends.map(|e| e.1)) }</td>
            <td class="number">{ told.difference(effect.mix) }</td>
            <td class="number">{ told.difference(effect.rate) }</td>
            <td class="number">{ told.difference(effect.total()) }</td>
        </tr>
    }
}

/// Who stayed, came and left.
fn moved(told: &Told<'_>, by: &KpiAccounts) -> AttrValue {
    let [stayed, joined, left] = &by.movement;
    let effect = |group: &KpiGroup| told.difference(group.effect.total()).into();
    told.text.with(
        "kpi-why-moved",
        &[("stayed", effect(stayed)), ("joined", effect(joined)), ("left", effect(left))],
    )
}

/// Goes on to the accounts of a segment.
fn to_accounts(told: &Told<'_>, group: &KpiGroup) -> Callback<MouseEvent> {
    let group = told.segment.map(|column| (column.to_owned(), group.label.clone()));
    let behind = behind(told);
    Callback::from(move |_: MouseEvent| behind.show(group.clone()))
}

/// The accounts that the figure is of.
fn behind(told: &Told<'_>) -> Behind {
    let node = told.context.tree.nodes.get(told.told.place);
    node.and_then(|n| Behind::of(&n.body.known)).unwrap_or_default()
}
