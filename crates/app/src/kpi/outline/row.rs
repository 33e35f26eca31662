//! One row: name, value, target, status, change, course, and how the figure is known.

use super::keys::Mode;
use crate::kpi::facts::{Facts, KnownAs};
use crate::markup::html;
use crate::parts::{Icon, IconName};
use crate::text::Text;
use kpi::Row;
use yew::prelude::*;

/// Properties of [`NodeRow`].
#[derive(PartialEq, Properties)]
pub struct NodeRowProps {
    /// The texts.
    pub text: Text,
    /// What it shows.
    pub facts: Facts,
    /// Where it stands among the rows.
    pub stands: Stands,
    /// That it has the keys.
    pub cursor: Option<Cursor>,
    /// How a drag changes it.
    pub drop: Option<&'static str>,
    /// Whether this tab may edit.
    pub writable: bool,
}

/// Where a row stands, wherever its node has its place in the tree.
#[derive(Clone, Copy)]
pub struct Stands(pub Row);

impl PartialEq for Stands {
    fn eq(&self, other: &Self) -> bool {
        Row { place: other.0.place, ..self.0 } == other.0
    }
}

/// A row that has the keys.
#[derive(Clone, PartialEq)]
pub struct Cursor {
    /// What keys are for.
    pub mode: Mode,
    /// What is being written of the name.
    pub draft: Option<AttrValue>,
}

/// A row. The outline hears for it.
#[component]
pub fn NodeRow(props: &NodeRowProps) -> Html {
    let NodeRowProps { text, facts, stands: Stands(row), cursor, drop, writable } = props;
    let id = facts.id.0;
    let described = format!("kpi-facts-{id}");
    let mode = cursor.as_ref().map(|c| if c.mode == Mode::Write { "write" } else { "walk" });
    html! {
        <div
            role="row" class="kpi-row" data-id={id.to_string()} data-mode={mode} data-drop={*drop}
            aria-level={row.level.to_string()} aria-posinset={row.position.to_string()}
            aria-setsize={row.siblings.to_string()} aria-expanded={row.expanded.map(|e| e.to_string())}
            aria-selected={facts.selected.to_string()} style={format!("--level:{}", row.level)}
        >
            <div role="gridcell" class="kpi-cell kpi-name">
                <span class="kpi-grip" data-grip="" aria-hidden="true" title={text.t("kpi-drag")} />
                { twist(text, row.expanded) }
                <span class="kpi-sign" aria-hidden="true">{ facts.sign }</span>
                { name(text, facts, cursor.as_ref(), &described, *writable) }
            </div>
            <div role="gridcell" class="kpi-cell number kpi-value" id={described}>
                { facts.wrong(text) }
                { facts.ghost(text) }
                <span>{ facts.value(text) }</span>
            </div>
            <div role="gridcell" class="kpi-cell number kpi-target">{ facts.target(text) }</div>
            <div role="gridcell" class="kpi-cell kpi-status" data-status={facts.status_name()}>{ facts.status(text) }</div>
            <div role="gridcell" class="kpi-cell number kpi-change" data-trend={facts.trend()}>{ facts.change(text) }</div>
            <div role="gridcell" class="kpi-cell kpi-course">{ facts.course() }</div>
            <div role="gridcell" class="kpi-cell kpi-known">{ known(text, &facts.known) }</div>
        </div>
    }
}

/// Folds and opens.
fn twist(text: &Text, expanded: Option<bool>) -> Html {
    match expanded {
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
fn name(
    text: &Text,
    facts: &Facts,
    cursor: Option<&Cursor>,
    described: &str,
    writable: bool,
) -> Html {
    let Some(cursor) = cursor else {
        let quiet = facts.name.is_empty().then_some("quiet");
        return html! { <span class={classes!("kpi-label", quiet)}>{ facts.called(text) }</span> };
    };
    let value = cursor.draft.clone().unwrap_or_else(|| facts.name.clone());
    html! {
        <input
            class="kpi-label" type="text" data-name="" autocomplete="off" spellcheck="false" {value}
            placeholder={text.t("kpi-nameless")} aria-label={text.t("kpi-name")}
            aria-describedby={described.to_owned()} readonly={!writable}
        />
    }
}

/// How a figure is known.
fn known(text: &Text, known: &KnownAs) -> Html {
    match known {
        KnownAs::Unknown => html! { <span class="quiet">{ text.t("kpi-known-unknown") }</span> },
        KnownAs::Typed => html! { <span>{ text.t("kpi-known-typed") }</span> },
        KnownAs::Formula(formula) => {
            html! { <span class="kpi-formula-text" title={formula.clone()}>{ formula.clone() }</span> }
        }
    }
}
