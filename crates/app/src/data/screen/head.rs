//! One snapshot: where it came from, what was read, and what can be done with it.

use super::date_change::DateChange;
use super::delete::Delete;
use crate::hooks::use_state_eq;
use crate::markup::html;
use crate::parts::{FileButton, Icon, IconName, focus_soon};
use crate::shell::ACCEPT;
use crate::state::{SessionAction, use_actions};
use crate::text::use_text;
use engine::message::SnapshotInfo;
use std::rc::Rc;
use table::SnapshotId;
use web_sys::File;
use yew::prelude::*;

/// Properties of [`Head`].
#[derive(Properties, PartialEq)]
pub struct HeadProps {
    /// The snapshot.
    pub info: Rc<SnapshotInfo>,
    /// Whether the whole product shows it.
    pub as_of: bool,
    /// Whether this tab may change anything.
    pub writable: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    Date,
    Delete,
}

/// The id of the button that opens a form.
fn button_id(open: Open, snapshot: SnapshotId) -> String {
    let what = if open == Open::Delete { "delete" } else { "date" };
    format!("snapshot-{what}-{}", snapshot.0)
}

/// The head of one snapshot.
#[component]
pub fn Head(props: &HeadProps) -> Html {
    let text = use_text();
    let actions = use_actions();
    let open = use_state_eq(|| Open::Nothing);
    let info = &props.info;
    let id = info.id;
    let set = |to: Open| {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(if *open == to { Open::Nothing } else { to }))
    };
    // The focus goes back to the button that opened the form. A snapshot that was deleted has none,
    // and the screen gives the focus to its heading.
    let close = {
        let open = open.clone();
        Callback::from(move |()| {
            focus_soon(button_id(*open, id));
            open.set(Open::Nothing);
        })
    };
    let replace = {
        let actions = actions.clone();
        Callback::from(move |files: Vec<File>| {
            actions.take_files(files.into_iter().take(1).collect(), Some(id));
        })
    };
    let show = Callback::from(move |_: MouseEvent| actions.session(SessionAction::AsOf(Some(id))));
    let args = [
        ("read", info.rows.into()),
        ("rejected", info.rejected.into()),
        ("above", info.above.into()),
        ("records", (info.rows + info.rejected + info.above).into()),
    ];
    // made data has a name and no size
    let source = match info.source.bytes {
        0 => info.source.file.clone(),
        bytes => format!("{} · {}", info.source.file, text.bytes(bytes)),
    };
    let sum = match (info.rejected, info.above) {
        (0, 0) => "data-all-read",
        (_, 0) => "data-read-and-rejected",
        _ => "data-read-and-above",
    };
    html! {
        <section class="snapshot-head" aria-labelledby="snapshot-title">
            <div class="snapshot-words">
                <h2 id="snapshot-title" data-testid="snapshot-title">{ text.date(info.date) }</h2>
                <p class="quiet">{ source }</p>
                <p data-testid="snapshot-sum">{ text.with(sum, &args) }</p>
            </div>
            <div class="snapshot-actions">
                if !props.as_of {
                    <button key="show" class="button" type="button" onclick={show}>{ text.t("data-show-everywhere") }</button>
                }
                if props.writable {
                    <div key="change" class="snapshot-actions">
                        <FileButton label={text.t("data-replace")} accept={ACCEPT} on_files={replace} />
                        <button
                            class="button" type="button" id={button_id(Open::Date, id)} onclick={set(Open::Date)}
                            aria-expanded={(*open == Open::Date).to_string()}
                        ><Icon name={IconName::Calendar} />{ text.t("data-change-date") }</button>
                        <button
                            class="button danger" type="button" id={button_id(Open::Delete, id)} onclick={set(Open::Delete)}
                            aria-expanded={(*open == Open::Delete).to_string()}
                        ><Icon name={IconName::Trash} />{ text.t("data-delete") }</button>
                    </div>
                }
            </div>
            <div class="snapshot-open">
                if *open == Open::Date {
                    <DateChange key="date" info={info.clone()} onclose={close.clone()} />
                } else if *open == Open::Delete {
                    <Delete key="delete" info={info.clone()} onclose={close} />
                }
            </div>
        </section>
    }
}
