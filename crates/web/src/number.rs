//! What the browser knows of numbers.

use wasm_bindgen::JsValue;

/// The number nearest to what decimal digits say, as JavaScript's `Number` reads them; NaN where that is none.
#[must_use]
pub fn nearest(text: &str) -> f64 {
    JsValue::from_str(text).unchecked_into_f64()
}
