//! The workspace as it is kept: opened, saved, followed in other tabs, listed, written to a file.
//!
//! `keeper` ties the document on the desk to the browser's database; `workspaces` is what the user can do;
//! `state` is what screens see. Nothing here knows what is in a document.

mod badge;
mod banner;
mod keeper;
mod library;
mod list;
mod problems;
mod provider;
mod state;
mod storage_panel;
mod stored;
mod tab;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
mod transfer;
mod words;
mod workspaces;

pub use badge::SavedBadge;
pub use banner::WorkspaceBanner;
pub use list::WorkspaceList;
pub use provider::WorkspaceProvider;
pub use state::use_workspace;
pub use storage_panel::StoragePanel;
pub use transfer::is_workspace_file;
pub use workspaces::{Workspaces, use_workspaces};
