//! Keys and input methods.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

/// Whether an input method is composing: then Enter, Escape and shortcuts belong to it. Some
/// browsers end the composition before the event and only say it by the key code 229.
pub fn composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

/// Whether the event comes from where people type, so that letters and undo belong to the field.
pub fn typing(event: &KeyboardEvent) -> bool {
    let Some(target) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else {
        return false;
    };
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        return !matches!(
            input.type_().as_str(),
            "range" | "checkbox" | "radio" | "button" | "file"
        );
    }
    matches!(target.tag_name().as_str(), "TEXTAREA" | "SELECT")
        || target.dyn_ref::<HtmlElement>().is_some_and(HtmlElement::is_content_editable)
}

/// Whether undo belongs to the field that the event comes from. It does not once what was typed there
/// is part of the workspace, which the field says by `data-kept`: taking back the text alone would
/// leave the field saying something else than what holds.
pub fn undo_in_field(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    typing(event) && !target.is_some_and(|t| t.has_attribute("data-kept"))
}

/// Whether Ctrl (⌘ on Apple machines) is held and Alt is not.
pub fn command(event: &KeyboardEvent) -> bool {
    (event.ctrl_key() || event.meta_key()) && !event.alt_key()
}

/// Whether shortcuts are said with ⌘ here.
pub fn apple() -> bool {
    let platform = gloo::utils::window().navigator().platform().unwrap_or_default();
    ["Mac", "iPhone", "iPad"].iter().any(|p| platform.starts_with(p))
}

/// A shortcut as it is said here: `Mod` becomes Ctrl or ⌘.
pub fn key_words(keys: &str) -> String {
    keys.replace("Mod", if apple() { "⌘" } else { "Ctrl" })
}
