//! An entry: over which stages, and what its lane asks for.

use super::{part, words};
use crate::journey::map::spot_name;
use crate::markup::html;
use crate::parts::{Choice, NumberField, Select};
use crate::strategy::{Page, PageBlock, Runner, note_form};
use crate::text::Text;
use plan::{Document, Edit, ElementId, LaneKind, Touch};
use std::rc::Rc;
use yew::prelude::*;

/// The form of a note of a cell.
pub fn form(
    text: &Text,
    document: &Document,
    page: &Page<'_>,
    runner: &Runner,
    (cell, at): (&PageBlock<'_>, usize),
) -> Html {
    let n = &cell.notes[at];
    let id = n.element.id;
    let asked = match document.lane_kind(cell.spot.holder) {
        Some(LaneKind::Touchpoints) => html! {
            <>
                { touch(text, runner, id, n.note.touch()) }
                { written(text, runner, id, ("channel", n.note.channel()), "journey-channel") }
            </>
        },
        Some(LaneKind::Perception) => {
            written(text, runner, id, ("before", n.note.before()), "journey-before")
        }
        _ => html! {},
    };
    let first = html! {
        <>
            <p class="small quiet">{ spot_name(text, document, cell.spot) }</p>
            { asked }
            { span(text, document, runner, id, n.stages) }
        </>
    };
    note_form(text, page, runner, n, first)
}

/// An edit that says something else in a cell of a note.
fn set(document: &Document, id: ElementId, key: &'static str, value: &str) -> Option<Edit> {
    document.change_notes(&[id], |n| {
        if value.is_empty() {
            n.cells.remove(key);
        } else {
            n.cells.insert(key.to_owned(), value.to_owned());
        }
    })
}

fn written(
    text: &Text,
    runner: &Runner,
    id: ElementId,
    (key, value): (&'static str, &str),
    label: &'static str,
) -> Html {
    let hint = text.t(&format!("{label}-hint"));
    words(runner, text.t(label), value, hint, move |d, typed| set(d, id, key, &typed))
}

fn touch(text: &Text, runner: &Runner, id: ElementId, touch: Option<Touch>) -> Html {
    let none = Choice::new("", text.t("journey-touch-none"));
    let one = |t: Touch| Choice::new(t.key(), text.t(&format!("journey-touch-{}", t.key())));
    let choices: Rc<[Choice]> = [none].into_iter().chain(Touch::ALL.map(one)).collect();
    let hand = runner.hand.clone();
    let disabled = !hand.writable;
    let on_change = Callback::from(move |value: AttrValue| {
        hand.edit(|d| set(d, id, "touch", &value));
    });
    let value = touch.map(Touch::key).unwrap_or_default();
    html! {
        <div class="form-part">
            <Select label={text.t("journey-touch")} {value} {choices} {disabled} {on_change} />
        </div>
    }
}

/// Over how many stages it stands.
fn span(text: &Text, document: &Document, runner: &Runner, id: ElementId, stages: usize) -> Html {
    let all = document.stages(runner.canvas);
    let Some(from) = document.note(id).map(|n| n.covers(&all).start) else { return html! {} };
    let hand = runner.hand.clone();
    let disabled = !hand.writable;
    let most = (all.len() - from).max(1) as f64;
    let on_commit = Callback::from(move |n: f64| {
        hand.edit(|d| d.stretch_entry(id, *all.get(from)?, n as usize));
    });
    let label = text.t("journey-span");
    let field = html! {
        <NumberField label={label.clone()} value={stages as f64} min={1.0} max={most} {disabled} {on_commit} />
    };
    part(label, field)
}
