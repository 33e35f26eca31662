//! The levels as a table: names, cuts as numbers, accounts, change.

use super::chart::cut_label;
use crate::markup::html;
use crate::parts::{Bar, NumberField};
use crate::scoring::edits::change_levels;
use crate::scoring::grip::use_grip;
use crate::scoring::name_field::NameField;
use crate::text::{Text, use_text};
use chart::between_neighbours;
use engine::message::{LevelView, ScoreView};
use score::Levels;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`LevelTable`].
#[derive(PartialEq, Properties)]
pub struct LevelTableProps {
    /// Level counts.
    pub score: Rc<ScoreView>,
    /// Cuts and names as they are now.
    pub levels: Levels,
    /// Whether names and cuts can be changed.
    pub writable: bool,
}

/// One row a level, highest first.
#[component]
pub fn LevelTable(props: &LevelTableProps) -> Html {
    let text = use_text();
    let compared = props.score.levels.iter().any(|l| l.compared.is_some());
    let scored = f64::from(props.score.scored.max(1));
    html! {
        <table class="level-table">
            <caption class="hidden-visually">{ text.t("score-levels-table") }</caption>
            <thead>
                <tr>
                    <th scope="col">{ text.t("score-level") }</th>
                    <th scope="col">{ text.t("score-from") }</th>
                    <th scope="col" class="number">{ text.t("score-accounts") }</th>
                    <th scope="col" class="number">{ text.t("score-share") }</th>
                    <th scope="col" class="number" hidden={!compared}>{ text.t("score-change") }</th>
                </tr>
            </thead>
            <tbody>
                for level in (0..=props.levels.cuts.len()).rev() {
                    <tr key={level} data-testid={format!("level-{level}")}>
                        <th scope="row">
                            <span class="level-cell">
                                <span class="level-badge" data-level={level.to_string()}>
                                    { format!("Lv{}", level + 1) }
                                </span>
                                <LevelName {level} levels={props.levels.clone()} writable={props.writable} />
                            </span>
                        </th>
                        <td><LevelCut {level} levels={props.levels.clone()} writable={props.writable} /></td>
                        { cells(&text, props.score.levels.get(level), scored, level, compared) }
                    </tr>
                }
            </tbody>
        </table>
    }
}

fn cells(text: &Text, view: Option<&LevelView>, scored: f64, level: usize, compared: bool) -> Html {
    let accounts = view.map_or(0, |v| v.accounts);
    let share = f64::from(accounts) / scored;
    let change = view.and_then(|v| Some(f64::from(v.accounts) - f64::from(v.compared?)));
    html! {
        <>
            <td class="number">
                { text.integer(accounts) }
                <span class="small quiet only-narrow">{ text.percent(share, 1) }</span>
            </td>
            <td class="number level-share">
                <span>{ text.percent(share, 1) }</span>
                <Bar {share} level={level as u8} />
            </td>
            <td class="number" hidden={!compared}>
                { change.map(|c| text.signed(c, 0)).unwrap_or_default() }
            </td>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct CellProps {
    level: usize,
    levels: Levels,
    writable: bool,
}

/// What a level is called.
#[component]
fn LevelName(props: &CellProps) -> Html {
    let text = use_text();
    let grip = use_grip();
    let level = props.level;
    let on_commit = Callback::from(move |name: AttrValue| {
        grip.edit(|d| {
            change_levels(d, |l| {
                if let Some(place) = l.names.get_mut(level) {
                    *place = name.to_string();
                }
            })
        });
    });
    html! {
        <NameField
            label={text.with("score-level-name", &[("level", format!("Lv{}", level + 1).into())])}
            value={props.levels.names.get(level).cloned().unwrap_or_default()}
            placeholder={text.t("score-level-unnamed")} disabled={!props.writable} {on_commit}
        />
    }
}

/// From which score on a level is.
#[component]
fn LevelCut(props: &CellProps) -> Html {
    let text = use_text();
    let grip = use_grip();
    let Some(index) = props.level.checked_sub(1) else {
        return html! { <span class="level-zero">{ "0" }</span> };
    };
    let cuts = &props.levels.cuts;
    let on_commit = Callback::from(move |to: f64| {
        grip.edit(|d| {
            change_levels(d, |l| {
                let to = between_neighbours(&l.cuts, index, to, 0.0, 0.0, 100.0);
                if let Some(cut) = l.cuts.get_mut(index) {
                    *cut = to;
                }
            })
        });
    });
    html! {
        <NumberField
            label={cut_label(&text, &props.levels, index)} value={cuts[index]} decimals={1}
            min={index.checked_sub(1).map_or(0.0, |p| cuts[p])}
            max={cuts.get(index + 1).copied().unwrap_or(100.0)}
            disabled={!props.writable} {on_commit}
        />
    }
}
