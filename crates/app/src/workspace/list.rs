//! The workspaces of this browser: open, new, rename, delete.

use super::state::use_workspace;
use super::words::name_words;
use super::workspaces::use_workspaces;
use crate::hooks::{UseStateHandle, use_effect_with, use_state_eq};
use crate::markup::html;
use crate::parts::{Icon, IconName, composing, focus_is_lost, focus_soon};
use crate::shell::focus_heading;
use crate::text::{Text, use_text};
use gloo::timers::callback::Timeout;
use table::Day;
use web::db::Workspace;
use web_sys::HtmlInputElement;
use yew::prelude::*;

const HEADING: &str = "workspaces-heading";

/// What is being done to one entry.
#[derive(Clone, Debug, PartialEq)]
enum Doing {
    Nothing,
    Renaming(String),
    Deleting(String),
}

impl Doing {
    /// The id of the button that began it.
    fn button_id(&self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Renaming(id) => format!("workspace-rename-{id}"),
            Self::Deleting(id) => format!("workspace-delete-{id}"),
        }
    }

    /// Ends it: the focus goes back to the button that began it.
    fn end(doing: &UseStateHandle<Self>) {
        focus_soon(doing.button_id());
        doing.set(Self::Nothing);
    }
}

/// The list, the one changed last first. The open one is marked.
#[component]
pub fn WorkspaceList() -> Html {
    let text = use_text();
    let workspace = use_workspace();
    let workspaces = use_workspaces();
    let doing = use_state_eq(|| Doing::Nothing);
    let create = {
        let workspaces = workspaces.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(workspaces) = &workspaces {
                workspaces.create("");
            }
        })
    };
    // With the last entry but one goes the list, and with it the focus.
    use_effect_with((), |()| {
        || {
            Timeout::new(0, || {
                if focus_is_lost() {
                    focus_heading();
                }
            })
            .forget();
        }
    });
    html! {
        <section class="workspace-list" aria-labelledby="workspaces-heading">
            <header>
                <h2 id={HEADING} tabindex="-1">{ text.t("workspaces-heading") }</h2>
                <button class="button" type="button" onclick={create}>
                    <Icon name={IconName::Plus} /><span>{ text.t("workspace-new") }</span>
                </button>
            </header>
            <ul>
                for row in workspace.list.iter() {
                    <Entry
                        key={row.id.clone()} row={row.clone()} doing={doing.clone()}
                        open={workspace.id.as_deref() == Some(row.id.as_str())}
                    />
                }
            </ul>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct EntryProps {
    row: Workspace,
    doing: UseStateHandle<Doing>,
    open: bool,
}

#[component]
fn Entry(props: &EntryProps) -> Html {
    let EntryProps { row, doing, open } = props;
    let text = use_text();
    let name = name_words(&text, &row.name);
    let body = match &**doing {
        Doing::Renaming(id) if *id == row.id => {
            html! { <Rename row={row.clone()} doing={doing.clone()} /> }
        }
        Doing::Deleting(id) if *id == row.id => {
            html! { <Delete row={row.clone()} doing={doing.clone()} /> }
        }
        _ => html! { <Plain row={row.clone()} doing={doing.clone()} open={*open} /> },
    };
    html! { <li aria-label={name} aria-current={open.then_some("true")}>{ body }</li> }
}

#[component]
fn Plain(props: &EntryProps) -> Html {
    let EntryProps { row, doing, open } = props;
    let text = use_text();
    let workspaces = use_workspaces();
    let name = name_words(&text, &row.name);
    let onclick = {
        let id = row.id.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(workspaces) = &workspaces {
                workspaces.open(&id);
            }
        })
    };
    let begin = |next: Doing| {
        let doing = doing.clone();
        Callback::from(move |_: MouseEvent| doing.set(next.clone()))
    };
    let about = |id: &str| text.with(id, &[("name", (&name).into())]);
    html! {
        <div class="workspace-entry">
            <button class="button plain workspace-open" type="button" disabled={*open} {onclick}>
                <strong>{ name.clone() }</strong>
                <span class="quiet small">{ details(&text, row, *open) }</span>
            </button>
            <button
                class="button plain icon" type="button" aria-label={about("workspace-rename")}
                title={about("workspace-rename")} id={Doing::Renaming(row.id.clone()).button_id()}
                onclick={begin(Doing::Renaming(row.id.clone()))}
            ><Icon name={IconName::Pencil} /></button>
            <button
                class="button plain icon" type="button" aria-label={about("workspace-delete")}
                title={about("workspace-delete")} id={Doing::Deleting(row.id.clone()).button_id()}
                onclick={begin(Doing::Deleting(row.id.clone()))}
            ><Icon name={IconName::Trash} /></button>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct StepProps {
    row: Workspace,
    doing: UseStateHandle<Doing>,
}

#[component]
fn Rename(props: &StepProps) -> Html {
    let text = use_text();
    let workspaces = use_workspaces();
    let field = use_focus();
    let onsubmit = {
        let (id, doing, field) = (props.row.id.clone(), props.doing.clone(), field.clone());
        Callback::from(move |e: SubmitEvent| {
            e.prevent_default();
            if let (Some(workspaces), Some(input)) = (&workspaces, field.cast::<HtmlInputElement>())
            {
                workspaces.rename(&id, &input.value());
            }
            Doing::end(&doing);
        })
    };
    let (onclick, onkeydown) = cancel(&props.doing);
    html! {
        <form class="workspace-entry" {onsubmit} onkeydown={submit_guard()}>
            <input
                ref={field} class="field" type="text" maxlength="80" value={props.row.name.clone()}
                aria-label={text.t("workspaces-name-field")} {onkeydown}
            />
            <button class="button primary" type="submit">{ text.t("workspace-rename-do") }</button>
            <button class="button plain" type="button" {onclick}>{ text.t("workspace-cancel") }</button>
        </form>
    }
}

#[component]
fn Delete(props: &StepProps) -> Html {
    let text = use_text();
    let workspaces = use_workspaces();
    let keep = use_focus();
    let delete = {
        let (id, doing) = (props.row.id.clone(), props.doing.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(workspaces) = &workspaces {
                workspaces.delete(&id);
            }
            // The entry goes as soon as the database has let go of it.
            focus_soon(HEADING.to_owned());
            doing.set(Doing::Nothing);
        })
    };
    let (onclick, onkeydown) = cancel(&props.doing);
    let name = name_words(&text, &props.row.name);
    html! {
        <div class="workspace-entry" role="group" {onkeydown}>
            <p role="alert">{ text.with("workspace-delete-sure", &[("name", name.into())]) }</p>
            <button class="button danger" type="button" onclick={delete}>{ text.t("workspace-delete-do") }</button>
            <button ref={keep} class="button" type="button" {onclick}>{ text.t("workspace-cancel") }</button>
        </div>
    }
}

