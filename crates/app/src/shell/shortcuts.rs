//! Shortcuts that work on every screen, and the sheet that shows them.

use super::Overlay;
use crate::hooks::{use_effect_with, use_state_eq};
use crate::markup::html;
use crate::parts::{Dialog, command, composing, key_words, store, stored, typing, undo_in_field};
use crate::state::use_actions;
use crate::text::use_text;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Listens for the shortcuts as long as the shell is there.
#[hook]
pub(super) fn use_shortcuts(open: Callback<Overlay>) {
    let actions = use_actions();
    use_effect_with(open, move |open| {
        let open = open.clone();
        let window = gloo::utils::window();
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&window, "keydown", options, move |e| {
            let Some(e) = e.dyn_ref::<KeyboardEvent>() else { return };
            if e.default_prevented() || composing(e) || dialog_open() {
                return;
            }
            match (command(e), e.key().to_ascii_lowercase().as_str()) {
                (true, "k") => open.emit(Overlay::Palette),
                // In a field, undo belongs to what is being typed.
                (true, "z") if !undo_in_field(e) && e.shift_key() => actions.redo(),
                (true, "z") if !undo_in_field(e) => actions.undo(),
                (true, "y") if !undo_in_field(e) => actions.redo(),
                (false, "?") if !typing(e) && single_keys() => open.emit(Overlay::Keys),
                _ => return,
            }
            e.prevent_default();
        });
        move || drop(listener)
    });
}

/// Behind a modal dialog, nothing hears keys.
fn dialog_open() -> bool {
    gloo::utils::document().query_selector("dialog[open]").ok().flatten().is_some()
}

/// Whether shortcuts of a single character are on (WCAG 2.1.4 wants a way to turn them off).
fn single_keys() -> bool {
    stored("single-keys").as_deref() != Some("off")
}

/// The keys of the product: what they do (a message id) and the keys, `Mod` being Ctrl or ⌘.
const SHEET: [(&str, &[(&str, &str)]); 6] = [
    (
        "keys-everywhere",
        &[
            ("keys-palette", "Mod K"),
            ("keys-undo", "Mod Z"),
            ("keys-redo", "Mod Shift Z"),
            ("keys-sheet", "?"),
            ("keys-close", "Esc"),
        ],
    ),
    (
        "keys-numbers",
        &[
            ("keys-step", "↑ ↓"),
            ("keys-ten-steps", "Shift ↑ ↓"),
            ("keys-keep", "Enter"),
            ("keys-give-up", "Esc"),
        ],
    ),
    (
        "keys-kpi",
        &[
            ("kpi-add", "Enter"),
            ("kpi-add-child", "Mod Enter"),
            ("kpi-indent", "Tab"),
            ("kpi-outdent", "Shift Tab"),
            ("keys-kpi-move", "Alt ↑ ↓"),
            ("keys-kpi-fold", "← →"),
            ("kpi-rename", "F2"),
            ("keys-kpi-leave", "Esc"),
        ],
    ),
    (
        "keys-canvas",
        &[
            ("keys-canvas-add", "Enter"),
            ("keys-canvas-write", "Enter F2"),
            ("keys-canvas-walk", "↑ ↓ ← →"),
            ("keys-canvas-carry", "Alt ↑ ↓ ← →"),
            ("keys-canvas-extend", "Shift ↑ ↓"),
            ("keys-canvas-colour", "1 … 6"),
            ("keys-canvas-vote", "+ −"),
            ("strategy-remove", "Delete"),
        ],
    ),
    (
        "keys-journey",
        &[("keys-journey-stretch", "Alt Shift → ←"), ("keys-journey-felt", "↑ ↓ ← →")],
    ),
    ("keys-places", &[("keys-resize", "← →"), ("keys-rows", "↑ ↓"), ("keys-open", "Enter")]),
];

/// Properties of [`KeySheet`].
#[derive(PartialEq, Properties)]
pub(super) struct KeySheetProps {
    /// The user wants it gone.
    pub(super) on_close: Callback<()>,
}

/// The sheet of keys.
#[component]
pub(super) fn KeySheet(props: &KeySheetProps) -> Html {
    let text = use_text();
    let on = use_state_eq(single_keys);
    let onchange = {
        let on = on.clone();
        Callback::from(move |_: Event| {
            store("single-keys", if *on { "off" } else { "on" });
            on.set(!*on);
        })
    };
    html! {
        <Dialog title={text.t("keys-title")} class="key-sheet" on_close={props.on_close.clone()}>
            <div class="key-groups">
                for (group, keys) in SHEET {
                    <section key={group}>
                        <h3>{ text.t(group) }</h3>
                        <dl>
                            for (what, keys) in keys.iter().copied() {
                                <div key={what}>
                                    <dt>{ text.t(what) }</dt>
                                    <dd>
                                        for key in keys.split(' ') {
                                            <kbd key={key}>{ key_words(key) }</kbd>
                                        }
                                    </dd>
                                </div>
                            }
                        </dl>
                    </section>
                }
            </div>
            <label class="check">
                <input type="checkbox" checked={*on} {onchange} />
                <span>{ text.t("keys-single") }</span>
            </label>
        </Dialog>
    }
}
