//! Reading files that the user has picked or dropped.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::text;

/// All bytes of a file (a `web_sys::File` is a `Blob`).
///
/// # Errors
/// The browser's words when the file has moved, has changed or may not be read.
pub async fn bytes(file: &Blob) -> Result<Vec<u8>, String> {
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|e| text::describe(&e))?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// A file as text; what is not UTF-8 becomes U+FFFD.
///
/// # Errors
/// As [`bytes`].
pub async fn text(file: &Blob) -> Result<String, String> {
    let text = JsFuture::from(file.text()).await.map_err(|e| text::describe(&e))?;
    Ok(text.as_string().unwrap_or_default())
}
