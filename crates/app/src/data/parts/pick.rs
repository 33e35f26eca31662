//! A drop-down list that always shows the state, also when a choice was not taken or another choice
//! changed it.

use crate::markup::html;
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Properties of [`Pick`].
#[derive(Properties, PartialEq)]
pub struct PickProps {
    /// Says what is chosen, where no visible label stands around it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// What can be chosen.
    pub options: Rc<[AttrValue]>,
    /// The place of what is chosen.
    pub selected: usize,
    /// Gets the place of the new choice.
    pub onchange: Callback<usize>,
    /// Nothing can be chosen now.
    #[prop_or_default]
    pub disabled: bool,
}

/// A drop-down list.
#[component]
pub fn Pick(props: &PickProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        let selected = props.selected;
        // after every render: the element may show what the user picked, the state something else
        use_effect(move || {
            if let Some(select) = node.cast::<HtmlSelectElement>() {
                let index = i32::try_from(selected).unwrap_or(-1);
                if select.selected_index() != index {
                    select.set_selected_index(index);
                }
            }
        });
    }
    let update = use_force_update();
    let onchange = {
        let node = node.clone();
        props.onchange.reform(move |_: Event| {
            update.force_update();
            let index = node.cast::<HtmlSelectElement>().map_or(0, |s| s.selected_index());
            usize::try_from(index).unwrap_or(0)
        })
    };
    html! {
        <select class="field" ref={node} aria-label={props.label.clone()} disabled={props.disabled} {onchange}>
            for (i, option) in props.options.iter().enumerate() {
                <option key={i} selected={i == props.selected}>{ option.clone() }</option>
            }
        </select>
    }
}

/// Properties of [`Labelled`].
#[derive(Properties, PartialEq)]
pub struct LabelledProps {
    /// The visible label.
    pub label: AttrValue,
    /// The one control that it is for.
    pub children: Html,
}

/// A control under its visible label.
#[component]
pub fn Labelled(props: &LabelledProps) -> Html {
    html! {
        <label class="data-field">
            <span class="data-field-label">{ props.label.clone() }</span>
            { props.children.clone() }
        </label>
    }
}
