//! Room in use, safety from clearing, and the workspace as a file.

use super::state::use_workspace;
use super::workspaces::use_workspaces;
use crate::markup::html;
use crate::parts::use_unique_id;
use crate::text::use_text;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Where the data lies and how to take it along.
#[component]
pub fn StoragePanel() -> Html {
    let text = use_text();
    let workspace = use_workspace();
    let workspaces = use_workspaces();
    let picker = use_node_ref();
    let heading = use_unique_id("storage");
    let save = {
        let (workspaces, untitled) = (workspaces.clone(), text.t("workspace-untitled"));
        Callback::from(move |_: MouseEvent| {
            if let Some(workspaces) = &workspaces {
                workspaces.save_file(&untitled);
            }
        })
    };
    let pick = {
        let picker = picker.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = picker.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let picked = {
        let workspaces = workspaces.clone();
        Callback::from(move |e: Event| {
            let input = e.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            let Some(input) = input else { return };
            let file = input.files().and_then(|files| files.get(0));
            // So that the same file can be chosen once more.
            input.set_value("");
            if let (Some(workspaces), Some(file)) = (&workspaces, file) {
                workspaces.read_file(file);
            }
        })
    };
    let persist = Callback::from(move |_: MouseEvent| {
        if let Some(workspaces) = &workspaces {
            workspaces.persist();
        }
    });
    let room = workspace.room.map(|room| {
        let (used, quota) = (room.used.max(0.0), room.quota.max(1.0));
        let args = [
            ("used", text.bytes(used as u64).into()),
            ("quota", text.bytes(quota as u64).into()),
        ];
        html! {
            <p>
                <meter min="0" max={quota.to_string()} value={used.to_string()} high={(quota * 0.8).to_string()} aria-label={text.t("storage-room-label")} />
                <span>{ text.with("storage-room", &args) }</span>
            </p>
        }
    });
    html! {
        <section class="storage-panel" aria-labelledby={heading.clone()}>
            <h2 id={heading}>{ text.t("storage-heading") }</h2>
            <div class="storage-room">{ room.unwrap_or_default() }</div>
            <div class="storage-safe">
                if workspace.persisted {
                    <p>{ text.t("storage-persisted") }</p>
                } else {
                    <p>{ text.t("storage-not-persisted") }</p>
                    <button class="button" type="button" onclick={persist}>{ text.t("storage-persist") }</button>
                }
            </div>
            <div class="storage-files">
                <button class="button" type="button" onclick={save}>{ text.t("workspace-save-file") }</button>
                <button class="button" type="button" onclick={pick}>{ text.t("workspace-read-file") }</button>
                <input
                    ref={picker} class="hidden-visually" type="file" accept=".sodachi" tabindex="-1"
                    aria-label={text.t("workspace-read-file")} onchange={picked}
                />
            </div>
        </section>
    }
}
