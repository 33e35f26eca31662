//! Earlier states of the open workspace: listed, read, named, let go.

use super::Workspaces;
use crate::state::Notice;
use crate::workspace::problems::{problem_of, problem_of_open};
use crate::workspace::stored::{OpenProblem, first_state, prepare};
use engine::message::Problem;
use plan::Document;
use web::clock;
use web::db::{KeptVersion, StorageError};

impl Workspaces {
    /// The earlier states, the newest first.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn versions(&self) -> Result<Vec<KeptVersion>, Problem> {
        let Some(id) = self.open_id() else { return Ok(Vec::new()) };
        // What was kept a moment ago is in the queue of what is being saved.
        self.flush().await;
        self.db()?.versions(&id).await.map_err(problem_of)
    }

    /// The document as it was.
    ///
    /// # Errors
    /// When it is not kept any more, or cannot be read.
    pub async fn version(&self, version: &KeptVersion) -> Result<Document, Problem> {
        let id = self.open_id().ok_or(Problem::Cancelled)?;
        let state = self.db()?.load_version(&id, version).await.map_err(problem_of)?;
        prepare(&[&state]).await.map_err(problem_of_open)?;
        let opened = plan::open(Some(&state), b"");
        let opened = opened.map_err(|e| problem_of_open(OpenProblem::Document(e)))?;
        Ok(opened.document)
    }

    /// Keeps the document as it is under a name; false, with a notice, when there are as many as can be.
    ///
    /// # Errors
    /// Those of the database; nothing is kept then.
    pub async fn name_version(&self, name: &str) -> Result<bool, Problem> {
        let id = self.open_id().ok_or(Problem::Cancelled)?;
        let state = first_state(self.0.actions.desk().borrow().document()).map_err(problem_of)?;
        let version = KeptVersion { at: clock::now_ms(), name: name.to_owned() };
        match self.db()?.keep_version(&id, &version, &state).await {
            Err(StorageError::Conflict) => {
                self.0.actions.notify(Notice::Failed("history-full", "history-full-action"));
                Ok(false)
            }
            other => other.map(|()| true).map_err(problem_of),
        }
    }

    /// Lets go of an earlier state.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn forget_version(&self, version: &KeptVersion) -> Result<(), Problem> {
        let id = self.open_id().ok_or(Problem::Cancelled)?;
        self.db()?.forget_version(&id, version).await.map_err(problem_of)
    }
}
