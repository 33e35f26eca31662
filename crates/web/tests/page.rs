//! Every case in a page.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may: clippy does not see that these are tests"
)]

mod cases;
#[path = "cases/picture.rs"]
mod picture;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
