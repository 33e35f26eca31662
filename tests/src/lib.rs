//! The product in a real browser: a harness for end-to-end tests and the gallery.
//!
//! A test gets a [`Browser`] of its own: a new driver, an empty profile, a server that hands out
//! `dist/`. Whatever a test is about, it fails as well when the page logs an error or asks another
//! machine for anything.

mod axe;
mod browser;
mod driver;
mod files;
mod memory;
mod page;
mod product;
mod session;
mod settle;
mod trap;

pub use axe::Violation;
pub use browser::{Browser, Language, Options, Theme};
pub use files::{real, two_months};
pub use page::Keys;
pub use product::SCREENS;
pub use session::{attend, run, run_with};

/// What a step of a test returns; the error is a sentence.
pub type Result<T = ()> = std::result::Result<T, Failure>;

/// Why a test failed.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// A failure from a sentence.
pub fn failure(text: impl Into<String>) -> Failure {
    text.into().into()
}
