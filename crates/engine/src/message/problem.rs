//! What went wrong, for people: what, where, what to do. The front end puts it into words.

use super::BadFile;
use serde::{Deserialize, Serialize};

/// Why a call has no answer. Whenever one comes back, nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// The user cancelled.
    Cancelled,
    /// No snapshot with this id (any more).
    NoSnapshot(u32),
    /// No measure with this id in the model.
    NoMeasure(u64),
    /// No node with this id in the KPI tree.
    NoNode(u64),
    /// The column is in no snapshot.
    NoColumn(String),
    /// Columns were renamed, or worked out otherwise, while accounts were written into files.
    ColumnsChanged,
    /// The file has no record at all.
    EmptyFile(String),
    /// The file has no column with the role of the account id.
    NoAccountId(String),
    /// The same account id stands in two rows; at least these ids.
    DuplicateIds {
        /// The file.
        file: String,
        /// How many rows too many.
        count: u64,
        /// Some of them.
        examples: Vec<String>,
    },
    /// There is a snapshot of that date already.
    DateTaken(table::Day),
    /// The file cannot be read (any more): name and the browser's reason.
    Unreadable {
        /// The file.
        file: String,
        /// The browser's words.
        reason: String,
    },
    /// Not a workspace file, or a broken one: which part and why.
    BadWorkspaceFile(BadFile),
    /// The workspace is too large for a file that could be read again. Nothing was written.
    WorkspaceTooLarge,
    /// The browser could not pack the workspace file: its words. Nothing was written.
    NotPacked(String),
    /// The workspace file or document was written by a newer Sodachi.
    TooNew(u32),
    /// The browser's database refused: the id of the message that says why, or its own words.
    Storage(String),
    /// The disk quota of this browser profile is used up.
    QuotaFull,
    /// A formula in a filter has an error: the formula.
    FormulaWrong(String),
    /// There are no outcomes to work with.
    NoOutcome,
    /// The worker does not have the snapshots of this workspace in memory.
    NotOpen,
    /// The worker stopped and was started again; the call was not carried out.
    WorkerStopped,
    /// The worker cannot be started, or stopped so often that it is not started any more.
    WorkerFails,
    /// Page and worker do not speak the same language, as when one of them is an older version that
    /// the browser had kept: where they part.
    NotUnderstood(String),
    /// What only a defect can bring about.
    Internal(String),
}

impl From<BadFile> for Problem {
    fn from(why: BadFile) -> Self {
        Self::BadWorkspaceFile(why)
    }
}

impl Problem {
    /// The worker answered another question: a defect. Only the answer's name is told; formatting
    /// answers whole would put all of their forms into the download.
    #[must_use]
    pub fn unexpected(answer: &super::Answer) -> Self {
        use super::Answer;
        let name = match answer {
            Answer::Snapshots(_) => "snapshots",
            Answer::Look(_) => "look",
            Answer::Columns(_) => "columns",
            Answer::Diagnostics(_) => "diagnostics",
            Answer::Exported(_) => "exported",
            Answer::Score(_) => "score",
            Answer::Measure(_) => "measure",
            Answer::Levers(_) => "levers",
            Answer::Template(_) => "template",
            Answer::Formula(_) => "formula",
            Answer::Kpi(_) => "kpi",
            Answer::Journey(_) => "journey",
            Answer::Matches(_) => "matches",
            Answer::Normaliser(_) => "normaliser",
            Answer::Cuts(_) => "cuts",
            Answer::Accounts(_) => "accounts",
            Answer::Place(_) => "place",
            Answer::Account(_) => "account",
            Answer::WorkspaceFile(_) => "workspace file",
            Answer::Opened { .. } => "opened",
            Answer::WorkspaceRead { .. } => "workspace read",
        };
        Self::Internal(format!("unexpected answer: {name}"))
    }
}
