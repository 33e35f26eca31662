//! The engine behind a web worker: files, the browser's database, progress and cancel around the pure
//! crate.
//!
//! `worker` computes nothing itself. A call either ends with an answer, or with a problem and nothing
//! changed; what comes in in one call is stored in one transaction.

#[cfg(target_family = "wasm")]
mod archive;
#[cfg(target_family = "wasm")]
mod decode;
#[cfg(target_family = "wasm")]
mod export;
#[cfg(target_family = "wasm")]
mod heard;
#[cfg(target_family = "wasm")]
mod host;
#[cfg(target_family = "wasm")]
mod import;
#[cfg(target_family = "wasm")]
mod journey;
#[cfg(target_family = "wasm")]
mod kpi_tree;
#[cfg(target_family = "wasm")]
mod open;
#[cfg(target_family = "wasm")]
mod persist;
#[cfg(target_family = "wasm")]
mod sample;

/// Starts to listen to the page, and says so.
pub fn start() {
    #[cfg(target_family = "wasm")]
    host::start();
}
