//! A handle over a chart: dragged, or moved with the arrow keys.

use crate::hooks::use_mut_ref;
use crate::markup::html;
use crate::parts::{composing, plain};
use chart::Scale;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

/// Properties of [`Handle`].
#[derive(Clone, PartialEq, Properties)]
pub struct HandleProps {
    /// What is set; read out.
    pub label: AttrValue,
    /// The value in words; shown on the handle and read out.
    pub words: AttrValue,
    /// Where it stands.
    pub value: f64,
    /// Least value.
    pub min: f64,
    /// Greatest value.
    pub max: f64,
    /// Values are multiples of this; an arrow key adds it, with Shift five times as much.
    pub step: f64,
    /// From values to CSS pixels of the element that it lies in.
    pub scale: Scale,
    /// Distance of the handle's middle from the top of that element, in CSS pixels.
    pub top_px: f64,
    /// To which side it stands of its value: −1 left, 1 right, 0 over it. For two that would else lie
    /// on each other.
    #[prop_or_default]
    pub lean: i8,
    /// A drag or a key press begins.
    pub on_begin: Callback<()>,
    /// The value is this now; many times a drag.
    pub on_input: Callback<f64>,
    /// The gesture ended.
    pub on_end: Callback<()>,
}

/// Where a drag began: pointer and handle, in CSS pixels.
#[derive(Clone, Copy, PartialEq)]
enum Hold {
    None,
    Pointer { pointer_px: f64, handle_px: f64 },
    Keys,
}

/// A handle. While a key is held down, all its steps are one gesture.
#[component]
pub fn Handle(props: &HandleProps) -> Html {
    let hold = use_mut_ref(|| Hold::None);
    let put = {
        let props = props.clone();
        move |value: f64| {
            // Dividing by a whole number rounds once; multiplying by 0.1 would leave dust.
            let steps = (value / props.step).round();
            let snapped = if props.step < 1.0 {
                steps / (1.0 / props.step).round()
            } else {
                steps * props.step
            };
            let within = snapped.max(props.min).min(props.max);
            if within.is_finite() && within != props.value {
                props.on_input.emit(within);
            }
        }
    };
    let onpointerdown = {
        let (hold, props) = (hold.clone(), props.clone());
        Callback::from(move |e: PointerEvent| {
            if e.button() != 0 {
                return;
            }
            let handle: Element = e.target_unchecked_into();
            // Without capture the drag still works while the pointer stays on the handle.
            let _ = handle.set_pointer_capture(e.pointer_id());
            let pointer_px = f64::from(e.client_x());
            *hold.borrow_mut() =
                Hold::Pointer { pointer_px, handle_px: props.scale.px(props.value) };
            props.on_begin.emit(());
        })
    };
    let onpointermove = {
        let (hold, put, scale) = (hold.clone(), put.clone(), props.scale);
        Callback::from(move |e: PointerEvent| {
            let held = *hold.borrow();
            if let Hold::Pointer { pointer_px, handle_px } = held {
                put(scale.value(handle_px + f64::from(e.client_x()) - pointer_px));
            }
        })
    };
    let end = {
        let (hold, on_end) = (hold.clone(), props.on_end.clone());
        Callback::from(move |()| {
            let held = hold.replace(Hold::None);
            if held != Hold::None {
                on_end.emit(());
            }
        })
    };
    let onkeydown = {
        let (hold, props) = (hold, props.clone());
        Callback::from(move |e: KeyboardEvent| {
            if composing(&e) || e.alt_key() || e.ctrl_key() || e.meta_key() {
                return;
            }
            let many = if e.shift_key() { 5.0 } else { 1.0 };
            let to = match e.key().as_str() {
                "ArrowRight" | "ArrowUp" => props.value + props.step * many,
                "ArrowLeft" | "ArrowDown" => props.value - props.step * many,
                "PageUp" => props.value + props.step * 10.0,
                "PageDown" => props.value - props.step * 10.0,
                "Home" => props.min,
                "End" => props.max,
                _ => return,
            };
            e.prevent_default();
            if hold.replace(Hold::Keys) == Hold::None {
                props.on_begin.emit(());
            }
            put(to);
        })
    };
    let number = |v: f64| v.is_finite().then(|| plain(v, 4));
    html! {
        <div
            class="handle" data-lean={props.lean.to_string()} role="slider" tabindex="0" aria-orientation="horizontal"
            aria-label={props.label.clone()} aria-valuenow={number(props.value)}
            aria-valuemin={number(props.min)} aria-valuemax={number(props.max)}
            aria-valuetext={props.words.clone()}
            style={format!("left:{:.1}px;top:{:.1}px", props.scale.px(props.value), props.top_px)}
            {onpointerdown} {onpointermove} onpointerup={end.reform(|_: PointerEvent| ())}
            onpointercancel={end.reform(|_: PointerEvent| ())} {onkeydown}
            onkeyup={end.reform(|_: KeyboardEvent| ())} onblur={end.reform(|_: FocusEvent| ())}
        >
            { props.words.clone() }
        </div>
    }
}
