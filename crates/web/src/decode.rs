//! The browser's own decoders of old encodings: no tables of ours in the bundle.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // By hand: web-sys wants three features and a class of options for this.
    type TextDecoder;
    #[wasm_bindgen(constructor, catch)]
    fn new(label: &str) -> Result<TextDecoder, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &[u8], options: &JsValue) -> Result<String, JsValue>;
}

/// Decodes one text, in pieces cut anywhere, as the Encoding Standard says
/// (<https://encoding.spec.whatwg.org/>).
pub struct Decoder {
    decoder: TextDecoder,
    /// `{ stream: true }`
    more_follows: JsValue,
}

impl Decoder {
    /// Begins a text in the encoding of that label, such as `shift_jis`. `None` when the browser does not
    /// know it.
    #[must_use]
    pub fn new(label: &str) -> Option<Self> {
        let decoder = TextDecoder::new(label).ok()?;
        let more_follows = Object::new();
        Reflect::set(&more_follows, &"stream".into(), &JsValue::TRUE).ok()?;
        Some(Self { decoder, more_follows: more_follows.into() })
    }

    /// What the next bytes mean, U+FFFD for what is no character. `last` says that no more follow: what
    /// was begun before and not ended is no character then.
    ///
    /// # Errors
    /// The browser could not, for its memory say: its words.
    pub fn decode(&mut self, bytes: &[u8], last: bool) -> Result<String, String> {
        let options = if last { &JsValue::UNDEFINED } else { &self.more_follows };
        self.decoder.decode(bytes, options).map_err(|e| crate::text::describe(&e))
    }
}
