//! A button that opens a menu.

use super::{Icon, IconName, composing, focus_stays};
use crate::hooks::{use_effect_with, use_state_eq};
use crate::markup::html;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// One line of a menu.
#[derive(Clone, Debug, PartialEq)]
pub struct MenuItem {
    /// What is handed back.
    pub value: AttrValue,
    /// What is shown.
    pub label: AttrValue,
    /// Before the label.
    pub icon: Option<IconName>,
    /// One of several of which one holds: whether this is it.
    pub checked: Option<bool>,
    /// Shown but not to be chosen.
    pub disabled: bool,
}

impl MenuItem {
    /// A line that can be chosen.
    pub fn new(value: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            icon: None,
            checked: None,
            disabled: false,
        }
    }

    /// With an icon before the label.
    pub fn icon(self, icon: IconName) -> Self {
        Self { icon: Some(icon), ..self }
    }
}

/// Properties of [`MenuButton`].
#[derive(PartialEq, Properties)]
pub struct MenuButtonProps {
    /// What the menu is for.
    pub label: AttrValue,
    /// On the button.
    pub icon: IconName,
    /// Whether the label stands beside the icon instead of only being read out.
    #[prop_or_default]
    pub show_label: bool,
    /// The lines.
    pub items: Rc<[MenuItem]>,
    /// More classes for the wrapper.
    #[prop_or_default]
    pub class: Classes,
    /// Hears of the value that was chosen.
    pub on_select: Callback<AttrValue>,
}

/// A button that opens a menu: arrow keys move, Enter chooses, Escape closes.
#[component]
pub fn MenuButton(props: &MenuButtonProps) -> Html {
    let open = use_state_eq(|| None::<usize>);
    let menu = use_node_ref();
    let button = use_node_ref();
    let whole = use_node_ref();
    let count = props.items.len();
    {
        let menu = menu.clone();
        use_effect_with(*open, move |open| {
            let at = open.and_then(|at| {
                let menu = menu.cast::<Element>()?;
                menu.query_selector(&format!("[data-index=\"{at}\"]")).ok()?
            });
            if let Some(item) = at.and_then(|i| i.dyn_into::<HtmlElement>().ok()) {
                // The item is in the page, so it can have the focus.
                let _ = item.focus();
            }
        });
    }
    let to_button = {
        let button = button.clone();
        move || {
            if let Some(button) = button.cast::<HtmlElement>() {
                let _ = button.focus();
            }
        }
    };
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(if open.is_some() { None } else { Some(0) }))
    };
    let onkeydown = {
        let (open, to_button) = (open.clone(), to_button.clone());
        Callback::from(move |e: KeyboardEvent| {
            if composing(&e) || count == 0 {
                return;
            }
            let next = match (e.key().as_str(), *open) {
                ("ArrowDown", None) => Some(0),
                ("ArrowUp", None) => Some(count - 1),
                ("ArrowDown", Some(at)) => Some((at + 1) % count),
                ("ArrowUp", Some(at)) => Some((at + count - 1) % count),
                ("Home", Some(_)) => Some(0),
                ("End", Some(_)) => Some(count - 1),
                ("Escape", Some(_)) => {
                    to_button();
                    e.stop_propagation();
                    None
                }
                _ => return,
            };
            e.prevent_default();
            open.set(next);
        })
    };
    let onfocusout = {
        let (open, whole) = (open.clone(), whole.clone());
        Callback::from(move |e: FocusEvent| {
            if focus_stays(&e, &whole) != Some(true) {
                open.set(None);
            }
        })
    };
    let choose = |value: &AttrValue, disabled: bool| {
        let (value, on_select) = (value.clone(), props.on_select.clone());
        let (open, to_button) = (open.clone(), to_button.clone());
        Callback::from(move |_: MouseEvent| {
            if !disabled {
                open.set(None);
                to_button();
                on_select.emit(value.clone());
            }
        })
    };
    html! {
        <div ref={whole} class={classes!("menu", props.class.clone())} {onkeydown} {onfocusout}>
            <button
                ref={button} type="button" aria-haspopup="menu"
                class={classes!("button", "plain", (!props.show_label).then_some("icon"))}
                aria-expanded={if open.is_some() { "true" } else { "false" }}
                aria-label={(!props.show_label).then(|| props.label.clone())}
                title={(!props.show_label).then(|| props.label.clone())} onclick={toggle}
            >
                <Icon name={props.icon} />
                <span>{ props.show_label.then(|| props.label.clone()) }</span>
            </button>
            <div ref={menu} class="menu-list" role="menu" tabindex="-1" aria-label={props.label.clone()} hidden={open.is_none()}>
                for (index, item) in props.items.iter().enumerate() {
                    <button
                        key={&*item.value} type="button" tabindex="-1" data-index={index.to_string()}
                        role={if item.checked.is_some() { "menuitemradio" } else { "menuitem" }}
                        aria-checked={item.checked.map(|c| if c { "true" } else { "false" })}
                        aria-disabled={item.disabled.then_some("true")}
                        onclick={choose(&item.value, item.disabled)}
                    >
                        <span class="menu-icon">
                            if let Some(name) = item.icon {
                                <Icon {name} />
                            }
                        </span>
                        <span class="menu-name">{ item.label.clone() }</span>
                        <span class="menu-check">
                            if item.checked == Some(true) {
                                <Icon name={IconName::Check} />
                            }
                        </span>
                    </button>
                }
            </div>
        </div>
    }
}
