//! The search box: by name or id, a moment after the last key, never in the middle of a composition.

use crate::hooks::{use_effect_with, use_mut_ref};
use crate::markup::html;
use crate::parts::{Icon, IconName, composing};
use crate::text::use_text;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How long after the last key the search begins.
const PAUSE_MS: u32 = 120;

/// Properties of [`Search`].
#[derive(PartialEq, Properties)]
pub struct SearchProps {
    /// What is searched for now.
    pub value: AttrValue,
    /// Hears of what to search for.
    pub on_search: Callback<AttrValue>,
}

/// A search box.
#[component]
pub fn Search(props: &SearchProps) -> Html {
    let text = use_text();
    let input = use_node_ref();
    let waiting = use_mut_ref(|| None::<Timeout>);
    {
        // Clearing the filters empties the box; while it is typed into, the box is ahead.
        let (input, waiting) = (input.clone(), waiting.clone());
        use_effect_with(props.value.clone(), move |value| {
            if let Some(input) = input.cast::<HtmlInputElement>()
                && waiting.borrow().is_none()
                && input.value() != value.as_str()
            {
                input.set_value(value);
            }
        });
    }
    let now = {
        let (input, waiting, on_search) = (input.clone(), waiting.clone(), props.on_search.clone());
        Rc::new(move || {
            drop(waiting.take());
            if let Some(input) = input.cast::<HtmlInputElement>() {
                on_search.emit(input.value().into());
            }
        })
    };
    let later = {
        let now = now.clone();
        Rc::new(move |waiting: &RefCell<Option<Timeout>>| {
            let now = now.clone();
            waiting.replace(Some(Timeout::new(PAUSE_MS, move || now())));
        })
    };
    let oninput = {
        let (waiting, later) = (waiting.clone(), later.clone());
        Callback::from(move |e: InputEvent| {
            if !e.is_composing() {
                later(&waiting);
            }
        })
    };
    {
        // The last input event of a composition still belongs to it; this one says it is over.
        let (input, waiting, later) = (input.clone(), waiting.clone(), later.clone());
        use_effect_with((), move |()| {
            let listener = input.cast::<HtmlInputElement>().map(|input| {
                EventListener::new(&input, "compositionend", move |_| later(&waiting))
            });
            move || drop(listener)
        });
    }
    let onkeydown = {
        let input = input.clone();
        Callback::from(move |e: KeyboardEvent| {
            if composing(&e) {
                return;
            }
            match e.key().as_str() {
                "Enter" => now(),
                "Escape" => {
                    if let Some(input) = input.cast::<HtmlInputElement>()
                        && !input.value().is_empty()
                    {
                        e.stop_propagation();
                        input.set_value("");
                        now();
                    }
                }
                _ => {}
            }
        })
    };
    html! {
        <label class="accounts-search">
            <Icon name={IconName::Search} />
            <span class="hidden-visually">{ text.t("accounts-search") }</span>
            <input
                ref={input} type="search" class="field" autocomplete="off" spellcheck="false"
                placeholder={text.t("accounts-search")} data-testid="accounts-search"
                {oninput} {onkeydown}
            />
        </label>
    }
}
