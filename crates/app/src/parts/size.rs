//! How large an element is, followed.

use crate::hooks::{use_effect_with, use_state_eq};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// The inside of an element in CSS pixels, without its scroll bars: width, height. (0, 0) until it
/// is laid out.
#[hook]
pub fn use_size(node: NodeRef) -> (f64, f64) {
    let size = use_state_eq(|| (0.0, 0.0));
    let set = size.setter();
    use_effect_with(node, move |node| {
        let watch = node.cast::<Element>().and_then(|element| {
            let observed = element.clone();
            let measure = move || {
                let (width, height) = (observed.client_width(), observed.client_height());
                set.set((f64::from(width), f64::from(height)));
            };
            measure();
            let heard = Closure::<dyn Fn()>::new(measure);
            // Without it the size stays as it is now.
            let observer = ResizeObserver::new(heard.as_ref().unchecked_ref()).ok()?;
            observer.observe(&element);
            Some((observer, heard))
        });
        move || {
            if let Some((observer, heard)) = watch {
                observer.disconnect();
                drop(heard);
            }
        }
    });
    *size
}

/// The width of [`use_size`].
#[hook]
pub fn use_width(node: NodeRef) -> f64 {
    use_size(node).0
}
