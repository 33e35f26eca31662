//! Where accounts stand on a journey: stages with an entry condition each, and checkpoints that are passed
//! or not.
//!
//! Conditions come in as [`Truths`], one bit a row, so that counting is a matter of a few words at a time.
//! An account stands at the furthest stage whose entry condition holds for it. Nobody is lost: those at the
//! stages, those at none and those of whom it cannot be told are all accounts of the kind.

mod accounts;
mod checkpoint;
mod course;
mod days;
mod figures;
#[doc(hidden)]
pub mod reference;
mod register;
mod standing;
mod truths;
mod value;

pub use accounts::{Backgrounds, StageAccounts};
pub use checkpoint::{Lift, MOST_PASS, Passing, Verdict, lift, passing, passing_by, verdict};
pub use course::{Course, Pace};
pub use days::{Days, DaysToPass};
pub use figures::{CheckpointFigures, JourneyFigures, StageFigures};
pub use register::Register;
pub use standing::{Standing, moves};
pub use truths::{Groups, Truths};
pub use value::{TimeToValue, ValueClock};
