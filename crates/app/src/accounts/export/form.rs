//! The form: which columns, in which encoding, in how many files.

use super::choice::{Chosen, Split};
use crate::markup::html;
use crate::parts::{NumberField, composing};
use crate::text::use_text;
use engine::message::ExportEncoding;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`Form`].
#[derive(PartialEq, Properties)]
pub struct FormProps {
    /// The choices so far.
    pub chosen: Chosen,
    /// How many accounts are written.
    pub selected: u32,
    /// Hears of other choices.
    pub on_change: Callback<Chosen>,
    /// Write it.
    pub on_submit: Callback<()>,
}

impl FormProps {
    /// A callback that changes the choices.
    fn change<E: 'static>(&self, change: impl Fn(&mut Chosen, E) + 'static) -> Callback<E> {
        let (chosen, on_change) = (self.chosen.clone(), self.on_change.clone());
        Callback::from(move |event: E| {
            let mut next = chosen.clone();
            change(&mut next, event);
            on_change.emit(next);
        })
    }
}

/// The form.
#[component]
pub fn Form(props: &FormProps) -> Html {
    let text = use_text();
    let chosen = &props.chosen;
    let on_name = props.change(|c, e: InputEvent| {
        let input: HtmlInputElement = e.target_unchecked_into();
        c.name = input.value();
    });
    let submit = props.on_submit.reform(|_: MouseEvent| ());
    let onkeydown = {
        let on_submit = props.on_submit.clone();
        Callback::from(move |e: KeyboardEvent| {
            if e.key() == "Enter" && !composing(&e) {
                e.prevent_default();
                on_submit.emit(());
            }
        })
    };
    let none = !chosen.columns.iter().any(|c| c.on);
    let encoding = |encoding: ExportEncoding, id: &'static str| {
        let onchange = props.change(move |c, _: Event| c.encoding = encoding);
        html! {
            <label class="tick">
                <input type="radio" name="export-encoding" checked={chosen.encoding == encoding} {onchange} />
                <span>{ text.t(id) }</span>
            </label>
        }
    };
    let split = |split: Split, id: &'static str| {
        let onchange = props.change(move |c, _: Event| c.split = split);
        html! {
            <label class="tick">
                <input type="radio" name="export-split" checked={chosen.split == split} {onchange} />
                <span>{ text.t(id) }</span>
            </label>
        }
    };
    html! {
        <div class="export-form">
            <p>{ text.with("accounts-export-what", &[("n", props.selected.into())]) }</p>
            <fieldset>
                <legend>{ text.t("accounts-export-columns") }</legend>
                <ul class="export-columns">
                    for (i, offer) in chosen.columns.iter().enumerate() {
                        <li key={i}>
                            <label class="tick">
                                <input
                                    type="checkbox" checked={offer.on}
                                    onchange={props.change(move |c, _: Event| c.columns[i].on = !c.columns[i].on)}
                                />
                                <span>{ offer.header.clone() }</span>
                            </label>
                        </li>
                    }
                </ul>
            </fieldset>
            <fieldset>
                <legend>{ text.t("accounts-export-encoding") }</legend>
                { encoding(ExportEncoding::Utf8Bom, "accounts-export-utf8") }
                { encoding(ExportEncoding::ShiftJis, "accounts-export-cp932") }
            </fieldset>
            <fieldset>
                <legend>{ text.t("accounts-export-split") }</legend>
                { split(Split::Whole, "accounts-export-whole") }
                <div class="export-split">
                    { split(Split::Rows, "accounts-export-by-rows") }
                    <NumberField
                        label={text.t("accounts-export-rows")} value={f64::from(chosen.rows)} min={1.0} max={4e9}
                        step={1000.0} disabled={chosen.split != Split::Rows}
                        on_commit={props.change(|c, n: f64| c.rows = n as u32)}
                    />
                </div>
                <div class="export-split">
                    { split(Split::Megabytes, "accounts-export-by-megabytes") }
                    <NumberField
                        label={text.t("accounts-export-megabytes")} value={f64::from(chosen.megabytes)} min={1.0}
                        max={1000.0} unit="MB" disabled={chosen.split != Split::Megabytes}
                        on_commit={props.change(|c, n: f64| c.megabytes = n as u32)}
                    />
                </div>
            </fieldset>
            <label class="labelled">
                <span class="labelled-name">{ text.t("accounts-export-name") }</span>
                <input class="field" type="text" autocomplete="off" spellcheck="false" value={chosen.name.clone()} oninput={on_name} {onkeydown} />
            </label>
            <p class="quiet small">{ text.t("accounts-export-guard") }</p>
            <p class="dialog-actions">
                <button type="button" class="button primary" disabled={none} onclick={submit} data-testid="accounts-export-run">
                    { text.t("accounts-export-run") }
                </button>
            </p>
        </div>
    }
}
