//! A slider that always has its number field beside it.

use super::NumberField;
use yew::prelude::*;

/// Properties of [`Slider`].
#[derive(Clone, PartialEq, Properties)]
pub struct SliderProps {
    /// What is set; read out with the slider and the field. The words beside it are the caller's.
    pub label: AttrValue,
    /// The number.
    pub value: f64,
    /// Least number.
    #[prop_or(0.0)]
    pub min: f64,
    /// Greatest number.
    #[prop_or(100.0)]
    pub max: f64,
    /// The slider's and the arrow keys' step.
    #[prop_or(1.0)]
    pub step: f64,
    /// At most so many decimals.
    #[prop_or(0)]
    pub decimals: u8,
    /// A unit behind the field, such as `%`.
    #[prop_or_default]
    pub unit: AttrValue,
    /// Shown but not to be changed.
    #[prop_or_default]
    pub disabled: bool,
    /// A drag, a key press on the slider or a typed number begins: take a new gesture.
    #[prop_or_default]
    pub on_begin: Callback<()>,
    /// The number is this now; many times a drag.
    pub on_input: Callback<f64>,
    /// The gesture ended with this number.
    #[prop_or_default]
    pub on_commit: Callback<f64>,
}

/// A slider with a number field: `on_begin`, then `on_input` once or more, then `on_commit`.
#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let moving = use_mut_ref(|| false);
    let oninput = {
        let (moving, begin, input) =
            (moving.clone(), props.on_begin.clone(), props.on_input.clone());
        Callback::from(move |e: InputEvent| {
            if !moving.replace(true) {
                begin.emit(());
            }
            let element: web_sys::HtmlInputElement = e.target_unchecked_into();
            input.emit(element.value_as_number());
        })
    };
    let onchange = {
        let commit = props.on_commit.clone();
        Callback::from(move |e: Event| {
            moving.replace(false);
            let element: web_sys::HtmlInputElement = e.target_unchecked_into();
            commit.emit(element.value_as_number());
        })
    };
    let typed = {
        let (begin, input, commit) =
            (props.on_begin.clone(), props.on_input.clone(), props.on_commit.clone());
        Callback::from(move |value: f64| {
            begin.emit(());
            input.emit(value);
            commit.emit(value);
        })
    };
    html! {
        <span class="slider">
            <input
                type="range" min={props.min.to_string()} max={props.max.to_string()}
                step={props.step.to_string()} value={props.value.to_string()}
                aria-label={props.label.clone()} disabled={props.disabled} {oninput} {onchange}
            />
            <NumberField
                label={props.label.clone()} value={props.value} min={props.min} max={props.max}
                step={props.step} decimals={props.decimals} unit={props.unit.clone()}
                disabled={props.disabled} on_commit={typed}
            />
        </span>
    }
}
