//! What the worker makes of what the page posts.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may: clippy does not see that these are tests"
)]

#[path = "../src/heard.rs"]
mod heard;

use engine::message::{Call, FromWorker, Problem, ToWorker};
use heard::Heard;
use js_sys::{Array, Object, Reflect, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::File;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// A message with those bytes, about the call of that number.
fn message(id: &JsValue, bytes: &[u8]) -> JsValue {
    let message = Object::new();
    Reflect::set(&message, &"id".into(), id).unwrap();
    Reflect::set(&message, &"bytes".into(), &Uint8Array::from(bytes)).unwrap();
    message.into()
}

#[wasm_bindgen_test]
fn a_call_is_heard_with_its_files() {
    let call = Call::ReadWorkspace { workspace: "w".to_owned() };
    let call = ToWorker::Call { id: 7, workspace: "open".to_owned(), columns: Rc::default(), call };
    let file = File::new_with_str_sequence(&Array::of1(&"a,b".into()), "a.csv").unwrap();
    let data = web::codec::to_js(&call, Some(7), &[file]).unwrap();
    let Heard::Message(message, files) = Heard::of(&data) else { panic!("not understood") };
    assert_eq!(message, call);
    assert_eq!(files.iter().map(File::name).collect::<Vec<_>>(), ["a.csv"]);
}

#[wasm_bindgen_test]
fn a_call_that_cannot_be_understood_is_answered() {
    let whole = web::codec::to_js(&ToWorker::Ping(3), None, &[]).unwrap();
    let whole = Uint8Array::new(&Reflect::get(&whole, &"bytes".into()).unwrap()).to_vec();
    let longer = [whole.as_slice(), &[0]].concat();
    for bytes in [&[][..], &[255; 9], &whole[..whole.len() - 1], &longer] {
        let Heard::Refused(answer) = Heard::of(&message(&7.into(), bytes)) else {
            panic!("{bytes:?}")
        };
        let FromWorker::Done { id, result: Err(Problem::NotUnderstood(why)) } = &answer else {
            panic!("{answer:?}");
        };
        assert_eq!(*id, 7);
        assert!(!why.is_empty());
        // and the page understands the answer
        let sent = web::codec::to_js(&answer, Some(7), &[]).unwrap();
        assert_eq!(web::codec::from_js::<FromWorker>(&sent).unwrap(), answer);
    }
}

#[wasm_bindgen_test]
fn what_nobody_waits_for_is_noise() {
    let nobodys = [JsValue::from(3), JsValue::NULL, Object::new().into()].into_iter();
    let ids = ["7".into(), 0.5.into(), JsValue::from(-1)];
    for data in nobodys.chain(ids.iter().map(|id| message(id, &[255]))) {
        let Heard::Noise(why) = Heard::of(&data) else { panic!("{data:?}") };
        assert!(!why.is_empty());
    }
}
