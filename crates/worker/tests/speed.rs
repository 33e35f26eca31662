//! A formula of ten operators over 500,000 accounts, in the browser: it gives what the same by hand gives,
//! and says how long both take. `cargo xtask bench` reads the line.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test may: clippy does not see that these are tests")]

#[path = "../../formula/examples/speed/data.rs"]
mod data;

use data::{ROWS, TEN, by_hand, table};
use formula::{Environment, Frame, check};
use std::hint::black_box;
use table::Day;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// How often each is timed; the best counts.
const ROUNDS: usize = 5;
/// How often it runs in one round: the browser's clock is coarse.
const RUNS: u32 = 8;

/// Milliseconds for one run.
fn best(mut run: impl FnMut()) -> f64 {
    let round = |_| {
        let start = web::clock::now_ms();
        (0..RUNS).for_each(|_| run());
        (web::clock::now_ms() - start) / f64::from(RUNS)
    };
    (0..ROUNDS).map(round).fold(f64::INFINITY, f64::min)
}

#[wasm_bindgen_test]
fn a_formula_is_the_loop_by_hand() {
    let table = table();
    let frame = Frame::of(&table, Day(20_778));
    let formula = check(TEN, &Environment::of_table(&table, &[])).formula.unwrap();
    let mut out = Vec::new();
    formula.numbers(&frame, &mut out);
    let expected = by_hand(&table);
    let same = out.iter().zip(&expected).all(|(a, b)| a == b || a.is_nan() && b.is_nan());
    assert!(same, "the formula gives another column");
    assert_eq!((out.len(), expected.len()), (ROWS, ROWS));
    let fast = best(|| {
        formula.numbers(&frame, &mut out);
        black_box(&out);
    });
    let hand = best(|| {
        black_box(&by_hand(&table));
    });
    console_log!("formula-speed {{\"ms\":{fast:.3},\"by_hand_ms\":{hand:.3}}}");
}
