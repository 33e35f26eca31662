//! The data of the workspace: snapshots on a time line; the columns and the quality of one of them.

mod column_form;
mod column_row;
mod columns;
mod damaged;
mod date_change;
mod delete;
mod diagnostics;
mod empty;
mod head;
mod line;
mod quality;
mod shape;

pub use damaged::damaged;
pub use empty::Empty;

use crate::hooks::{use_callback, use_effect_with, use_state_eq};
use crate::markup::html;
use crate::parts::{FileButton, focus_is_lost};
use crate::shell::ACCEPT;
use crate::state::{use_actions, use_document, use_session};
use crate::text::use_text;
use columns::Columns;
use head::Head;
use line::Line;
use quality::Quality;
use std::rc::Rc;
use table::SnapshotId;
use web_sys::{File, HtmlElement};
use yew::prelude::*;

/// Snapshots, and one of them in detail.
#[component]
pub fn Snapshots() -> Html {
    let text = use_text();
    let actions = use_actions();
    let session = use_session();
    let writable = use_document().writable;
    let chosen = use_state_eq(|| None::<SnapshotId>);
    let as_of = session.as_of().map(|s| s.id);
    let shown = (*chosen)
        .and_then(|id| session.snapshots.iter().find(|s| s.id == id))
        .or_else(|| session.as_of());
    let title = use_node_ref();
    {
        // what had the focus may be gone: the wizard, or a snapshot that was deleted
        let title = title.clone();
        use_effect_with(session.revision, move |_| {
            if let (true, Some(heading)) = (focus_is_lost(), title.cast::<HtmlElement>()) {
                // an element of our own page can be focused
                let _ = heading.focus();
            }
        });
    }
    let onselect = {
        let chosen = chosen.clone();
        use_callback((), move |id: SnapshotId, ()| chosen.set(Some(id)))
    };
    let onfiles =
        use_callback(actions, |files: Vec<File>, actions| actions.take_files(files, None));
    html! {
        <div class="data-screen">
            <header class="data-head">
                <h1 ref={title} tabindex="-1">{ text.t("area-data") }</h1>
                <div>
                    if writable {
                        <FileButton
                            label={text.t("data-add-files")} multiple=true class="primary" accept={ACCEPT} on_files={onfiles}
                            testid="data-files"
                        />
                    }
                </div>
            </header>
            <Line
                snapshots={session.snapshots.clone()} {as_of} shown={shown.map(|s| s.id)} {onselect}
            />
            if let Some(info) = shown {
                <div class="data-one" key={info.id.0}>
                    <Head info={Rc::new(info.clone())} as_of={as_of == Some(info.id)} {writable} />
                    <Columns info={Rc::new(info.clone())} {writable} />
                    <Quality info={Rc::new(info.clone())} />
                </div>
            }
        </div>
    }
}
