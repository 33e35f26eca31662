//! What the data screen decides, without a browser: roles, remembered mappings, checks, the time line.

mod checks;
mod draft;
mod mapping;
mod outline;
mod timeline;

pub use checks::{Check, Known, checks};
pub use draft::{DateOrigin, Draft, DraftChange};
pub use mapping::{overrides_of, remember};
pub use outline::outline;
pub use timeline::time_line;
