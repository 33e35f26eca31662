//! Plain data to and from JavaScript values, the same way on both sides of a worker.

use js_sys::Reflect;
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::JsValue;

/// A value for `postMessage`. 64-bit integers travel as `BigInt`, byte slices as `Uint8Array`.
///
/// # Errors
/// The value cannot be said in JavaScript; the text says why.
pub fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, String> {
    let serializer =
        serde_wasm_bindgen::Serializer::new().serialize_large_number_types_as_bigints(true);
    value.serialize(&serializer).map_err(|e| e.to_string())
}

/// The value behind a message.
///
/// # Errors
/// The message is not of that type; the text says where.
pub fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, String> {
    serde_wasm_bindgen::from_value(value).map_err(|e| e.to_string())
}

/// The number `id` in the property of that name of a message that could not be read: whose it is, so
/// that the one who waits for it need not wait for ever.
pub fn id_within(message: &JsValue, name: &str) -> Option<u32> {
    let inner = Reflect::get(message, &name.into()).ok()?;
    let id = Reflect::get(&inner, &"id".into()).ok()?.as_f64()?;
    let whole = id.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&id);
    whole.then_some(id as u32)
}