/// When it was changed, how many accounts, whether it is open here.
fn details(text: &Text, row: &Workspace, open: bool) -> String {
    let offset = js_sys::Date::new_0().get_timezone_offset() * 60_000.0;
    let day = Day(((row.updated - offset) / 86_400_000.0).floor() as i32);
    let mut parts = vec![text.date(day).to_string()];
    if row.accounts > 0 {
        parts.push(text.with("workspace-accounts", &[("count", row.accounts.into())]).to_string());
    }
    if open {
        parts.push(text.t("workspace-is-open").to_string());
    }
    parts.join(" · ")
}

/// Gives the focus to an element when it appears.
#[hook]
fn use_focus() -> NodeRef {
    let node = use_node_ref();
    let target = node.clone();
    use_effect_with((), move |()| {
        if let Some(element) = target.cast::<web_sys::HtmlElement>() {
            // An element that left the page cannot have the focus, and does not need it.
            let _ = element.focus();
        }
    });
    node
}

/// Leaves the entry as it is: by a click, or by Escape outside of a composition.
fn cancel(doing: &UseStateHandle<Doing>) -> (Callback<MouseEvent>, Callback<KeyboardEvent>) {
    let (by_click, by_key) = (doing.clone(), doing.clone());
    let onclick = Callback::from(move |_: MouseEvent| Doing::end(&by_click));
    let onkeydown = Callback::from(move |e: KeyboardEvent| {
        if e.key() == "Escape" && !composing(&e) {
            e.stop_propagation();
            Doing::end(&by_key);
        }
    });
    (onclick, onkeydown)
}

/// Keeps Enter from submitting while a Japanese input method is composing.
fn submit_guard() -> Callback<KeyboardEvent> {
    Callback::from(|e: KeyboardEvent| {
        if e.key() == "Enter" && composing(&e) {
            e.prevent_default();
        }
    })
}
