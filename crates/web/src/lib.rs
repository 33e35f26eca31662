//! Files, database, locks, timers, workers: all of the browser that is not Yew.
//!
//! `web` knows no document, no score and no screen: it moves bytes and plain values. The shared parts
//! run in the page and in a worker alike, so they never ask for `window`; [`clipboard`], [`download`],
//! [`lifecycle`] and [`picture`] need a page.

pub mod channel;
pub mod clipboard;
pub mod clock;
pub mod codec;
pub mod compress;
pub mod db;
pub mod decode;
pub mod download;
pub mod file;
pub mod lifecycle;
pub mod lock;
pub mod number;
pub mod parts;
pub mod picture;
pub mod saver;
pub mod storage;
pub mod tabs;
mod text;
pub mod unicode;
pub mod worker;

/// Timers, in callback and in `await` form; they are cancelled on drop.
pub use gloo_timers as timers;
