//! The whole workspace as one file.

use super::library;
use super::problems::{problem_of, problem_of_open};
use super::stored::{first_state, prepare};
use super::words::open_reason;
use super::workspaces::Workspaces;
use crate::state::Notice;
use engine::message::{Answer, BadFile, Call, Problem, WorkspaceBytes};
use plan::Document;
use web::db::Db;
use web::{clock, download};
use web_sys::File;

/// Ending of workspace files.
const ENDING: &str = ".sodachi";

/// Whether a file that was dropped or chosen is a workspace, by its name.
pub fn is_workspace_file(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with(ENDING)
}

impl Workspaces {
    /// Writes the whole open workspace to one file, which the browser saves as a download.
    pub fn save_file(&self, untitled: &str) {
        let (this, untitled) = (self.clone(), untitled.to_owned());
        self.run(async move {
            this.flush().await;
            let (name, document) = {
                let desk = this.actions().desk().borrow();
                let document = desk.document();
                (document.name.clone(), first_state(document).map_err(problem_of)?)
            };
            match this.actions().work(Call::SaveWorkspace { document }, &[]).await? {
                Answer::WorkspaceFile(WorkspaceBytes { bytes, left_out, versions_left_out }) => {
                    let name = if name.trim().is_empty() { &untitled } else { &name };
                    let file = file_name(name);
                    download::offer(&file, "application/octet-stream", &bytes)
                        .map_err(Problem::Storage)?;
                    this.actions().notify(saved(file, left_out, versions_left_out));
                    Ok(())
                }
                other => Err(Problem::unexpected(&other)),
            }
        });
    }

    /// Reads a workspace file into a new workspace and opens that. When it cannot be read nothing is left
    /// behind.
    pub fn read_file(&self, file: File) {
        let this = self.clone();
        self.run(async move {
            let db = this.db()?;
            let id = clock::random_id();
            // First the entry: whatever happens then, what was stored can be seen and deleted.
            let placeholder = Document::new(file.name().trim_end_matches(ENDING));
            library::create_as(&db, &id, &placeholder, 0).await.map_err(problem_of)?;
            let read = this.read_into(&db, &id, file).await;
            if read.is_err() {
                // The engine may have turned to the new workspace already.
                this.open_snapshots();
                db.delete_workspace(&id).await.map_err(problem_of)?;
            }
            read?;
            let opened = this.turn_to(&id).await;
            if opened.is_err() {
                // It is in the list; the engine turns back to the one that stays open.
                this.open_snapshots();
            }
            opened
        });
    }

    async fn read_into(&self, db: &Db, id: &str, file: File) -> Result<(), Problem> {
        let call = Call::ReadWorkspace { workspace: id.to_owned() };
        let (document, snapshots) = match self.actions().work(call, &[file]).await? {
            Answer::WorkspaceRead { document, snapshots } => (document, snapshots),
            other => return Err(Problem::unexpected(&other)),
        };
        prepare(&[&document]).await.map_err(problem_of_open)?;
        let opened = plan::open(Some(&document), b"").map_err(|error| match error {
            plan::OpenError::Version(plan::MigrateError::Newer { found, .. }) => {
                Problem::TooNew(u32::try_from(found).unwrap_or(u32::MAX))
            }
            other => BadFile::Document(open_reason(&other).to_owned()).into(),
        })?;
        let state = first_state(&opened.document).map_err(problem_of)?;
        db.compact(id, &state, 0).await.map_err(problem_of)?;
        let accounts = snapshots.last().map_or(0, |s| u32::try_from(s.rows).unwrap_or(u32::MAX));
        db.update_workspace(id, |row| {
            row.name = opened.document.name;
            row.accounts = accounts;
        })
        .await
        .map_err(problem_of)
    }
}

/// What is said of a file that was saved: snapshots and named versions that cannot be read are not in it.
fn saved(file: String, snapshots: u32, versions: Option<u32>) -> Notice {
    if (snapshots, versions) == (0, Some(0)) {
        return Notice::Done("workspace-file-saved", vec![("file", file)]);
    }
    let without = |count: u32| if count == 0 { "none".to_owned() } else { count.to_string() };
    let versions = versions.map_or_else(|| "all".to_owned(), without);
    let args = vec![("file", file), ("snapshots", without(snapshots)), ("versions", versions)];
    Notice::Done("workspace-file-saved-without", args)
}

/// A name that every file system takes, with the day.
fn file_name(name: &str) -> String {
    let plain: String = name
        .trim()
        .chars()
        .map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { '-' } else { c })
        .take(60)
        .collect();
    let (year, month, day) = clock::today();
    format!("{}-{year:04}-{month:02}-{day:02}{ENDING}", plain.trim_matches(['.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::{Notice, is_workspace_file, saved};
    use crate::text::{Language, Text};

    #[test]
    fn a_file_without_some_snapshots_or_versions_says_so() {
        let said = |language, snapshots, versions| {
            let Notice::Done(id, args) = saved("a.sodachi".to_owned(), snapshots, versions) else {
                unreachable!()
            };
            let args: Vec<_> = args.iter().map(|(k, v)| (*k, v.as_str().into())).collect();
            Text::new(language).with(id, &args).to_string()
        };
        let english = |snapshots, versions| said(Language::En, snapshots, versions);
        assert!(english(0, Some(0)).contains("whole workspace"));
        let some = english(2, Some(0));
        assert!(some.contains("Snapshots: all but 2") && some.contains("Named versions: all."));
        let some = english(0, Some(3));
        assert!(some.contains("Snapshots: all.") && some.contains("Named versions: all but 3"));
        assert!(english(0, None).contains("Named versions: none"));
        let japanese = said(Language::Ja, 2, None);
        assert!(japanese.contains("2件を除くすべて") && japanese.contains("なし"), "{japanese}");
    }

    #[test]
    fn workspace_files_are_known_by_their_ending() {
        assert!(is_workspace_file("顧客.SODACHI") && !is_workspace_file("sodachi.csv"));
    }
}
