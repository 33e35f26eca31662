//! One row: name, value, target, status, change, course, and how the figure is known.

use super::keys::Mode;
use crate::kpi::area::Area;
use crate::kpi::words::{difference, figure, sign, status_name, status_words, trend_name};
use crate::parts::{Icon, IconName, Spark};
use crate::text::Text;
use formula::Severity;
use kpi::{Known, Node, Row};
use yew::prelude::*;

/// What a row is drawn from besides its place.
pub struct Look<'a> {
    /// The area.
    pub area: &'a Area,
    /// The texts.
    pub text: &'a Text,
    /// What keys are for.
    pub mode: Mode,
    /// Whether this row has the keys.
    pub cursor: bool,
    /// What is being written of the name.
    pub draft: Option<AttrValue>,
    /// How a drag changes it.
    pub drop: Option<&'static str>,
    /// Hears of every change of the name.
    pub oninput: Callback<InputEvent>,
}

/// A row.
pub fn row(look: &Look<'_>, row: Row) -> Html {
    let Look { area, text, .. } = look;
    let Some(node) = area.node(row.place) else { return html! {} };
    let id = node.id.0;
    let selected = area.stand.selected.is_some_and(|s| s.0 == id);
    let status = area.figures.status(row.place, node);
    let (status_id, status_icon) = status_words(status);
    let change = area.figures.change(row.place);
    let unit = &node.body.unit;
    let facts = format!("kpi-facts-{id}");
    html! {
        <div
            key={id} role="row" class="kpi-row" data-id={id.to_string()}
            data-mode={look.cursor.then_some(if look.mode == Mode::Write { "write" } else { "walk" })}
            data-drop={look.drop} aria-level={row.level.to_string()}
            aria-posinset={row.position.to_string()} aria-setsize={row.siblings.to_string()}
            aria-expanded={row.expanded.map(|e| e.to_string())}
            aria-selected={selected.to_string()} style={format!("--level:{}", row.level)}
        >
            <div role="gridcell" class="kpi-cell kpi-name">
                <span class="kpi-grip" data-grip="" aria-hidden="true" title={text.t("kpi-drag")}><Icon name={IconName::Grip} /></span>
                { twist(text, row) }
                <span class="kpi-sign" aria-hidden="true">{ sign_of(area, row.place) }</span>
                { name(look, node, &facts) }
            </div>
            <div role="gridcell" class="kpi-cell number kpi-value" id={facts}>
                { wrong(area, text, row.place) }
                { ghost(area, text, row.place) }
                <span>{ figure(text, area.figures.now(row.place), unit) }</span>
            </div>
            <div role="gridcell" class="kpi-cell number kpi-target">
                { node.body.target.map(|t| figure(text, t, unit)) }
            </div>
            <div role="gridcell" class="kpi-cell kpi-status" data-status={status_name(status)}>
                <span class="kpi-status-icon">
                    if let Some(name) = status_icon {
                        <Icon {name} />
                    }
                </span>
                <span>{ text.t(status_id) }</span>
            </div>
            <div role="gridcell" class="kpi-cell number kpi-change" data-trend={trend_name(change)}>
                { change.map(|c| difference(text, c.difference, unit)) }
            </div>
            <div role="gridcell" class="kpi-cell kpi-course">{ course(area, row.place) }</div>
            <div role="gridcell" class="kpi-cell kpi-known">{ known(text, &node.body.known) }</div>
        </div>
    }
}

/// How the parent's formula uses the node: a sign before its name.
pub fn sign_of(area: &Area, place: usize) -> Option<&'static str> {
    let parent = area.tree.parent(place)?;
    area.figures.operator(parent, place).map(sign)
}

/// The real figure beside the one that is assumed.
pub fn ghost(area: &Area, text: &Text, place: usize) -> Html {
    let real = area.figures.ghost(place).zip(area.node(place));
    html! {
        <del class="kpi-ghost">{ real.map(|(value, node)| figure(text, value, &node.body.unit)) }</del>
    }
}

/// Says that something is wrong with the formula of a node.
fn wrong(area: &Area, text: &Text, place: usize) -> Html {
    let wrong = area.figures.problems(place).iter().any(|p| p.severity() == Severity::Error);
    html! {
        <span class="kpi-wrong" title={wrong.then(|| text.t("kpi-wrong"))}>
            if wrong {
                <Icon name={IconName::Warning} />
                <span class="hidden-visually">{ text.t("kpi-wrong") }</span>
            }
        </span>
    }
}

/// Folds and opens.
fn twist(text: &Text, row: Row) -> Html {
    match row.expanded {
        None => html! { <span class="kpi-twist" /> },
        Some(open) => {
            let label = text.t(if open { "kpi-fold" } else { "kpi-unfold" });
            let name = if open { IconName::ChevronDown } else { IconName::ChevronRight };
            html! {
                <button class="kpi-twist" type="button" tabindex="-1" data-twist="" aria-label={label}>
                    <Icon {name} />
                </button>
            }
        }
    }
}

/// The name: a field in the row that has the keys, so that an input method finds a place to compose.
fn name(look: &Look<'_>, node: &Node, facts: &str) -> Html {
    if !look.cursor {
        let shown = if node.name.is_empty() {
            look.text.t("kpi-nameless")
        } else {
            node.name.clone().into()
        };
        return html! { <span class={classes!("kpi-label", node.name.is_empty().then_some("quiet"))}>{ shown }</span> };
    }
    let value = look.draft.clone().unwrap_or_else(|| node.name.clone().into());
    html! {
        <input
            class="kpi-label" type="text" data-name="" autocomplete="off" spellcheck="false" {value}
            placeholder={look.text.t("kpi-nameless")} aria-label={look.text.t("kpi-name")}
            aria-describedby={facts.to_owned()} readonly={!look.area.hand.writable}
            oninput={look.oninput.clone()}
        />
    }
}

/// The course of a node's figure as a small line; nothing where there are fewer than two.
pub fn course(area: &Area, place: usize) -> Html {
    let values = area.figures.course(place);
    let present = || values.iter().copied().filter(|v| v.is_finite());
    if present().count() < 2 {
        return html! { <span /> };
    }
    let min = present().fold(f64::INFINITY, f64::min);
    let max = present().fold(f64::NEG_INFINITY, f64::max);
    html! { <Spark {values} {min} {max} /> }
}

/// How a figure is known.
fn known(text: &Text, known: &Known) -> Html {
    match known {
        Known::Unknown => html! { <span class="quiet">{ text.t("kpi-known-unknown") }</span> },
        Known::Typed(_) => html! { <span>{ text.t("kpi-known-typed") }</span> },
        Known::Formula(formula) | Known::Accounts(formula) => {
            html! { <span class="kpi-formula-text" title={formula.clone()}>{ formula.clone() }</span> }
        }
    }
}
