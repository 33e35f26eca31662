//! A note.

use super::page::PageNote;
use super::place::{note_id, writing_id};
use crate::markup::html;
use crate::strategy::stand::Stand;
use crate::strategy::words::{colour_name, colour_sign, standing_words};
use crate::text::Text;
use plan::Canvas;
use yew::prelude::*;

/// What a note is drawn from besides itself.
pub struct NoteLook<'a> {
    /// The texts.
    pub text: &'a Text,
    /// The canvas.
    pub canvas: &'a Canvas,
    /// Where the user is.
    pub stand: &'a Stand,
    /// Whether the Tab key comes to it.
    pub stop: bool,
    /// Whether it is passed over by what is searched for.
    pub dim: bool,
    /// Whether its end can be taken elsewhere, to another stage.
    pub ends: bool,
}

/// The face of a note, or the field in which its text is written.
pub fn face(look: &NoteLook<'_>, n: &PageNote<'_>) -> Html {
    let (text, id) = (look.text, n.element.id);
    if look.stand.writing == Some(id) {
        let mentions = look.stand.mentions_in(&writing_id(id));
        return html! {
            <textarea
                key="text" id={writing_id(id)} class="note-writing" data-writing="" rows="2"
                aria-autocomplete="list" aria-controls={mentions.then_some("offers")}
                aria-activedescendant={mentions.then(|| look.stand.active_offer()).flatten()}
                aria-label={text.t("strategy-note-text")} defaultvalue={n.element.name.clone()}
            />
        };
    }
    let selected = look.stand.selected.contains(&id);
    html! {
        <button
            key="face" id={note_id(id)} type="button" class="note-face" data-face=""
            tabindex={if look.stop { "0" } else { "-1" }} aria-pressed={selected.to_string()}
            data-dim={look.dim.then_some("")} data-links={(n.links > 0).then_some("")} data-colour={n.note.colour.to_string()}
        >
            <span class="note-before">
                { (!n.note.before().is_empty()).then(|| format!("{} →", n.note.before())) }
            </span>
            <span class="note-text">{ &n.element.name }</span>
            { facts(look, n) }
            <span class="note-grip" data-grip="" aria-hidden="true" />
            if look.ends {
                <span class="note-end" data-end="" aria-hidden="true" />
            }
        </button>
    }
}

/// Colour, standing, votes and links, small: never by colour alone.
fn facts(look: &NoteLook<'_>, n: &PageNote<'_>) -> Html {
    let text = look.text;
    let sign = colour_sign(n.note.colour);
    let meaning = colour_name(text, look.canvas, n.note.colour);
    let (standing, class) = standing_words(n.note.standing);
    let assumed = n.note.standing == plan::Standing::Assumed;
    html! {
        <span class="note-facts">
            if let Some(touch) = n.note.touch() {
                <span class="note-touch" data-touch={touch.key()}>{ text.t(&format!("journey-touch-{}", touch.key())) }</span>
            }
            if !n.note.channel().is_empty() {
                <span>{ n.note.channel() }</span>
            }
            if !sign.is_empty() {
                <span class="note-sign" title={meaning.clone()}>
                    <span aria-hidden="true">{ sign }</span><span class="hidden-visually">{ meaning }</span>
                </span>
            }
            if !assumed {
                <span class="note-standing" data-standing={class}>{ text.t(standing) }</span>
            }
            if n.note.votes > 0 {
                <span class="note-votes">
                    <span aria-hidden="true">{ "● " }{ n.note.votes }</span>
                    <span class="hidden-visually">{ text.with("strategy-votes", &[("n", n.note.votes.into())]) }</span>
                </span>
            }
            if n.links > 0 {
                <span class="note-links">
                    <span aria-hidden="true">{ "↔ " }{ n.links }</span>
                    <span class="hidden-visually">{ text.with("strategy-links", &[("n", n.links.into())]) }</span>
                </span>
            }
        </span>
    }
}
