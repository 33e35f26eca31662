//! The focus, where an element comes or goes.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};
use yew::prelude::*;

/// Gives the focus to the element with this id once the page was brought up to date: an element that
/// is shown anew, or that changes its place, does not have it by itself. Nothing happens when there
/// is no such element.
pub fn focus_soon(id: String) {
    focus_first_soon(format!("[id='{id}']"));
}

/// As [`focus_soon`], for the first element that a selector finds.
pub fn focus_first_soon(selector: String) {
    Timeout::new(0, move || {
        let element = gloo::utils::document().query_selector(&selector).ok().flatten();
        if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
            // Without the focus, the next key press goes to the page: no harm.
            let _ = element.focus();
        }
    })
    .forget();
}

/// Whether the focus goes to something within an element, when it leaves something there; `None` when it goes nowhere.
/// An event's own `current_target` does not tell: Yew listens at the root of the page.
pub fn focus_stays(e: &FocusEvent, within: &NodeRef) -> Option<bool> {
    let to: Node = e.related_target()?.dyn_into().ok()?;
    Some(within.get().is_some_and(|within| within.contains(Some(&to))))
}

/// Whether no element has the focus, as when the one that had it left the page.
pub fn focus_is_lost() -> bool {
    gloo::utils::document().active_element().is_none_or(|e| e.tag_name() == "BODY")
}
