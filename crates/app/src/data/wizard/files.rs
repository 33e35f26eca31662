//! The incoming files: size, date, what was noticed.

use super::super::model::{Check, DateOrigin, Draft};
use super::super::parts::DateField;
use super::super::words;
use super::checks_view::Findings;
use super::state::{Entry, WizardAction, WizardState};
use crate::markup::html;
use crate::parts::{FileButton, Icon, IconName, ProblemLine};
use crate::shell::ACCEPT;
use crate::state::{SessionAction, use_actions, use_session};
use crate::text::{Text, use_text};
use std::rc::Rc;
use table::Role;
use web_sys::File;
use yew::prelude::*;

/// Properties of [`FileTable`].
#[derive(Properties, PartialEq)]
pub struct FileTableProps {
    /// The wizard.
    pub state: Rc<WizardState>,
    /// What was noticed of each file.
    pub checks: Rc<Vec<Vec<Check>>>,
    /// Whether the details are hidden, because all is read as last time.
    pub collapsed: bool,
    /// Changes the wizard.
    pub on: Callback<WizardAction>,
}

/// The files, one below the other.
#[component]
pub fn FileTable(props: &FileTableProps) -> Html {
    let text = use_text();
    let several = props.state.entries.len() > 1;
    let shown = props.state.shown_entry().map(|e| e.key);
    let (actions, session) = (use_actions(), use_session());
    let onfiles = Callback::from(move |more: Vec<File>| actions.take_files(more, None));
    let open = props.on.reform(|_: MouseEvent| WizardAction::Open);
    html! {
        <div class="wizard-files">
            <ul class="card" aria-label={text.t("data-files")}>
                for (i, entry) in props.state.entries.iter().enumerate() {
                    <FileRow
                        key={entry.key} entry={entry.clone()}
                        checks={props.checks.get(i).map_or_else(Rc::default, |c| Rc::from(c.as_slice()))}
                        others={props.state.entries.iter().map(|e| AttrValue::from(e.name())).collect::<Rc<[_]>>()}
                        shown={several && !props.collapsed && shown == Some(entry.key)}
                        {several} collapsed={props.collapsed} on={props.on.clone()}
                    />
                }
            </ul>
            <div class="wizard-more">
                if props.collapsed {
                    <button key="open" class="button" type="button" onclick={open} aria-expanded="false">
                        <Icon name={IconName::Pencil} />{ text.t("data-change") }
                    </button>
                }
                if session.replacing.is_none() {
                    <FileButton
                        key="add" label={text.t("data-add-more")} icon={IconName::Plus}
                        accept={ACCEPT} multiple=true on_files={onfiles}
                    />
                }
            </div>
        </div>
    }
}

/// Properties of [`FileRow`].
#[derive(Properties, PartialEq)]
struct FileRowProps {
    entry: Entry,
    checks: Rc<[Check]>,
    others: Rc<[AttrValue]>,
    shown: bool,
    several: bool,
    collapsed: bool,
    on: Callback<WizardAction>,
}

