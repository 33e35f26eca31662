//! A slider that always has its number field beside it.

use super::NumberField;
use crate::hooks::use_mut_ref;
use crate::markup::html;
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

/// Steps by key within this time of each other are one gesture, in milliseconds.
const PAUSE_MS: f64 = 1_000.0;

/// Where a gesture stands.
#[derive(Default)]
struct Motion {
    pointer_down: bool,
    begun: bool,
    last_ms: f64,
}

impl Motion {
    /// Whether a new gesture begins with what happens now: the first move of a drag, or a step by key
    /// after a pause.
    fn begins(&mut self) -> bool {
        let now = js_sys::Date::now();
        let goes_on = self.begun && (self.pointer_down || now - self.last_ms < PAUSE_MS);
        self.last_ms = now;
        self.begun = true;
        !goes_on
    }
}

/// A slider with a number field: `on_begin`, then `on_input` once or more, then `on_commit`. Steps by
/// key that follow each other quickly share one `on_begin`.
#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let motion = use_mut_ref(Motion::default);
    let pointer = |down: bool| {
        let motion = motion.clone();
        Callback::from(move |_: PointerEvent| {
            *motion.borrow_mut() = Motion { pointer_down: down, ..Motion::default() };
        })
    };
    let moved = {
        let (motion, begin, input) =
            (motion.clone(), props.on_begin.clone(), props.on_input.clone());
        move |value: f64| {
            let begins = motion.borrow_mut().begins();
            if begins {
                begin.emit(());
            }
            input.emit(value);
        }
    };
    let oninput = {
        let moved = moved.clone();
        Callback::from(move |e: InputEvent| {
            let element: web_sys::HtmlInputElement = e.target_unchecked_into();
            moved(element.value_as_number());
        })
    };
    let onchange = props.on_commit.reform(|e: Event| {
        let element: web_sys::HtmlInputElement = e.target_unchecked_into();
        element.value_as_number()
    });
    let typed = {
        let commit = props.on_commit.clone();
        Callback::from(move |value: f64| {
            moved(value);
            commit.emit(value);
        })
    };
    html! {
        <span class="slider">
            <input
                type="range" min={props.min.to_string()} max={props.max.to_string()}
                step={props.step.to_string()} value={props.value.to_string()}
                aria-label={props.label.clone()} disabled={props.disabled} {oninput} {onchange}
                onpointerdown={pointer(true)} onpointerup={pointer(false)} onpointercancel={pointer(false)}
            />
            <NumberField
                label={props.label.clone()} value={props.value} min={props.min} max={props.max}
                step={props.step} decimals={props.decimals} unit={props.unit.clone()}
                disabled={props.disabled} on_commit={typed}
            />
        </span>
    }
}
