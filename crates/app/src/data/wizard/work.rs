//! What the wizard asks of the engine.

use super::super::model::{Draft, keep_numbers, overrides_of, remember};
use super::state::{Entry, WizardAction, WizardState};
use crate::route::Route;
use crate::state::{Actions, Notice, SessionAction, today};
use crate::text::Text;
use engine::message::{Answer, Call, FileImport, FileLook, Problem, SnapshotInfo, TemplateKind};
use plan::{Edit, Gesture, HeaderSignature, Mapping};
use std::rc::Rc;
use table::{Day, Overrides, SnapshotId};
use web_sys::File;
use yew::prelude::*;

/// Looks at a file and tells the wizard.
pub fn look(
    actions: &Actions,
    wizard: UseReducerDispatcher<WizardState>,
    entry: &Entry,
    replaced: Option<Day>,
    snapshots: &Rc<Vec<SnapshotInfo>>,
) {
    let (key, generation) = (entry.key, entry.generation);
    let (file, overrides) = (entry.file.clone(), entry.overrides);
    let (actions, snapshots) = (actions.clone(), snapshots.clone());
    actions.clone().run(async move {
        let mut result = draft_of(&actions, &file, overrides, replaced).await;
        if let Ok(draft) = &mut result {
            keep_numbers(&mut draft.layout, &snapshots);
        }
        wizard.dispatch(WizardAction::Looked(key, generation, result.map(Box::new)));
        Ok(())
    });
}

async fn draft_of(
    actions: &Actions,
    file: &File,
    overrides: Overrides,
    replaced: Option<Day>,
) -> Result<Draft, Problem> {
    let mut look = look_once(actions, file, overrides).await?;
    let first = look.inspection.header_signature;
    let mapping = remembered(actions, first);
    // what the user says now counts more than what was said last time
    if overrides == Overrides::default()
        && let Some(again) = mapping.as_ref().and_then(|m| overrides_of(m, &look.inspection))
    {
        look = look_once(actions, file, again).await?;
    }
    let mapping = remembered(actions, look.inspection.header_signature).or(mapping);
    Ok(Draft::new(look, first, mapping.as_ref(), replaced, today()))
}

async fn look_once(
    actions: &Actions,
    file: &File,
    overrides: Overrides,
) -> Result<FileLook, Problem> {
    let files = std::slice::from_ref(file);
    match actions.engine().begin(Call::Look { overrides }, files, None).1.await? {
        Answer::Look(look) => Ok(look),
        other => Err(Problem::unexpected(&other)),
    }
}

fn remembered(actions: &Actions, signature: u64) -> Option<Mapping> {
    let desk = actions.desk().borrow();
    desk.document().mappings.get(&HeaderSignature(signature)).cloned()
}

/// The snapshots that were there, and which of them go.
pub struct Gone {
    /// All that were there.
    pub before: Vec<SnapshotId>,
    /// Those that go if a file turns out to be of their date.
    pub replace: Vec<SnapshotId>,
    /// The one that goes whatever date the file is of.
    pub in_place_of: Option<SnapshotId>,
}

/// Reads the files. Afterwards the wizard is gone and the data is there, or nothing is changed and
/// the wizard says why.
pub fn import(
    actions: &Actions,
    wizard: UseReducerDispatcher<WizardState>,
    files: Vec<(File, Rc<Draft>)>,
    gone: Gone,
    text: Text,
) {
    let reads: Option<Vec<FileImport>> = files
        .iter()
        .map(|(_, d)| {
            let date_from = d.date_column().map(str::to_owned);
            d.date.map(|date| FileImport { layout: d.layout.clone(), date, date_from })
        })
        .collect();
    let Some(reads) = reads else { return };
    let Gone { before, replace, in_place_of } = gone;
    let all_new = replace.is_empty() && in_place_of.is_none();
    wizard.dispatch(WizardAction::Import);
    let actions = actions.clone();
    actions.clone().run(async move {
        let call = Call::Import { files: reads, replace, in_place_of };
        let handles: Vec<File> = files.iter().map(|(file, _)| file.clone()).collect();
        let begun = wizard.clone();
        let known = move |call| begun.dispatch(WizardAction::Begun(call));
        let list = match actions.snapshots_known(call, &handles, known).await {
            Ok(list) => list,
            Err(problem) => {
                let problem = (problem != Problem::Cancelled).then_some(problem);
                wizard.dispatch(WizardAction::Ended(problem));
                return Ok(());
            }
        };
        let edits: Vec<Edit> = files.iter().flat_map(|(_, d)| remember(d)).collect();
        actions.edit(Edit::Batch(edits), Gesture::Once);
        if all_new {
            actions.session(SessionAction::AsOf(None));
        }
        // what was dropped meanwhile goes on waiting
        wizard.dispatch(WizardAction::Ended(None));
        actions.session(SessionAction::Settled(Rc::new(handles)));
        if actions.desk().borrow().document().model().cards.is_empty() {
            crate::scoring::apply_template(&actions, TemplateKind::Dear).await?;
            Route::Score.go();
        } else if crate::scoring::awaits_columns(&actions) {
            // The scorecard was first: its measures can be matched now.
            Route::Score.go();
        }
        // wherever it goes on: what was not read is told the first time too
        actions.notify(read_notice(&text, &before, &list));
        Ok(())
    });
}

/// What was read and what was not.
fn read_notice(text: &Text, before: &[SnapshotId], list: &[SnapshotInfo]) -> Notice {
    // not by date: only the whole file tells the latest date of a column
    let new: Vec<&SnapshotInfo> = list.iter().filter(|s| !before.contains(&s.id)).collect();
    let rows: u64 = new.iter().map(|s| s.rows).sum();
    let rejected: u64 = new.iter().map(|s| s.rejected).sum();
    let args = vec![("rows", text.integer(rows)), ("rejected", text.integer(rejected))];
    let id = if rejected == 0 { "data-import-done" } else { "data-import-done-rejected" };
    Notice::Done(id, args)
}
