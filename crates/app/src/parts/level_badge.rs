//! A level: its colour always stands with its label.

use crate::text::use_text;
use score::Levels;
use yew::prelude::*;

/// The name of a level (0 is the lowest): what the user called it, else "Lv1" ….
pub fn level_name(levels: &Levels, level: usize) -> AttrValue {
    match levels.names.get(level) {
        Some(name) if !name.is_empty() => format!("Lv{} {name}", level + 1).into(),
        _ => format!("Lv{}", level + 1).into(),
    }
}

/// Properties of [`LevelBadge`].
#[derive(Properties, PartialEq)]
pub struct LevelBadgeProps {
    /// 0 is the lowest; `None` is unscored.
    pub level: Option<u8>,
}

/// A level's colour and short label.
#[component]
pub fn LevelBadge(props: &LevelBadgeProps) -> Html {
    let text = use_text();
    match props.level {
        Some(level) => html! {
            <span class="level-badge" data-level={level.to_string()}>{ format!("Lv{}", level + 1) }</span>
        },
        None => html! { <span class="level-badge">{ text.t("level-none") }</span> },
    }
}
