//! The inspector: of an entry what any note says, and where it stands.

use super::live::{Live, stage_form, success};
use super::map::spot_name;
use super::words::name_of;
use crate::strategy::{Page, Runner, note_form, panel};
use crate::text::Text;
use plan::{Document, ElementId};
use yew::prelude::*;

/// The inspector of what is looked at.
pub fn inspector(
    text: &Text,
    document: &Document,
    page: &Page<'_>,
    runner: &Runner,
    live: &Live,
) -> Html {
    match runner.stand.cursor.and_then(|id| page.find(id)) {
        Some((cell, at)) => {
            let place = spot_name(text, document, cell.spot);
            let first = html! { <p class="small quiet">{ place }</p> };
            note_form(text, page, runner, &cell.notes[at], first)
        }
        None if looked_at(document, runner).is_some() => {
            let stage = looked_at(document, runner).unwrap_or(runner.canvas);
            let within = stage_form(text, document, runner, live, stage);
            panel(runner, name_of(text, document, stage), within)
        }
        None => panel(
            runner,
            name_of(text, document, runner.canvas),
            success(text, document, runner, live),
        ),
    }
}

/// The stage that is looked at, by itself or by one of its checkpoints.
fn looked_at(document: &Document, runner: &Runner) -> Option<ElementId> {
    let id = runner.stand.cursor?;
    let own = document.stage(id).map(|_| id);
    own.or_else(|| document.checkpoint(id).and_then(|_| document.element(id)?.parent))
}
