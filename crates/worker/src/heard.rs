//! What the page says, taken apart: a message and the files beside it.

use engine::message::{FromWorker, Problem, ToWorker};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

/// A message of the page.
#[derive(Debug)]
pub(crate) enum Heard {
    /// Understood, with the files beside it.
    Message(ToWorker, Vec<File>),
    /// A call that could not be understood: what the page is told, so that it need not wait for ever.
    Refused(FromWorker),
    /// Nothing that anybody waits for: why it could not be understood.
    Noise(String),
}

impl Heard {
    /// Takes a message apart.
    pub(crate) fn of(data: &JsValue) -> Self {
        let files: Vec<File> = Reflect::get(data, &"files".into())
            .ok()
            .filter(Array::is_array)
            .map(|list| Array::from(&list).iter().filter_map(|f| f.dyn_into().ok()).collect())
            .unwrap_or_default();
        // a call is an object of one property, its name; the files beside it are not part of it
        if let Some(object) = data.dyn_ref::<Object>() {
            // our own plain object lets go of any property
            let _ = Reflect::delete_property(object, &"files".into());
        }
        match web::codec::from_js(data.clone()) {
            Ok(message) => Self::Message(message, files),
            Err(why) => match web::codec::id_within(data, "call") {
                Some(id) => {
                    Self::Refused(FromWorker::Done { id, result: Err(Problem::NotUnderstood(why)) })
                }
                None => Self::Noise(why),
            },
        }
    }
}
