//! Which workspace this tab had open, over a reload.

/// Where the tab remembers it.
const TAB_KEY: &str = "workspace";

/// The workspace that this tab had open before a reload.
pub(super) fn tab_workspace() -> Option<String> {
    gloo::utils::window().session_storage().ok().flatten()?.get_item(TAB_KEY).ok()?
}

/// Remembers the workspace for a reload.
pub(super) fn remember_in_tab(id: &str) {
    if let Ok(Some(store)) = gloo::utils::window().session_storage() {
        // A profile that stores nothing opens the last workspace instead.
        let _ = store.set_item(TAB_KEY, id);
    }
}
