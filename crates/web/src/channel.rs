//! Messages between the tabs and workers of the site.

use std::marker::PhantomData;

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

use crate::text;

/// A channel of that name over which plain values of one type go to every other tab and worker that
/// has it open, not back to the sender. Closed on drop.
pub struct Channel<T> {
    raw: BroadcastChannel,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _type: PhantomData<fn(T)>,
}

impl<T: Serialize + for<'a> Deserialize<'a> + 'static> Channel<T> {
    /// Opens a channel. Messages that are not of the type (a tab with another version of the product)
    /// are passed over.
    ///
    /// # Errors
    /// The browser's words when it has no such channels.
    pub fn open(name: &str, on_message: impl Fn(T) + 'static) -> Result<Self, String> {
        let raw = BroadcastChannel::new(name).map_err(|e| text::describe(&e))?;
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Ok(message) = serde_wasm_bindgen::from_value(event.data()) {
                on_message(message);
            }
        });
        raw.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        Ok(Self { raw, _on_message: on_message, _type: PhantomData })
    }

    /// Sends to all others.
    ///
    /// # Errors
    /// When the value cannot be expressed in JavaScript.
    pub fn post(&self, message: &T) -> Result<(), String> {
        let message = serde_wasm_bindgen::to_value(message).map_err(|e| e.to_string())?;
        self.raw.post_message(&message).map_err(|e| text::describe(&e))
    }
}

impl<T> Drop for Channel<T> {
    fn drop(&mut self) {
        self.raw.set_onmessage(None);
        self.raw.close();
    }
}

impl<T> std::fmt::Debug for Channel<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Channel").field("name", &self.raw.name()).finish_non_exhaustive()
    }
}