#[component]
fn FileRow(props: &FileRowProps) -> Html {
    let text = use_text();
    let actions = use_actions();
    let entry = &props.entry;
    let key = entry.key;
    let name = entry.name();
    let show = props.on.reform(move |_: MouseEvent| WizardAction::Show(key));
    let leave_out = {
        let file = entry.file.clone();
        Callback::from(move |_: MouseEvent| {
            actions.session(SessionAction::Settled(Rc::new(vec![file.clone()])));
        })
    };
    let on_date = props.on.reform(move |date| WizardAction::Date(key, date));
    let note = format!("wizard-file-{key}");
    html! {
        <li class="wizard-file" aria-busy={entry.looking.then_some("true")}>
            <div class="wizard-file-name">
                if props.several && !props.collapsed {
                    <button
                        class="wizard-file-show" type="button" onclick={show}
                        aria-pressed={if props.shown { "true" } else { "false" }}
                    >{ name.clone() }</button>
                } else {
                    <span>{ name.clone() }</span>
                }
                <span class="quiet small">{ text.bytes(entry.bytes()) }</span>
            </div>
            <div class="wizard-file-date">
                if let Some(draft) = &entry.draft {
                    <label class="data-field">
                        <span class="data-field-label">
                            { text.t("data-snapshot-date") }
                            <span class="hidden-visually">{ format!(" {name}") }</span>
                        </span>
                        <DateField
                            value={draft.date} onchange={on_date} described_by={note.clone()}
                            invalid={props.checks.iter().any(about_date)}
                        />
                    </label>
                    <p class="quiet small">{ origin(&text, draft) }</p>
                }
            </div>
            <div class="wizard-file-notes" id={note}>
                if let Some(problem) = &entry.problem {
                    <ProblemLine key="problem" problem={problem.clone()} />
                } else if let Some(draft) = &entry.draft {
                    <div key="draft">
                        <p>
                            if !props.checks.contains(&Check::NotText) {
                                { summary(&text, draft) }
                            }
                        </p>
                        <Findings
                            file_key={key} draft={draft.clone()} checks={props.checks.clone()}
                            others={props.others.clone()} on={props.on.clone()}
                            on_leave_out={leave_out.clone()}
                        />
                    </div>
                } else {
                    <p key="looking" class="quiet" role="status">{ text.t("data-looking") }</p>
                }
            </div>
            <div class="wizard-file-leave">
                if props.several {
                    <button
                        class="button plain icon" type="button" onclick={leave_out}
                        aria-label={text.with("data-leave-out", &[("file", name.into())])}
                        title={text.t("data-leave-out-short")}
                    ><Icon name={IconName::Close} /></button>
                }
            </div>
        </li>
    }
}

fn about_date(check: &Check) -> bool {
    matches!(check, Check::NoDate | Check::SameDate(_) | Check::DateTaken { .. }) && check.blocks()
}

/// Where the date comes from.
fn origin(text: &Text, draft: &Draft) -> AttrValue {
    if let (Some(column), Some(rows)) = (draft.date_column(), draft.date_seen_in()) {
        let args = [("column", column.into()), ("rows", text.integer(rows).into())];
        return text.with("data-date-latest-so-far", &args);
    }
    match &draft.origin {
        DateOrigin::FileName => text.t("data-date-from-name"),
        DateOrigin::Column(name) => {
            text.with("data-date-from-column", &[("column", name.as_str().into())])
        }
        DateOrigin::LatestOf(name) => {
            text.with("data-date-latest-of", &[("column", name.as_str().into())])
        }
        DateOrigin::Replaced => text.t("data-date-replaced"),
        DateOrigin::Today => text.t("data-date-today"),
        DateOrigin::Typed => AttrValue::default(),
    }
}

/// How the file is read, in one line.
fn summary(text: &Text, draft: &Draft) -> AttrValue {
    let single = [Role::AccountId, Role::Name, Role::Revenue, Role::Outcome];
    let named: Vec<String> = single
        .into_iter()
        .filter_map(|role| {
            let column = draft.layout.columns.iter().find(|c| c.role == role)?;
            let args = [
                ("role", text.t(words::role(role)).into()),
                ("column", short(&column.name).into()),
            ];
            Some(text.with("data-role-is", &args).to_string())
        })
        .collect();
    let id = if draft.remembered { "data-remembered" } else { "data-read-as" };
    let args = [
        ("columns", draft.layout.columns.len().into()),
        ("roles", named.join(&text.t("data-list-separator")).into()),
        ("named", named.len().into()),
    ];
    text.with(id, &args)
}

/// A name that fits in a line: where the delimiter is wrong, a whole record is one.
fn short(name: &str) -> String {
    const MOST: usize = 40;
    match name.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}
