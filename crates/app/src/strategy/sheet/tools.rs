//! What can be done with the selected notes by clicking, and the search.

use super::page::Page;
use super::place::{focus, note_id};
use super::run::Runner;
use super::spot::Spot;
use crate::markup::html;
use crate::parts::{Icon, IconName, composing};
use crate::strategy::stand::StandAction;
use crate::strategy::words::{block_name, colour_name, colour_sign};
use crate::text::Text;
use plan::{COLOURS, ElementId, NoteMove};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The tools; `to` is what takes the selected notes elsewhere.
pub fn tools(
    text: &Text,
    page: &Page<'_>,
    runner: &Runner,
    found: Option<&[ElementId]>,
    to: Html,
) -> Html {
    let chosen = page.ordered(&runner.stand.selected);
    let able = runner.hand.writable && !chosen.is_empty();
    let button = |icon, label: &'static str, able: bool, act: fn(&Runner)| {
        let (runner, label) = (runner.clone(), text.t(label));
        html! {
            <button
                class="button plain icon" type="button" aria-label={label.clone()} title={label} disabled={!able}
                onclick={Callback::from(move |_: MouseEvent| act(&runner))}
            ><Icon name={icon} /></button>
        }
    };
    html! {
        <div class="sheet-tools" role="group" aria-label={text.t("strategy-tools")}>
            { search(text, runner, found) }
            <span class="sheet-tools-gap" />
            { colours(text, page, runner, able) }
            <span class="sheet-tools-gap" />
            { button(IconName::Minus, "strategy-vote-less", able, |r| r.vote(false)) }
            <span class="sheet-dot" aria-hidden="true">{ "●" }</span>
            { button(IconName::Plus, "strategy-vote-more", able, |r| r.vote(true)) }
            <span class="sheet-tools-gap" />
            { button(IconName::Up, "strategy-up", able, |r| r.step(NoteMove::Up)) }
            { button(IconName::Down, "strategy-down", able, |r| r.step(NoteMove::Down)) }
            { to }
            { button(IconName::Branch, "strategy-merge", able && chosen.len() > 1, Runner::merge) }
            { button(IconName::Trash, "strategy-remove", able, Runner::delete) }
            { duplicates(text, runner) }
            <span class="sheet-count small quiet" role="status">
                { (!chosen.is_empty()).then(|| text.with("strategy-selected", &[("n", chosen.len().into())])) }
            </span>
        </div>
    }
}

/// The search: Enter goes from one note that was found to the next.
fn search(text: &Text, runner: &Runner, found: Option<&[ElementId]>) -> Html {
    let oninput = {
        let hand = runner.hand.clone();
        Callback::from(move |e: InputEvent| {
            let field: HtmlInputElement = e.target_unchecked_into();
            hand.go(StandAction::Search(field.value().into()));
        })
    };
    let onkeydown = {
        let (hand, cursor) = (runner.hand.clone(), runner.stand.cursor);
        let found = found.map(<[ElementId]>::to_vec).unwrap_or_default();
        Callback::from(move |e: KeyboardEvent| {
            if composing(&e) {
                return;
            }
            match e.key().as_str() {
                "Enter" => {
                    let at = found.iter().position(|id| Some(*id) == cursor).map_or(0, |at| at + 1);
                    if let Some(id) = found.get(at).or_else(|| found.first()) {
                        hand.go(StandAction::Only(*id));
                        reveal(*id);
                    }
                }
                "ArrowDown" => {
                    if let Some(id) =
                        cursor.filter(|c| found.contains(c)).or(found.first().copied())
                    {
                        hand.go(StandAction::Only(id));
                        focus(&note_id(id));
                    }
                }
                "Escape" => hand.go(StandAction::Search(AttrValue::default())),
                _ => return,
            }
            e.prevent_default();
        })
    };
    html! {
        <span class="sheet-search">
            <Icon name={IconName::Search} />
            <input
                type="search" class="field" aria-label={text.t("strategy-search")} placeholder={text.t("strategy-search")}
                value={runner.stand.search.clone()} {oninput} {onkeydown}
            />
            <span class="small quiet" role="status">
                { found.map(|f| text.with("strategy-found", &[("n", f.len().into())])) }
            </span>
        </span>
    }
}

/// Brings a note into view without taking the focus.
fn reveal(id: ElementId) {
    if let Some(note) = gloo::utils::document().get_element_by_id(&note_id(id)) {
        note.scroll_into_view_with_bool(false);
    }
}

fn colours(text: &Text, page: &Page<'_>, runner: &Runner, able: bool) -> Html {
    let one = |colour: u8| {
        let runner = runner.clone();
        let label = colour_name(text, page.canvas, colour);
        let label = text.with("strategy-colour", &[("meaning", label.into())]);
        html! {
            <button
                key={colour} type="button" class="swatch" data-colour={colour.to_string()} disabled={!able}
                aria-label={label.clone()} title={label}
                onclick={Callback::from(move |_: MouseEvent| runner.change(|n| n.colour = colour))}
            >{ colour_sign(colour) }</button>
        }
    };
    html! {
        <span class="swatches" role="group" aria-label={text.t("strategy-colours")}>
            for colour in 0..COLOURS {
                { one(colour) }
            }
        </span>
    }
}

/// Takes the selected notes to another block.
pub fn to_block(text: &Text, page: &Page<'_>, runner: &Runner) -> Html {
    let able = runner.hand.writable && !runner.stand.selected.is_empty();
    let onchange = {
        let runner = runner.clone();
        Callback::from(move |e: Event| {
            let select: HtmlSelectElement = e.target_unchecked_into();
            if let Ok(block) = select.value().parse() {
                runner.carry_to(Spot::block(ElementId(block)));
            }
            select.set_value("");
        })
    };
    html! {
        <select class="field sheet-to" aria-label={text.t("strategy-move-to")} disabled={!able} {onchange}>
            <option key="none" value="" selected=true>{ text.t("strategy-move-to") }</option>
            for b in &page.blocks {
                <option key={b.element.id.0} value={b.element.id.0.to_string()}>
                    { block_name(text, page.canvas, b.element, b.block) }
                </option>
            }
        </select>
    }
}

/// Offers to make one note of those that say the same, as long as there are any.
fn duplicates(text: &Text, runner: &Runner) -> Html {
    let groups = runner.hand.ask(|d| d.duplicate_notes(runner.canvas));
    let more: usize = groups.iter().map(|group| group.len() - 1).sum();
    let runner = runner.clone();
    html! {
        <span class="sheet-duplicates">
            if more > 0 {
                <button
                    type="button" class="button plain" disabled={!runner.hand.writable} data-testid="strategy-merge-duplicates"
                    onclick={Callback::from(move |_: MouseEvent| runner.merge_duplicates())}
                >{ text.with("strategy-merge-duplicates", &[("n", more.into())]) }</button>
            }
        </span>
    }
}
