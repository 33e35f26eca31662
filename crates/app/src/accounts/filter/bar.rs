//! The chips above the table: search, levels, movement, segments, conditions.

use super::applied::Applied;
use super::builder::Builder;
use super::formula::FormulaCondition;
use super::search::Search;
use super::{Change, Filters, Popover};
use crate::markup::html;
use crate::parts::{Icon, IconName, level_name};
use crate::text::{Text, use_text};
use score::{Condition, Levels};
use std::rc::Rc;
use table::ColumnType;
use yew::prelude::*;

/// How many accounts each chip would show.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    /// One a level, lowest first.
    pub levels: Vec<u32>,
    /// Without a score.
    pub unscored: u32,
    /// Rose and fell; `None` without a compared snapshot.
    pub moved: Option<(u32, u32)>,
}

/// A column with few values that accounts are grouped by.
#[derive(Clone, Debug, PartialEq)]
pub struct Facet {
    /// Its name.
    pub column: String,
    /// Its most frequent values and how often they occur.
    pub values: Vec<(String, u64)>,
    /// Whether it has more values than these.
    pub more: bool,
}

/// Properties of [`FilterBar`].
#[derive(PartialEq, Properties)]
pub struct FilterBarProps {
    /// What is in force.
    pub filters: Rc<Filters>,
    /// Counts; `None` without a scorecard.
    pub counts: Option<Rc<Counts>>,
    /// Names of the levels.
    pub levels: Rc<Levels>,
    /// Segment columns with their values.
    pub facets: Rc<[Facet]>,
    /// Names and types of all columns.
    pub columns: Rc<[(String, ColumnType)]>,
    /// At the end of the first line.
    pub children: Html,
    /// Hears of changes.
    pub on_change: Callback<Change>,
}

/// Search and chips.
#[component]
pub fn FilterBar(props: &FilterBarProps) -> Html {
    let text = use_text();
    let on_search = props.on_change.reform(Change::Search);
    let on_add = props.on_change.reform(|condition: Condition| Change::Add(condition));
    html! {
        <div class="accounts-filters" role="search" aria-label={text.t("accounts-filters")}>
            <div class="accounts-tools">
                <Search value={props.filters.search.clone()} {on_search} />
                <div class="accounts-actions">{ props.children.clone() }</div>
            </div>
            <div class="accounts-chips">
                <div class="chip-group" role="group" aria-label={text.t("accounts-levels")}>
                    { levels(&text, props) }
                </div>
                <div class="chip-group" role="group" aria-label={text.t("accounts-movement")}>
                    { movement(&text, props) }
                </div>
                <div class="chip-group">
                    for facet in props.facets.iter() {
                        <FacetChip
                            key={facet.column.clone()} facet={facet.clone()}
                            chosen={chosen(&props.filters, &facet.column)}
                            on_change={props.on_change.clone()}
                        />
                    }
                    <Popover
                        key="+" label={text.t("accounts-condition")} icon={IconName::Filter}
                        class="chip" done={props.filters.conditions.len()}
                    >
                        <Builder columns={props.columns.clone()} on_add={on_add.clone()} />
                        <FormulaCondition {on_add} />
                    </Popover>
                </div>
            </div>
            <Applied filters={props.filters.clone()} on_change={props.on_change.clone()} />
        </div>
    }
}

