//! What page and worker say to each other, as bytes in a message that a browser can post.
//!
//! Both sides are of one build, so the bytes need no names: what takes a message apart is half the code
//! that it would be for JavaScript objects.

use js_sys::{Array, Object, Reflect, Uint8Array};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

use crate::text;

/// The property with the bytes.
const BYTES: &str = "bytes";
/// The property with the files, which no bytes can stand for.
const FILES: &str = "files";
/// The property with the number of who waits for an answer.
const ID: &str = "id";

/// A value as a message for `postMessage`. `id` is that of the call that it is about: it can be read where
/// the bytes cannot.
///
/// # Errors
/// The value cannot be said in bytes; the text says why.
pub fn to_js<T: Serialize + ?Sized>(
    value: &T,
    id: Option<u32>,
    files: &[File],
) -> Result<JsValue, String> {
    let bytes = postcard::to_allocvec(value).map_err(|e| e.to_string())?;
    let message = Object::new();
    let set = |name: &str, value: &JsValue| {
        Reflect::set(&message, &name.into(), value).map(drop).map_err(|e| text::describe(&e))
    };
    set(BYTES, &Uint8Array::from(bytes.as_slice()))?;
    if let Some(id) = id {
        set(ID, &id.into())?;
    }
    if !files.is_empty() {
        set(FILES, &files.iter().map(JsValue::from).collect::<Array>())?;
    }
    Ok(message.into())
}

/// The value of a message.
///
/// # Errors
/// The message is not of that type; the text says why.
pub fn from_js<T: DeserializeOwned>(message: &JsValue) -> Result<T, String> {
    let bytes = property(message, BYTES)
        .and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok())
        .ok_or("a message without bytes")?;
    let bytes = bytes.to_vec();
    match postcard::take_from_bytes(&bytes).map_err(|e| e.to_string())? {
        (value, []) => Ok(value),
        (_, rest) => Err(format!("{} bytes too many", rest.len())),
    }
}

/// The files beside the value of a message.
pub fn files_of(message: &JsValue) -> Vec<File> {
    property(message, FILES)
        .filter(Array::is_array)
        .map(|list| Array::from(&list).iter().filter_map(|file| file.dyn_into().ok()).collect())
        .unwrap_or_default()
}

/// The number of who waits for an answer: so that a message that cannot be read does not leave them waiting
/// for ever.
pub fn id_of(message: &JsValue) -> Option<u32> {
    let id = property(message, ID)?.as_f64()?;
    let whole = id.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&id);
    whole.then_some(id as u32)
}

fn property(message: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(message, &name.into()).ok()
}
