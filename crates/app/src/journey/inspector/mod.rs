//! The inspector: of an entry what any note says and what its lane asks for besides, of a stage, of a lane, or of the
//! whole journey.

mod entry;
mod lane;
mod stage;

use super::live::{Live, success};
use super::words::name_of;
use crate::markup::html;
use crate::parts::{Icon, IconName};
use crate::scoring::NameField;
use crate::strategy::{Page, Runner, panel};
use crate::text::Text;
use plan::{Document, Edit, Element, ElementId, Kind};
use yew::prelude::*;

/// The inspector of what is looked at.
pub fn inspector(
    text: &Text,
    document: &Document,
    page: &Page<'_>,
    runner: &Runner,
    live: &Live,
) -> Html {
    if let Some((cell, at)) = runner.stand.cursor.and_then(|id| page.find(id)) {
        return entry::form(text, document, page, runner, (cell, at));
    }
    let (id, within) = match looked_at(document, runner) {
        (id, Kind::Stage) => (id, stage::form(text, document, runner, live, id)),
        (id, Kind::Lane) => (id, lane::form(text, document, runner, id)),
        (id, _) => (id, whole(text, document, runner, live)),
    };
    let within = html! { <div class="form note-form" key={id.0}>{ within }</div> };
    panel(runner, name_of(text, document, id), within)
}

/// What is looked at, and of which kind it is: a lane, a stage by itself or by one of its checkpoints, else the
/// journey.
fn looked_at(document: &Document, runner: &Runner) -> (ElementId, Kind) {
    let here = |e: &&Element| document.journey_of(e.id) == Some(runner.canvas);
    let cursor = runner.stand.cursor.and_then(|id| document.element(id)).filter(here);
    match cursor.map(|e| (e, e.kind())) {
        Some((e, Kind::Checkpoint)) => (e.parent.unwrap_or(e.id), Kind::Stage),
        Some((e, kind)) => (e.id, kind),
        None => (runner.canvas, Kind::Journey),
    }
}

/// The whole journey.
fn whole(text: &Text, document: &Document, runner: &Runner, live: &Live) -> Html {
    let id = runner.canvas;
    let note = document.journey(id).map(|j| j.note.as_str()).unwrap_or_default();
    let set = move |d: &Document, typed| d.change_journey(id, |j| j.note = typed);
    html! {
        <>
            { success(text, document, runner, live) }
            { words(runner, text.t("journey-note"), note, text.t("journey-note-hint"), set) }
        </>
    }
}

/// A part of a form: what it is about, and the field for it.
fn part(label: AttrValue, field: Html) -> Html {
    html! {
        <div class="form-part">
            <span class="labelled-name">{ label }</span>
            { field }
        </div>
    }
}

/// A field for words that become part of the document by an edit.
fn words(
    runner: &Runner,
    label: AttrValue,
    value: &str,
    placeholder: AttrValue,
    edit: impl Fn(&Document, String) -> Option<Edit> + 'static,
) -> Html {
    let hand = runner.hand.clone();
    let disabled = !hand.writable;
    let on_commit = Callback::from(move |typed: AttrValue| {
        hand.edit(|d| edit(d, typed.to_string()));
    });
    let value = value.to_owned();
    part(
        label.clone(),
        html! { <NameField {label} {value} {placeholder} {disabled} {on_commit} /> },
    )
}

/// A button that makes an edit.
fn tool(
    text: &Text,
    runner: &Runner,
    icon: IconName,
    label: &'static str,
    edit: impl Fn(&Document) -> Option<Edit> + 'static,
) -> Html {
    let hand = runner.hand.clone();
    let able = hand.writable && hand.ask(|d| edit(d).is_some());
    let onclick = Callback::from(move |_: MouseEvent| {
        hand.edit(|d| edit(d));
    });
    html! {
        <button key={label} type="button" class="button" disabled={!able} {onclick} data-testid={label}>
            <Icon name={icon} />{ text.t(label) }
        </button>
    }
}