fn levels(text: &Text, props: &FilterBarProps) -> Html {
    let Some(counts) = &props.counts else { return Html::default() };
    let chip = |level: Option<u8>, name: AttrValue, count: u32| {
        let on = level.map_or(props.filters.unscored, |l| props.filters.levels.contains(&l));
        let onclick = props.on_change.reform(move |_: MouseEvent| Change::Level(level));
        html! {
            <button
                key={level.map_or(99, usize::from)} type="button" aria-pressed={on.to_string()}
                class={classes!("chip", "level-chip", on.then_some("on"))} {onclick}
            >
                <span class="level-badge" data-level={level.map(|l| l.to_string())}>{ name }</span>
                <span class="chip-count">{ text.integer(count) }</span>
            </button>
        }
    };
    let unscored = (counts.unscored > 0 || props.filters.unscored)
        .then(|| chip(None, text.t("level-none"), counts.unscored));
    let named = |l: u8, count: u32| chip(Some(l), level_name(&props.levels, usize::from(l)), count);
    // A level that a saved filter names, and that is no more, stays in sight as long as it filters.
    let gone = props.filters.levels.iter().filter(|l| usize::from(**l) >= counts.levels.len());
    (0u8..)
        .zip(&counts.levels)
        .map(|(l, count)| named(l, *count))
        .chain(gone.map(|l| named(*l, 0)))
        .chain(unscored)
        .collect()
}

fn movement(text: &Text, props: &FilterBarProps) -> Html {
    let moved = props.counts.as_ref().and_then(|c| c.moved);
    let chip = |up: bool, count: Option<u32>| {
        let on = props.filters.moved_up == Some(up);
        let onclick = props.on_change.reform(move |_: MouseEvent| Change::Moved(up));
        let (icon, id) = if up {
            (IconName::Up, "accounts-moved-up")
        } else {
            (IconName::Down, "accounts-moved-down")
        };
        html! {
            <button
                key={id} type="button" aria-pressed={on.to_string()}
                class={classes!("chip", if up { "moved-up" } else { "moved-down" }, on.then_some("on"))}
                {onclick}
            >
                <Icon name={icon} />
                <span>{ text.t(id) }</span>
                <span class="chip-count">{ count.map(|n| text.integer(n)) }</span>
            </button>
        }
    };
    // a filter in force stays in sight, also while nothing is compared
    let shown = |up: bool| moved.is_some() || props.filters.moved_up == Some(up);
    [(false, moved.map(|m| m.1)), (true, moved.map(|m| m.0))]
        .into_iter()
        .filter(|(up, _)| shown(*up))
        .map(|(up, count)| chip(up, count))
        .collect()
}

fn chosen(filters: &Filters, column: &str) -> Rc<[String]> {
    filters
        .values
        .iter()
        .find(|(c, _)| c == column)
        .map_or_else(Rc::default, |(_, v)| v.as_slice().into())
}

#[derive(PartialEq, Properties)]
struct FacetChipProps {
    facet: Facet,
    chosen: Rc<[String]>,
    on_change: Callback<Change>,
}

/// A segment column: its values to be ticked.
#[component]
fn FacetChip(props: &FacetChipProps) -> Html {
    let text = use_text();
    let FacetChipProps { facet, chosen, on_change } = props;
    let label = match &**chosen {
        [] => facet.column.clone().into(),
        values => text.with(
            "accounts-facet-chosen",
            &[("column", facet.column.as_str().into()), ("values", values.join(", ").into())],
        ),
    };
    let column = facet.column.clone();
    let none = on_change.reform(move |_: MouseEvent| Change::NoValues(column.clone()));
    html! {
        <Popover {label} class={classes!("chip", (!chosen.is_empty()).then_some("on"))}>
            <ul class="facet-values">
                for (value, count) in facet.values.iter() {
                    <li key={value.clone()}>
                        <label class="tick">
                            <input
                                type="checkbox" checked={chosen.contains(value)}
                                onchange={{
                                    let (column, value) = (facet.column.clone(), value.clone());
                                    on_change.reform(move |_: Event| Change::Value(column.clone(), value.clone()))
                                }}
                            />
                            <span>{ value.clone() }</span>
                            <span class="chip-count">{ text.integer(*count as i64) }</span>
                        </label>
                    </li>
                }
            </ul>
            <p class="quiet small">{ facet.more.then(|| text.t("accounts-facet-more")) }</p>
            <div>
                if !chosen.is_empty() {
                    <button type="button" class="button plain" onclick={none}>{ text.t("accounts-facet-none") }</button>
                }
            </div>
        </Popover>
    }
}
