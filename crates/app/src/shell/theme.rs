//! Light and dark. `www/boot.js` does the same before the app is there, so that nothing flashes.

use crate::hooks::{use_callback, use_effect_with, use_memo, use_state_eq};
use crate::parts::{store, stored};
use gloo::events::EventListener;
use yew::prelude::*;

/// What the user chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// What is on the screen. Charts read the tokens' colours and follow the attribute `data-theme`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shade {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// As it is stored, and as the part of message ids after `theme-`.
    pub fn key(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a key; anything unknown is the system's.
    pub fn of_key(key: &str) -> Self {
        Self::ALL.into_iter().find(|t| t.key() == key).unwrap_or_default()
    }
}

/// The theme and how to change it. Keeps the page's `data-theme`.
#[hook]
pub(super) fn use_theme() -> (Theme, Callback<Theme>) {
    let theme = use_state_eq(|| Theme::of_key(&stored("theme").unwrap_or_default()));
    let system = use_state_eq(system_shade);
    {
        let system = system.clone();
        use_effect_with((), move |()| {
            let query = gloo::utils::window().match_media(DARK).ok().flatten();
            let listener = query
                .map(|q| EventListener::new(&q, "change", move |_| system.set(system_shade())));
            move || drop(listener)
        });
    }
    let shade = match *theme {
        Theme::System => *system,
        Theme::Light => Shade::Light,
        Theme::Dark => Shade::Dark,
    };
    use_memo(shade, |shade| {
        let name = if *shade == Shade::Dark { "dark" } else { "light" };
        if let Some(root) = gloo::utils::document().document_element() {
            // An attribute of our own page cannot be refused.
            let _ = root.set_attribute("data-theme", name);
        }
    });
    let set = {
        let theme = theme.clone();
        use_callback((), move |t: Theme, ()| {
            store("theme", t.key());
            theme.set(t);
        })
    };
    (*theme, set)
}

const DARK: &str = "(prefers-color-scheme: dark)";

fn system_shade() -> Shade {
    let dark = gloo::utils::window().match_media(DARK).ok().flatten().is_some_and(|q| q.matches());
    if dark { Shade::Dark } else { Shade::Light }
}

/// Keeps the page's `data-levels`: the tokens give so many levels the colours that lie furthest apart.
#[hook]
pub(super) fn use_level_steps(levels: usize) {
    use_memo(levels, |levels| {
        if let Some(root) = gloo::utils::document().document_element() {
            // An attribute of our own page cannot be refused.
            let _ = root.set_attribute("data-levels", &levels.to_string());
        }
    });
}
