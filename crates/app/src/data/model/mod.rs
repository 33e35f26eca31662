//! What the data screen decides, without a browser: roles, remembered mappings, checks, the time line.

mod checks;
mod column;
mod draft;
mod mapping;
mod outline;
mod timeline;

pub use checks::{Check, Known, checks};
pub use column::{Edited, cycle, derived, edit, give_up};
pub use draft::{DateOrigin, Draft, DraftChange};
pub use mapping::{keep_numbers, overrides_of, remember};
pub use outline::outline;
pub use timeline::time_line;
