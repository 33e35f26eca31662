//! What the page says, taken apart: a message and the files beside it.

use engine::message::{FromWorker, Problem, ToWorker};
use wasm_bindgen::JsValue;
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
        match web::codec::from_js(data) {
            Ok(message) => Self::Message(message, web::codec::files_of(data)),
            Err(why) => match web::codec::id_of(data) {
                Some(id) => {
                    Self::Refused(FromWorker::Done { id, result: Err(Problem::NotUnderstood(why)) })
                }
                None => Self::Noise(why),
            },
        }
    }
}
