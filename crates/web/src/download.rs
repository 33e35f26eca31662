//! Handing bytes to the user as a file. Page only.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::text;

/// How long the object URL stays: browsers read it after the click, a large file not at once.
const REVOKE_AFTER_MS: u32 = 60_000;

/// Offers bytes under a file name; the browser saves them or asks where to.
///
/// # Errors
/// The browser's words when it has no room for another copy of the bytes.
pub fn offer(file_name: &str, mime: &str, bytes: &[u8]) -> Result<(), String> {
    offer_array(file_name, mime, &Uint8Array::from(bytes))
}

/// As [`offer`], for bytes that are JavaScript's already.
///
/// # Errors
/// As [`offer`].
pub fn offer_array(file_name: &str, mime: &str, bytes: &Uint8Array) -> Result<(), String> {
    try_offer(file_name, mime, bytes).map_err(|e| text::describe(&e))
}

fn try_offer(file_name: &str, mime: &str, bytes: &Uint8Array) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_buffer_source_sequence_and_options(&Array::of1(bytes), &options)?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or_else(|| JsValue::from_str("no page to download from"))?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    let url = Url::create_object_url_with_blob(&blob)?;
    link.set_href(&url);
    link.set_download(file_name);
    link.click();
    Timeout::new(REVOKE_AFTER_MS, move || {
        // Nothing depends on it: the browser drops the URL with the page at the latest.
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}
