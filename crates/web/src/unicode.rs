//! What the browser knows of Unicode.

use js_sys::JsString;

/// The normal form KC of a text (Unicode Standard Annex 15).
#[must_use]
pub fn nfkc(text: &str) -> String {
    JsString::from(text).normalize("NFKC").into()
}
