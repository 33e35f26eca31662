//! The focus, where an element comes or goes.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

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

/// Whether no element has the focus, as when the one that had it left the page.
pub fn focus_is_lost() -> bool {
    gloo::utils::document().active_element().is_none_or(|e| e.tag_name() == "BODY")
}
