//! What a thrown JavaScript value says.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// The `name` of an exception (`QuotaExceededError`), empty when it has none.
pub(crate) fn name(error: &JsValue) -> String {
    property(error, "name").unwrap_or_default()
}

/// One line for a person: name and message, or whatever the value prints as.
pub(crate) fn describe(error: &JsValue) -> String {
    match (name(error), property(error, "message").unwrap_or_default()) {
        (name, message) if !name.is_empty() && !message.is_empty() => format!("{name}: {message}"),
        (name, _) if !name.is_empty() => name,
        _ => error.as_string().unwrap_or_else(|| format!("{error:?}")),
    }
}

fn property(value: &JsValue, key: &str) -> Option<String> {
    // `Reflect::get` throws on anything but an object: then there is no property either.
    Reflect::get(value, &JsValue::from_str(key)).ok()?.as_string()
}
