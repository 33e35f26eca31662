//! Writing to the clipboard. Page only.

use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;

use crate::text;

/// Puts text on the clipboard. Browsers allow it in answer to a click or a key.
///
/// # Errors
/// The browser's words when it refuses, or has no clipboard (page not loaded over a secure connection).
pub async fn write_text(value: &str) -> Result<(), String> {
    let navigator = web_sys::window().ok_or("no page")?.navigator();
    let there = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|c| c.is_object());
    if !there {
        return Err("this browser gives the page no clipboard".into());
    }
    let written = JsFuture::from(navigator.clipboard().write_text(value)).await;
    written.map(drop).map_err(|e| text::describe(&e))
}
