//! A button that opens a small panel below it, in place.

use crate::hooks::{use_effect_with, use_state_eq};
use crate::markup::html;
use crate::parts::{Icon, IconName, composing, focus_stays};
use web_sys::HtmlElement;
use yew::prelude::*;

/// Properties of [`Popover`].
#[derive(PartialEq, Properties)]
pub struct PopoverProps {
    /// On the button.
    pub label: AttrValue,
    /// Before the label.
    #[prop_or_default]
    pub icon: Option<IconName>,
    /// More classes for the button.
    #[prop_or_default]
    pub class: Classes,
    /// The panel ends where the button ends instead of beginning where it begins.
    #[prop_or_default]
    pub at_end: bool,
    /// The panel closes when this changes.
    #[prop_or_default]
    pub done: usize,
    /// The panel.
    pub children: Html,
}

/// A button with a panel: Escape or leaving it closes.
#[component]
pub fn Popover(props: &PopoverProps) -> Html {
    let open = use_state_eq(|| false);
    let button = use_node_ref();
    let whole = use_node_ref();
    let to_button = {
        let button = button.clone();
        move || {
            if let Some(button) = button.cast::<HtmlElement>() {
                // The button is in the page as long as the panel is.
                let _ = button.focus();
            }
        }
    };
    {
        let (open, to_button) = (open.clone(), to_button.clone());
        use_effect_with(props.done, move |_| {
            if *open {
                to_button();
                open.set(false);
            }
        });
    }
    let onclick = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let onkeydown = {
        let open = open.clone();
        Callback::from(move |e: KeyboardEvent| {
            if e.key() == "Escape" && *open && !composing(&e) {
                e.stop_propagation();
                to_button();
                open.set(false);
            }
        })
    };
    let onfocusout = {
        let (open, whole) = (open.clone(), whole.clone());
        Callback::from(move |e: FocusEvent| {
            // Without a next element the window lost the focus, or a click fell on plain text.
            if focus_stays(&e, &whole) == Some(false) {
                open.set(false);
            }
        })
    };
    html! {
        <div ref={whole} class={classes!("popover", props.at_end.then_some("at-end"))} {onkeydown} {onfocusout}>
            <button
                ref={button} type="button" class={classes!("button", props.class.clone())}
                aria-expanded={open.to_string()} {onclick}
            >
                <span class="popover-icon">
                    if let Some(name) = props.icon {
                        <Icon {name} />
                    }
                </span>
                <span>{ props.label.clone() }</span>
                <Icon name={IconName::ChevronDown} />
            </button>
            <div>
                if *open {
                    // Focusable, so that a click on its plain parts does not count as leaving.
                    <div class="popover-panel card" tabindex="-1" role="group" aria-label={props.label.clone()}>
                        { props.children.clone() }
                    </div>
                }
            </div>
        </div>
    }
}
