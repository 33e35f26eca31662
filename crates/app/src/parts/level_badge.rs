//! A level: its colour always stands with its label.

use crate::markup::html;
use crate::text::Text;
use score::Levels;
use yew::prelude::*;

/// The name of a level (0 is the lowest): what the user called it, else "Lv1" ….
pub fn level_name(levels: &Levels, level: usize) -> AttrValue {
    match levels.names.get(level) {
        Some(name) if !name.is_empty() => format!("Lv{} {name}", level + 1).into(),
        _ => format!("Lv{}", level + 1).into(),
    }
}

/// A level's colour and short label: 0 is the lowest, `None` is unscored.
pub fn level_badge(text: &Text, level: Option<u8>) -> Html {
    let words = level.map_or_else(
        || text.t("level-none"),
        |level| AttrValue::from(format!("Lv{}", u32::from(level) + 1)),
    );
    html! { <span class="level-badge" data-level={level.map(|l| l.to_string())}>{ words }</span> }
}
