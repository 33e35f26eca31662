//! What charts are drawn with: colours from the page's tokens, and the device pixel ratio.

use crate::hooks::{use_effect_with, use_memo, use_state_eq};
use chart::{Colour, Theme};
use gloo::events::EventListener;
use js_sys::Array;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{MutationObserver, MutationObserverInit};
use yew::prelude::*;

/// Size of labels in CSS pixels: the page's smallest text.
const TEXT_PX: f64 = 12.0;

/// Theme and pixel ratio. One for all charts of a screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// Colours and letters.
    pub theme: Theme,
    /// Device pixels per CSS pixel.
    pub pixel_ratio: f64,
}

impl Look {
    /// As the page is now.
    fn of_page() -> Self {
        let window = gloo::utils::window();
        let style = gloo::utils::document()
            .document_element()
            .and_then(|root| window.get_computed_style(&root).ok().flatten());
        let token = |name: &str| {
            style.as_ref().and_then(|s| s.get_property_value(name).ok()).unwrap_or_default()
        };
        let colour = |name: &str| Colour::parse(&token(name)).unwrap_or_default();
        let font = token("--font").trim().to_owned();
        Self {
            theme: Theme {
                ground: colour("--surface"),
                ink: colour("--ink"),
                quiet: colour("--ink-3"),
                line: colour("--line"),
                bar: colour("--bar-fill"),
                accent: colour("--accent"),
                danger: colour("--danger"),
                levels: (0..7).map(|n| colour(&format!("--level-{n}"))).collect(),
                font: if font.is_empty() { "sans-serif".to_owned() } else { font },
                text_px: TEXT_PX,
            },
            pixel_ratio: window.device_pixel_ratio(),
        }
    }
}

/// The page's look, followed: for the screen, which provides it to its charts.
#[hook]
pub fn use_page_look() -> Rc<Look> {
    let look = use_state_eq(|| Rc::new(Look::of_page()));
    let set = look.setter();
    use_effect_with((), move |()| {
        let again = {
            let set = set.clone();
            move || set.set(Rc::new(Look::of_page()))
        };
        // Fonts and styles may have come after the first render; zooming changes the pixel ratio.
        again();
        let resized = {
            let again = again.clone();
            EventListener::new(&gloo::utils::window(), "resize", move |_| again())
        };
        let changed = Closure::<dyn Fn()>::new(again);
        let observer = MutationObserver::new(changed.as_ref().unchecked_ref()).ok();
        if let (Some(observer), Some(root)) =
            (&observer, gloo::utils::document().document_element())
        {
            let options = MutationObserverInit::new();
            options.set_attributes(true);
            options.set_attribute_filter(&Array::of2(&"data-theme".into(), &"data-levels".into()));
            // Without it the colours follow at the next resize.
            let _ = observer.observe_with_options(&root, &options);
        }
        move || {
            drop(resized);
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop(changed);
        }
    });
    (*look).clone()
}

/// The look that the screen provides.
#[hook]
pub fn use_look() -> Rc<Look> {
    let given = use_context::<Rc<Look>>();
    let look = use_memo(given, |given| given.clone().unwrap_or_else(|| Rc::new(Look::of_page())));
    (*look).clone()
}
