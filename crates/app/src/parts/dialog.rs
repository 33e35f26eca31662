//! A modal dialog.

use super::unique::use_unique_id;
use super::{Icon, IconName};
use crate::hooks::use_effect_with;
use crate::markup::html;
use crate::text::use_text;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};
use yew::prelude::*;

/// Properties of [`Dialog`].
#[derive(PartialEq, Properties)]
pub struct DialogProps {
    /// Its heading and name.
    pub title: AttrValue,
    /// The user wants it gone (Escape, the close button, a click beside it): stop showing it.
    pub on_close: Callback<()>,
    /// More classes, such as `wide`.
    #[prop_or_default]
    pub class: Classes,
    /// Without a visible heading and close button: the content has its own way out.
    #[prop_or_default]
    pub bare: bool,
    /// What is in it.
    pub children: Html,
}

/// A modal dialog, open as long as it is rendered. The focus goes to the first thing in it that can
/// have it (or has `autofocus`) and back to where it was. The page behind is inert.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let text = use_text();
    let node = use_node_ref();
    let heading = use_unique_id("dialog");
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            let before = gloo::utils::document().active_element();
            let dialog = node.cast::<HtmlDialogElement>();
            if let Some(dialog) = &dialog
                && !dialog.open()
                && dialog.show_modal().is_err()
            {
                // Not in the page any more, then nobody sees it either.
                dialog.set_open(true);
            }
            move || {
                // While it is open, nothing behind it can have the focus.
                if let Some(dialog) = dialog {
                    dialog.close();
                }
                if let Some(before) = before.and_then(|b| b.dyn_into::<HtmlElement>().ok()) {
                    // An element that left the page cannot have the focus; then it goes to the body.
                    let _ = before.focus();
                }
            }
        });
    }
    let close = props.on_close.reform(|_: MouseEvent| ());
    let oncancel = {
        let on_close = props.on_close.clone();
        Callback::from(move |e: Event| {
            // Closing goes through the owner's state only.
            e.prevent_default();
            on_close.emit(());
        })
    };
    let onclick = {
        let (node, on_close) = (node.clone(), props.on_close.clone());
        Callback::from(move |e: MouseEvent| {
            let beside = e.target().is_some_and(|t| {
                node.get().is_some_and(|n| t.dyn_ref::<web_sys::Node>() == Some(&n))
            });
            if beside {
                on_close.emit(());
            }
        })
    };
    html! {
        <dialog
            ref={node} class={classes!("dialog", props.bare.then_some("bare"), props.class.clone())}
            aria-labelledby={heading.clone()} {oncancel} {onclick}
        >
            <div class="dialog-box">
                <header class={if props.bare { "hidden-visually" } else { "dialog-head" }}>
                    <h2 id={heading}>{ props.title.clone() }</h2>
                    <button class="button plain icon" type="button" aria-label={text.t("close")} onclick={close}>
                        <Icon name={IconName::Close} />
                    </button>
                </header>
                <div class="dialog-body">{ props.children.clone() }</div>
            </div>
        </dialog>
    }
}
