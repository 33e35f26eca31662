//! The workspace's name, changed where it stands.

use crate::hooks::use_state_eq;
use crate::markup::html;
use crate::parts::composing;
use crate::state::{use_actions, use_document};
use crate::text::use_text;
use plan::{Edit, Gesture};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The workspace's name. Enter or leaving the field keeps it, Escape gives up.
#[component]
pub(super) fn WorkspaceName() -> Html {
    let text = use_text();
    let actions = use_actions();
    let state = use_document();
    let draft = use_state_eq(|| None::<AttrValue>);
    let name = AttrValue::from(state.document.name.clone());

    let oninput = {
        let draft = draft.clone();
        Callback::from(move |e: InputEvent| {
            let input: HtmlInputElement = e.target_unchecked_into();
            draft.set(Some(input.value().into()));
        })
    };
    let onblur = {
        let (draft, name) = (draft.clone(), name.clone());
        Callback::from(move |_: FocusEvent| {
            if let Some(typed) = &*draft {
                if typed.trim() != &*name {
                    actions.edit(Edit::SetWorkspaceName(typed.trim().to_owned()), Gesture::Once);
                }
                draft.set(None);
            }
        })
    };
    let onkeydown = {
        let draft = draft.clone();
        Callback::from(move |e: KeyboardEvent| {
            if composing(&e) {
                return;
            }
            let input: HtmlInputElement = e.target_unchecked_into();
            match e.key().as_str() {
                // An input that has the focus can lose it.
                "Enter" => drop(input.blur()),
                "Escape" => draft.set(None),
                _ => {}
            }
        })
    };
    let shown = (*draft).clone().unwrap_or(name);
    html! {
        <label class="workspace-name" data-value={if shown.is_empty() { text.t("workspace-untitled") } else { shown.clone() }}>
            <span class="hidden-visually">{ text.t("workspace-name") }</span>
            <input
                type="text" value={shown} placeholder={text.t("workspace-untitled")} maxlength="120"
                size="1" autocomplete="off" spellcheck="false" readonly={!state.writable}
                {oninput} {onblur} {onkeydown}
            />
        </label>
    }
}
