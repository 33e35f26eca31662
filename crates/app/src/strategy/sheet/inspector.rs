//! The selected note in the inspector: how sure it is, who said so, when.

use super::page::{Page, PageNote};
use super::run::Runner;
use super::thread::thread;
use crate::data::DateField;
use crate::hooks::use_mut_ref;
use crate::markup::html;
use crate::parts::{Choice, Inspector, Select};
use crate::scoring::NameField;
use crate::strategy::Hand;
use crate::strategy::stand::StandAction;
use crate::strategy::words::{block_name, colour_name, standing_words};
use crate::text::Text;
use plan::{COLOURS, ElementId, Gesture, Note, Standing};
use std::rc::Rc;
use table::Day;
use yew::prelude::*;

const STANDINGS: [Standing; 3] = [Standing::Assumed, Standing::Observed, Standing::Measured];

/// The inspector.
pub fn inspector(text: &Text, page: &Page<'_>, runner: &Runner) -> Html {
    let Some((block, at)) = runner.stand.cursor.and_then(|id| page.find(id)) else {
        let none = html! { <p class="quiet">{ text.t("strategy-details-none") }</p> };
        return panel(runner, text.t("strategy-details"), none);
    };
    let place = block_name(text, page.canvas, block.element, block.block);
    note_form(text, page, runner, &block.notes[at], html! { <p class="small quiet">{ place }</p> })
}

/// The inspector of whatever has that name.
pub fn panel(runner: &Runner, title: AttrValue, within: Html) -> Html {
    let hand = runner.hand.clone();
    let on_close = Callback::from(move |()| hand.go(StandAction::Inspect(false)));
    // Of something else it begins at its top again.
    let key = runner.stand.cursor.map_or(0, |id| id.0);
    html! { <Inspector {key} {title} {on_close}>{ within }</Inspector> }
}

/// The inspector of a note; `first` says where it stands.
pub fn note_form(
    text: &Text,
    page: &Page<'_>,
    runner: &Runner,
    n: &PageNote<'_>,
    first: Html,
) -> Html {
    let title: AttrValue = n.element.name.lines().next().unwrap_or_default().to_owned().into();
    let within = html! {
        <div class="form note-form" key={n.element.id.0}>
            { first }
            { form(text, page, runner, n) }
            { thread(text, runner, n.element.id) }
        </div>
    };
    panel(runner, title, within)
}

/// Changes one note with what is handed to the callback.
fn change<T: 'static>(
    runner: &Runner,
    id: ElementId,
    change: impl Fn(&mut Note, &T) + 'static,
) -> Callback<T> {
    let hand = runner.hand.clone();
    Callback::from(move |value: T| {
        hand.edit(|d| d.change_notes(&[id], |n| change(n, &value)));
    })
}

fn form(text: &Text, page: &Page<'_>, runner: &Runner, n: &PageNote<'_>) -> Html {
    let (id, disabled) = (n.element.id, !runner.hand.writable);
    let standings: Rc<[Choice]> = STANDINGS
        .iter()
        .map(|s| {
            let (label, value) = standing_words(*s);
            Choice::new(value, text.t(label))
        })
        .collect();
    let colours: Rc<[Choice]> = (0..COLOURS)
        .map(|c| Choice::new(c.to_string(), colour_name(text, page.canvas, c)))
        .collect();
    let standing = standing_words(n.note.standing).1;
    html! {
        <>
            <div class="form-part">
                <Select
                    label={text.t("strategy-standing")} value={standing} choices={standings} {disabled}
                    on_change={change(runner, id, |n, value: &AttrValue| {
                        let chosen = STANDINGS.into_iter().find(|s| standing_words(*s).1 == &**value);
                        n.standing = chosen.unwrap_or_default();
                    })}
                />
                <p class="small quiet">{ text.t(&format!("strategy-standing-{standing}-line")) }</p>
            </div>
            <div class="form-part">
                <span class="labelled-name">{ text.t("strategy-source") }</span>
                <NameField
                    label={text.t("strategy-source")} value={n.note.source.clone()} {disabled}
                    placeholder={text.t("strategy-source-hint")}
                    on_commit={change(runner, id, |n, value: &AttrValue| n.source = value.to_string())}
                />
            </div>
            <div class="form-part">
                <span class="labelled-name">{ text.t("strategy-date") }</span>
                <NoteDate label={text.t("strategy-date")} value={n.note.date} note={id} hand={runner.hand.clone()} />
            </div>
            <div class="form-part">
                <Select
                    label={text.t("strategy-colours")} value={n.note.colour.to_string()} choices={colours} {disabled}
                    on_change={change(runner, id, |n, value: &AttrValue| {
                        n.colour = value.parse().unwrap_or(n.colour);
                    })}
                />
            </div>
        </>
    }
}

/// Properties of [`NoteDate`].
#[derive(PartialEq, Properties)]
struct NoteDateProps {
    label: AttrValue,
    value: Option<Day>,
    note: ElementId,
    hand: Hand,
}

/// The date of a note. While its year is typed, each digit makes a whole date: from coming to the field until
/// leaving it is one gesture.
#[component]
fn NoteDate(props: &NoteDateProps) -> Html {
    let gesture = use_mut_ref(|| None::<Gesture>);
    let onchange = {
        let (gesture, hand, note) = (gesture.clone(), props.hand.clone(), props.note);
        Callback::from(move |date: Option<Day>| {
            let part = *gesture.borrow_mut().get_or_insert_with(|| hand.actions().new_gesture());
            hand.edit_in(part, |d| d.change_notes(&[note], |n| n.date = date));
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| *gesture.borrow_mut() = None);
    html! {
        <DateField
            label={props.label.clone()} value={props.value} disabled={!props.hand.writable}
            {onchange} {onblur}
        />
    }
}
