//! Saved, saving, failed: always visible.

use super::StoragePanel;
use super::state::{Phase, use_workspace};
use super::words::storage_words;
use super::workspaces::use_workspaces;
use crate::hooks::{use_effect_with, use_state_eq};
use crate::markup::html;
use crate::parts::{Icon, IconName};
use crate::text::use_text;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web::saver::SaveState;
use web_sys::Element;
use yew::prelude::*;

/// How long saving takes before it is worth a word, in milliseconds: most of it is over sooner.
const QUIET_MS: u32 = 400;

/// The panel that the state of saving opens.
const STORAGE: &str = "saved-storage";

/// The state of saving in one word, with what to do when it failed. A click on it tells where the data
/// lies and takes it along as a file.
#[component]
pub fn SavedBadge() -> Html {
    let text = use_text();
    let workspace = use_workspace();
    let workspaces = use_workspaces();
    let slow = use_state_eq(|| false);
    let open = use_state_eq(|| false);
    let saving = matches!(workspace.save, SaveState::Saving(_));
    {
        let slow = slow.clone();
        use_effect_with(saving, move |saving| {
            let timeout = saving.then(|| {
                let slow = slow.clone();
                Timeout::new(QUIET_MS, move || slow.set(true))
            });
            if !saving {
                slow.set(false);
            }
            move || drop(timeout)
        });
    }
    let load_again = workspace.data_missing;
    let retry = Callback::from(move |_: MouseEvent| match &workspaces {
        Some(workspaces) if load_again => workspaces.load_again(),
        Some(workspaces) => workspaces.retry(),
        None => {}
    });
    let (state, icon, words) = match (&workspace.phase, &workspace.save) {
        (_, SaveState::Failed { pending, .. }) => {
            let words = text.with("saved-failed", &[("count", (*pending).into())]);
            ("failed", IconName::Warning, words)
        }
        (Phase::Failed(_), _) => ("failed", IconName::Warning, text.t("saved-not")),
        (Phase::Opening, _) => ("opening", IconName::Folder, text.t("saved-opening")),
        _ if load_again => ("failed", IconName::Warning, text.t("saved-data-missing")),
        (Phase::Following, _) => ("following", IconName::Lock, text.t("saved-following")),
        (Phase::Writing, SaveState::Saving(_)) if *slow => {
            ("saving", IconName::Up, text.t("saved-saving"))
        }
        (Phase::Writing, _) => ("saved", IconName::Check, text.t("saved-saved")),
    };
    let reason = match &workspace.save {
        SaveState::Failed { reason, .. } => Some(storage_words(&text, reason)),
        _ => None,
    };
    // The panel is there only while it is seen: the privacy page has the same one.
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |e: Event| {
            let panel = e.target().and_then(|t| t.dyn_into::<Element>().ok());
            open.set(panel.is_some_and(|p| p.matches(":popover-open").unwrap_or(false)));
        })
    };
    html! {
        <span class="saved-badge" data-state={state}>
            <button
                type="button" class="saved-state" popovertarget={STORAGE} aria-haspopup="dialog"
                title={reason.clone().unwrap_or_else(|| text.t("storage-heading"))}
            >
                <Icon name={icon} /><span>{ words.clone() }</span>
            </button>
            <div
                id={STORAGE} class="explanation saved-storage" popover="auto" role="dialog"
                aria-label={text.t("storage-heading")} {ontoggle}
            >
                if *open {
                    <p class="saved-words">{ reason.clone().unwrap_or(words) }</p>
                    <p>{ (state == "saved").then(|| text.t("saved-saved.hint")) }</p>
                    <StoragePanel />
                }
            </div>
            <span role="alert" class="saved-reason">{ reason.clone() }</span>
            <span>
                if reason.is_some() || load_again {
                    <button class="button plain" type="button" onclick={retry}>
                        { text.t(if load_again { "saved-load-again" } else { "saved-retry" }) }
                    </button>
                }
            </span>
        </span>
    }
}
