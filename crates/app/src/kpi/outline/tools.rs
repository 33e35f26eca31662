//! Buttons for all that the keys of the outline do.

use super::keys::Command;
use crate::kpi::area::Area;
use crate::markup::html;
use crate::parts::{Icon, IconName, key_words};
use crate::text::Text;
use plan::OutlineMove;
use yew::prelude::*;

/// The buttons above the outline. `run` carries a command out.
pub fn tools(area: &Area, text: &Text, run: &Callback<Command>) -> Html {
    let selected = area.stand.selected.filter(|_| area.selected().is_some());
    let writable = area.hand.writable;
    let can = |step| {
        writable
            && selected.is_some_and(|id| area.hand.ask(|d| d.move_kpi_node(id, step).is_some()))
    };
    let button = |command: Command, icon, label: &str, keys: &str, able: bool, words: bool| {
        let label = text.t(label);
        let title = if keys.is_empty() {
            label.to_string()
        } else {
            format!("{label} ({})", key_words(keys))
        };
        html! {
            <button
                class={classes!("button", "plain", (!words).then_some("icon"))} type="button" {title}
                aria-label={(!words).then(|| label.clone())} disabled={!able}
                onclick={run.reform(move |_: MouseEvent| command)}
            >
                <Icon name={icon} />
                <span>{ words.then_some(label) }</span>
            </button>
        }
    };
    let has = writable && selected.is_some();
    html! {
        <div class="kpi-tools" role="group" aria-label={text.t("kpi-tools")}>
            { button(Command::Sibling, IconName::Plus, "kpi-add", "Enter", writable, true) }
            { button(Command::Child, IconName::Branch, "kpi-add-child", "Mod+Enter", has, true) }
            <span class="kpi-tools-gap" />
            { button(Command::Outdent, IconName::Outdent, "kpi-outdent", "Shift+Tab", can(OutlineMove::Outdent), false) }
            { button(Command::Indent, IconName::Indent, "kpi-indent", "Tab", can(OutlineMove::Indent), false) }
            { button(Command::Up, IconName::Up, "kpi-up", "Alt+↑", can(OutlineMove::Up), false) }
            { button(Command::Down, IconName::Down, "kpi-down", "Alt+↓", can(OutlineMove::Down), false) }
            <span class="kpi-tools-gap" />
            { button(Command::Write, IconName::Pencil, "kpi-rename", "F2", has, false) }
            { button(Command::Delete, IconName::Trash, "kpi-delete", "Delete", has, false) }
        </div>
    }
}
