//! Small things that this browser remembers about the user's taste: language, theme, widths. Never
//! data of a workspace. A profile that stores nothing simply forgets them.

/// What was stored under a name.
pub fn stored(name: &str) -> Option<String> {
    gloo::utils::window().local_storage().ok().flatten()?.get_item(name).ok()?
}

/// Stores under a name.
pub fn store(name: &str, value: &str) {
    if let Ok(Some(storage)) = gloo::utils::window().local_storage() {
        // A full or forbidden store loses a taste, not data.
        let _ = storage.set_item(name, value);
    }
}
