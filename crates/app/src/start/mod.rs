//! First visit: one sentence, three ways in. And how to check that nothing leaves this computer.

mod picture;
mod privacy;
mod welcome;

pub use privacy::PrivacyScreen;
pub use welcome::StartScreen;
