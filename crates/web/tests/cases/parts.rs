//! Parts that are loaded when they are needed, with a stand-in for the script that knows them.

use js_sys::{Function, Reflect, global};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web::parts;

/// Has one part, `slow`, that comes with a delay, and `torn`, which fails the first time; counts requests.
const STAND_IN: &str = "
    const there = new Set(), asked = {};
    return {
        asked,
        here: (name) => there.has(name),
        async load(name) {
            asked[name] = (asked[name] ?? 0) + 1;
            await new Promise((done) => setTimeout(done, 5));
            if (name === 'torn' && asked[name] === 1) throw new TypeError('no network');
            there.add(name);
        },
    };";

fn put(parts: &JsValue) {
    assert!(Reflect::set(&global(), &"sodachiParts".into(), parts).unwrap());
}

fn asked(parts: &JsValue, name: &str) -> Option<f64> {
    Reflect::get(&Reflect::get(parts, &"asked".into()).unwrap(), &name.into()).unwrap().as_f64()
}

#[wasm_bindgen_test]
async fn parts_are_loaded_once_and_asked_for_again_after_a_failure() {
    // whole: nothing to load
    assert!(parts::here("slow"));
    assert_eq!(parts::load(&["slow", "torn"]).await, Ok(()));

    let stand_in = Function::new_no_args(STAND_IN).call0(&JsValue::NULL).unwrap();
    put(&stand_in);
    assert!(!parts::here("slow") && !parts::here("torn"));
    let failed = parts::load(&["slow", "torn"]).await;
    assert_eq!(failed, Err("TypeError: no network".to_owned()));
    assert!(parts::here("slow") && !parts::here("torn"));
    assert_eq!(parts::load(&["slow", "torn"]).await, Ok(()));
    assert!(parts::here("torn"));
    assert_eq!((asked(&stand_in, "slow"), asked(&stand_in, "torn")), (Some(1.0), Some(2.0)));
    put(&JsValue::UNDEFINED);
}
