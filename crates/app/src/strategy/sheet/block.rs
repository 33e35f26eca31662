//! A block: its name, its questions until it is filled, its notes, and the field for the next one.

use super::note::{NoteLook, face};
use super::page::{Page, PageBlock, PageNote};
use super::place::field_id;
use super::rows::table;
use super::spot::Spot;
use crate::markup::html;
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
        let first = here.or_else(|| block.notes.first().map(|n| n.element.id));
        let stop = first == Some(id) && self.is_stop(block);
        let dim = self.found.is_some_and(|found| !found.contains(&id));
        let canvas = self.page.canvas;
        let ends = block.spot.stage.is_some() && self.writable;
        face(&NoteLook { text: self.text, canvas, stand: self.stand, stop, dim, ends }, n)
    }

    /// Whether the Tab key comes to a block; of a journey only to the cell that the keys were in last.
    fn is_stop(&self, block: &PageBlock<'_>) -> bool {
        let there = |spot: &Spot| self.page.blocks.iter().any(|b| b.spot == *spot);
        let cell = self.stand.cell.filter(there);
        let cell = cell.or_else(|| self.page.blocks.first().map(|b| b.spot));
        block.spot.stage.is_none() || cell == Some(block.spot)
    }

    /// The notes of a block that are drawn in the flow, by their place among all of them.
    pub fn list(
        &self,
        b: &PageBlock<'_>,
        name: &AttrValue,
        places: std::ops::Range<usize>,
    ) -> Html {
        html! {
            <ul class="notes" aria-label={name.clone()}>
                for at in places {
                    <li
                        key={b.notes[at].element.id.0} class="note"
                        data-note={b.notes[at].element.id.0.to_string()} data-drop={self.drop(b, at)}
                    >
                        { self.face(b, &b.notes[at]) }
                    </li>
                }
            </ul>
        }
    }

    /// The field for the next note of a block of that name.
    pub fn field(&self, b: &PageBlock<'_>, name: &AttrValue) -> Html {
        let mentions = self.stand.mentions_in(&field_id(b.spot));
        let label = self.text.with("strategy-add-to", &[("block", name.into())]);
        html! {
            <textarea
                key="field" id={field_id(b.spot)} class="composer" data-compose="" rows="1" aria-label={label}
                placeholder={self.text.t("strategy-add")} readonly={!self.writable}
                tabindex={if self.is_stop(b) { "0" } else { "-1" }} data-drop={self.drop(b, b.notes.len())}
                aria-autocomplete="list" aria-controls={mentions.then_some("offers")}
                aria-activedescendant={mentions.then(|| self.stand.active_offer()).flatten()}
            />
        }
    }

    /// How what is dragged changes the look of the place before a note; past the last it is the field's.
    pub fn drop(&self, block: &PageBlock<'_>, at: usize) -> Option<&'static str> {
        (self.stand.drop == Some((block.spot, at))).then_some("before")
    }
}

/// A block.
pub fn block(look: &Look<'_>, b: &PageBlock<'_>) -> Html {
    let (text, id) = (look.text, b.element.id);
    let name = block_name(text, look.page.canvas, b.element, b.block);
    let heading = format!("block-{}", id.0);
    let over = look.stand.drop.is_some_and(|(spot, _)| spot == Spot::block(id));
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
                    { look.list(b, &name, 0..b.notes.len()) }
                } else {
                    { table(look, b, &name) }
                }
                { look.field(b, &name) }
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
