//! How the figures of a node came about: its value, the gap to its target, its change.

use super::fields::Say;
use crate::kpi::area::Area;
use crate::kpi::words::{difference, figure, status_words};
use crate::markup::html;
use crate::parts::{Explanation, explained};
use crate::state::Session;
use crate::text::Text;
use kpi::{Change, Known, NEAR, Unit, change};
use yew::prelude::*;

/// The figures of a node, each of which tells how it came about.
pub fn figures_part(say: &Say<'_>, session: &Session) -> Html {
    let Say { text, node, area, place } = say;
    let unit = &node.body.unit;
    let now = area.figures.now(*place);
    let gap = node.body.target.and_then(|target| change(target, now, node.body.direction));
    let changed = area.figures.change(*place);
    let line = |label: AttrValue, figure: Html| {
        html! { <div><dt>{ label }</dt><dd class="number">{ figure }</dd></div> }
    };
    let assumes = area.figures.assumes();
    let (of_now, of_gap, of_change) = if assumes {
        ("kpi-if-value", "kpi-if-gap", "kpi-if-change")
    } else {
        ("kpi-value-now", "kpi-gap", "kpi-change")
    };
    let real = area.figures.ghost(*place).map(|real| {
        let real = text.with("kpi-real", &[("value", figure(text, real, unit).into())]);
        html! { <span class="small quiet">{ " (" }{ real }{ ")" }</span> }
    });
    html! {
        <dl class="kpi-came-about" data-testid="kpi-came-about">
            { line(text.t(of_now), html! { <>{ explained(text, figure(text, now, unit), value(say, session)) }{ real }</> }) }
            if let (Some(gap), Some(target)) = (gap, node.body.target) {
                { line(text.t(of_gap), explained(text, difference(text, gap.difference, unit), to_target(say, target, gap))) }
            }
            if let Some(changed) = changed {
                { line(text.t(of_change), explained(text, difference(text, changed.difference, unit), since(say, session, changed))) }
            }
        </dl>
    }
}

/// The figure itself: its formula, and what went in.
fn value(say: &Say<'_>, session: &Session) -> Explanation {
    let Say { text, node, area, place } = say;
    let mut inputs: Vec<(AttrValue, String)> = Vec::new();
    let formula = match &node.body.known {
        Known::Unknown => text.t("kpi-came-unknown"),
        Known::Typed(typed) => {
            let line = |of: &kpi::Typed| {
                (text.date(of.date).into(), figure(text, of.value, &node.body.unit))
            };
            inputs.extend(typed.iter().map(line));
            text.t("kpi-came-typed")
        }
        Known::Formula(formula) => {
            for at in area.figures.inputs(*place) {
                if let Some(input) = area.node(at) {
                    let value = figure(text, area.figures.now(at), &input.body.unit);
                    inputs.push((name_of(text, &input.name), value));
                }
            }
            text.with("kpi-came-formula", &[("formula", formula.as_str().into())])
        }
        Known::Accounts(formula) => {
            if let Some(snapshot) = session.as_of() {
                inputs.push((text.t("kpi-came-accounts-count"), text.integer(snapshot.rows)));
            }
            text.with("kpi-came-accounts", &[("formula", formula.as_str().into())])
        }
    };
    let now = figure(text, area.figures.now(*place), &node.body.unit);
    inputs.push((text.t(value_label(area)), now));
    if let Some(real) = area.figures.ghost(*place) {
        inputs.push((text.t("kpi-came-real"), figure(text, real, &node.body.unit)));
    }
    let source =
        session.as_of().map(|s| text.with("kpi-came-as-of", &[("date", text.date(s.date).into())]));
    let title = name_of(text, &node.name);
    Explanation { id: "kpi-why-value".to_owned(), title, formula, inputs, source }
}

/// The gap to the target.
fn to_target(say: &Say<'_>, target: f64, gap: Change) -> Explanation {
    let Say { text, node, area, place } = say;
    let unit = &node.body.unit;
    let (status, _) = status_words(area.figures.status(*place, node));
    let mut inputs = vec![
        (text.t(value_label(area)), figure(text, area.figures.now(*place), unit)),
        (text.t("kpi-target"), figure(text, target, unit)),
        (text.t("kpi-gap"), difference(text, gap.difference, unit)),
    ];
    inputs.extend(relative(text, "kpi-came-of-target", gap));
    inputs.push((text.t("kpi-status"), text.t(status).to_string()));
    Explanation {
        id: "kpi-why-gap".to_owned(),
        title: text.t("kpi-gap"),
        formula: text.with("kpi-came-gap", &[("near", text.percent(NEAR, 0).into())]),
        inputs,
        source: None,
    }
}

/// The change; while something is assumed, by that.
fn since(say: &Say<'_>, session: &Session, changed: Change) -> Explanation {
    let Say { text, node, area, place } = say;
    let unit: &Unit = &node.body.unit;
    let assumed = area.figures.assumed_change(*place).is_some();
    let on = |label: &str, date: Option<table::Day>| match date {
        Some(date) => text.date(date).into(),
        None => text.t(label),
    };
    let (now, before) = if assumed {
        (text.t("kpi-came-assumed"), text.t("kpi-came-real"))
    } else {
        let (as_of, compared) = (session.as_of(), session.compared());
        (
            on("kpi-value-now", as_of.map(|s| s.date)),
            on("kpi-came-before", compared.map(|s| s.date)),
        )
    };
    let mut inputs = vec![
        (now, figure(text, changed.before + changed.difference, unit)),
        (before, figure(text, changed.before, unit)),
        (text.t("kpi-change"), difference(text, changed.difference, unit)),
    ];
    inputs.extend(relative(text, "kpi-came-of-before", changed));
    Explanation {
        id: "kpi-why-change".to_owned(),
        title: text.t("kpi-change"),
        formula: text.t(if assumed { "kpi-came-change-assumed" } else { "kpi-came-change" }),
        inputs,
        source: None,
    }
}

/// What the figure on show is called: the one now, or the one that is assumed.
fn value_label(area: &Area) -> &'static str {
    if area.figures.assumes() { "kpi-came-assumed" } else { "kpi-value-now" }
}

fn relative(text: &Text, label: &str, change: Change) -> Option<(AttrValue, String)> {
    let share = change.relative?;
    let sign = if share < 0.0 { "−" } else { "+" };
    Some((text.t(label), format!("{sign}{}", text.percent(share.abs(), 1))))
}

fn name_of(text: &Text, name: &str) -> AttrValue {
    if name.is_empty() { text.t("kpi-nameless") } else { name.to_owned().into() }
}
