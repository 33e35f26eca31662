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
use js_sys::{Array, JSON, Reflect};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::File;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

fn json(text: &str) -> JsValue {
    JSON::parse(text).unwrap()
}

#[wasm_bindgen_test]
fn a_call_is_heard_with_its_files() {
    let call = Call::ReadWorkspace { workspace: "w".to_owned() };
    let call = ToWorker::Call { id: 7, workspace: "open".to_owned(), columns: Rc::default(), call };
    let data = web::codec::to_js(&call).unwrap();
    let file = File::new_with_str_sequence(&Array::of1(&"a,b".into()), "a.csv").unwrap();
    Reflect::set(&data, &"files".into(), &Array::of1(&file)).unwrap();
    let Heard::Message(message, files) = Heard::of(&data) else { panic!("not understood") };
    assert_eq!(message, call);
    assert_eq!(files.iter().map(File::name).collect::<Vec<_>>(), ["a.csv"]);
}

#[wasm_bindgen_test]
fn a_call_that_cannot_be_understood_is_answered() {
    for text in [
        r#"{"call":{"id":7,"workspace":"","call":{"no_such_call":{}}}}"#,
        r#"{"call":{"id":7,"workspace":"","call":{"open":{"workspace":3}}}}"#,
        r#"{"call":{"id":7}}"#,
    ] {
        let Heard::Refused(answer) = Heard::of(&json(text)) else { panic!("{text}") };
        let FromWorker::Done { id, result: Err(Problem::NotUnderstood(why)) } = &answer else {
            panic!("{answer:?}");
        };
        assert_eq!(*id, 7);
        assert!(!why.is_empty());
        // and the page understands the answer
        let sent = web::codec::to_js(&answer).unwrap();
        assert_eq!(web::codec::from_js::<FromWorker>(sent).unwrap(), answer);
    }
}

#[wasm_bindgen_test]
fn what_nobody_waits_for_is_noise() {
    for text in
        ["3", "null", "{}", r#"{"ping":"x"}"#, r#"{"call":{"id":"7"}}"#, r#"{"call":{"id":0.5}}"#]
    {
        let Heard::Noise(why) = Heard::of(&json(text)) else { panic!("{text}") };
        assert!(!why.is_empty());
    }
}
