//! The inspector: of an entry what any note says, and where it stands.

use super::map::spot_name;
use super::words::name_of;
use crate::strategy::{Page, Runner, note_form, panel};
use crate::text::Text;
use plan::Document;
use yew::prelude::*;

/// The inspector of what is looked at.
pub fn inspector(text: &Text, document: &Document, page: &Page<'_>, runner: &Runner) -> Html {
    match runner.stand.cursor.and_then(|id| page.find(id)) {
        Some((cell, at)) => {
            let place = spot_name(text, document, cell.spot);
            let first = html! { <p class="small quiet">{ place }</p> };
            note_form(text, page, runner, &cell.notes[at], first)
        }
        None => panel(runner, name_of(text, document, runner.canvas), html! {}),
    }
}
