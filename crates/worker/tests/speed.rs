//! A formula of ten operators over 500,000 accounts, in the browser: it gives what the same by hand gives,
//! and says how long both take. `cargo xtask bench` reads the line.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test may: clippy does not see that these are tests")]

#[path = "../../formula/examples/speed/data.rs"]
mod data;

use data::{ROWS, TEN, by_hand, table};
use formula::{Environment, Frame, check};
use js_sys::{Function, Reflect};
use std::hint::black_box;
use table::Day;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// How often each is timed, in turns; the best counts.
const ROUNDS: usize = 40;

/// Milliseconds of the browser's finest clock.
fn now() -> f64 {
    let performance = Reflect::get(&js_sys::global(), &"performance".into()).unwrap();
    let now: Function = Reflect::get(&performance, &"now".into()).unwrap().unchecked_into();
    now.call0(&performance).unwrap().as_f64().unwrap()
}

/// Milliseconds for one run.
fn time(run: impl FnOnce()) -> f64 {
    let start = now();
    run();
    now() - start
}

#[wasm_bindgen_test]
fn a_formula_is_the_loop_by_hand() {
    table::decimal::use_reader(table::decimal::own);
    let table = table();
    let frame = Frame::of(&table, Day(20_778));
    let formula = check(TEN, &Environment::of_table(&table, &[])).formula.unwrap();
    let mut out = Vec::new();
    formula.numbers(&frame, &mut out);
    let expected = by_hand(&table);
    let same = out.iter().zip(&expected).all(|(a, b)| a == b || a.is_nan() && b.is_nan());
    assert!(same, "the formula gives another column");
    assert_eq!((out.len(), expected.len()), (ROWS, ROWS));
    let (mut fast, mut hand) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..ROUNDS {
        fast = fast.min(time(|| {
            formula.numbers(&frame, &mut out);
            black_box(&out);
        }));
        hand = hand.min(time(|| _ = black_box(by_hand(&table))));
    }
    console_log!("formula-speed {{\"ms\":{fast:.3},\"by_hand_ms\":{hand:.3}}}");
}
