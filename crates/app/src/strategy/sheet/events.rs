//! What the sheet hears: keys, clicks, typing, the focus.

use super::drag::Drag;
use super::is_note;
use super::keys::{Held, command_of};
use super::mention::{is_mentioning, mention_in};
use super::place::{field_id, focus, note_at, spot_at, target, typed_in};
use super::run::Runner;
use crate::parts::{command, composing};
use crate::strategy::stand::{Mention, StandAction};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The handlers of a sheet as it was drawn.
pub struct Events<'a> {
    /// Carries out what was heard.
    pub runner: &'a Runner,
    /// What the pointer drags.
    pub drag: &'a Drag,
}

impl Events<'_> {
    /// Keys on notes and in fields. While an input method is composing they are its own.
    pub fn keys(&self) -> Callback<KeyboardEvent> {
        let (runner, drag) = (self.runner.clone(), self.drag.clone());
        Callback::from(move |e: KeyboardEvent| {
            drag.by_keys();
            if composing(&e) {
                return;
            }
            if e.key() == "Escape" && drag.give_up(&runner) {
                e.prevent_default();
                return;
            }
            let Some(on) = target(&e) else { return };
            if still_typed(&runner, &on) && offered(&runner, &e.key(), &on) {
                e.prevent_default();
                e.stop_propagation();
                return;
            }
            let held = Held { command: command(&e), alt: e.alt_key(), shift: e.shift_key() };
            let Some(command) = typed_in(&on).and_then(|p| command_of(&e.key(), held, p)) else {
                return;
            };
            e.prevent_default();
            e.stop_propagation();
            runner.run(command, &on);
        })
    }

    /// A click selects a note, with Ctrl or Shift one more; a click on the one that is selected writes it. A
    /// click beside notes goes to the field for the next one.
    pub fn click(&self) -> Callback<MouseEvent> {
        let (runner, drag) = (self.runner.clone(), self.drag.clone());
        Callback::from(move |e: MouseEvent| {
            if drag.ate_click() {
                return;
            }
            let Some(on) = target(&e) else { return };
            still_typed(&runner, &on);
            let face = on.closest("[data-face]").ok().flatten();
            let Some(note) = face.as_ref().and_then(note_at) else {
                let beside =
                    on.matches(".block, .block-body, .block-asks, .block-asks p, .notes, h2, .journey-cell, .journey-rest");
                if let Some(spot) = spot_at(&on).filter(|_| beside.unwrap_or(false)) {
                    focus(&field_id(spot));
                }
                return;
            };
            let alone = runner.stand.selected.as_slice() == [note];
            // The space bar clicks as well, without a count of clicks.
            let by_key = e.detail() == 0;
            if e.ctrl_key() || e.meta_key() || e.shift_key() || (by_key && alone) {
                runner.hand.go(StandAction::Toggle(note));
            } else if alone && !by_key {
                runner.write(note);
            } else {
                runner.hand.go(StandAction::Only(note));
            }
        })
    }

    /// The caret may have left the `@` that was typed.
    pub fn moved_caret(&self) -> Callback<KeyboardEvent> {
        let runner = self.runner.clone();
        Callback::from(move |e: KeyboardEvent| {
            if let Some(on) = target(&e) {
                still_typed(&runner, &on);
            }
        })
    }

    /// A list that is pasted, or dropped, into the field for the next note becomes notes.
    pub fn input(&self) -> Callback<InputEvent> {
        let runner = self.runner.clone();
        Callback::from(move |e: InputEvent| {
            let Some(field) = target(&e).filter(|on| on.tag_name() == "TEXTAREA") else { return };
            let mention = runner.hand.ask(|d| mention_in(&field, &runner.text, d, note_at(&field)));
            if mention.is_some() || runner.stand.mention.is_some() {
                runner.hand.go(StandAction::Mention(mention));
            }
            let composer = field.has_attribute("data-compose");
            let came = matches!(e.input_type().as_str(), "insertFromPaste" | "insertFromDrop");
            if let Some(spot) = spot_at(&field).filter(|_| came && composer) {
                runner.paste(spot, &field);
            }
        })
    }

    /// Cells of tables are kept on Enter and on leaving them, boxes at once.
    pub fn change(&self) -> Callback<Event> {
        let runner = self.runner.clone();
        Callback::from(move |e: Event| {
            let Some(on) = target(&e) else { return };
            let (Some(note), Some(key)) = (note_at(&on), on.get_attribute("data-cell")) else {
                return;
            };
            let Some(input) = on.dyn_ref::<HtmlInputElement>() else { return };
            let value = match (input.type_().as_str(), input.checked()) {
                ("checkbox", true) => "yes".to_owned(),
                ("checkbox", false) => "no".to_owned(),
                _ => input.value().trim().to_owned(),
            };
            runner.hand.edit(|d| {
                d.change_notes(&[note], |n| {
                    if value.is_empty() {
                        n.cells.remove(&key);
                    } else {
                        n.cells.insert(key.clone(), value.clone());
                    }
                })
            });
        })
    }

    /// Over a note that has links, their threads show.
    pub fn over(&self) -> Callback<PointerEvent> {
        let runner = self.runner.clone();
        Callback::from(move |e: PointerEvent| {
            let face = target(&e).and_then(|on| on.closest("[data-links]").ok().flatten());
            let note = face.as_ref().and_then(note_at);
            if note != runner.stand.hover {
                runner.hand.go(StandAction::Hover(note));
            }
        })
    }

    /// The pointer has left the sheet.
    pub fn leave(&self) -> Callback<PointerEvent> {
        let hand = self.runner.hand.clone();
        Callback::from(move |_: PointerEvent| hand.go(StandAction::Hover(None)))
    }

    /// A note that the Tab key comes to is selected; one that is clicked waits for the click.
    pub fn focus(&self) -> Callback<FocusEvent> {
        let (runner, drag) = (self.runner.clone(), self.drag.clone());
        Callback::from(move |e: FocusEvent| {
            let on = target(&e);
            if let Some(spot) = on.as_ref().and_then(spot_at).filter(|s| s.stage.is_some()) {
                runner.hand.go(StandAction::Cell(spot));
            }
            let face = on.filter(|on| on.has_attribute("data-face"));
            if let Some(note) = face.as_ref().and_then(note_at)
                && !drag.is_pressed()
                && !runner.stand.selected.contains(&note)
                && is_note(&runner.hand, note)
            {
                runner.hand.go(StandAction::Only(note));
            }
        })
    }

    /// What was typed is kept when the focus goes elsewhere on the page.
    pub fn blur(&self) -> Callback<FocusEvent> {
        let runner = self.runner.clone();
        Callback::from(move |e: FocusEvent| {
            let Some(on) = target(&e) else { return };
            // The window itself lost the focus: typing goes on when it is back.
            if !gloo::utils::document().has_focus().unwrap_or(true) {
                return;
            }
            runner.hand.go(StandAction::Mention(None));
            if on.has_attribute("data-writing") {
                if let Some(note) = note_at(&on) {
                    runner.keep(note, &on);
                }
            } else if on.has_attribute("data-compose")
                && let Some(spot) = spot_at(&on)
            {
                runner.add(spot, &on);
            }
        })
    }
}

/// Whether `@` is typed, and the caret still in what is; the list goes when it is not.
fn still_typed(runner: &Runner, on: &web_sys::Element) -> bool {
    let there = runner.stand.mention.is_some();
    let typed = there && is_mentioning(on);
    if there && !typed {
        runner.hand.go(StandAction::Mention(None));
    }
    typed
}

/// What a key does while `@` is typed; false when it is for the field as ever.
fn offered(runner: &Runner, key: &str, on: &web_sys::Element) -> bool {
    let Some(mention) = &runner.stand.mention else { return false };
    let count = mention.found.len();
    let to = match key {
        "ArrowDown" => (mention.at + 1) % count,
        "ArrowUp" => (mention.at + count - 1) % count,
        "Enter" | "Tab" => {
            if let Some(id) = mention.found.get(mention.at) {
                runner.take_offer(*id, on);
            }
            return true;
        }
        "Escape" => {
            runner.hand.go(StandAction::Mention(None));
            return true;
        }
        _ => return false,
    };
    runner.hand.go(StandAction::Mention(Some(Mention { at: to, ..mention.clone() })));
    true
}
