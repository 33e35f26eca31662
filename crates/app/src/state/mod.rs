//! What the whole product shares: the session (snapshots, what is on show), the workspace document,
//! and the actions that change them.

mod actions;
mod document;
mod hand;
mod session;

pub use actions::{Actions, use_actions};
pub use document::{Desk, DocumentState, Sink, use_document};
pub use hand::Hand;
pub use session::{Notice, Session, SessionAction, Work, use_session};

/// Today, where the user is.
pub fn today() -> table::Day {
    let (year, month, day) = web::clock::today();
    table::Day::from_ymd(year, month, day).unwrap_or(table::Day(0))
}
