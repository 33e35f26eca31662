//! A canvas: its blocks fill the screen, and notes are typed straight into them. One component draws
//! whatever a template declares; events are heard once, on the sheet.

mod block;
mod drag;
mod events;
mod head;
mod heads;
mod inspector;
mod keys;
mod lines;
mod mention;
mod note;
mod out;
#[cfg(test)]
mod out_golden;
mod page;
mod place;
mod rows;
mod run;
mod setup;
mod spot;
mod thread;
mod title;
mod tools;

pub use block::Look;
pub use drag::use_drag;
pub use events::Events;
pub use heads::{mark as head_mark, step as step_head};
pub use inspector::{note_form, panel};
pub use lines::Lines;
pub use mention::offers;
pub use out::marks;
pub use page::{Page, PageBlock, PageNote};
pub use place::{focus, note_id, target};
pub use run::Runner;
pub use spot::Spot;
pub use thread::{route_of, thread};
pub use title::{Title, title};
pub use tools::tools;

use super::Hand;
use super::stand::{Stand, StandAction};
use super::words::grid_style;
use crate::hooks::use_effect_with;
use crate::markup::html;
use crate::parts::focus_soon;
use crate::state::{use_actions, use_document};
use crate::text::{Text, use_text};
use block::block;
use head::head;
use inspector::inspector;
use plan::{Document, ElementId, Kind, template};
use setup::setup;
use std::rc::Rc;
use tools::to_block;
use yew::prelude::*;

/// Properties of [`Sheet`].
#[derive(PartialEq, Properties)]
pub struct SheetProps {
    /// Which canvas.
    pub canvas: ElementId,
    /// A note on it that the address names.
    pub note: Option<ElementId>,
}

/// The canvas.
#[component]
pub fn Sheet(props: &SheetProps) -> Html {
    let text = use_text();
    let document = use_document();
    let actions = use_actions();
    let stand = use_reducer(Stand::default);
    let drag = use_drag();
    use_named(props.note, stand.dispatcher());
    let hand = Hand::new(actions, stand.dispatcher(), document.writable);
    let stand = Rc::new((*stand).clone());
    let runner = Runner {
        canvas: props.canvas,
        text: text.clone(),
        stand: stand.clone(),
        hand: hand.clone(),
    };
    let Some(page) = Page::of(&document.document, props.canvas) else { return html! {} };
    let found = (!stand.search.trim().is_empty()).then(|| page.matches(&stand.search));
    let look = Look {
        text: &text,
        page: &page,
        stand: &stand,
        writable: hand.writable,
        found: found.as_deref(),
    };
    let pairs = pairs(&document.document, &page, &stand);
    let events = Events { runner: &runner, drag: &drag };
    html! {
        <div class="with-inspector strategy">
            <div class="sheet">
                { head(&text, &page, &runner) }
                { tools(&text, &page, &runner, found.as_deref(), to_block(&text, &page, &runner)) }
                <div
                    class="sheet-grid" data-testid="canvas" style={grid_style(&page.canvas.layout)}
                    data-dragging={stand.drop.is_some().then_some("")}
                    onkeydown={events.keys()} onkeyup={events.moved_caret()} onclick={events.click()} oninput={events.input()}
                    onchange={events.change()} onfocusin={events.focus()} onfocusout={events.blur()}
                    onpointerdown={drag.down(&runner)} onpointermove={drag.moved(&runner)}
                    onpointerup={drag.up(&runner)} onpointercancel={drag.cancelled(&runner)}
                    onpointerover={events.over()} onpointerleave={events.leave()}
                >
                    for b in &page.blocks {
                        { block(&look, b) }
                    }
                    <Lines key="lines" pairs={Rc::new(pairs)} document={document.clone()} />
                </div>
                { offers(&text, &document.document, &runner) }
                <div class="sheet-sentence">
                    if let Some(said) = sentence(&text, &page) {
                        <p data-testid="canvas-sentence">{ said }</p>
                    }
                </div>
                <p class="sheet-keys small quiet" id="sheet-keys">{ text.t("strategy-keys") }</p>
            </div>
            <div class="sheet-dialog">
                if stand.sets_up {
                    { setup(&text, &page, &runner) }
                }
            </div>
            <div class="sheet-inspector">
                if stand.inspects {
                    { inspector(&text, &page, &runner) }
                }
            </div>
        </div>
    }
}

/// The links between notes of the sheet that the user is at.
pub fn pairs(document: &Document, page: &Page<'_>, stand: &Stand) -> Vec<(ElementId, ElementId)> {
    let at = stand.hover.or(stand.cursor.filter(|c| stand.selected.contains(c)));
    let here = |id: ElementId| page.notes().any(|n| n.element.id == id);
    let links = at.into_iter().flat_map(|id| document.links_of(id));
    links.filter(|l| here(l.from) && here(l.to)).map(|l| (l.from, l.to)).collect()
}

/// Selects the note that the address names, and brings it into view.
#[hook]
pub fn use_named(note: Option<ElementId>, stand: UseReducerDispatcher<Stand>) {
    use_effect_with(note, move |note| {
        if let Some(note) = *note {
            stand.dispatch(StandAction::Only(note));
            stand.dispatch(StandAction::Inspect(true));
            focus_soon(note_id(note));
        }
    });
}

/// The one sentence that the first notes of the blocks make, where the canvas has one.
fn sentence(text: &Text, page: &Page<'_>) -> Option<AttrValue> {
    let id = page.canvas.sentence.as_deref().filter(|id| text.known(id).is_some())?;
    let declared = template(&page.canvas.template)?;
    let said = |area: &str| {
        let block = page.blocks.iter().find(|b| b.block.area == area);
        block.and_then(|b| b.notes.first()).map_or("…", |n| n.element.name.as_str())
    };
    let said: Vec<_> =
        declared.blocks.iter().map(|b| (b.area.as_str(), said(&b.area).into())).collect();
    Some(text.with(id, &said))
}

/// Whether the element is a note of any canvas.
fn is_note(hand: &Hand, id: ElementId) -> bool {
    hand.ask(|d| d.element(id).is_some_and(|e| e.kind() == Kind::Note))
}
