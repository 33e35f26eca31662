//! A field for a name, committed as a whole.

use crate::hooks::use_state_eq;
use crate::markup::html;
use crate::parts::composing;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`NameField`].
#[derive(Clone, PartialEq, Properties)]
pub struct NameFieldProps {
    /// What is named; read out.
    pub label: AttrValue,
    /// The name.
    pub value: AttrValue,
    /// Shown while there is none.
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// Shown but not to be changed.
    #[prop_or_default]
    pub disabled: bool,
    /// Names to choose from.
    #[prop_or_default]
    pub list: Option<AttrValue>,
    /// Hears of a new name: on Enter and on leaving the field.
    pub on_commit: Callback<AttrValue>,
}

/// A field for a name. Escape brings back what stood there.
#[component]
pub fn NameField(props: &NameFieldProps) -> Html {
    let draft = use_state_eq(|| None::<AttrValue>);
    let commit = {
        let (draft, props) = (draft.clone(), props.clone());
        move || {
            if let Some(typed) = &*draft {
                let typed = AttrValue::from(typed.trim().to_owned());
                draft.set(None);
                if typed != props.value {
                    props.on_commit.emit(typed);
                }
            }
        }
    };
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |e: InputEvent| {
            let input: HtmlInputElement = e.target_unchecked_into();
            draft.set(Some(input.value().into()));
        })
    };
    let onkeydown = {
        let (draft, commit) = (draft.clone(), commit.clone());
        Callback::from(move |e: KeyboardEvent| {
            if composing(&e) {
                return;
            }
            match e.key().as_str() {
                "Enter" => {
                    e.prevent_default();
                    commit();
                }
                "Escape" if draft.is_some() => {
                    // Only this field goes back; whatever it lies in stays open.
                    e.stop_propagation();
                    e.prevent_default();
                    draft.set(None);
                }
                _ => {}
            }
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| commit());
    html! {
        <input
            type="text" class="field name" autocomplete="off" aria-label={props.label.clone()}
            placeholder={props.placeholder.clone()} disabled={props.disabled} list={props.list.clone()}
            value={(*draft).clone().unwrap_or_else(|| props.value.clone())}
            {oninput} {onkeydown} {onblur}
        />
    }
}
