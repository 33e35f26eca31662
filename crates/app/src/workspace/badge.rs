//! Saved, saving, failed: always visible.

use super::state::{Phase, use_workspace};
use super::words::storage_words;
use super::workspaces::use_workspaces;
use crate::parts::{Icon, IconName};
use crate::text::use_text;
use gloo::timers::callback::Timeout;
use web::saver::SaveState;
use yew::prelude::*;

/// How long saving takes before it is worth a word, in milliseconds: most of it is over sooner.
const QUIET_MS: u32 = 400;

/// The state of saving in one word, with what to do when it failed.
#[component]
pub fn SavedBadge() -> Html {
    let text = use_text();
    let workspace = use_workspace();
    let workspaces = use_workspaces();
    let slow = use_state_eq(|| false);
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
    html! {
        <span class="saved-badge" data-state={state}>
            <span class="saved-state" title={reason.clone()}>
                <Icon name={icon} /><span>{ words }</span>
            </span>
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
