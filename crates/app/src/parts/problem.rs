//! What went wrong, in words: what happened, where, and what to do.

use super::{Icon, IconName, bad_file_words};
use crate::markup::html;
use crate::text::{Text, use_text};
use engine::message::Problem;
use yew::prelude::*;

/// A problem in words: what happened and where, and what to do about it. A reason that is the id of a
/// message is put into words as well; any other is the browser's and shown as it is.
pub fn problem_words(text: &Text, problem: &Problem) -> (AttrValue, AttrValue) {
    let (id, args) = match problem {
        Problem::Cancelled => ("problem-cancelled", vec![]),
        Problem::NoSnapshot(_) => ("problem-no-snapshot", vec![]),
        Problem::NoMeasure(_) => ("problem-no-measure", vec![]),
        Problem::NoNode(_) => ("problem-no-node", vec![]),
        Problem::ColumnsChanged => ("problem-columns-changed", vec![]),
        Problem::NoColumn(name) => ("problem-no-column", vec![("column", name.as_str().into())]),
        Problem::EmptyFile(file) => ("problem-empty-file", vec![("file", file.as_str().into())]),
        Problem::NoAccountId(file) => {
            ("problem-no-account-id", vec![("file", file.as_str().into())])
        }
        Problem::DuplicateIds { file, count, examples } => (
            "problem-duplicate-ids",
            vec![
                ("file", file.as_str().into()),
                ("count", (*count).into()),
                ("examples", examples.join(", ").into()),
            ],
        ),
        Problem::DateTaken(day) => ("problem-date-taken", vec![("date", text.date(*day).into())]),
        Problem::Unreadable { file, reason } => (
            "problem-unreadable",
            vec![("file", file.as_str().into()), ("reason", reason.as_str().into())],
        ),
        Problem::BadWorkspaceFile(why) => {
            ("problem-bad-workspace-file", vec![("why", bad_file_words(text, why).into())])
        }
        Problem::WorkspaceTooLarge => ("problem-workspace-too-large", vec![]),
        Problem::NotPacked(reason) => {
            ("problem-not-packed", vec![("reason", reason.as_str().into())])
        }
        Problem::TooNew(version) => ("problem-too-new", vec![("version", (*version).into())]),
        Problem::Storage(reason) => ("problem-storage", vec![("reason", text.t(reason).into())]),
        Problem::QuotaFull => ("problem-quota-full", vec![]),
        Problem::FormulaWrong(formula) => {
            ("problem-formula-wrong", vec![("formula", formula.as_str().into())])
        }
        Problem::NoOutcome => ("problem-no-outcome", vec![]),
        Problem::NotOpen => ("problem-not-open", vec![]),
        Problem::WorkerStopped => ("problem-worker-stopped", vec![]),
        Problem::WorkerFails => ("problem-worker-fails", vec![]),
        Problem::NotUnderstood(details) => {
            ("problem-not-understood", vec![("details", details.as_str().into())])
        }
        Problem::Internal(details) => {
            ("problem-internal", vec![("details", details.as_str().into())])
        }
    };
    (text.with(id, &args), text.with(&format!("{id}.todo"), &args))
}

/// Properties of [`ProblemLine`].
#[derive(PartialEq, Properties)]
pub struct ProblemLineProps {
    /// What went wrong.
    pub problem: Problem,
}

/// A problem where it belongs on a screen.
#[component]
pub fn ProblemLine(props: &ProblemLineProps) -> Html {
    let text = use_text();
    let (what, todo) = problem_words(&text, &props.problem);
    html! {
        <div class="problem" role="alert">
            <Icon name={IconName::Warning} />
            <p><strong>{ what }</strong><span>{ todo }</span></p>
        </div>
    }
}
