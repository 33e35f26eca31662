//! A block: its name, its questions until it is filled, its notes, and the field for the next one.

use super::note::{NoteLook, face};
use super::page::{Page, PageBlock, PageNote};
use super::place::field_id;
use super::rows::table;
use crate::strategy::stand::Stand;
use crate::strategy::words::{block_name, place_style};
use crate::text::Text;
use plan::ElementId;
use yew::prelude::*;

/// What a block is drawn from besides itself.
pub struct Look<'a> {
    /// The texts.
    pub text: &'a Text,
    /// The canvas.
    pub page: &'a Page<'a>,
    /// Where the user is.
    pub stand: &'a Stand,
    /// Whether this tab may edit.
    pub writable: bool,
    /// What is found, while something is searched for.
    pub found: Option<&'a [ElementId]>,
}

impl Look<'_> {
    /// A note of a block.
    pub fn face(&self, block: &PageBlock<'_>, n: &PageNote<'_>) -> Html {
        let id = n.element.id;
        let here = self.stand.cursor.filter(|c| block.notes.iter().any(|n| n.element.id == *c));
        let stop = here.or_else(|| block.notes.first().map(|n| n.element.id)) == Some(id);
        let dim = self.found.is_some_and(|found| !found.contains(&id));
        let canvas = self.page.canvas;
        face(&NoteLook { text: self.text, canvas, stand: self.stand, stop, dim }, n)
    }

    /// How what is dragged changes the look of the place before a note; past the last it is the field's.
    pub fn drop(&self, block: &PageBlock<'_>, at: usize) -> Option<&'static str> {
        (self.stand.drop == Some((block.element.id, at))).then_some("before")
    }
}

/// A block.
pub fn block(look: &Look<'_>, b: &PageBlock<'_>) -> Html {
    let (text, id) = (look.text, b.element.id);
    let name = block_name(text, look.page.canvas, b.element, b.block);
    let heading = format!("block-{}", id.0);
    let over = look.stand.drop.is_some_and(|(block, _)| block == id);
    html! {
        <section
            key={id.0} class="block" data-block={id.0.to_string()} data-over={over.then_some("")}
            data-area={b.block.area.clone()} aria-labelledby={heading.clone()}
            style={place_style(&look.page.canvas.layout, &b.block.area)}
        >
            <h2 id={heading}>{ &name }</h2>
            <div class="block-body">
                { asks(look, b) }
                if b.block.columns.is_empty() {
                    { list(look, b, &name) }
                } else {
                    { table(look, b, &name) }
                }
                { field(look, b, &name) }
            </div>
        </section>
    }
}

/// What is asked until there is a note.
fn asks(look: &Look<'_>, b: &PageBlock<'_>) -> Html {
    html! {
        <div class="block-asks">
            if b.notes.is_empty() {
                for prompt in &b.block.prompts {
                    <p key={&**prompt}>{ look.text.t(prompt) }</p>
                }
            }
        </div>
    }
}

fn list(look: &Look<'_>, b: &PageBlock<'_>, name: &AttrValue) -> Html {
    html! {
        <ul class="notes" aria-label={name.clone()}>
            for (at, n) in b.notes.iter().enumerate() {
                <li key={n.element.id.0} class="note" data-note={n.element.id.0.to_string()} data-drop={look.drop(b, at)}>
                    { look.face(b, n) }
                </li>
            }
        </ul>
    }
}

fn field(look: &Look<'_>, b: &PageBlock<'_>, name: &AttrValue) -> Html {
    let mentions = look.stand.mentions_in(&field_id(b.element.id));
    let label = look.text.with("strategy-add-to", &[("block", name.into())]);
    html! {
        <textarea
            key="field" id={field_id(b.element.id)} class="composer" data-compose="" rows="1" aria-label={label}
            placeholder={look.text.t("strategy-add")} readonly={!look.writable}
            data-drop={look.drop(b, b.notes.len())}
            aria-autocomplete="list" aria-controls={mentions.then_some("offers")}
            aria-activedescendant={mentions.then(|| look.stand.active_offer()).flatten()}
        />
    }
}
