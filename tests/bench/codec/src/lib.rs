//! The engine's messages for scripts, which have no Rust types: JavaScript objects in and out, the same bytes
//! as between page and worker. An enum's variant is `{ name: fields }`, 64-bit integers are `BigInt`.

use engine::message::{FromWorker, ToWorker};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::File;

/// A message to the worker, ready to be posted.
///
/// # Errors
/// The object is no message; the text says where.
#[wasm_bindgen]
pub fn pack(message: JsValue, files: Vec<File>) -> Result<JsValue, String> {
    let message: ToWorker = serde_wasm_bindgen::from_value(message).map_err(|e| e.to_string())?;
    let id = match &message {
        ToWorker::Call { id, .. } => Some(*id),
        ToWorker::Cancel(_) | ToWorker::Ping(_) => None,
    };
    web::codec::to_js(&message, id, &files)
}

/// A message of the worker as an object.
///
/// # Errors
/// The message was not made by a worker of this build.
#[wasm_bindgen]
pub fn unpack(message: &JsValue) -> Result<JsValue, String> {
    let message: FromWorker = web::codec::from_js(message)?;
    let serializer =
        serde_wasm_bindgen::Serializer::new().serialize_large_number_types_as_bigints(true);
    message.serialize(&serializer).map_err(|e| e.to_string())
}
