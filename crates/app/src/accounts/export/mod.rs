//! The selected accounts as files.

mod choice;
mod form;
mod report;

use super::filter::Filters;
use crate::hooks::{use_mut_ref, use_state_eq};
use crate::markup::html;
use crate::parts::{Dialog, Icon, IconName, ProblemLine, Progress, level_name};
use crate::state::{use_actions, use_session};
use crate::text::use_text;
use choice::Chosen;
use engine::message::{Answer, Call, Export, Exported, Problem, ScoringContext, SnapshotInfo};
use form::Form;
use report::{Report, download};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`ExportButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct ExportButtonProps {
    /// Model and snapshots.
    pub context: Option<Rc<ScoringContext>>,
    /// Which accounts.
    pub filters: Rc<Filters>,
    /// The snapshot on show.
    pub snapshot: Rc<SnapshotInfo>,
    /// The columns that the table shows.
    pub shown: Rc<[String]>,
    /// How many accounts are selected.
    pub selected: u32,
}

/// A button that opens the dialog.
#[component]
pub fn ExportButton(props: &ExportButtonProps) -> Html {
    let text = use_text();
    let open = use_state_eq(|| false);
    let show = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(true))
    };
    let on_close = {
        let open = open.clone();
        Callback::from(move |()| open.set(false))
    };
    let ready = props.selected > 0 && props.context.is_some();
    html! {
        <>
            <button type="button" class="button" onclick={show} disabled={!ready} data-testid="accounts-export">
                <Icon name={IconName::Download} /><span>{ text.t("accounts-export") }</span>
            </button>
            <span>
                if let Some(context) = props.context.clone().filter(|_| *open) {
                    <ExportDialog {context} what={props.clone()} {on_close} />
                }
            </span>
        </>
    }
}

/// Where the export is.
#[derive(Clone, Default)]
enum State {
    /// To be filled in.
    #[default]
    Form,
    /// Being written.
    Working,
    /// Written.
    Done(Rc<Exported>),
    /// Not written.
    Failed(Problem),
}

#[derive(PartialEq, Properties)]
struct ExportDialogProps {
    context: Rc<ScoringContext>,
    what: ExportButtonProps,
    on_close: Callback<()>,
}

/// The dialog: form, progress, report.
#[component]
fn ExportDialog(props: &ExportDialogProps) -> Html {
    let text = use_text();
    let actions = use_actions();
    let work = use_session().work.clone();
    let state = use_state(State::default);
    // The call of this dialog: other work may show in the session at the same time.
    let call_id = use_mut_ref(|| None::<u32>);
    let work = work.filter(|w| Some(w.call) == *call_id.borrow());
    let what = &props.what;
    let chosen = use_state(|| Chosen::new(&text, &what.snapshot, &what.shown, &what.filters));
    let on_change = {
        let chosen = chosen.setter();
        Callback::from(move |next: Chosen| chosen.set(next))
    };
    let on_submit = {
        let (actions, state, chosen) = (actions.clone(), state.clone(), chosen.clone());
        let call_id = call_id.clone();
        let (context, filters) = (props.context.clone(), what.filters.clone());
        Callback::from(move |()| {
            let levels = &context.model.levels;
            let call = Call::Export {
                context: (*context).clone(),
                query: filters.query(Vec::new()),
                export: Export {
                    columns: chosen.written(),
                    encoding: chosen.encoding,
                    split: chosen.split(),
                    name: chosen.file_name(),
                    level_names: (0..=levels.cuts.len())
                        .map(|l| level_name(levels, l).to_string())
                        .collect(),
                },
            };
            state.set(State::Working);
            let (actions, state, call_id) = (actions.clone(), state.clone(), call_id.clone());
            actions.clone().run(async move {
                // Told in the dialog, where the user is.
                let known = move |id| *call_id.borrow_mut() = Some(id);
                state.set(match actions.work_known(call, &[], known).await {
                    Ok(Answer::Exported(exported)) => match download(&exported) {
                        Ok(()) => State::Done(Rc::new(exported)),
                        Err(reason) => State::Failed(Problem::Storage(reason)),
                    },
                    Ok(other) => State::Failed(Problem::unexpected(&other)),
                    Err(Problem::Cancelled) => State::Form,
                    Err(problem) => State::Failed(problem),
                });
                Ok(())
            });
        })
    };
    let again = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| state.set(State::Form))
    };
    let cancel = {
        Callback::from(move |_: MouseEvent| {
            let call = *call_id.borrow();
            if let Some(call) = call {
                actions.cancel(call);
            }
        })
    };
    let close = props.on_close.reform(|_: MouseEvent| ());
    let (done, total) =
        work.map_or((0.0, 0.0), |w| (w.progress.done as f64, w.progress.total as f64));
    let body = match &*state {
        State::Form => html! {
            <Form chosen={(*chosen).clone()} selected={what.selected} {on_change} {on_submit} />
        },
        State::Working => html! {
            <div class="export-working">
                <p role="status">{ text.with("accounts-export-working", &[("n", what.selected.into())]) }</p>
                <Progress label={text.t("accounts-export")} {done} {total} />
                <button type="button" class="button" onclick={cancel}>{ text.t("cancel") }</button>
            </div>
        },
        State::Done(exported) => html! {
            <>
                <Report exported={exported.clone()} />
                <p class="dialog-actions">
                    <button type="button" class="button" onclick={again}>{ text.t("accounts-export-again") }</button>
                    <button type="button" class="button primary" onclick={close}>{ text.t("close") }</button>
                </p>
            </>
        },
        State::Failed(problem) => html! {
            <>
                <ProblemLine problem={problem.clone()} />
                <p class="dialog-actions">
                    <button type="button" class="button" onclick={again}>{ text.t("accounts-export-again") }</button>
                </p>
            </>
        },
    };
    html! {
        <Dialog title={text.t("accounts-export-title")} class="export" on_close={props.on_close.clone()}>
            { body }
        </Dialog>
    }
}
