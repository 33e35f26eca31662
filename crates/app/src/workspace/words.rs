//! What the database says, in the user's words.

use super::stored::OpenProblem;
use crate::text::Text;
use plan::OpenError;
use web::db::StorageError;
use yew::prelude::*;

/// Why something is not saved.
pub(super) fn storage_words(text: &Text, error: &StorageError) -> AttrValue {
    match error {
        StorageError::Other(reason) => {
            text.with("storage-other", &[("reason", reason.as_str().into())])
        }
        known => text.t(known.reason()),
    }
}

/// Why the workspace could not be opened.
pub(super) fn open_words(text: &Text, problem: &OpenProblem) -> AttrValue {
    match problem {
        OpenProblem::Missing => text.t("storage-missing"),
        OpenProblem::Storage(error) => storage_words(text, error),
        OpenProblem::Document(OpenError::Version(plan::MigrateError::Newer { .. })) => {
            text.t("workspace-newer")
        }
        OpenProblem::Document(error) => {
            text.with("workspace-unreadable", &[("reason", text.t(open_reason(error)).into())])
        }
    }
}

/// The id of the message that says why a document cannot be opened.
pub(super) fn open_reason(error: &OpenError) -> &'static str {
    match error {
        OpenError::Invalid(broken) => broken.key(),
        other => other.key(),
    }
}

/// The name of a workspace; those without one have a common name.
pub(super) fn name_words(text: &Text, name: &str) -> AttrValue {
    if name.trim().is_empty() { text.t("workspace-untitled") } else { name.to_owned().into() }
}
