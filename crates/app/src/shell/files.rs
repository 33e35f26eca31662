//! Files that are dropped anywhere on the window, or chosen.

use crate::hooks::{use_effect_with, use_state_eq};
use crate::markup::html;
use crate::out::{is_picture, open_picture};
use crate::parts::{Icon, IconName, files_of};
use crate::state::{Actions, use_actions};
use crate::text::use_text;
use crate::workspace::{Workspaces, is_workspace_file, use_workspaces};
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, File};
use yew::prelude::*;

/// What a file input of the product takes.
pub const ACCEPT: &str = ".csv,.tsv,.txt,.tab,.sodachi,.svg";

/// Takes files wherever they came from to where they belong: a workspace file is opened as a
/// workspace of its own, a picture of a canvas or KPI tree adds it, tables of accounts go to the wizard. Of several workspace files the first
/// is opened, and only that: what else came along would land in a workspace that is left.
pub fn take_any_files(actions: &Actions, workspaces: Option<&Workspaces>, files: Vec<File>) {
    let (pictures, files): (Vec<File>, Vec<File>) =
        files.into_iter().partition(|f| is_picture(&f.name()));
    pictures.into_iter().for_each(|file| open_picture(actions, file));
    let (whole, tables): (Vec<File>, Vec<File>) =
        files.into_iter().partition(|f| is_workspace_file(&f.name()));
    match (whole.into_iter().next(), workspaces) {
        (Some(file), Some(workspaces)) => workspaces.read_file(file),
        _ => actions.take_files(tables, None),
    }
}

/// What is done about one kind of drag event.
type OnDrag = Box<dyn Fn(&DragEvent, &DataTransfer)>;

/// Covers the window while files are dragged over it, and takes them when they are dropped.
#[component]
pub(super) fn DropEverywhere() -> Html {
    let text = use_text();
    let actions = use_actions();
    let workspaces = use_workspaces();
    let over = use_state_eq(|| false);
    {
        let over = over.clone();
        use_effect_with((), move |()| {
            let window = gloo::utils::window();
            // Entering a child and leaving its parent come in either order, so they are counted.
            let depth = Rc::new(Cell::new(0_u32));
            let listen = |name: &'static str, f: OnDrag| {
                let options = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&window, name, options, move |e| {
                    let Some(drag) = e.dyn_ref::<DragEvent>() else { return };
                    if let Some(data) = drag.data_transfer().filter(has_files) {
                        drag.prevent_default();
                        f(drag, &data);
                    }
                })
            };
            let listeners = [
                listen("dragenter", {
                    let (depth, over) = (depth.clone(), over.clone());
                    Box::new(move |_, _| {
                        depth.set(depth.get() + 1);
                        over.set(true);
                    })
                }),
                listen("dragover", Box::new(|_, data| data.set_drop_effect("copy"))),
                listen("dragleave", {
                    let (depth, over) = (depth.clone(), over.clone());
                    Box::new(move |_, _| {
                        depth.set(depth.get().saturating_sub(1));
                        over.set(depth.get() > 0);
                    })
                }),
                listen(
                    "drop",
                    Box::new(move |_, data| {
                        depth.set(0);
                        over.set(false);
                        take_any_files(&actions, workspaces.as_ref(), files_of(data.files()));
                    }),
                ),
            ];
            move || drop(listeners)
        });
    }
    html! {
        <div class="drop-everywhere" hidden={!*over} aria-hidden="true">
            <p><Icon name={IconName::Upload} /><span>{ text.t("drop-here") }</span></p>
        </div>
    }
}

fn has_files(data: &DataTransfer) -> bool {
    data.types().iter().any(|t| t.as_string().as_deref() == Some("Files"))
}
