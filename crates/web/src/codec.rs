//! Plain data to and from JavaScript values, the same way on both sides of a worker.

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
