//! The wizard: how files that came in will be read, over their real data, with one confirmation.

mod checks_view;
mod details;
mod files;
mod header;
mod preview;
mod progress;
mod settings;
mod state;
mod work;

use super::model::{Check, Draft, Known, checks};
use crate::hooks::{use_effect_with, use_mut_ref};
use crate::markup::html;
use crate::state::{use_actions, use_document, use_session};
use crate::text::use_text;
use details::Details;
use engine::message::SnapshotInfo;
use files::FileTable;
use header::Header;
use progress::Reading;
use state::{Entry, WizardAction, WizardState};
use std::collections::HashSet;
use std::rc::Rc;
use table::SnapshotId;
use web_sys::File;
use yew::prelude::*;

/// Properties of [`Wizard`].
#[derive(Properties, PartialEq)]
pub struct WizardProps {
    /// The files that wait.
    pub files: Rc<Vec<File>>,
    /// The snapshot that the file takes the place of.
    pub replacing: Option<SnapshotId>,
}

/// The wizard.
#[component]
pub fn Wizard(props: &WizardProps) -> Html {
    let text = use_text();
    let actions = use_actions();
    let session = use_session();
    let state = use_reducer(WizardState::default);
    {
        let wizard = state.dispatcher();
        use_effect_with(props.files.clone(), move |files| {
            wizard.dispatch(WizardAction::Files(files.clone()));
        });
    }
    let replaced = props
        .replacing
        .and_then(|id| session.snapshots.iter().find(|s| s.id == id))
        .map(|s| s.date);
    start_looks(&state, &actions, replaced, &session.snapshots, &use_mut_ref(HashSet::new));

    let known = Known {
        snapshots: session.snapshots.iter().map(|s| (s.id, s.date)).collect(),
        replacing: props.replacing,
        agreed: (0..).zip(&state.entries).filter_map(|(i, e)| Some((i, e.agreed?))).collect(),
    };
    let drafts: Vec<Option<&Draft>> = state.entries.iter().map(|e| e.draft.as_deref()).collect();
    let found = checks(&drafts, &known);
    let writable = use_document().writable;
    let ready = writable
        && !state.entries.is_empty()
        && state.all_looked()
        && !found.iter().flatten().any(Check::blocks);
    let replace: Vec<SnapshotId> = agreed_snapshots(&found).collect();

    let onimport = {
        let (actions, text, state) = (actions.clone(), text.clone(), state.clone());
        let before: Vec<SnapshotId> = session.snapshots.iter().map(|s| s.id).collect();
        let in_place_of = props.replacing;
        Callback::from(move |()| {
            let files: Option<Vec<_>> =
                state.entries.iter().map(|e| Some((e.file.clone(), e.draft.clone()?))).collect();
            if let Some(files) = files.filter(|_| ready && !state.importing) {
                let gone =
                    work::Gone { before: before.clone(), replace: replace.clone(), in_place_of };
                work::import(&actions, state.dispatcher(), files, gone, text.clone());
            }
        })
    };
    let collapsed = state.all_remembered() && !state.open;
    let dispatch = {
        let wizard = state.dispatcher();
        Callback::from(move |action: WizardAction| wizard.dispatch(action))
    };
    let unreadable = |e: &Entry| {
        let at = state.entries.iter().position(|other| other.key == e.key);
        at.and_then(|i| found.get(i))
            .is_some_and(|c| c.iter().any(|c| matches!(c, Check::NotText | Check::Empty)))
    };
    let shown = state.shown_entry().filter(|e| !unreadable(e)).cloned();
    html! {
        <section class="wizard" aria-labelledby="wizard-title" data-testid="wizard">
            <Header
                key="header" state={Rc::new((*state).clone())} {ready} {collapsed}
                replaced={replaced} {onimport}
            />
            if state.importing {
                <Reading key="reading" call={state.call} />
            } else {
                <div class="wizard-body" key="body">
                    <FileTable
                        key="files" state={Rc::new((*state).clone())} checks={Rc::new(found)}
                        {collapsed} on={dispatch.clone()}
                    />
                    if let (Some(entry), false) = (shown, collapsed) {
                        <Details key={entry.key} entry={entry.clone()} same={same_columns(&state)} on={dispatch} />
                    }
                </div>
            }
        </section>
    }
}

/// Starts each look that is wanted once.
fn start_looks(
    state: &UseReducerHandle<WizardState>,
    actions: &crate::state::Actions,
    replaced: Option<table::Day>,
    snapshots: &Rc<Vec<SnapshotInfo>>,
    started: &Rc<std::cell::RefCell<HashSet<(u32, u32)>>>,
) {
    for entry in state.entries.iter().filter(|e| e.looking) {
        if started.borrow_mut().insert((entry.key, entry.generation)) {
            work::look(actions, state.dispatcher(), entry, replaced, snapshots);
        }
    }
}

/// The snapshots that the user agreed to replace.
fn agreed_snapshots(found: &[Vec<Check>]) -> impl Iterator<Item = SnapshotId> {
    found.iter().flatten().filter_map(|check| match check {
        Check::DateTaken { snapshot, agreed: Some(true) } => Some(*snapshot),
        _ => None,
    })
}

/// How many other files have the same columns as the one that is shown.
fn same_columns(state: &WizardState) -> usize {
    let signature = |e: &Entry| e.draft.as_ref().map(|d| d.signature());
    let Some(shown) = state.shown_entry().and_then(signature) else { return 0 };
    state.entries.iter().filter(|e| signature(e) == Some(shown)).count().saturating_sub(1)
}
