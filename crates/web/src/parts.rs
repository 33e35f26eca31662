//! Parts of the program that are downloaded when they are needed.
//!
//! A published build is split: areas and texts leave the main module and become parts, by name. The script
//! that starts the module sets `globalThis.sodachiParts`, `{ load(name) → Promise, here(name) → boolean }`.
//! In a build that is whole there is none, and everything is here at once.

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::text;

#[wasm_bindgen]
extern "C" {
    type Parts;
    #[wasm_bindgen(method, catch)]
    fn load(this: &Parts, name: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method)]
    fn here(this: &Parts, name: &str) -> bool;
}

/// The parts of this build; none in a build that is whole.
fn parts() -> Option<Parts> {
    let parts = Reflect::get(&js_sys::global(), &JsValue::from_str("sodachiParts")).ok()?;
    parts.is_object().then(|| parts.unchecked_into())
}

/// Whether a part is here, so that what lies in it may be used.
pub fn here(name: &str) -> bool {
    parts().is_none_or(|parts| parts.here(name))
}

/// Brings parts here, all at once. What is here already costs nothing, and after a failure one may ask again.
///
/// # Errors
/// When one cannot be had (no network, another version published meanwhile): the browser's words.
pub async fn load(names: &[&str]) -> Result<(), String> {
    let Some(parts) = parts() else { return Ok(()) };
    let missing = names.iter().filter(|name| !parts.here(name));
    let asked: Vec<_> = missing.map(|name| parts.load(name).map(JsFuture::from)).collect();
    for part in asked {
        let loaded = async { part?.await }.await;
        loaded.map_err(|error| text::describe(&error))?;
    }
    Ok(())
}
